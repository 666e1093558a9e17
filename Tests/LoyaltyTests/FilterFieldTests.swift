import Community
import Testing

@testable import Loyalty

/// The fields of what members say, complain of, send back, buy, and of their recalls, against what goes over every record.
@Suite struct FilterFieldTests {
  static let now = "2026-03-31T12:00"

  /// A random community with answers, complaints, refunds, categories, and recalls.
  static func world(seed: UInt64, categories: Int = 5) -> (builder: CommunityBuilder, roster: Roster) {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder.random(seed: seed, members: 120, events: 0)
    let ids = (0..<120).map { builder.community.members.id(Member.Index($0)) }
    for number in 0..<600 {
      guard let id = ids.randomElement(using: &random) else { continue }
      let at = CommunityBuilder.day(&random)
      switch number % 6 {
      case 0: builder.answer(id, at, "csat", Int64.random(in: 1...5, using: &random))
      case 1:
        builder.complain(
          id, at, level: Int64.random(in: 1...3, using: &random),
          resolved: Bool.random(using: &random) ? CommunityBuilder.day(&random) : nil)
      case 2: builder.order(id, at, -20)
      case 4: builder.answer(id, at, "nps", Int64.random(in: 0...10, using: &random))
      case 3:
        builder.order(id, at, 30, category: "c\(Int.random(in: 0..<categories, using: &random))")
      default:
        builder.decide(
          "d\(number)", at, Bool.random(using: &random) ? .recall : .holdOut, id, play: "coupon")
      }
    }
    var measures = builder.measures(now)
    measures.records = RecordSummary(
      community: builder.community, moment: CommunityBuilder.moment(now), isCancelled: { false })
    if let board = RecallBoard(builder.roster(now, mask: .none).with(measures)) { measures.receive(board) }
    return (builder, builder.roster(now, mask: .none).with(measures))
  }

  private static func check(
    _ roster: Roster, _ text: String, _ passes: (Member.Index) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let filter = try MemberFilter(parsing: text, mask: .none)
    let everyone = (0..<roster.count).map { Member.Index($0) }.filter(roster.figures.isListed)
    let expected = everyone.filter(passes)
    let rows = try #require(roster.all(MemberQuery(filter: filter))?.rows)
    #expect(Set(rows) == Set(expected), "\(text)", sourceLocation: sourceLocation)
    #expect(everyone.filter(filter.matcher(for: roster).matches) == expected, sourceLocation: sourceLocation)
  }

  /// The records of a feed of a member up to now, by time.
  private static func records(
    _ roster: Roster, _ feed: Feed, _ member: Member.Index
  ) -> [(segment: Segment, row: Int)] {
    let table = roster.community[feed]
    return table.segments.flatMap { segment in
      (0..<segment.count).filter {
        segment.party($0).member == member && segment.at[$0] <= roster.moment.now.rawValue
      }.map { (segment, $0) }
    }.sorted { $0.segment.at[$0.row] < $1.segment.at[$1.row] }
  }

