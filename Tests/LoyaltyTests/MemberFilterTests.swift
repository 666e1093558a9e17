import Community
import Loyalty
import Testing

@Suite struct MemberFilterTests {
  /// Five members as of 1 March 2026.
  static func roster(mask: Mask = .standard) -> Roster {
    var builder = CommunityBuilder()
    builder.host("h1", name: "Lin")
    builder.member(
      "m1", name: "张伟", joined: "2026-01-01", birthday: Birthday(year: 1990, month: 3, day: 1), city: "上海",
      host: "h1", tags: ["宝妈", "core"], phone: "138 1234 5678", consents: [("sms", true), ("email", false)])
    builder.order("m1", "2026-02-27", 700)
    builder.member("m2", name: "王芳", joined: "2025-05-05", city: "北京", tags: ["vip"], email: "wang@mail.com")
    builder.order("m2", "2026-01-01", 100)
    builder.order("m2", "2026-01-02", -50)
    builder.member("m3", name: "Anna Becker", joined: "2024-02-29", city: "Köln", host: "h2")
    builder.activity("m3", "2025-12-01", "post")
    builder.activity("m4", "2026-02-28T23:30", "login")
    builder.member(
      "x-5", name: "ＡＮＮＡ李", joined: "2026-03-01", birthday: Birthday(year: nil, month: 12, day: 31),
      city: "上海",
      tags: ["宝妈"])
    return builder.roster("2026-03-01T12:00", mask: mask)
  }

