import Bytes
import Canvas
import Community
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

extension Shop {
  /// Something that a member did, so many days ago.
  mutating func act(
    _ id: String, _ type: String, to: String? = nil, daysAgo: Int = 1, challenge: String? = nil
  ) {
    guard let member = community.member(id: id) else { return }
    if community[.activity].segments.isEmpty { community[.activity].segments = [Segment(feed: .activity)] }
    var segment = community[.activity].segments[0]
    let at = Shop.noon.adding(seconds: -86_400 * Int64(daysAgo) - 60)
    segment.at.append(at.rawValue)
    segment.member.append(member.rawValue)
    segment.to.append(to.flatMap { community.member(id: $0)?.rawValue } ?? Participant.none.rawValue)
    for slot in segment.symbols.indices { segment.symbols[slot].append(0) }
    segment.symbols[ActivityField.type.slot][segment.count] = community.symbols.intern(type).rawValue
    if let challenge {
      segment.symbols[ActivityField.challenge.slot][segment.count] =
        community.symbols.intern(challenge).rawValue
    }
    segment.newest = max(segment.newest, at)
    segment.count += 1
    community[.activity].segments[0] = segment
    community[historyOf: .activity] = History(
      table: community[.activity], memberCount: community.members.count)
    delta.touched.append(member)
  }
}

extension Shop {
  /// A host, and the members who are theirs.
  mutating func host(_ id: String, of members: [String], tag: String) {
    let place = community.hosts.count
    id.withBytes { community.hostIDs.insert($0, index: place) }
    community.hosts.append(Host(id: id, name: "Lin"))
    let symbols = [id, tag].map { community.symbols.intern($0).rawValue }
    for member in members.compactMap({ community.member(id: $0) }) {
      community.members.update(member) { block, row in
        block.host[row] = symbols[0]
        block.tags.set([symbols[1]], row: row)
      }
    }
  }
}

@Suite struct CommunityScenarios {
  private static func stage() -> Stage {
    let stage = Stage(members: 12)
    for _ in 0..<3 { stage.shop.act("m1", "post") }
    stage.shop.act("m2", "post")
    stage.shop.act("m3", "reaction", to: "m1")
    stage.shop.act("m4", "thanks", to: "m1")
    stage.shop.act("m3", "thanks", to: "m4")
    stage.shop.act("m5", "login")
    return stage
  }

  private static func text(_ stage: Stage) -> String { view(stage.state).grid.plainText }

  @Test func whoIsActiveIsCountedAndListed() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5"),
      stage.check {
        #expect($0.state.data.shown?.roster.measures?.activity?.yesterday == 5)
        #expect(Self.text($0).contains("Who is active"))
      },
      .press("enter"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.state.members.query.filterText == "contributor_layer:core")
        #expect($0.state.members.list.rows.count == 1)
      },
      .press("esc"), stage.check { #expect($0.state.panel == .community) },
      .press("j j enter"),
      stage.check {
        #expect($0.state.members.query.filterText == "contributor_layer:reactor")
        #expect($0.state.members.list.rows.count == 2)
      })
  }

  @Test func groupsLeadToTheirMembers() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5 ]"),
      stage.check {
        #expect($0.state.community.section == .ties)
        #expect($0.state.data.shown?.roster.measures?.ties?.edges == 3)
        #expect(Self.text($0).contains("Groups found"))
      },
      .press("j enter"),
      stage.check {
        #expect($0.state.members.query.filterText == "group:1")
        #expect($0.state.members.list.rows.count == 3)
      })
  }

  @Test func whatJustHappenedComesInAndWhatIsSelectedStays() throws {
    let stage = Self.stage()
    var selected: String?
    try stage.play(
      .press("5 [ j"),
      stage.check {
        #expect($0.state.community.section == .live)
        selected = $0.state.community.selected[.live]
        #expect(selected != nil)
      },
      stage.append { $0.act("m6", "story", daysAgo: 0) },
      stage.check {
        #expect($0.state.data.shown?.stream.count == 9)
        #expect($0.state.community.selected[.live] == selected)
        #expect(Self.text($0).contains("story"))
      },
      .press("home enter"),
      stage.check { #expect($0.state.members.query.filterText == "id:m6") })
  }

  @Test func whoMissedYesterdayIsListed() throws {
    let stage = Self.stage()
    for day in [4, 3, 2] { stage.shop.act("m6", "check_in", daysAgo: day, challenge: "tea") }
    for day in [4, 3, 2, 1] { stage.shop.act("m7", "check_in", daysAgo: day, challenge: "tea") }
    try stage.play(
      .press("5 end"),
      stage.check { #expect(Self.text($0).contains("Missed yesterday")) },
      .press("enter"),
      stage.check {
        #expect($0.state.members.query.filterText == "challenge:missed")
        let rows = $0.state.members.list.rows.map { stage.shop.community.members.id($0) }
        #expect(rows == ["m6"])
      })
  }

  @Test func hostsLeadToTheirMembersAndTheCoreGroup() throws {
    let stage = Self.stage()
    stage.shop.host("h1", of: ["m1", "m2"], tag: "core")
    try stage.play(
      .press("5 ] ]"),
      stage.check {
        #expect($0.state.community.section == .hosts)
        let hosts = $0.state.data.shown?.roster.measures?.hosts
        #expect(hosts?.coreGroup.count == 2 && hosts?.unanchored == 10)
        #expect(hosts?.invitable != nil)
        #expect(hosts?.scores.first?.careMissed != nil)
      },
      .press("enter"),
      stage.check { #expect($0.state.members.query.filterText == "host:h1") },
      .press("esc j enter"), stage.check { #expect($0.state.members.query.filterText == "host:none") },
      .press("esc j enter"), stage.check { #expect($0.state.members.query.filterText == "tag:core") },
      .press("esc j enter"), stage.check { #expect($0.state.members.query.filterText == "id:m1") })
  }

  @Test func withoutACoreGroupThePanelSaysHowOneIsMade() throws {
    let stage = Self.stage()
    stage.shop.host("h1", of: ["m1", "m2"], tag: "friend")
    try stage.play(
      .press("5 ] ]"),
      stage.check { #expect(Self.text($0).contains("Nobody has the tag core in members yet.")) })
  }

  @Test func theCardShowsWhomAMemberIsTiedTo() throws {
    let stage = Self.stage()
    try stage.play(
      .press("2 f i d : m 1 enter"),
      // The next key is for the list that was found.
      stage.check { #expect($0.state.members.list.rows.count == 1) },
      .press("enter"), stage.check { #expect($0.state.members.card.isOpen) },
      .press("enter ] ]"),
      stage.check {
        #expect($0.state.members.card.part == .ties)
        #expect(Self.text($0).contains("tied to each other too"))
      },
      .press("]"), stage.check { #expect($0.state.members.card.part == .timeline) })
  }

  @Test func withoutHostsThePanelSaysWhatWouldFillIt() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5 ] ]"),
      stage.check { #expect(Self.text($0).contains("hosts.json")) },
      .press("enter"), stage.check { #expect($0.state.message != nil) })
  }
}
