import Community
import TestCommunities

extension Shop {
  /// An answer, so many minutes ago; by nobody known without a member.
  mutating func answer(
    _ id: String, by member: String?, _ score: Int, _ words: String = "", minutesAgo: Int,
    kind: String = "nps",
    channel: String = ""
  ) {
    if community[.surveys].segments.isEmpty { community[.surveys].segments = [Segment(feed: .surveys)] }
    var segment = community[.surveys].segments[0]
    let at = Shop.noon.adding(seconds: -60 * Int64(minutesAgo))
    let row = segment.count
    let index = member.flatMap { community.member(id: $0) }
    segment.at.append(at.rawValue)
    segment.member.append(index?.rawValue ?? Participant.none.rawValue)
    segment.ids.set(id, row: row)
    for slot in segment.integers.indices { segment.integers[slot].append(Segment.unknownInteger) }
    for slot in segment.symbols.indices { segment.symbols[slot].append(0) }
    segment.integers[SurveyField.score.slot][row] = Int64(score)
    segment.symbols[SurveyField.kind.slot][row] = community.symbols.intern(kind).rawValue
    if !channel.isEmpty {
      segment.symbols[SurveyField.channel.slot][row] = community.symbols.intern(channel).rawValue
    }
    if !words.isEmpty { segment.texts[SurveyField.text.slot].set(words, row: row) }
    segment.newest = max(segment.newest, at)
    segment.count += 1
    community[.surveys].segments[0] = segment
    community[historyOf: .surveys] = History(
      table: community[.surveys], memberCount: community.members.count)
    if let index { delta.touched.append(index) }
  }
}
