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

  @Test func whoIsActiveIsCountedAndListed() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5"),
      stage.sees {
        #expect($0.panel == "Community")
        #expect($0.part == "Activity")
        #expect($0.shows("Who is active"))
        #expect($0.line(with: "DAU, yesterday").hasPrefix("DAU, yesterday 5"))
        #expect($0.selected.hasPrefix("core"))
      },
      .press("enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("Filter contributor_layer:core"))
        #expect($0.column("Id") == ["m1"])
      },
      .press("esc"), stage.sees { #expect($0.panel == "Community") },
      .press("j j enter"),
      stage.sees {
        #expect($0.shows("Filter contributor_layer:reactor"))
        #expect($0.column("Id") == ["m4", "m3"])
      })
  }

  @Test func groupsLeadToTheirMembers() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5 ]"),
      stage.sees {
        #expect($0.part == "Ties")
        #expect($0.line(with: "│ ties").hasSuffix("│ ties 3"))
        #expect($0.shows("Groups found"))
      },
      .press("j enter"),
      stage.sees {
        #expect($0.shows("Filter group:1"))
        #expect($0.column("Id") == ["m1", "m3", "m4"])
      })
  }

  @Test func whatJustHappenedComesInAndWhatIsSelectedStays() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5 [ j"),
      stage.sees {
        #expect($0.part == "Live")
        #expect($0.selected == "24 h 小3 thanks → Ann 4")
      },
      stage.append { $0.act("m6", "story", daysAgo: 0) },
      stage.sees {
        #expect($0.shows("1 min 小6 story"))
        #expect($0.selected == "24 h 小3 thanks → Ann 4")
      },
      .press("home enter"), stage.sees { #expect($0.selected.contains(" m6 ")) })
  }

  @Test func whoMissedYesterdayIsListed() throws {
    let stage = Self.stage()
    for day in [4, 3, 2] { stage.shop.act("m6", "check_in", daysAgo: day, challenge: "tea") }
    for day in [4, 3, 2, 1] { stage.shop.act("m7", "check_in", daysAgo: day, challenge: "tea") }
    try stage.play(
      .press("5 end"),
      stage.sees { #expect($0.selected.hasPrefix("Missed yesterday 1")) },
      .press("enter"),
      stage.sees {
        #expect($0.shows("Filter challenge:missed"))
        #expect($0.column("Id") == ["m6"])
      })
  }

  @Test func hostsLeadToTheirMembersAndTheCoreGroup() throws {
    let stage = Self.stage()
    stage.shop.host("h1", of: ["m1", "m2"], tag: "core")
    try stage.play(
      .press("5 ] ]"),
      stage.sees {
        #expect($0.part == "Hosts")
        #expect($0.selected.hasPrefix("Lin 2"))
        #expect($0.shows("members without a host 10 / 12"))
        #expect($0.shows("core group (tag core) 2"))
        #expect($0.shows("ready to invite"))
      },
      .press("enter"), stage.sees("Filter host:h1"),
      .press("esc j enter"), stage.sees("Filter host:none"),
      .press("esc j enter"), stage.sees("Filter tag:core"),
      .press("esc j enter"), stage.sees { #expect($0.selected.contains(" m1 ")) })
  }

  @Test func withoutACoreGroupThePanelSaysHowOneIsMade() throws {
    let stage = Self.stage()
    stage.shop.host("h1", of: ["m1", "m2"], tag: "friend")
    try stage.play(.press("5 ] ]"), stage.sees("No member has the tag core yet."))
  }

  @Test func theCardShowsWhomAMemberIsTiedTo() throws {
    let stage = Self.stage()
    try stage.play(
      .press("2 f i d : m 1 enter"),
      // The next key is for the list that was found.
      stage.sees { #expect($0.column("Id") == ["m1"]) },
      .press("enter"), stage.sees("┌─ Ann 1 ─"),
      .press("enter ] ]"),
      stage.sees {
        #expect($0.part == "Ties")
        #expect($0.shows("2 ties, 0 both ways, 100% in triang"))
        #expect($0.shows("also tied to each other"))
      },
      .press("]"), stage.sees { #expect($0.part == "Timeline") })
  }

  @Test func withoutHostsThePanelSaysWhatWouldFillIt() throws {
    let stage = Self.stage()
    try stage.play(
      .press("5 ] ]"), stage.sees("hosts.json fills this"),
      .press("enter"), stage.sees { #expect($0.message == "Nothing to open on this line") })
  }
}
