import Community
import Testing

@testable import Loyalty

@Suite struct HostNameFilterTests {
  @Test(arguments: [("host:Lin", ["m1"]), ("host:lin", ["m1"]), ("host:h1", ["m1"]), ("-host:Lin", ["m2"])])
  func hostsAreFoundByNameAndByID(_ filter: String, _ ids: [String]) throws {
    var builder = CommunityBuilder()
    builder.host("h1", name: "Lin")
    builder.member("m1", name: "张伟", joined: "2026-01-01", host: "h1")
    builder.member("m2", name: "王芳", joined: "2026-01-01", host: "h2")
    let roster = builder.roster("2026-03-01T12:00")
    let matcher = try MemberFilter(parsing: filter).matcher(for: roster)
    let found = (0..<roster.count).map { Member.Index($0) }.filter(matcher.matches)
    #expect(found.map { roster.community.members.id($0) } == ids)
  }
}
