import Canvas
import Loyalty
import Reports
import Texts

extension OverviewContent {
  /// The loyalty pyramid, the highest tier first: how many members each tier has, and what part of spend they bring.
  static func tiers(_ figures: TierFigures, _ context: ViewContext) -> Section {
    let rules = figures.tiers.rules
    let most = max(1, figures.without.members, figures.levels.map(\.members).max() ?? 1)
    let full = String(Character(context.look.glyphs.patterns[0].base))
    let columns = 13
    func line(_ level: TierFigures.Level) -> Line {
      // Odd numbers of cells stand exactly above each other.
      let half = (columns - 1) * level.members / most / 2
      let bar = level.members == 0 ? "" : String(repeating: full, count: 1 + 2 * half)
      let share = level.spendShare.map { context.language.percent($0) } ?? "–"
      return Line(
        [
          Piece(bar, .barFill, width: columns, .centre), Piece("  "),
          Piece(context.language.name(ofTier: level.tier, rules), level.tier == nil ? .muted : .text),
        ],
        right: [
          Piece(context.text(.tierSpendShare) + " ", .muted), Piece(share, .number, width: 4, .right),
          Piece(context.number(level.members), .number, width: 11, .right),
        ])
    }
    var entries = rules.tiers.indices.reversed().map { tier in
      Entry(id: .tier(rules.tiers[tier].id), line: line(figures.levels[tier]))
    }
    entries.append(Entry(id: .tier("none"), line: line(figures.without)))
    let up = figures.levels.reduce(figures.without.up) { $0 + $1.up }
    let drop = figures.levels.reduce(0) { $0 + $1.drop }
    let outlook =
      "\(context.text(.tierUp)) \(context.number(up)) · \(context.text(.tierDrop)) \(context.number(drop))"
    entries.append(
      Entry(
        id: nil,
        line: Line(
          [
            Piece(
              context.text(
                .tierDaysLeft,
                ["day": figures.tiers.comingDay.description, "count": figures.tiers.daysLeft]), .muted)
          ], right: [Piece(outlook, .number)])))
    return Section(heading: .heading(context.text(.tiersReportTitle)), entries: entries)
  }
}
