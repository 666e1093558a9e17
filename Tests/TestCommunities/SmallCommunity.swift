import Bytes
import Community
import Feeds
import Loyalty

/// A community of two dozen members, made by rule: the same at every run, with names of every kind.
package struct SmallCommunity {
  package static let zone = Zone(identifier: "Asia/Shanghai", offset: 8 * 3600)
  /// 2026-03-10 09:30 in Shanghai.
  package static let now = zone.instant(of: Day(rawValue: 20522), second: 9 * 3600 + 30 * 60)

  package static let names: [String?] = [
    "王小明", "李娜", "欧阳慕容雪", "Anna-Maria Kowalczyk-Brzęczyszczykiewicz", "👨‍👩‍👧‍👦 一家人", "محمد الأحمد",
    "e" + String(repeating: "\u{0301}", count: 500), "สมชาย ใจดี", "\u{1B}[31mred\u{07}", "한국어 사람",
    "🇨🇳 陈晨", nil, "Ōta たろう", "a\u{202E}evil", "张伟", "刘洋", "赵敏", "Liu Wei", "孙丽", "周杰", "吴芳", "郑强",
    "冯静", "=cmd()",
  ]
  private static let cities = ["上海", "北京", "杭州", "成都"]
  private static let tags = [["宝妈", "咖啡"], ["健身"], [], ["夜猫子", "囤货", "会员日", "推荐达人"]]

  package var community = Community()
  private var segments = Feed.allCases.map { Segment(feed: $0) }

  package init() {
    community.program.name = "茶语会员"
    community.hosts = [Host(id: "H1", name: "店长小美", region: "华东", store: "南京西路店")]
    Self.withBytes("H1") { community.hostIDs.insert($0, index: 0) }
    for index in Self.names.indices { addMember(index) }
    for index in Self.names.indices where index != 11 { addEvents(index) }
    for feed in Feed.events {
      var segment = segments[feed.rawValue]
      segment.newest = segment.at.max().map { Instant(rawValue: $0) } ?? .unknown
      community[feed].segments = segment.count > 0 ? [segment] : []
      community[historyOf: feed] = History(table: community[feed], memberCount: community.members.count)
    }
  }

  package static func instant(daysAgo days: Int, second: Int = 10 * 3600) -> Instant {
    zone.instant(of: zone.day(of: now).adding(days: -days), second: second)
  }

  private static func withBytes<Result>(_ text: String, _ body: (ByteView) -> Result) -> Result {
    text.withBytes(body)
  }

  private mutating func addMember(_ index: Int) {
    let id = "M\(String(100001 + index))"
    let member = Self.withBytes(id) { bytes in
      community.memberIDs.insert(bytes, index: index)
      return community.members.append(id: bytes)
    }
    // Known by events alone.
    if index == 7 { return }
    let city = community.symbols.intern(Self.cities[index % Self.cities.count]).rawValue
    let host = community.symbols.intern("H1").rawValue
    let tags = Self.tags[index % Self.tags.count].map { community.symbols.intern($0).rawValue }
    community.members.update(member) { block, row in
      if let name = Self.names[index] { block.names.set(name, row: row) }
      block.city[row] = city
      if index % 3 == 0 { block.host[row] = host }
      if !tags.isEmpty { block.tags.set(tags, row: row) }
      block.joined[row] = Self.instant(daysAgo: 20 + index * 29).rawValue
      block.phones.set("1380013\(1000 + index)", row: row)
      block.emails.set("member\(index)@example.com", row: row)
      block.birthday[row] = Birthday(year: 1980 + index, month: 1 + index % 12, day: 3 + index)?.rawValue ?? 0
    }
  }

  private mutating func addEvents(_ index: Int) {
    let joined = 20 + index * 29
    let step = 11 + index * 5
    for (number, day) in stride(from: joined, through: index % 7, by: -step).enumerated() {
      let amount: Int64 = number % 6 == 5 ? -8900 : Int64(9900 + (index * 7919 + number * 1301) % 60000)
      add(.orders, index, daysAgo: day) { segment, row in
        segment.integers[OrderField.amount.slot][row] = amount
        segment.symbols[OrderField.category.slot][row] = 0
      }
    }
    guard index % 2 == 0 else { return }
    let texts = ["今天的茶真好喝，包装也漂亮，下次还会再来，也会推荐给身边的朋友们！", "Late again.", "期待新品"]
    let post = community.symbols.intern("post").rawValue
    let space = community.symbols.intern("茶友圈").rawValue
    add(.activity, index, daysAgo: 3 + index) { segment, row in
      segment.symbols[ActivityField.type.slot][row] = post
      segment.symbols[ActivityField.space.slot][row] = space
      segment.texts[ActivityField.text.slot].set(texts[index / 2 % 3], row: row)
    }
    let nps = community.symbols.intern("nps").rawValue
    add(.surveys, index, daysAgo: 8 + index) { segment, row in
      segment.symbols[SurveyField.kind.slot][row] = nps
      segment.integers[SurveyField.score.slot][row] = Int64(4 + index % 7)
      segment.texts[SurveyField.text.slot].set(texts[(index / 2 + 1) % 3], row: row)
    }
    let care = community.symbols.intern("care").rawValue
    add(.touchpoints, index, daysAgo: 15 + index) { segment, row in
      segment.symbols[TouchpointField.kind.slot][row] = care
      segment.integers[TouchpointField.value.slot][row] = Int64(bitPattern: (3.0).bitPattern)
    }
    guard index % 4 == 0 else { return }
    let topic = community.symbols.intern("配送").rawValue
    add(.complaints, index, daysAgo: 30 + index) { segment, row in
      segment.integers[ComplaintField.level.slot][row] = Int64(1 + index % 3)
      segment.symbols[ComplaintField.topic.slot][row] = topic
    }
  }

  private mutating func add(
    _ feed: Feed, _ member: Int, daysAgo days: Int, _ fill: (inout Segment, Int) -> Void
  ) {
    let index = feed.rawValue
    let row = segments[index].count
    segments[index].count += 1
    segments[index].at.append(Self.instant(daysAgo: days, second: 36000 + member * 60).rawValue)
    segments[index].member.append(UInt32(member))
    if feed == .activity { segments[index].to.append(Participant.none.rawValue) }
    for column in segments[index].times.indices {
      segments[index].times[column].append(Instant.unknown.rawValue)
    }
    for column in segments[index].integers.indices {
      segments[index].integers[column].append(Segment.unknownInteger)
    }
    for column in segments[index].symbols.indices { segments[index].symbols[column].append(0) }
    fill(&segments[index], row)
  }

  /// What the reader would have told of the folder.
  package var report: ReadingReport {
    var report = ReadingReport()
    for feed in Feed.events + [.members, .hosts] where feed != .points {
      report[feed].files = [
        FileReport(path: "\(feed.name).jsonl", bytes: 4096, records: community[feed].count)
      ]
      report[feed].records = community[feed].count
    }
    report[.orders].duplicates = 3
    for line in 1...4 {
      report.setAside.append(
        SetAside(
          feed: .orders, file: "orders.jsonl", place: .line(line * 17), offset: Int64(line * 2048),
          field: line < 4 ? "amount" : nil,
          reason: line < 4 ? .wrongType(expected: .money) : .brokenJSON(.other)))
    }
    report.setAside.append(
      SetAside(
        feed: .surveys, file: "surveys.jsonl", place: .index(12), offset: 977, field: "score",
        reason: .outOfRange))
    report.programProblems = [.unknownKey(path: "curency", nearest: "currency")]
    report.notes = [.amountsRounded(file: "orders.jsonl", count: 2)]
    report.membersWithoutRecord = community.members.withoutRecord
    return report
  }

  /// Its members as of `now`, without measures.
  package var roster: Roster {
    let moment = Moment(now: Self.now, zone: Self.zone)
    let figures = MemberFigures(community: community, moment: moment)
    return Roster(community: community, figures: figures, moment: moment, mask: .standard)
  }

  /// Its members four months on, with values made by rule; every sixth is without.
  package static var valued: Roster {
    let small = SmallCommunity()
    let moment = Moment(now: zone.instant(of: zone.day(of: now).adding(days: 120), second: 36000), zone: zone)
    let figures = MemberFigures(community: small.community, moment: moment)
    let roster = Roster(community: small.community, figures: figures, moment: moment, mask: .standard)
    var measures = MemberMeasures(community: small.community, figures: figures)
    let members = names.indices
    let value = { (index: Int, value: Double) in index % 6 == 5 ? Double.nan : value }
    measures?.receive(
      ValueModel(
        values: PurchaseValues(
          alive: members.map { value($0, Double($0 * 37 % 90) / 100) },
          lifetimeValue: members.map { value($0, Double($0 * 131 % 900)) },
          earlierLifetimeValue: members.map { value($0, Double($0 * 137 % 900)) },
          valueIfAwake: members.map { value($0, Double(200 + $0 * 173 % 1500)) })))
    return measures.map { roster.with($0) } ?? roster
  }
}
