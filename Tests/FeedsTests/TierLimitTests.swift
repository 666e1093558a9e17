import Community
import JSONTape
import Testing

@testable import Feeds

@Suite struct TierLimitTests {
  @Test func tiersBeyondTheLimitAreLeftOutAndTold() throws {
    let elements = (0..<TierRule.limit + 2).map { "{\"id\": \"t\($0)\"}" }.joined(separator: ",")
    let (program, problems) = Program.read(Array("{\"tiers\": {\"tiers\": [\(elements)]}}".utf8))
    #expect(program.tiers.tiers.count == TierRule.limit)
    let refused = problems.filter { if case .badValue = $0 { true } else { false } }
    #expect(
      refused == [100, 101].map { .badValue(path: "tiers.tiers.\($0).id", value: "t\($0)", nearest: nil) })
  }
}
