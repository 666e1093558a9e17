import Community
import TestCommunities

extension Shop {
  /// A recall as it comes from the feed, a minute ago.
  mutating func recall(_ id: String, by manager: String) {
    guard let member = community.member(id: id) else { return }
    if community[.decisions].segments.isEmpty {
      community[.decisions].segments = [Segment(feed: .decisions)]
    }
    let symbols = [
      DecisionField.action.slot: "recall", DecisionField.manager.slot: manager,
      DecisionField.play.slot: "news",
    ].mapValues { community.symbols.intern($0).rawValue }
    let at = Shop.noon.adding(seconds: -60)
    var segment = community[.decisions].segments[0]
    segment.at.append(at.rawValue)
    segment.member.append(member.rawValue)
    for column in segment.symbols.indices { segment.symbols[column].append(0) }
    for (slot, symbol) in symbols { segment.symbols[slot][segment.count] = symbol }
    for column in segment.times.indices { segment.times[column].append(Instant.unknown.rawValue) }
    segment.newest = max(segment.newest, at)
    segment.count += 1
    community[.decisions].segments[0] = segment
    delta.touched.append(member)
  }
}
