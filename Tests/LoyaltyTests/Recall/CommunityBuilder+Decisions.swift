import Community

@testable import Loyalty

extension CommunityBuilder {
  /// Appends a line of `decisions`.
  mutating func decide(
    _ id: String, _ at: String, _ kind: DecisionAction, _ member: String? = nil, by manager: String = "林晚",
    play: String? = nil, campaign: String? = nil, rule: String? = nil, until: String? = nil,
    undoes: String? = nil
  ) {
    decide(
      id, Self.time(at), kind, member, by: manager, play: play, campaign: campaign, rule: rule,
      until: until.map { Self.time($0) }, undoes: undoes)
  }

  /// Appends a line of `decisions`, about a member or a topic.
  mutating func decide(
    _ id: String, _ at: Instant, _ kind: DecisionAction, _ member: String? = nil, by manager: String = "林晚",
    play: String? = nil, campaign: String? = nil, rule: String? = nil, topic: String? = nil,
    until: Instant? = nil, undoes: String? = nil
  ) {
    let index = member.map { self.index($0) }
    if community[.decisions].segments.isEmpty {
      community[.decisions].segments.append(Segment(feed: .decisions))
    }
    var segment = community[.decisions].segments[0]
    let words: [Int: String?] = [
      DecisionField.manager.slot: manager, DecisionField.action.slot: kind.rawValue,
      DecisionField.play.slot: play, DecisionField.campaign.slot: campaign,
      DecisionField.rule.slot: rule, DecisionField.topic.slot: topic,
    ]
    for slot in segment.symbols.indices {
      let word = words[slot] ?? nil
      segment.symbols[slot].append(word.map { community.symbols.intern($0).rawValue } ?? 0)
    }
    segment.at.append(at.rawValue)
    segment.member.append((index.map { Participant.member($0) } ?? .none).rawValue)
    segment.times[DecisionField.recorded.slot].append(Instant.unknown.rawValue)
    segment.times[DecisionField.until.slot].append((until ?? .unknown).rawValue)
    segment.ids.set(id, row: segment.count)
    if let undoes { segment.texts[DecisionField.undoes.slot].set(undoes, row: segment.count) }
    segment.count += 1
    community[.decisions].segments[0] = segment
    if let index {
      community[historyOf: .decisions].add(Row(segment: 0, offset: segment.count - 1), of: index)
    }
  }

  func log(_ moment: String) -> DecisionLog {
    DecisionLog(community: community, moment: Self.moment(moment))
  }

  func board(
    _ moment: String, values: PurchaseValues? = nil, fit: ModelFit? = nil, manager: String? = "林晚"
  ) -> RecallBoard {
    let roster = roster(moment).with(measures(moment, values: values))
    guard let board = RecallBoard(roster, fit: fit, manager: manager) else {
      preconditionFailure("there are measures, and nobody cancels")
    }
    return board
  }
}
