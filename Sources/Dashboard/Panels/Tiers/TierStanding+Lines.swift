import Canvas
import Community
import Loyalty
import Reports
import Texts

extension ViewContext {
  /// A bar of so many columns as pieces of a line.
  func bar(_ fraction: Double, columns: Int, fill: Role = .barFill) -> [Piece] {
    let steps = look.glyphs.horizontalSteps
    let parts = steps.count - 1
    let share = fraction.isNaN ? 0 : min(1, max(0, fraction))
    var filled = Int((share * Double(columns * parts)).rounded())
    // Something is never shown as nothing, and nothing short of all as all.
    if filled == 0, share > 0 { filled = 1 }
    if filled == columns * parts, share < 1 { filled -= 1 }
    var full = String(repeating: String(Character(steps[parts].base)), count: filled / parts)
    if filled % parts > 0 { full.append(Character(steps[filled % parts].base)) }
    let empty = String(
      repeating: String(Character(look.glyphs.barEmpty.base)), count: max(0, columns - full.cellWidth))
    return [Piece(full, fill), Piece(empty, .barEmpty)]
  }
}

extension TierStanding {
  /// What keeps and what led to the tier, in one sentence.
  func text(_ context: ViewContext) -> String {
    let currency = context.currency
    var parts: [String] = []
    if let reason { parts.append(context.language.text(reason, currency: currency)) }
    if misses > 0 {
      parts.append("\(context.text(.tierMisses)) \(misses)/\(missesAllowed)")
    }
    if isGrace { parts.append(context.text(.tierGrace)) }
    parts.append(
      context.text(.tierQuarterEnd) + " "
        + context.text(.tierDaysLeft, ["day": comingDay.description, "count": daysLeft]))
    return parts.joined(separator: " · ")
  }

  /// Two bars, to the next tier and to keep this one, each with what is missing.
  func bars(_ context: ViewContext, columns: Int) -> [Line] {
    var lines: [Line] = []
    func add(_ title: String, _ progress: Double, _ missing: [TierReading], _ rank: RankGap?, fill: Role) {
      let width = max(4, min(20, columns / 3))
      let percent = context.language.percent(progress / 100)
      lines.append(
        Line(
          [Piece(title, .label, width: max(0, columns - 2 - width - 6)), Piece(" ")]
            + context.bar(progress / 100, columns: width, fill: fill)
            + [Piece(percent, .number, width: 5, .right)], indent: 2))
      guard !missing.isEmpty || rank != nil else { return }
      let words = context.language.missing(missing, rank, currency: context.currency)
      lines += Line.paragraph(
        "\(context.text(.tierMissing)): \(words)", .muted, columns: columns, indent: 4)
    }
    if let nextTier, let next {
      add("→ \(context.language.text(nextTier))", next, missingToNext, rankToNext, fill: .barFill)
    }
    if let keep {
      add(
        context.text(.tierKeep), keep, missingToKeep, rankToKeep,
        fill: outlook == .drop ? .negative : .barFill)
    }
    return lines
  }
}
