import Canvas
import Community
import Feeds
import Loyalty
import Testing
import Texts

@testable import Dashboard

@Suite struct LineTests {
  private func painted(_ line: Line, columns: Int) -> String {
    var grid = Grid(size: Size(columns: columns, rows: 1))
    line.draw(into: &grid, grid.bounds, look: Look())
    return grid.textLines[0]
  }

  @Test func `what stands at the right stays, what stands at the left is cut`() {
    let line = Line([Piece("a long title")], right: [Piece("1,234")])
    #expect(painted(line, columns: 20) == "a long title   1,234")
    #expect(painted(line, columns: 12) == "a lon… 1,234")
  }

  @Test func `a piece without any room is told of`() {
    #expect(painted(Line([Piece("one"), Piece("two")]), columns: 3) == "on…")
  }

  @Test func `fields keep columns straight whatever stands in them`() {
    let line = Line([Piece("上海", width: 6), Piece("12", width: 4, .right)])
    #expect(painted(line, columns: 10) == "上海    12")
  }

  @Test func `a heading fills up with a rule`() {
    #expect(painted(.heading("Figures"), columns: 12) == "Figures ────")
  }

  @Test func `text that is left out ends in an ellipsis`() {
    #expect("one two three four".lines(of: 9, limit: 2) == ["one two", "three…"])
  }
}

@Suite struct FooterTests {
  private func footer(_ columns: Int, message: FooterView.Message? = nil) -> String {
    let hints = [
      FooterView.Hint(keys: "Enter", title: "card"), FooterView.Hint(keys: "/", title: "search"),
      FooterView.Hint(keys: "f", title: "filter"),
      FooterView.Hint(keys: "?", title: "help", isKept: true),
    ]
    var frame = Frame(size: Size(columns: columns, rows: 1))
    FooterView(hints: hints, message: message).draw(into: &frame, frame.grid.bounds, look: Look())
    return frame.grid.textLines[0]
  }

  @Test func `keys that don't fit are left out whole, help last of all`() {
    #expect(footer(60) == " Enter card  / search  f filter  ? help")
    #expect(footer(30) == " Enter card  / search  ? help")
    #expect(footer(10) == " ? help")
  }

  @Test func `a message stands at the right with its undo`() {
    let undo = FooterView.Hint(keys: "u", title: "undo")
    let text = footer(
      50, message: FooterView.Message(text: "2 marks cleared", role: .success, undo: undo))
    #expect(text == " Enter card  ? help       2 marks cleared  u undo")
  }
}

@Suite struct HeaderTests {
  private func header(_ columns: Int) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    HeaderView(
      programme: "山语茶舍会员计划",
      tabs: [
        .init(key: "1", title: "Overview", isActive: true, panel: .overview),
        .init(key: "2", title: "Members", isActive: false, panel: .members),
      ],
      remarks: [
        .init(text: "read-only", role: .badge, importance: 3),
        .init(text: "data 3 h old", role: .clock, importance: 6),
        .init(text: "09:30", role: .clock, importance: 1),
      ]
    ).draw(into: &frame, frame.grid.bounds, look: Look())
    return frame.grid.textLines[0]
  }

  @Test func `what matters least goes first where there is little room`() {
    #expect(
      header(90)
        == " koxtop 山语茶舍会员计划   1 Overview  2 Members         read-only · data 3 h old · 09:30")
    #expect(header(60) == " 山语茶舍…   1 Overview  2 Members  read-only · data 3 h old")
    #expect(header(48) == " 山语茶舍…   1 Overview  2 Members  data 3 h old")
  }
}

@Suite struct TableViewTests {
  @Test func `matches are found in columns, not characters`() {
    #expect(MembersTableView.matches(of: ["海"], in: "上海 sea") == [2..<4])
    #expect(MembersTableView.matches(of: ["an"], in: "ANNA Han") == [0..<2, 6..<8])
    #expect(MembersTableView.matches(of: ["x"], in: "").isEmpty)
  }

  @Test func `the first two columns stay when the others scroll`() {
    let table = MembersTableLayout(
      columns: [.name, .id, .orders, .spend, .city], offset: 2, sorted: nil, width: 80, language: .english)
    #expect(table.columns == [.name, .id, .city])
    #expect(table.hiddenLeft == 2)
    #expect(table.hiddenRight == 0)
  }

  @Test func `columns without room are counted`() {
    let table = MembersTableLayout(
      columns: MemberColumn.allCases, offset: 0, sorted: .spend, width: 60, language: .simplifiedChinese)
    #expect(table.layout.columns.count + table.hiddenRight == MemberColumn.allCases.count)
    #expect(table.hiddenRight > 0)
  }

  @Test func `only the rows on screen are asked for`() {
    var asked: Set<Int> = []
    var frame = Frame(size: Size(columns: 80, rows: 12))
    let context = ViewContext(
      language: .english, look: Look(), now: Instant(seconds: 0), zone: .utc, currency: "CNY")
    MembersTableView(
      columns: [.name, .id], order: .standard, rowCount: 1_000_000, top: 500_000, selected: 500_003,
      value: { position, _ in
        asked.insert(position)
        return .count(position)
      }, isMarked: { _ in false }
    ).draw(
      into: &frame, header: frame.grid.bounds.line(0), rows: frame.grid.bounds.inset(top: 1),
      context: context)
    #expect(asked == Set(500_000..<500_011))
    #expect(frame.target(at: Point(column: 10, row: 4)) == .memberRow(500_003))
  }
}

@Suite struct WordingTests {
  @Test func `filter problems say what is wrong and what was perhaps meant`() {
    let problem = FilterProblem(.unknownField("spnd", suggestion: "spend"), at: 0..<4)
    #expect(problem.text(in: .english) == "no field is called 'spnd': did you mean spend?")
    #expect(problem.text(in: .simplifiedChinese) == "没有名为“spnd”的字段，是否指 spend？")
  }

  @Test func `what was set aside is counted by reason, the most frequent first`() {
    var report = ReadingReport()
    for line in [3, 9, 12] {
      report.setAside.append(
        SetAside(
          feed: .orders, file: "orders.jsonl", place: .line(line), offset: 0, field: "amount",
          reason: .wrongType(expected: .money)))
    }
    report.setAside.insert(
      SetAside(feed: .members, file: "members.json", place: .index(0), offset: 1, reason: .notAnObject), at: 0
    )
    let summary = SetAsideSummary(report)
    #expect(summary.total == 4)
    #expect(summary.entries.map(\.count) == [3, 1])
    #expect(summary.entries[0].newest.placeText == "orders.jsonl:12")
    #expect(summary.entries[0].newest.reasonText(in: .english) == "amount: not an amount of money")
    #expect(summary.entries[1].newest.placeText == "members.json[0]")
  }

  @Test func `ages from two days on are counted by the calendar`() {
    let zone = Zone(identifier: "+08:00", offset: 8 * 3600)
    let now = zone.instant(of: Day(rawValue: 20_000), second: 3600)
    let context = ViewContext(language: .english, look: Look(), now: now, zone: zone, currency: "CNY")
    #expect(context.age(now.adding(seconds: -47 * 3600)) == "47 h")
    #expect(context.age(zone.instant(of: Day(rawValue: 19_997), second: 80_000)) == "3 d")
  }
}
