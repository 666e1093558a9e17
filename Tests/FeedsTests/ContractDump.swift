import Community
import Feeds

/// What was read, as text that tests compare.
extension Snapshot {
  /// A line for each record of a feed: `o1: m1 2026-03-01T01:30:00Z amount=12.50 category=tea`, the fields in
  /// the order of `Feed.fields`; `m1→host:h1` is an activity towards a host, `?` an id without record, `-` nobody.
  func lines(_ feed: Feed) -> [String] {
    rows(feed).map { segment, row in
      var words: [String] = []
      if let id = segment.ids[row] { words.append("\(id):") }
      if feed != .weather {
        let to = segment.to.isEmpty ? Participant.none : Participant(rawValue: segment.to[row])
        words.append(name(segment.party(row)) + (to == .none ? "" : "→" + name(to)))
        words.append(text(segment.instant(row)))
      }
      for field in feed.fields {
        if let value = text(field, segment, row) { words.append("\(field.name)=\(value)") }
      }
      return words.joined(separator: " ")
    }
  }

  /// One field of every record of a feed; `-` where it's unknown.
  func values(_ feed: Feed, _ field: Field) -> [String] {
    rows(feed).map { segment, row in text(field, segment, row) ?? "-" }
  }

  /// Who is behind every record of a feed.
  func parties(_ feed: Feed) -> [String] {
    rows(feed).map { segment, row in name(segment.party(row)) }
  }

  /// When every record of a feed was.
  func times(_ feed: Feed) -> [String] { rows(feed).map { segment, row in text(segment.instant(row)) } }

