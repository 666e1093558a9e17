import Canvas
import Community
import Loyalty
import Texts

/// What the card tells of a member's tier and points.
struct CardLoyalty {
  var member: Member.Index
  /// Nil until the tiers are worked out.
  var board: TierBoard?
  var points: PointsLedger?
  var community: Community
}

extension CardContent {
  /// Moves between tiers, and open lots, that a card shows.
  private static let shown = 4

  /// The moves between tiers with their reasons, and the open lots of points.
  func loyaltyLines(columns: Int, context: ViewContext) -> [Line] {
    guard let loyalty else { return [] }
    var lines: [Line] = []
    if let board = loyalty.board {
      lines += TiersWords(context: context, board: board).card(
        loyalty.member, columns: columns, limit: Self.shown)
    }
    if let points = loyalty.points, !points.lines.isEmpty {
      lines += pointLines(points, loyalty.community, columns: columns, context)
    }
    return lines
  }

  private func pointLines(
    _ ledger: PointsLedger, _ community: Community, columns: Int, _ context: ViewContext
  ) -> [Line] {
    let words = PointsWords(language: context.language, community: community)
    var lines: [Line] = [
      .heading(context.text(.tiersPoints), right: [Piece(context.number(ledger.balance), .number)])
    ]
    if ledger.members.count > 1 {
      let ids = ledger.members.map(community.members.id).filter { $0 != card.id }
      lines += Line.paragraph(
        "\(context.text(.pointsPool)) \(ids.joined(separator: ", "))", .muted, columns: columns)
    }
    let open = ledger.openLots
    for lot in open.prefix(Self.shown) {
      lines.append(
        Line(
          [
            Piece(context.language.date(lot.expires, in: context.zone), .date, width: 11),
            Piece(words.what(ledger.lines[lot.line]), .muted),
          ], right: [Piece(context.number(lot.open), .number)]))
    }
    if open.count > Self.shown {
      lines.append(Line(context.text(.tiersMoreLots, ["count": open.count - Self.shown]), .muted))
    }
    return lines + [.blank]
  }
}

extension TiersWords {
  /// How a member came to the tier: every move with its reason, the newest first.
  func card(_ member: Member.Index, columns: Int, limit: Int) -> [Line] {
    let history = tiers.history(of: member, community: board.community, figures: board.roster.figures)
    guard !history.lines.isEmpty else { return [] }
    var lines: [Line] = [.heading(context.text(.tierHistoryTitle))]
    for line in history.lines.suffix(limit).reversed() {
      lines.append(
        Line(
          [
            Piece(language.date(line.at, in: context.zone), .date, width: 11),
            Piece("\(name(line.from)) → \(name(line.tier))"),
          ]))
      let reason = language.text(line.reason, currency: context.currency)
      if !reason.isEmpty { lines += Line.paragraph(reason, .muted, columns: columns, indent: 11, limit: 2) }
    }
    return lines + [.blank]
  }
}
