import Bytes
import Community

@testable import Loyalty

extension CommunityBuilder {
  /// Appends something the brand did, with all that the account reads of it.
  mutating func touch(
    _ member: String, _ at: String, _ kind: String, value: Double? = nil, trigger: String? = nil
  ) {
    record(.touchpoints, member, at) { segment, symbols in
      segment.symbols[TouchpointField.kind.slot].append(symbols.intern(kind).rawValue)
      segment.symbols[TouchpointField.trigger.slot].append(trigger.map { symbols.intern($0).rawValue } ?? 0)
      segment.integers[TouchpointField.value.slot].append(
        value.map { Int64(bitPattern: $0.bitPattern) } ?? Segment.unknownInteger)
    }
  }

  mutating func complain(_ member: String, _ at: String, level: Int64? = nil, resolved: String? = nil) {
    record(.complaints, member, at) { segment, _ in
      segment.integers[ComplaintField.level.slot].append(level ?? Segment.unknownInteger)
      segment.times[ComplaintField.resolved.slot].append(
        (resolved.map { Self.time($0) } ?? .unknown).rawValue)
    }
  }

  /// Appends an activity of a host's, to a member, or in answer to an activity, or neither.
  mutating func hostActivity(
    _ host: Int, _ at: String, _ type: String = "reply", to: String? = nil, replyTo: String? = nil
  ) {
    let to = to.map { Participant.member(index($0)) } ?? .none
    if community[.activity].segments.isEmpty {
      community[.activity].segments.append(Segment(feed: .activity))
    }
    let type = community.symbols.intern(type).rawValue
    community[.activity].segments.withMutableView { segments in
      let row = segments[0].count
      segments[0].at.append(Self.time(at).rawValue)
      segments[0].member.append(Participant.host(host).rawValue)
      segments[0].to.append(to.rawValue)
      segments[0].symbols[ActivityField.type.slot].append(type)
      if let replyTo { segments[0].texts[ActivityField.replyTo.slot].set(replyTo, row: row) }
      segments[0].count += 1
    }
  }

  func accounts(_ moment: String, workers: Int = 1) -> EmotionalAccounts {
    // Only a cancelled computation has no result.
    guard
      let accounts = EmotionalAccounts(
        community: community, figures: figures(moment), moment: Self.moment(moment),
        on: Computation(workers: workers))
    else { preconditionFailure("cancelled") }
    return accounts
  }

  func ledger(_ member: String, _ moment: String) -> AccountLedger {
    guard let member = community.member(id: member) else { preconditionFailure("no such member") }
    return accounts(moment).ledger(of: member, community)
  }
}
