import Canvas
import Community
import Loyalty
import TestCommunities
import Texts

@testable import Dashboard

extension SmallCommunity {
  /// The panel of this community after its members have talked to each other for a while, in two groups.
  static func talking(_ size: Size, _ language: Language) -> DashboardState {
    var small = SmallCommunity()
    small.talk()
    var state = small.state(size, language)
    state.panel = .community
    guard let roster = state.data.shown?.roster,
      let measures = MemberMeasures(roster: roster)?.accounted(roster)?.scheduled(roster)
    else { return state }
    state.data.shown?.roster = roster.with(measures.withCommunity(roster) ?? measures)
    state.data.shown?.stream = ActivityStream.newest(
      ActivityStream.shown, in: small.community, moment: roster.moment)
    return state
  }

  private mutating func talk() {
    let core = community.symbols.intern(community.program.community.coreTag).rawValue
    for member in [0, 4] {
      community.members.update(Member.Index(member)) { block, row in block.tags.set([core], row: row) }
    }
    let words = ["春茶到了吗？", "Try it with cold water.", "谢谢，学到了！", "明天见"]
    func symbol(_ word: String) -> UInt32 { community.symbols.intern(word).rawValue }
    let types = ["reply", "reaction", "thanks", "mention", "login", "story", "share"].map(symbol)
    let spaces = ["茶友圈", "Cold brew"].map(symbol)
    let checkIn = symbol("check_in")
    let habit = symbol("habit-2026-02")
    var segment = community[.activity].segments[0]
    func add(
      _ party: Participant, to: Participant, daysAgo: Int, second: Int, type: UInt32, space: UInt32 = 0,
      challenge: UInt32 = 0, text: String? = nil, id: String? = nil, replyTo: String? = nil
    ) {
      let row = segment.count
      segment.count += 1
      segment.at.append(SmallCommunity.instant(daysAgo: daysAgo, second: second).rawValue)
      segment.member.append(party.rawValue)
      segment.to.append(to.rawValue)
      for slot in segment.symbols.indices { segment.symbols[slot].append(0) }
      segment.symbols[ActivityField.type.slot][row] = type
      segment.symbols[ActivityField.space.slot][row] = space
      segment.symbols[ActivityField.challenge.slot][row] = challenge
      if let text { segment.texts[ActivityField.text.slot].set(text, row: row) }
      if let id { segment.ids.set(id, row: row) }
      if let replyTo { segment.texts[ActivityField.replyTo.slot].set(replyTo, row: row) }
    }
    // Those of even number talk to the next of even number, and so do the others, each in their own space.
    for step in 0..<150 {
      let one = step * 7 % 22
      let other = (one + 2 * (1 + step % 3)) % 22
      guard one != other else { continue }
      add(
        .member(Member.Index(one)), to: .member(Member.Index(other)), daysAgo: step % 75,
        second: 28_800 + step * 331 % 50_000, type: types[step % types.count], space: spaces[one % 2],
        text: step % 3 == 0 ? words[step % words.count] : nil, id: "t\(step)")
    }
    for step in stride(from: 0, to: 150, by: 8) {
      add(
        .host(0), to: .member(Member.Index(step * 7 % 22)), daysAgo: step % 75, second: 82_000,
        type: types[0], replyTo: step % 16 == 0 ? "t\(step)" : nil)
    }
    for member in 0..<5 {
      for day in 0..<(12 - member * 2) where (day + member) % 5 != 4 {
        add(
          .member(Member.Index(member)), to: .none, daysAgo: 12 - day, second: 25_000, type: checkIn,
          challenge: habit)
      }
    }
    add(.member(Member.Index(0)), to: .member(Member.Index(1)), daysAgo: 5, second: 40_000, type: types[2])
    segment.newest = segment.at.max().map { Instant(rawValue: $0) } ?? .unknown
    segment.isOrdered = false
    community[.activity].segments = [segment]
    community[historyOf: .activity] = History(
      table: community[.activity], memberCount: community.members.count)
  }
}