  static func matches(_ text: String, mask: Mask = .standard) throws -> [String] {
    let roster = roster(mask: mask)
    let matcher = try MemberFilter(parsing: text, mask: mask).matcher(for: roster)
    let single = (0..<roster.count).map { Member.Index($0) }.filter(matcher.matches)
    let all = try #require(
      roster.all(MemberQuery(filter: matcher.filter(text, mask), order: MemberOrder(.id, .ascending))))
    #expect(Set(all.rows) == Set(single))
    return single.map { roster.community.members.id($0) }.sorted()
  }

  @Test(
    arguments: [
      ("", ["m1", "m2", "m3", "m4", "x-5"]),
      ("张", ["m1"]),
      ("anna", ["m3", "x-5"]),
      ("ａｎｎａ", ["m3", "x-5"]),
      ("ANNA -becker", ["x-5"]),
      ("köln", ["m3"]),
      ("KÖLN", ["m3"]),
      ("宝妈", ["m1", "x-5"]),
      ("M1", ["m1"]),
      ("张,王", ["m1", "m2"]),
      ("\"anna b\"", ["m3"]),
      ("“anna b”", ["m3"]),
      ("-has:record", ["m4"]),
      ("has:record has:email", ["m2"]),
      ("city:上海", ["m1", "x-5"]),
      ("city：上海，北京", ["m1", "m2", "x-5"]),
      ("city:上", []),
      ("city:上*", ["m1", "x-5"]),
      ("city:KÖLN", ["m3"]),
      ("city:none", ["m4"]),
      ("-city:none,上海", ["m2", "m3"]),
      ("city:\"none\"", []),
      ("tag:宝妈 -tag:core", ["x-5"]),
      ("tags:none", ["m3", "m4"]),
      ("host:h1,none", ["m1", "m2", "m4", "x-5"]),
      ("-host:none", ["m1", "m3"]),
      ("name:an", ["m3", "x-5"]),
      ("name:an*", ["m3", "x-5"]),
      ("name:*er", ["m3"]),
      ("name=张", []),
      ("name=张伟", ["m1"]),
      ("id:m*", ["m1", "m2", "m3", "m4"]),
      ("spend>500", ["m1"]),
      ("spend>=50 spend<700", ["m2"]),
      ("spend:50", ["m2"]),
      ("spend:50.00..700", ["m1", "m2"]),
      ("spend:..0", ["m3", "m4", "x-5"]),
      ("spend:>500", ["m1"]),
      ("orders=1", ["m1", "m2"]),
      ("orders:0", ["m3", "m4", "x-5"]),
      ("has:orders", ["m1", "m2"]),
      ("average_order:none", ["m3", "m4", "x-5"]),
      ("average_order:50", ["m2"]),
      ("silent>30d", ["m2", "m3"]),
      ("silent<1w", ["m1", "m4", "x-5"]),
      ("silent:2", ["m1"]),
      ("last_seen<30d", ["m1", "m4"]),
      ("last_seen:1d", []),
      ("last_seen:2d", ["m4"]),
      ("last_seen:yesterday", ["m4"]),
      ("last_seen>=yesterday", ["m4"]),
      ("last_seen:none", ["x-5"]),
      ("last_seen:1d..60d", ["m1", "m2", "m4"]),
      ("joined:2026-01", ["m1"]),
      ("joined:2026", ["m1", "m4", "x-5"]),
      ("joined:today", ["x-5"]),
      ("joined>2026-01-01", ["m4", "x-5"]),
      ("joined>=2026-01-01", ["m1", "m4", "x-5"]),
      ("joined<2025", ["m3"]),
      ("joined:2025..2026-01", ["m1", "m2"]),
      ("joined>1y", ["m3"]),
      ("joined>=2026-02-28T23:30", ["m4", "x-5"]),
      ("joined>2026-02-28T23:30", ["x-5"]),
      ("birthday:today", ["m1"]),
      ("birthday:03", ["m1"]),
      ("birthday:03-01", ["m1"]),
      ("birthday:1990", ["m1"]),
      ("birthday:1990-03-01", ["m1"]),
      ("birthday:12-20..03-05", ["m1", "x-5"]),
      ("birthday:none", ["m2", "m3", "m4"]),
      ("consent:sms", ["m1"]),
      ("consent:-email", ["m1"]),
      ("consent:email", []),
      ("record:no", ["m4"]),
      ("phone:13812345678", ["m1"]),
      ("phone:12345678", []),
      ("email:WANG@mail.com", ["m2"]),
      ("email:wang", []),
      ("10:30", []),
      ("zzz", []),
    ] as [(String, [String])])
  func findsMembers(text: String, ids: [String]) throws {
    #expect(try Self.matches(text) == ids)
  }

  @Test func partsOfContactsAreFoundOnlyWhereTheyAreShown() throws {
    #expect(try Self.matches("phone:1234 email:wang", mask: .none) == [])
    #expect(try Self.matches("phone:1234", mask: .none) == ["m1"])
    #expect(try Self.matches("email:wang", mask: .none) == ["m2"])
    #expect(try Self.matches("email:wang*", mask: .none) == ["m2"])
    let masked = Self.roster()
    let filter = try MemberFilter(parsing: "phone:1234", mask: .none)
    #expect(masked.all(MemberQuery(filter: filter))?.rows == [])
  }

  @Test func maskedNamesAreFoundByTheWholeOrWhatIsShown() throws {
    let mask = Mask(names: true, contacts: true)
    #expect(try Self.matches("张", mask: mask) == ["m1"])
    #expect(try Self.matches("张伟", mask: mask) == ["m1"])
    #expect(try Self.matches("伟", mask: mask) == [])
    #expect(try Self.matches("name:伟", mask: mask) == [])
    #expect(try Self.matches("name:becker", mask: mask) == [])
  }

  @Test(
    arguments: [
      ("ciy:上海", .unknownField("ciy", suggestion: "city"), 0..<3),
      ("a  lastsen>3d", .unknownField("lastsen", suggestion: "last_seen"), 3..<10),
      ("has:fone", .unknownField("fone", suggestion: "phone"), 4..<8),
      ("wombat:1", .unknownField("wombat", suggestion: nil), 0..<6),
      ("城巿:上海", .unknownField("城巿", suggestion: "城市"), 0..<2),
      ("-spend>abc", .badValue("abc", .money), 7..<10),
      ("spend>1,00", .badValue("1,00", .money), 6..<10),
      ("spend > 1x", .badValue("1x", .money), 8..<10),
      ("orders:1.5", .badValue("1.5", .number), 7..<10),
      ("silent>30x", .badValue("30x", .days), 7..<10),
      ("joined>2026-13", .badValue("2026-13", .time), 7..<14),
      ("birthday:02-30", .badValue("02-30", .birthday), 9..<14),
      ("record:maybe", .badValue("maybe", .boolean), 7..<12),
      ("spend:9..5", .badValue("9..5", .money), 6..<10),
      ("city:", .missingValue, 0..<5),
      ("spend> ", .missingValue, 0..<6),
      ("spend > city:上海", .missingValue, 0..<7),
      ("阶段:沉垂", .badWord("沉垂", .stage, suggestion: "沉睡"), 3..<5),
      ("OR city:上海", .missingTerm, 0..<2),
      ("city:上海 或", .missingTerm, 8..<9),
      ("张 NOT", .missingTerm, 2..<5),
      ("(city:上海", .unclosedBracket, 0..<1),
      ("张 (city:上海 OR)", .missingTerm, 11..<13),
      ("city:上海 )", .strayBracket, 8..<9),
      ("city>上海", .operatorNotAllowed(">", .word), 0..<5),
      ("has>city", .operatorNotAllowed(">", .word), 0..<4),
      ("张 \"free", .unclosedQuote, 2..<7),
      ("phone:138*", .masked(.phone), 6..<10),
    ] as [(String, FilterProblem.Kind, Range<Int>)])
  func tellsWhatIsWrongAndWhere(text: String, kind: FilterProblem.Kind, range: Range<Int>) {
    #expect(throws: FilterProblem(kind, at: range)) { try MemberFilter(parsing: text) }
  }

  @Test func typingOnNarrows() throws {
    func narrows(_ new: String, _ old: String, mask: Mask = .standard) throws -> Bool {
      try MemberFilter(parsing: new).narrows(MemberFilter(parsing: old), mask: mask)
    }
    #expect(try narrows("anna", "ann"))
    #expect(try narrows("anna city:上海", "ann"))
    #expect(try narrows("anna", ""))
    #expect(try narrows("spend>600", "spend>60"))
    #expect(try narrows("city:上海", "city:上海,北京"))
    #expect(try narrows("-city:上海,北京", "-city:上海"))
    #expect(try !narrows("ann", "anna"))
    #expect(try !narrows("anna,bob", "ann"))
    #expect(try !narrows("-anna", "-ann"))
    #expect(try narrows("-ann", "-anna"))
    #expect(try !narrows("city:北京", "city:上海"))
    #expect(try !narrows("张伟", "张", mask: Mask(names: true, contacts: true)))
  }

  @Test func oneBlockAtATimeFindsTheSameAsOneMemberAtATime() throws {
    for seed in 10..<14 as Range<UInt64> {
      let roster = CommunityBuilder.random(seed: seed, members: 300, events: 600).roster("2026-02-20")
      for text in [
        "an", "ann", "zoë", "ZOË", "张伟", "伟", "m1", "M1", "long", "york", "new", "核", "city:york",
        "-tag:vip,core",
        "spend>100", "orders:1..2", "silent<20d", "last_seen<20d", "joined:2026-01", "phone:13", "has:phone",
        "birthday:01..06", "name:张*", "referrer:m*", "-referrer:none", "last_order>10d", "record:no",
      ] {
        let filter = try MemberFilter(parsing: text, mask: .none)
        let matcher = filter.matcher(for: roster)
        let single = (0..<roster.count).map { Member.Index($0) }.filter(matcher.matches)
        let all = try #require(roster.all(MemberQuery(filter: filter)))
        #expect(Set(single) == Set(all.rows), "\(text)")
      }
    }
  }
}

extension MemberMatcher {
  fileprivate func filter(_ text: String, _ mask: Mask) throws -> MemberFilter {
    try MemberFilter(parsing: text, mask: mask)
  }
}