  /// A line for each member: `m1 name=李 joined=2024-01-01T00:00:00Z tags=[a,b] consent={sms:no}`.
  var memberLines: [String] {
    let members = community.members
    let symbols = community.symbols
    return (0..<members.count).map { number in
      let member = Member.Index(number)
      var words = [members.id(member)]
      func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { words.append("\(name)=\(value)") }
      }
      add("name", members.name(member))
      add("joined", members.joined(member).map(text))
      add("birthday", members.birthday(member)?.description)
      add("city", symbols[members[\.city, member]])
      add("region", symbols[members[\.region, member]])
      add("store", symbols[members[\.store, member]])
      add("channel", symbols[members[\.channel, member]])
      add("host", symbols[members[\.host, member]])
      add("referrer", members[\.referrers, member])
      add("household", members[\.households, member])
      let tags = members.tags(member).map { symbols[$0] }
      if !tags.isEmpty { add("tags", "[\(tags.joined(separator: ","))]") }
      let aliases = members.aliases(member).map { "\($0.channel):\($0.id)" }
      if !aliases.isEmpty { add("aliases", "{\(aliases.joined(separator: ","))}") }
      add("phone", members[\.phones, member])
      add("email", members[\.emails, member])
      let consents = members.consents(member).map { "\(symbols[$0.channel]):\($0.isGiven ? "yes" : "no")" }
      if !consents.isEmpty { add("consent", "{\(consents.joined(separator: ","))}") }
      if !members.hasRecord(member) { words.append("(no record)") }
      return words.joined(separator: " ")
    }
  }

  var hostLines: [String] {
    community.hosts.map { host in
      [host.id, host.name, host.region, host.store].compactMap(\.self).joined(separator: " ")
    }
  }

  /// A line for each campaign: `c1 name=x arms=[a:A:0.5] starts=… goal=order window=30`.
  var campaignLines: [String] {
    community.campaigns.map { campaign in
      var words = [campaign.id]
      if let name = campaign.name { words.append("name=\(name)") }
      if let play = campaign.play { words.append("play=\(play)") }
      if !campaign.arms.isEmpty {
        let arms = campaign.arms.map { arm in
          [arm.id, arm.name ?? "-", arm.share.map { "\($0)" } ?? "-"].joined(separator: ":")
        }
        words.append("arms=[\(arms.joined(separator: ","))]")
      }
      if let starts = campaign.starts { words.append("starts=\(text(starts))") }
      if let ends = campaign.ends { words.append("ends=\(text(ends))") }
      if let goal = campaign.goal { words.append("goal=\(goal)") }
      if let days = campaign.windowDays { words.append("window=\(days)") }
      return words.joined(separator: " ")
    }
  }

  /// A line for each thing set aside: `orders.jsonl:2 @31 amount missing`, `orders.json[0] @1 not_an_object`,
  /// `orders.jsonl @0 is_folder`.
  var setAsideLines: [String] {
    report.setAside.map { item in
      let place: String
      switch item.place {
      case .line(let line): place = ":\(line)"
      case .index(let index): place = "[\(index)]"
      case .file: place = ""
      }
      let field = item.field.map { $0 + " " } ?? ""
      return "\(item.file)\(place) @\(item.offset) \(field)\(code(item.reason))"
    }
  }

  /// `setAsideLines` without places: `amount missing`.
  var faults: [String] {
    report.setAside.map { ($0.field.map { $0 + " " } ?? "") + code($0.reason) }
  }

  /// Everything that could differ between two readings of the same folder.
  var dump: [String] {
    var lines = memberLines + hostLines + campaignLines + setAsideLines
    for feed in Feed.allCases { lines += self.lines(feed) }
    for feed in report.feeds {
      lines.append(
        "\(feed.feed) \(feed.records) \(feed.duplicates) \(feed.recordsSetAside) \(feed.fieldsSetAside)")
      lines += feed.files.map { "\($0.path) \($0.bytes) \($0.records)" }
    }
    lines += report.notes.map { "\($0)" } + report.programProblems.map { "\($0)" }
    lines.append("\(report.membersWithoutRecord) \(zone.identifier) \(community.program)")
    for feed in Feed.events + [.decisions] {
      for number in 0..<community.members.count {
        let rows = community.rows(feed, of: Member.Index(number)).map { row in
          let (segment, offset) = community[feed][row]
          return "\(segment.at[offset]) \(segment.ids[offset] ?? "")"
        }
        lines.append("\(feed) \(number) \(rows)")
      }
    }
    return lines
  }

  private func rows(_ feed: Feed) -> [(Segment, Int)] {
    community[feed].segments.flatMap { segment in (0..<segment.count).map { (segment, $0) } }
  }

  private func name(_ party: Participant) -> String {
    if let member = party.member { return community.members.id(member) }
    if let host = party.host { return "host:" + community.hosts[host].id }
    return party == .none ? "-" : "?"
  }

  private func text(_ instant: Instant) -> String {
    let milliseconds = instant.rawValue - instant.seconds * 1000
    let fraction = milliseconds == 0 ? "" : ".\(String(1000 + milliseconds).dropFirst())"
    return Zone.utc.string(from: instant).dropLast() + fraction + "Z"
  }

  private func text(_ field: Field, _ segment: Segment, _ row: Int) -> String? {
    switch field.kind {
    case .time: return segment.time(field, row).map(text)
    case .day: return segment.integer(field, row).map { "\(Day(rawValue: Int32($0)))" }
    case .money: return segment.money(field, row)?.description
    case .integer: return segment.integer(field, row).map { "\($0)" }
    case .number: return segment.number(field, row).map { "\($0)" }
    case .symbol:
      let symbol = segment.symbol(field, row)
      return symbol == .none ? nil : community.symbols[symbol]
    case .text: return segment.text(field, row)
    case .ratings:
      let ratings = segment.ratings(field, row).map { "\(community.symbols[$0.driver]):\($0.score)" }
      return ratings.isEmpty ? nil : "{\(ratings.joined(separator: ","))}"
    }
  }

  private func code(_ reason: SetAsideProblem) -> String {
    if case .wrongType(let expected) = reason { return "wrong_type(\(expected.rawValue))" }
    return reason.code
  }
}