  private static func lastScore(_ roster: Roster, _ kind: String, _ member: Member.Index) -> Int64? {
    records(roster, .surveys, member).last { segment, row in
      roster.community.symbols[segment.symbol(SurveyField.kind, row)] == kind
    }.flatMap { $0.segment.integer(SurveyField.score, $0.row) }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func answers(_ seed: UInt64) throws {
    let roster = Self.world(seed: seed).roster
    func nps(_ member: Member.Index) -> Int64? { Self.lastScore(roster, "nps", member) }
    try Self.check(roster, "nps>=9") { nps($0) ?? -1 >= 9 }
    try Self.check(roster, "nps:0..6") { (nps($0) ?? 99) <= 6 }
    try Self.check(roster, "csat<3") { (Self.lastScore(roster, "csat", $0) ?? 99) < 3 }
    try Self.check(roster, "has:csat") { Self.lastScore(roster, "csat", $0) != nil }
    try Self.check(roster, "answer:detractor") { (nps($0) ?? 99) <= 6 }
    try Self.check(roster, "回答:推荐者,中立者") { nps($0) ?? -1 >= 7 }
    try Self.check(roster, "answer:none") { nps($0) == nil }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func complaints(_ seed: UInt64) throws {
    let (builder, roster) = Self.world(seed: seed)
    let limits = ComplaintLimits(builder.community.program, zone: CommunityBuilder.zone)
    let now = roster.moment.now.rawValue
    /// Of each complaint: whether it's open, and whether it's late.
    func complaints(_ member: Member.Index) -> [(isOpen: Bool, isLate: Bool)] {
      Self.records(roster, .complaints, member).map { segment, row in
        let resolved = segment.time(ComplaintField.resolved, row)?.rawValue ?? .max
        let level = Int(segment.integer(ComplaintField.level, row) ?? 3)
        return (resolved > now, resolved > now && now > limits.due(level: level, told: segment.at[row]))
      }
    }
    try Self.check(roster, "complaint:open") { complaints($0).contains { $0.isOpen } }
    try Self.check(roster, "complaint=open") { member in
      complaints(member).contains { $0.isOpen } && !complaints(member).contains { $0.isLate }
    }
    try Self.check(roster, "投诉:超时") { complaints($0).contains { $0.isLate } }
    try Self.check(roster, "complaint:resolved") { member in
      !complaints(member).isEmpty && !complaints(member).contains { $0.isOpen }
    }
    try Self.check(roster, "-has:complaint") { complaints($0).isEmpty }
  }

  @Test func complaintsFollowWhatIsAppended() throws {
    var builder = CommunityBuilder()
    builder.member("m1")
    builder.complain("m1", "2026-03-01", level: 1, resolved: "2026-03-01T01:00")
    var records = try #require(
      RecordSummary(
        community: builder.community, moment: CommunityBuilder.moment(Self.now), isCancelled: { false }))
    #expect(records.complaints == [RecordSummary.ComplaintState.resolved.rawValue])
    builder.complain("m1", "2026-03-31T11:00", level: 1)
    records.update(
      [builder.index("m1")], community: builder.community, moment: CommunityBuilder.moment(Self.now))
    #expect(records.complaints == [RecordSummary.ComplaintState.open.rawValue])
    records.update(
      [builder.index("m1")], community: builder.community,
      moment: CommunityBuilder.moment("2026-03-31T13:01"))
    #expect(records.complaints == [RecordSummary.ComplaintState.late.rawValue])
  }

  @Test(arguments: [(1, 5), (2, 5), (3, 200), (4, 200)] as [(UInt64, Int)])
  func categoriesAndRefunds(_ seed: UInt64, _ categories: Int) throws {
    let roster = Self.world(seed: seed, categories: categories).roster
    func bought(_ member: Member.Index) -> Set<String> {
      Set(
        Self.records(roster, .orders, member).compactMap { segment, row in
          let symbol = segment.symbol(OrderField.category, row)
          guard symbol != .none, segment.integers[OrderField.amount.slot][row] >= 0 else { return nil }
          return roster.community.symbols[symbol]
        })
    }
    func refunds(_ member: Member.Index) -> [Int64] {
      Self.records(roster, .orders, member)
        .filter { $0.segment.integers[OrderField.amount.slot][$0.row] < 0 }.map { $0.segment.at[$0.row] }
    }
    for category in ["c1", "c4", "c150"] {
      try Self.check(roster, "category:\(category)") { bought($0).contains(category) }
    }
    try Self.check(roster, "品类:c1,c2 -category:c3") { member in
      !bought(member).isDisjoint(with: ["c1", "c2"]) && !bought(member).contains("c3")
    }
    try Self.check(roster, "has:category") { !bought($0).isEmpty }
    try Self.check(roster, "has:refund") { !refunds($0).isEmpty }
    let zone = CommunityBuilder.zone
    try Self.check(roster, "refund:2026-02") { member in
      refunds(member).max().map { zone.day(of: Instant(rawValue: $0)).civil.month == 2 } ?? false
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func recalls(_ seed: UInt64) throws {
    let (builder, roster) = Self.world(seed: seed)
    let zone = CommunityBuilder.zone
    let log = builder.log(Self.now)
    /// Those that count: where two want the same member, the first line does.
    func recalls(_ member: Member.Index) -> [Instant] {
      log.state(of: member).recalls.filter { $0.action == .recall }.map(\.at)
    }
    func wakings(_ member: Member.Index) -> [Instant] {
      recalls(member).compactMap { recall in
        let end = zone.end(of: zone.day(of: recall).adding(days: 30))
        return Self.records(roster, .orders, member)
          .filter { $0.segment.integers[OrderField.amount.slot][$0.row] >= 0 }
          .map { Instant(rawValue: $0.segment.at[$0.row]) }.first { $0 > recall && $0 <= end }
      }
    }
    // Each recall counts, not only the newest one.
    try Self.check(roster, "recalled:2026-01") { recalls($0).contains { zone.day(of: $0).civil.month == 1 } }
    try Self.check(roster, "召回日:2026-02..2026-03") { member in
      recalls(member).contains { [2, 3].contains(zone.day(of: $0).civil.month) }
    }
    try Self.check(roster, "-has:recalled") { recalls($0).isEmpty }
    try Self.check(roster, "has:woken") { !wakings($0).isEmpty }
    try Self.check(roster, "woken:2026-03") { wakings($0).contains { zone.day(of: $0).civil.month == 3 } }
    for member in (0..<roster.count).map({ Member.Index($0) }) {
      #expect(roster[.recalled, member] == (recalls(member).max().map { .instant($0) } ?? .unknown))
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func attitudes(_ seed: UInt64) throws {
    let roster = Self.world(seed: seed).roster
    let persona = try #require(roster.measures?.persona)
    for attitude in Attitude.allCases {
      try Self.check(roster, "attitude:\(attitude.rawValue)") { persona.attitude($0) == attitude }
    }
    try Self.check(roster, "态度:真实忠诚,潜在忠诚") { persona.mind($0) ?? 0 >= 50 && persona.attitude($0) != nil }
  }

  @Test func membersAreFoundByWhoInvitedThem() throws {
    var builder = CommunityBuilder()
    builder.member("m1", name: "张伟")
    builder.member("m2", name: "王芳", referrer: "m1")
    builder.member("m3", name: "李雷", referrer: "m2")
    builder.activity("m1", "2026-02-01", "referral", to: "m4")
    func found(_ text: String, mask: Mask = .none) throws -> [String] {
      let roster = builder.roster(Self.now, mask: mask)
      let matcher = try MemberFilter(parsing: text, mask: mask).matcher(for: roster)
      return (0..<roster.count).map { Member.Index($0) }.filter(matcher.matches)
        .map { roster.community.members.id($0) }
    }
    #expect(try found("referred_by:张伟") == ["m2", "m4"])
    #expect(try found("推荐人:m1") == ["m2", "m4"])
    #expect(try found("referred_by:张*") == ["m2", "m4"])
    // Masked names can't be guessed letter by letter.
    #expect(try found("referred_by:张*", mask: Mask(names: true, contacts: true)) == [])
    #expect(try found("referred_by:张伟", mask: Mask(names: true, contacts: true)) == ["m2", "m4"])
  }

  @Test func valuesAreCounted() throws {
    let roster = Self.world(seed: 7).roster
    let everyone = (0..<roster.count).map { Member.Index($0) }.filter(roster.figures.isListed)
    for column in MemberColumn.allCases where column.hasCountedValues {
      let values = try #require(roster.values(of: column))
      #expect(values.map(\.count) == values.map(\.count).sorted(by: >))
      for value in values.prefix(4) {
        let filter = try MemberFilter(parsing: "\(column.id)=\"\(value.id)\"", mask: .none)
        // Upper and lower case of a word are one in filters.
        let same = values.filter { $0.id.lowercased() == value.id.lowercased() }.reduce(0) { $0 + $1.count }
        #expect(everyone.filter(filter.matcher(for: roster).matches).count <= same, "\(column) \(value)")
        if same == value.count {
          #expect(
            everyone.filter(filter.matcher(for: roster).matches).count == value.count, "\(column) \(value)")
        }
      }
    }
  }
}
