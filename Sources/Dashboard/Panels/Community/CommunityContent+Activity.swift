import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CommunityContent {
  func activityBlocks(_ activity: ActivityFigures) -> [CommunityBlock] {
    if activity.members > 0, activity.daily.allSatisfy({ $0 == 0 }), activity.count(nil) == activity.members {
      return [
        .text(Line(context.text(.communityEmpty), .heading)),
        .text(Line(context.text(.communityEmptyHint), .muted)),
      ]
    }
    return activeBlocks(activity) + ladder(activity) + heat(activity) + challengeBlocks
      + spaces(activity) + weeks(activity)
  }

  private func activeBlocks(_ activity: ActivityFigures) -> [CommunityBlock] {
    let orders = activity.orders
    let newcomers = activity.newcomers
    let daily = activity.daily.map { Optional(Double($0)) }
    return [
      heading(.communityWhoIsActive, note: context.text(.communityOfMembers, ["count": activity.members])),
      pair(.communityDaily, context.number(activity.yesterday)),
      pair(
        .communityWeekly, context.number(activity.weekly),
        note: change(activity.weekly, activity.weeklyBefore)),
      pair(
        .communityMonthly, context.number(activity.monthly),
        note: change(activity.monthly, activity.monthlyBefore)),
      pair(.communityStickiness, percent(activity.stickiness, 1)),
      .chart(
        Sparkline(daily, lowest: 0), rows: 3,
        words: context.text(.communityCurve, ["days": activity.daily.count]) + " "
          + activity.daily.map { "\($0)" }.joined(separator: " ")),
      pair(.communityInteractions, decimal(activity.interactionsByMember)),
      .text(
        Line(
          [Piece(context.text(.communityNewcomersShort, ["days": rules.comeBackDays]), .label)],
          right: [
            Piece(percent(newcomers.share), .number),
            Piece(" \(newcomers.cameBack)/\(newcomers.joined)", .muted),
          ])),
      activity.mentions == nil
        ? .text(Line(context.text(.communityNoWords), .muted))
        : pair(.communityMentionsShort, decimal(activity.mentionRate), note: "n \(activity.monthly)"),
      pair(
        .communityOrdersShort,
        "\(decimal(orders.inside.ordersByMember)) / \(decimal(orders.outside.ordersByMember))",
        note: orders.ratio.map { "× \(decimal($0, 1))" } ?? ""),
      .text(.blank),
    ]
  }

  private func ladder(_ activity: ActivityFigures) -> [CommunityBlock] {
    let most = ContributorLayer.allCases.map { activity.count($0) }.max() ?? 0
    let titles = ContributorLayer.allCases.map { CommunityWords.name($0, in: context.language) }
    let width = titles.map(\.cellWidth).max() ?? 0
    let glyphs = context.look.glyphs
    var blocks = [
      heading(
        .communityLadder,
        note: context.text(.communityLadderNote, ["days": rules.layerDays]))
    ]
    for (layer, title) in zip(ContributorLayer.allCases, titles) {
      let count = activity.count(layer)
      let cells = most > 0 ? max(count > 0 ? 1 : 0, (count * 12 + most / 2) / most) : 0
      let bar = String(
        repeating: Character(glyphs.horizontalSteps[glyphs.horizontalSteps.count - 1].base), count: cells)
      let moves = activity.layerMoves
      blocks.append(
        .choice(
          Line(
            [Piece(title, .label, width: width + 1), Piece(bar, .barFill, width: 12)],
            right: [
              Piece(context.number(count), .number),
              Piece(
                " +\(context.number(moves.rose(to: layer))) −\(context.number(moves.fell(from: layer)))",
                .muted, width: 10, .right),
            ]), key: layer.id, opens: .filter("contributor_layer:\(layer.id)")))
    }
    let parts = activity.participation
    return blocks + [
      pair(
        .communityHalfShort, context.number(activity.halfMadeBy),
        note: context.text(.communityOfContributions, ["count": activity.contributions])),
      pair(
        .communityParticipationShort,
        [parts?.top, parts?.next, parts?.rest].map { percent($0) }.joined(separator: " / ")),
      pair(.communityGiniShort, "\(decimal(activity.gini)) / \(decimal(activity.giniOfAll))"),
      .text(.blank),
    ]
  }

  private func heat(_ activity: ActivityFigures) -> [CommunityBlock] {
    let rows = (0..<7).map { day in (0..<24).map { Optional(Double(activity.heat[day * 24 + $0])) } }
    let days = (0..<7).map { CommunityWords.weekday($0, in: context.language) }
    let busiest = activity.heat.indices.max { activity.heat[$0] < activity.heat[$1] } ?? 0
    let words = context.text(
      .communityBusiest,
      [
        "day": context.text(Phrase.weekdays[busiest / 24]), "hour": busiest % 24,
        "count": Int(activity.heat[busiest]),
      ])
    return [
      heading(.communityHeat, note: words),
      .chart(
        HeatMap(
          rows: rows, rowHeads: days,
          columnHeads: (0..<24).map { $0 % 3 == 0 ? "\($0)" : "" }), rows: 8,
        words: zip(days, rows).map { day, counts in
          day + " " + counts.map { "\(Int($0 ?? 0))" }.joined(separator: " ")
        }.joined(separator: "; ")),
      .text(.blank),
    ]
  }

  private var challengeBlocks: [CommunityBlock] {
    guard let challenge = measures?.challenges?.all.first else { return [] }
    let kept = challenge.kept
    let missed = challenge.missedYesterday.count
    var blocks = [
      heading(
        .communityChallengeTitle,
        note: "\(community.symbols[challenge.name]) · "
          + CommunityWords.day(of: challenge, in: context.language)),
      pair(
        .communityKept, percent(kept.last),
        note: context.text(.communityOfMembers, ["count": challenge.participants.count])),
      .chart(
        Sparkline(
          kept.map { $0 } + Array(repeating: nil, count: max(0, challenge.length - kept.count)), lowest: 0,
          highest: 1),
        rows: 2, words: kept.map { percent($0) }.joined(separator: " ")),
      pair(
        .communityLongest,
        context.language.days(challenge.participants.map(\.longestStreak).max() ?? 0)),
    ]
    if challenge.isRunning || missed > 0 {
      blocks.append(
        .choice(
          Line(
            [Piece(context.text(.communityMissed), .label)],
            right: [Piece(context.number(missed), missed > 0 ? .warning : .number)]), key: "missed",
          opens: .filter("challenge:missed")))
    }
    return blocks + [.text(.blank)]
  }

  private func spaces(_ activity: ActivityFigures) -> [CommunityBlock] {
    guard !activity.spaces.isEmpty else { return [] }
    let active = context.text(.communityActive)
    let width = max(active.cellWidth, 5)
    var blocks = [
      CommunityBlock.text(
        .heading(
          context.text(.communitySpaces),
          right: [
            Piece(context.text(.communityActivities), .muted),
            Piece(active, .muted, width: width + 2, .right),
            Piece(context.text(.communityGrowth), .muted, width: 8, .right),
          ]))
    ]
    for space in activity.spaces.prefix(8) {
      blocks.append(
        .text(
          Line(
            [Piece(community.symbols[space.name], .text)],
            right: [
              Piece(context.number(space.activities), .number),
              Piece(context.number(space.members), .number, width: width + 2, .right),
              Piece(
                space.growth.map { CommunityWords.growth($0, in: context.language) } ?? "–", .muted, width: 8,
                .right),
            ])))
    }
    return blocks + [.text(.blank)]
  }

  private func weeks(_ activity: ActivityFigures) -> [CommunityBlock] {
    func curve(_ name: Phrase, _ value: (ActivityFigures.Week) -> Int) -> CommunityBlock {
      let values = activity.weeks.map(value)
      let title = context.text(name)
      let last = values.count > 1 ? values[values.count - 2] : 0
      return CommunityBlock(
        line: Line("\(title) \(values.map { "\($0)" }.joined(separator: " "))"),
        chart: { grid, rect, look in
          Line([Piece(title, .label)], right: [Piece(context.number(last), .number)])
            .draw(into: &grid, rect, look: look)
          Sparkline(values.map { Double($0) }, lowest: 0)
            .draw(into: &grid, rect.inset(left: 14, right: 8), look: look)
        })
    }
    return [
      heading(.communityByWeek, note: context.text(.communityLastWeek)),
      curve(.communityContent) { $0.content }, curve(.communityBenefits) { $0.benefits },
      curve(.communityExchange) { $0.interactions },
    ]
  }
}
