import Community

/// Reads what hosts and their members did.
struct HostReader {
  private(set) var scores: [HostScore] = []
  /// Members who ever told a story.
  private(set) var stories: Set<UInt32> = []

  private let community: Community
  private let moment: Moment
  private let counted: CountedMembers
  private let kinds: ActivityKinds
  /// By symbol and by row of the hosts, the place among the scores.
  private var placeOfSymbol: [Int32]
  private var placeOfHost: [Int]
  /// By member, the place of the host, -1 for none.
  private var anchors: [Int32]
  private let firstDay: Day
  private let days: Int
  /// By score, then by day: activities of the members, and of the host.
  private var ofMembers: [UInt32]
  private var ofHosts: [UInt32]

  init(_ community: Community, _ figures: MemberFigures, _ counted: CountedMembers) {
    self.community = community
    self.counted = counted
    moment = figures.moment
    kinds = ActivityKinds(community.symbols)
    days = community.program.community.hostDays
    firstDay = moment.today.adding(days: -days)
    var isNamed = [Bool](repeating: false, count: community.symbols.count)
    for block in community.members.blocks { for host in block.host { isNamed[Int(host)] = true } }
    isNamed[0] = false
    var ids = Set(community.hosts.map(\.id))
    for symbol in isNamed.indices where isNamed[symbol] {
      ids.insert(community.symbols[Symbol(rawValue: UInt32(symbol))])
    }
    let hosts = ids.map {
      (host: community.host(id: $0) ?? Host(id: $0), isKnown: community.host(id: $0) != nil)
    }
    .sorted { $0.host.precedes($1.host) }
    let sorted = hosts.map(\.host.id)
    scores = hosts.map { HostScore(id: $0.host.id, host: $0.isKnown ? $0.host : nil) }
    placeOfSymbol = Array(repeating: -1, count: community.symbols.count)
    placeOfHost = Array(repeating: -1, count: community.hosts.count)
    for (place, id) in sorted.enumerated() {
      if let symbol = community.symbols.symbol(of: id) { placeOfSymbol[Int(symbol.rawValue)] = Int32(place) }
      if let host = community.hostIDs.index(of: id) { placeOfHost[host] = place }
    }
    anchors = Array(repeating: -1, count: counted.flags.count)
    for number in anchors.indices where counted.flags[number] {
      let (block, row) = community.members.place(Member.Index(number))
      let place = placeOfSymbol[Int(community.members.blocks[block].host[row])]
      anchors[number] = place
      if place >= 0 { scores[Int(place)].members += 1 }
    }
    ofMembers = Array(repeating: 0, count: scores.count * days)
    ofHosts = ofMembers
  }

  /// Adds how occasions for care were used.
  mutating func add(care: (Member.Index) -> (done: Int, missed: Int)) {
    for place in scores.indices { (scores[place].careDone, scores[place].careMissed) = (0, 0) }
    for number in anchors.indices where anchors[number] >= 0 {
      let (done, missed) = care(Member.Index(number))
      scores[Int(anchors[number])].careDone = (scores[Int(anchors[number])].careDone ?? 0) + done
      scores[Int(anchors[number])].careMissed = (scores[Int(anchors[number])].careMissed ?? 0) + missed
    }
  }

  /// What was written that a host may answer.
  private struct Question {
    var host: Int32
    var at: Int64
    var answered = Int64.max
  }

  /// - Returns: false if cancelled.
  mutating func read(_ isCancelled: () -> Bool) -> Bool {
    var questions: [Question] = []
    var ids = IDTable()
    for segment in community[.activity].segments {
      if isCancelled() { return false }
      readDeeds(segment, &questions, &ids)
    }
    for segment in community[.activity].segments { readAnswers(segment, &questions, ids) }
    var waits: [[Int64]] = Array(repeating: [], count: scores.count)
    for question in questions where question.answered != .max {
      waits[Int(question.host)].append(question.answered - question.at)
    }
    for place in scores.indices {
      if scores[place].answered != nil { scores[place].answered = waits[place].count }
      scores[place].medianReply = HostReader.median(waits[place]).map { Int($0 / 1000) }
      for day in 0..<days {
        let count = Int(ofMembers[place * days + day])
        if ofHosts[place * days + day] == 0 {
          scores[place].silentDays += 1
          scores[place].activitiesOnSilentDays += count
        } else {
          scores[place].otherDays += 1
          scores[place].activitiesOnOtherDays += count
        }
      }
    }
    return true
  }

  private static func median(_ values: [Int64]) -> Int64? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private mutating func readDeeds(_ segment: Segment, _ questions: inout [Question], _ ids: inout IDTable) {
    let types = segment.symbols[ActivityField.type.slot]
    guard !types.isEmpty else { return }
    let answered = segment.texts[ActivityField.replyTo.slot]
    let now = moment.now.rawValue
    var clock = DayClock(zone: moment.zone)
    let start = moment.zone.instant(of: firstDay).rawValue
    for row in 0..<segment.count where segment.at[row] <= now {
      let party = segment.member[row]
      let kind = kinds[types[row]]
      if kind.contains(.story), counted.contains(party) { stories.insert(party) }
      guard segment.at[row] >= start else { continue }
      let day = clock.day(of: segment.at[row]).days(since: firstDay)
      let to = segment.to.isEmpty ? Participant.none : Participant(rawValue: segment.to[row])
      if let host = Participant(rawValue: party).host {
        let place = placeOfHost[host]
        scores[place].activities += 1
        let isAnswer = answered.has(row: row)
        if isAnswer, scores[place].answered == nil { scores[place].answered = 0 }
        if let member = to.member, counted.contains(member.rawValue) {
          scores[place].towardsMembers += 1
          if !isAnswer { scores[place].proactive += 1 }
        }
        if day < days { ofHosts[place * days + day] += 1 }
        continue
      }
      guard counted.contains(party) else { continue }
      let anchor = anchors[Int(party)]
      if anchor >= 0, day < days { ofMembers[Int(anchor) * days + day] += 1 }
      guard let asked = asked(types[row], kind, anchor, to) else { continue }
      segment.ids.withBytes(row: row) { id in
        guard let id, ids.index(of: id) == nil else { return }
        ids.insert(id, index: questions.count)
        questions.append(Question(host: asked, at: segment.at[row]))
        scores[Int(asked)].asked += 1
      }
    }
  }

  /// Which host something written is for, or nil.
  private func asked(_ type: UInt32, _ kind: ActivityKinds.Flags, _ anchor: Int32, _ to: Participant)
    -> Int32?
  {
    let word = community.symbols[Symbol(rawValue: type)]
    if let host = to.host {
      return kind.contains(.reply) || word == "mention" ? Int32(placeOfHost[host]) : nil
    }
    return anchor >= 0 && kind.contains(.content) && word != "share" ? anchor : nil
  }

  private func readAnswers(_ segment: Segment, _ questions: inout [Question], _ ids: IDTable) {
    guard ids.count > 0 else { return }
    let answered = segment.texts[ActivityField.replyTo.slot]
    for row in 0..<segment.count where segment.at[row] <= moment.now.rawValue {
      guard let host = segment.party(row).host else { continue }
      answered.withBytes(row: row) { id in
        guard let id, let place = ids.index(of: id), Int(questions[place].host) == placeOfHost[host] else {
          return
        }
        // Clocks that differ may let an answer seem earlier than what it answers.
        questions[place].answered = min(
          questions[place].answered, max(segment.at[row], questions[place].at))
      }
    }
  }
}
