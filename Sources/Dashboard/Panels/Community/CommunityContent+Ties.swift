import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CommunityContent {
  func tieBlocks(_ ties: TieFigures) -> [CommunityBlock] {
    guard ties.nodes > 0 else {
      return [
        .text(Line(context.text(.tiesEmpty, ["days": ties.days]), .heading)),
        .text(Line(context.text(.communityEmptyHint), .muted)),
      ]
    }
    let silence = measures?.hosts?.silence
    var blocks = [
      heading(.tiesTitle, note: context.text(.communityDays, ["days": ties.days])),
      pair(.tiesNodes, context.number(ties.nodes)),
      pair(.tiesEdgesShort, context.number(ties.edges)),
      pair(.tiesDensity, decimal(ties.density, 4)),
      pair(.tiesReciprocity, percent(ties.reciprocity)),
      pair(.tiesTransitivity, decimal(ties.transitivity, 3)),
      pair(.tiesClustering, decimal(ties.meanClustering, 3)),
      pair(
        .tiesComponents,
        "\(context.number(ties.components.count)) / \(context.number(ties.components.first ?? 0))"),
      pair(
        .tiesHubShort, percent(ties.hubDependence),
        note: "\(context.number(ties.hostTies))/\(context.number(ties.hostTies + ties.edges))"),
      pair(
        .tiesAnswersShort, percent(ties.memberAnswers),
        note: "\(context.number(ties.memberReplies))/\(context.number(ties.replies))"),
      pair(
        .tiesSilentShort, decimal(silence?.ratio),
        note: silence.map { "n " + context.language.days($0.silentDays) } ?? ""),
      .choice(
        Line([Piece(context.text(.tiesWellTied), .label)], right: [Piece("ties>=3 embedded>0.5", .muted)]),
        key: "well tied", opens: .filter("ties>=3 embedded>0.5")),
      .text(.blank),
    ]
    blocks += groups(ties)
    guard !ties.bridges.isEmpty else { return blocks }
    blocks += [.text(.blank), heading(.tiesBridges, note: context.text(.tiesCut))]
    for bridge in ties.bridges.prefix(Self.list) {
      let id = community.members.id(bridge.member)
      blocks.append(
        .choice(
          Line(
            [Piece(CommunityWords.name(bridge.member, roster))],
            right: [Piece(context.number(bridge.cut), .number)]), key: "bridge \(id)", opens: .member(id)))
    }
    return blocks
  }

  private func groups(_ ties: TieFigures) -> [CommunityBlock] {
    guard let groups = ties.groups else {
      return [heading(.tiesGroupsTitle), .text(Line(context.text(.tiesGroupsWaiting), .muted))]
    }
    var blocks = [
      heading(
        .tiesGroupsTitle,
        note: context.text(
          .tiesGroupsNote,
          ["count": groups.all.count, "modularity": decimal(groups.modularity, 3)]))
    ]
    if let agreement = groups.agreement {
      blocks.append(pair(.tiesAgreementShort, decimal(agreement), note: "n \(context.number(groups.placed))"))
    }
    let shown = groups.all.prefix(Self.list)
    let sizes = shown.map { context.text(.tiesGroupMembers, ["count": $0.size]) }
    let ends = shown.map { "\(context.number($0.inside))·\(context.number($0.outside))" }
    let inOut = context.text(.tiesInOut)
    let width = max(inOut.cellWidth, ends.map(\.cellWidth).max() ?? 0) + 2
    blocks.append(
      .text(
        Line(
          [Piece("", width: 4), Piece(" " + context.text(.tiesSpaceHead), .muted)],
          right: [Piece(inOut, .muted, width: width, .right)])))
    for ((group, size), end) in zip(zip(shown, sizes), ends) {
      let home =
        group.space == .none
        ? context.text(.tiesNoSpace)
        : "\(community.symbols[group.space]) \(percent(Double(group.atHome) / Double(group.size)))"
      blocks.append(
        .choice(
          Line(
            [Piece("\(group.id)", .muted, width: 4, .right), Piece(" " + home)],
            right: [Piece(size, .number), Piece(end, .muted, width: width, .right)]),
          key: "group \(group.id)", opens: .filter("group:\(group.id)")))
    }
    return blocks
  }
}
