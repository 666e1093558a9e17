import Community
import Loyalty
import Testing

@Suite("Figures of a community agree with plain lists") struct TalkAgreementTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

  @Test(arguments: seeds)
  func activity(seed: UInt64) throws {
    let talk = NaiveTalk(seed: seed)
    let builder = talk.builder()
    let symbols = builder.community.symbols
    for workers in [1, 3] {
      let figures = builder.activityFigures(NaiveTalk.now, workers: workers)
      #expect(figures.members == talk.counted.count)
      #expect(figures.daily == (1...60).reversed().map { talk.active($0...$0).count })
      #expect(figures.weeklyBefore == talk.active(8...14).count)
      let before = (31...60).reduce(0) { $0 + talk.active($1...$1).count }
      #expect(figures.stickinessBefore == Double(before) / 30 / Double(talk.active(31...60).count))
      let kinds = ActivityKinds.contributions + ActivityKinds.reactions
      #expect(figures.interactions == talk.done(1...30).count { kinds.contains($0.type) })
      #expect(figures.interactionsBefore == talk.done(31...60).count { kinds.contains($0.type) })
      #expect(
        figures.interactionsByMember == Double(figures.interactions) / Double(talk.counted.count))
      #expect(figures.mentions == talk.done(1...30).count { $0.text == "I like TEA" })
      #expect(
        figures.mentionRate
          == Double(talk.done(1...30).count { $0.text == "I like TEA" }) / Double(talk.active(1...30).count))
      for space in figures.spaces {
        let name = symbols[space.name]
        #expect(space.activities == talk.done(1...30).count { $0.space == name })
        #expect(space.activitiesBefore == talk.done(31...60).count { $0.space == name })
        #expect(space.members == Set(talk.done(1...30).filter { $0.space == name }.map(\.by)).count)
      }
      #expect(Set(figures.spaces.map { symbols[$0.name] }) == ["one", "two"])
      let all = Dictionary(grouping: talk.done(1...30)) { $0.by }.mapValues {
        $0.count { ActivityKinds.contributions.contains($0.type) }
      }
      #expect(figures.contributions == all.values.reduce(0, +))
      checkMoves(figures, talk, builder)
    }
  }

  /// Moves are what the layers of each member before and now come to.
  private func checkMoves(_ figures: ActivityFigures, _ talk: NaiveTalk, _ builder: CommunityBuilder) {
    let layers: [ContributorLayer?] = [nil] + ContributorLayer.allCases
    let members = talk.counted.compactMap { builder.community.member(id: $0) }
    for from in layers {
      for to in layers {
        #expect(
          figures.layerMoves[from, to]
            == members.count { figures.layerBefore($0) == from && figures.layer($0) == to })
      }
    }
  }

  @Test(arguments: seeds)
  func newcomersOrdersAndWeeks(seed: UInt64) throws {
    let talk = NaiveTalk(seed: seed)
    let figures = talk.builder().activityFigures(NaiveTalk.now)
    let newcomers = talk.counted.filter { (8...37).contains(talk.joined[$0] ?? 0) }
    #expect(figures.newcomers.joined == newcomers.count)
    let back = newcomers.filter { member in
      let ago = talk.joined[member] ?? 0
      return talk.active(ago - 7...ago - 1).contains(member)
    }
    #expect(figures.newcomers.cameBack == back.count)

    let inside = talk.active(31...60)
    let outside = Set(talk.counted.filter { talk.joined[$0] ?? 0 > 30 }).subtracting(inside)
    for (side, who) in [(figures.orders.inside, inside), (figures.orders.outside, outside)] {
      let bought = talk.orders.filter {
        who.contains($0.member) && (1...30).contains($0.ago) && $0.amount >= 0
      }
      #expect(side.members == who.count && side.orders == bought.count)
      #expect(side.spend == Money(rawValue: Int64(bought.reduce(0) { $0 + $1.amount } * 100)))
      #expect(side.ordersByMember == (who.isEmpty ? nil : Double(bought.count) / Double(who.count)))
    }

    let spoken = talk.past.filter { talk.isMember($0.by) || talk.isHost($0.by) }
    let sinceMonday = NaiveTalk.today.weekday - 1
    for (place, week) in figures.weeks.enumerated() {
      let last = sinceMonday + 7 * (11 - place)
      let days = max(0, last - 6)...last
      #expect(week.first == NaiveTalk.today.adding(days: -last))
      let said = spoken.filter { days.contains($0.ago) }
      #expect(week.content == said.count { ActivityKinds.content.contains($0.type) })
      #expect(week.interactions == said.count { ActivityKinds.interactions.contains($0.type) })
      #expect(week.benefits == talk.gifts.count { days.contains($0.ago) && talk.isMember($0.member) })
    }
  }

  @Test(arguments: seeds)
  func tiesWithMembersAndHosts(seed: UInt64) {
    let talk = NaiveTalk(seed: seed)
    let builder = talk.builder()
    for workers in [1, 3] {
      let figures = builder.tieFigures(NaiveTalk.now, workers: workers)
      #expect(figures.edges == talk.edges.count)
      #expect(figures.nodes == talk.edges.reduce(into: Set<String>()) { $0.formUnion($1) }.count)
      #expect(figures.hostTies == talk.hostPairs.count)
      let all = talk.hostPairs.count + talk.edges.count
      #expect(figures.hubDependence == Double(talk.hostPairs.count) / Double(all))
      let byMembers = talk.replies.count { talk.isMember($0.by) }
      #expect(figures.memberAnswers == Double(byMembers) / Double(talk.replies.count))
      for id in talk.members {
        guard let member = builder.community.member(id: id) else { continue }
        #expect(figures.ties(member) == talk.edges.count { $0.contains(id) })
      }
    }
  }

  @Test(arguments: seeds)
  func hosts(seed: UInt64) throws {
    let talk = NaiveTalk(seed: seed)
    let builder = talk.builder()
    let measures = builder.measures(NaiveTalk.now)
    let figures = try #require(
      HostFigures(
        community: builder.community, figures: builder.figures(NaiveTalk.now),
        activity: builder.activityFigures(NaiveTalk.now), path: measures.path))
    #expect(figures.unanchored == talk.counted.count { talk.anchors[$0] == nil })
    for score in figures.scores {
      let own = talk.counted.filter { talk.anchors[$0] == score.id }
      #expect(score.members == own.count)
      #expect(score.hasRecord == NaiveTalk.hosts.contains(score.id))
      let deeds = talk.deeds(of: score.id)
      #expect(score.activities == deeds.count)
      let towards = deeds.filter { $0.to.map(talk.isMember) == true }
      #expect(score.towardsMembers == towards.count)
      #expect(score.proactive == towards.count { $0.replyTo == nil })
      #expect(score.asked == talk.questions(score.id).count)
      let waits = talk.waits(score.id).sorted()
      #expect(score.answered == (deeds.contains { $0.replyTo != nil } ? waits.count : nil))
      let median =
        waits.isEmpty ? nil : (waits[(waits.count - 1) / 2] + waits[waits.count / 2]) * 60 / 2
      #expect(score.medianReply == median)
      let silent = (1...90).filter { day in !deeds.contains { $0.ago == day } }
      #expect(score.silentDays == silent.count && score.otherDays == 90 - silent.count)
      let onSilent = talk.done(1...90).count { own.contains($0.by) && silent.contains($0.ago) }
      #expect(score.activitiesOnSilentDays == onSilent)
      #expect(score.activitiesOnOtherDays == talk.done(1...90).count { own.contains($0.by) } - onSilent)
    }
  }
}
