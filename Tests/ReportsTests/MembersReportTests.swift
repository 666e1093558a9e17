import Bytes
import Community
import Reports
import Loyalty
import Testing

@Suite("Members as rows")
struct MembersReportTests {
  /// Three members: one with everything, one with a formula for a name, one known by a purchase alone.
  private static func community() -> Community {
    var community = Community()
    func add(_ id: String) -> Member.Index {
      id.withBytes { community.members.append(id: $0) }
    }
    let wang = add("m1")
    let formula = add("7")
    let unknown = add("m3")
    let shanghai = community.symbols.intern("上海")
    let tag = community.symbols.intern("宝妈")
    let core = community.symbols.intern("core")
    community.members.update(wang) { block, row in
      block.names.set("王芳", row: row)
      block.phones.set("13812345678", row: row)
      block.emails.set("fang@mail.com", row: row)
      block.city[row] = shanghai.rawValue
      block.joined[row] = 1_767_225_600_000
      block.tags.set([tag.rawValue, core.rawValue], row: row)
    }
    community.members.update(formula) { block, row in
      block.names.set("=cmd()", row: row)
      block.joined[row] = 1_767_225_600_000
    }
    var orders = Segment(feed: .orders)
    orders.count = 2
    orders.at = [1_772_330_000_000, 1_772_330_001_000]
    orders.member = [wang.rawValue, unknown.rawValue]
    orders.integers[OrderField.amount.slot] = [12850, -995]
    community[.orders].segments = [orders]
    return community
  }

  private static func written(
    _ format: ReportFormat, _ columns: [MemberColumn], mask: Mask = .standard
  ) -> String {
    let community = community()
    let moment = Moment(
      now: Instant(rawValue: 1_772_416_400_000), zone: Zone(identifier: "+08:00", offset: 28800))
    let figures = MemberFigures(community: community, moment: moment)
    let roster = Roster(community: community, figures: figures, moment: moment, mask: mask)
    let members = (0..<3).map { Member.Index($0) }
    var bytes: [UInt8] = []
    MembersReport(roster: roster, members: members, columns: columns).write(format) { bytes += Array($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("JSON: an object a member, keyed by column; unknown is null")
  func json() {
    let columns: [MemberColumn] = [.id, .name, .joined, .silent, .orders, .spend, .tags, .record]
    #expect(
      Self.written(.json, columns) == """
        [
        {"id":"m1","name":"王芳","joined":"2026-01-01T08:00:00+08:00","silence":1,"orders":1,"spend":128.50,\
        "tags":["宝妈","core"],"record":true},
        {"id":"7","name":"=cmd()","joined":"2026-01-01T08:00:00+08:00","silence":60,"orders":0,"spend":0,\
        "tags":null,"record":true},
        {"id":"m3","name":null,"joined":"2026-03-01T09:53:21+08:00","silence":1,"orders":0,"spend":-9.95,\
        "tags":null,"record":false}
        ]

        """)
  }

  @Test("CSV: a header, empty cells for unknown, formulas defused")
  func csv() {
    #expect(
      Self.written(.csv, [.id, .name, .city, .spend, .tags])
        == "id,name,city,spend,tags\r\nm1,王芳,上海,128.50,宝妈;core\r\n7,\"'=cmd()\",,0.00,\r\nm3,,,-9.95,\r\n")
  }

  @Test("Phone and e-mail are masked unless asked for")
  func masking() {
    #expect(Self.written(.csv, [.phone, .email]).contains("138****5678,f***@mail.com"))
    #expect(Self.written(.csv, [.phone, .email], mask: .none).contains("13812345678,fang@mail.com"))
    #expect(Self.written(.text, [.phone]).contains("138****5678"))
  }

  @Test("Text: a heading with moment and zone, columns in line")
  func text() {
    let lines = Self.written(.text, [.name, .spend, .id]).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Members as of 2026-03-02 09:53 (+08:00)")
    #expect(lines.contains("王芳    ¥128.50  m1"))
    #expect(lines.contains("=cmd()    ¥0.00  7"))
    #expect(lines.contains("–        -¥9.95  m3"))
    #expect(lines.dropLast().last == "3 members")
  }
}
