import Canvas
import Community
import Loyalty
import Texts

/// The score with all that says how sure it is: interval, n, change and its test, shares, distribution, weeks.
struct NPSScoreView {
  var figures: NPSFigures
  /// The number that is shown just now; the score's own where it isn't on its way.
  var shown: Double?
  var context: ViewContext
  /// Whose answers alone count, in words; nil for everybody's.
  var whose: String?

  private var satisfaction: SatisfactionFigures { figures.satisfaction }
  private var score: NetPromoterScore { satisfaction.nps }
  private var language: Language { context.language }
  private var look: Look { context.look }

  /// No colour where there are too few answers.
  private var role: Role {
    guard let value = score.score, !figures.isLow(score) else { return .number }
    return value.rounded() > 0 ? .positive : value.rounded() < 0 ? .negative : .neutral
  }

  var number: String { (shown ?? score.score).map { context.points(score: $0) } ?? "–" }

  // MARK: Lines

  var policy: String { context.text(.npsPolicy, ["days": satisfaction.windowDays]) }

  /// Interval, n, and that they are few.
  var intervalText: [Piece] {
    guard score.responses > 0 else {
      return [Piece(context.text(.npsNoScore, ["days": satisfaction.windowDays]), .muted)]
    }
    var pieces = [
      Piece(context.text(.npsColumnInterval) + " ", .label),
      Piece(context.interval(score.interval()), .heading),
      Piece("  " + context.text(.npsCount, ["count": score.responses]), .number),
    ]
    if figures.isLow(score) {
      pieces.append(Piece("  " + context.text(.npsLow), .warning))
    }
    return pieces
  }

  var change: [Piece] {
    guard let change = satisfaction.change, let words = comparedWords else {
      return [Piece(context.text(.npsNoChange, ["days": satisfaction.windowDays]), .muted)]
    }
    let isFirm =
      change.pValue < 0.05 && !figures.isLow(score) && !figures.isLow(satisfaction.previousNPS)
    let role: Role = !isFirm ? .text : change.score > 0 ? .positive : .negative
    // Where whole points would belie the difference, both scores are told exactly.
    let scores = words.decimals == 0 ? words.earlier : "\(words.earlier) → \(words.later)"
    return [
      Piece(
        context.text(
          .npsChange,
          [
            "change": words.change, "days": satisfaction.windowDays,
            "score": scores, "n": satisfaction.previousNPS.responses,
          ]), role)
    ]
  }

  /// The score and the one before, with their difference.
  private var comparedWords: ComparedWords? {
    guard let later = score.score, let before = satisfaction.previousNPS.score else { return nil }
    return context.compared(later, before)
  }

  var test: [Piece] {
    guard let change = satisfaction.change else { return [] }
    let phrase: Phrase = change.pValue < 0.05 ? .npsMoreThanChance : .npsMayBeChance
    return [Piece(context.text(phrase, ["p": context.probability(change.pValue)]), .muted)]
  }

  private var error: [Piece] {
    guard let error = score.standardError else { return [] }
    return [
      Piece(
        context.text(.npsError, ["error": language.number(error, decimals: 1)]), .muted)
    ]
  }

  /// All in one line, for sections that have the screen to themselves.
  var headline: Line {
    var left = [Piece("NPS ", .label), Piece(number, role), Piece("  ")] + intervalText
    if let change = satisfaction.change, let words = comparedWords {
      left.append(Piece("  " + words.change, .text))
      left.append(Piece(" (p \(context.probability(change.pValue)))", .muted))
    }
    return Line(left, right: whose.map { [Piece($0, .message)] } ?? [])
  }

  // MARK: The column

  func draw(into frame: inout Frame, _ rect: Rect) {
    var rest = rect
    func next(_ rows: Int) -> Rect {
      let (top, below) = rest.split(top: rows)
      rest = below
      return top
    }
    let policyLines =
      Line.paragraph(policy, .muted, columns: rect.columns, limit: 2)
      + (whose.map { [Line($0, .message)] } ?? [])
    for line in policyLines { line.draw(into: &frame.grid, next(1), look: look) }
    drawNumber(into: &frame, &rest)
    guard rest.rows >= 2 else { return }
    shares.draw(into: &frame.grid, next(shares.rows(in: rest.columns)), look: look)
    if rect.rows >= 30 { _ = next(1) }
    // What is left goes to the pictures; the other two scores come last and keep their lines.
    let others = otherLines(columns: rect.columns)
    let pictures = max(0, rest.rows - others.count)
    guard pictures >= 6 else {
      for line in others { line.draw(into: &frame.grid, next(1), look: look) }
      return
    }
    let gap = pictures >= 24 ? 1 : 0
    let histogram = pictures >= 10 ? pictures / 2 : pictures
    heading(.npsDistribution).draw(into: &frame.grid, next(1), look: look)
    distribution.draw(into: &frame.grid, next(histogram - 1 - gap), look: look)
    _ = next(gap)
    if histogram < pictures {
      heading(.npsWeeks).draw(into: &frame.grid, next(1), look: look)
      weeks.draw(into: &frame.grid, next(pictures - histogram - 1 - gap), look: look)
      _ = next(gap)
    }
    for line in others { line.draw(into: &frame.grid, next(1), look: look) }
  }

  private func heading(_ phrase: Phrase) -> Line { .heading(context.text(phrase)) }

  private func drawNumber(into frame: inout Frame, _ rest: inout Rect) {
    let room = Size(columns: rest.columns, rows: max(3, rest.rows / 4))
    let size = BigDigits.size(of: number, fitting: room, glyphs: look.glyphs)
    let cells = size.map { BigDigits.size(of: number, at: $0, glyphs: look.glyphs) }
    let rows = cells?.rows ?? 1
    let lines = [intervalText, change, test, error].filter { !$0.isEmpty }.map { Line($0) }
    let beside = rest.columns - (cells?.columns ?? 0) - 3
    let digits = BigDigits(number, role: role, largest: size)
    if beside >= (lines.map(\.columns).max() ?? 0), rows >= lines.count {
      let (top, below) = rest.split(top: rows)
      let parts = top.columns([.fixed(cells?.columns ?? 0), .flexible()], gap: 3)
      digits.draw(into: &frame.grid, parts[0], look: look)
      for (index, line) in lines.enumerated() {
        line.draw(into: &frame.grid, parts[1].line(index), look: look)
      }
      rest = below
      return
    }
    let (top, below) = rest.split(top: rows)
    digits.draw(into: &frame.grid, top, look: look)
    rest = below
    for line in lines {
      // Where it doesn't fit into one line, it goes on in the next.
      let wrapped =
        line.columns > rest.columns
        ? Line.paragraph(line.text, line.left.first?.role ?? .text, columns: rest.columns, limit: 2) : [line]
      for line in wrapped {
        line.draw(into: &frame.grid, rest.line(0), look: look)
        rest = rest.inset(top: 1)
      }
    }
  }

  // MARK: Pictures

  var shares: StackedBar {
    StackedBar(
      NetPromoterScore.Class.allCases.reversed().map { part in
        StackedBar.Part(
          context.text(part.title), value: score.share(part) ?? 0,
          text: score.share(part).map { language.percent($0) } ?? "–",
          role: figures.isLow(score) ? .text : part.role)
      })
  }

  private var distribution: Histogram {
    let counts = score.distribution
    let isLow = figures.isLow(score)
    let group = { (range: Range<Int>, part: NetPromoterScore.Class) in
      Histogram.Group(range, label: context.text(part.title), role: isLow ? .text : part.role)
    }
    return Histogram(
      counts: counts, labels: counts.indices.map(String.init),
      texts: counts.map { $0 == 0 ? "" : language.compact(Double($0)) },
      groups: [group(0..<7, .detractor), group(7..<9, .passive), group(9..<11, .promoter)])
  }

  var weeks: BandChart {
    BandChart(
      // A folder that is younger than the trend begins with its first answer.
      satisfaction.weeks.drop { $0.score.responses == 0 }.map { week in
        BandChart.Point(
          week.score.score, interval: week.score.responses > 0 ? week.score.interval() : nil,
          label: Self.shortDate(week.firstDay))
      }, scale: weekScale, origin: 0,
      text: { [context] in context.points(score: $0) })
  }

  /// In steps of 50, so that it doesn't jump with every answer.
  private var weekScale: ClosedRange<Double> {
    let intervals = satisfaction.weeks.filter { $0.score.responses > 0 }.compactMap { $0.score.interval() }
    let low = min(0, intervals.map(\.lowerBound).min() ?? 0)
    let high = max(0, intervals.map(\.upperBound).max() ?? 0)
    return (low / 50).rounded(.down) * 50...max((high / 50).rounded(.up) * 50, 50)
  }

  /// `3-02`: the month and the day.
  private static func shortDate(_ day: Day) -> String {
    let words = day.description.split(separator: "-")
    guard words.count == 3 else { return day.description }
    return "\(Int(words[1]) ?? 0)-\(words[2])"
  }

  /// CSAT and CES, each in a line.
  func otherLines(columns: Int) -> [Line] {
    let none = [Piece(context.text(.npsNobody), .muted)]
    func line(_ name: String, _ count: Int, _ pieces: [Piece], _ words: String) -> Line {
      guard count > 0 else { return Line([Piece(name, .label, width: 6)] + none) }
      let low = satisfaction.isLow(count) ? [Piece("  " + context.text(.npsLow), .warning)] : []
      let left = [Piece(name, .label, width: 6)] + pieces + low
      let right = [Piece(words + "  ", .muted), Piece(context.text(.npsCount, ["count": count]), .muted)]
      let whole = Line(left, right: right)
      return whole.columns <= columns ? whole : Line(left, right: [right[1]])
    }
    let csat = satisfaction.csat
    let ces = satisfaction.ces
    return [
      line(
        "CSAT", csat.responses,
        [
          Piece(csat.share.map { language.percent($0) } ?? "–", .heading, width: 6),
          Piece(context.shares(csat.interval()), .text),
        ], context.text(.npsSatisfied)),
      line(
        "CES", ces.responses,
        [
          Piece(ces.mean.map { language.number($0, decimals: 2) } ?? "–", .heading, width: 6),
          Piece(
            ces.interval().map {
              context.text(
                .npsInterval,
                [
                  "low": language.number($0.lowerBound, decimals: 2),
                  "high": language.number($0.upperBound, decimals: 2),
                ])
            } ?? ""),
        ], ces.easy.rate.map { context.text(.npsEasy, ["share": language.percent($0)]) } ?? ""),
    ]
  }

  // MARK: The wall

  func drawWall(into frame: inout Frame, _ rect: Rect) {
    let (top, rest) = rect.split(top: rect.rows >= 16 ? rect.rows * 3 / 5 : rect.rows)
    let words = [intervalText, change + [Piece("  ")] + test].map { Line($0) }
    let (digits, lines) = top.inset(top: 1).split(bottom: words.count + 1)
    let size = BigDigits.size(of: number, fitting: digits.size, glyphs: look.glyphs)
    let rows = size.map { BigDigits.size(of: number, at: $0, glyphs: look.glyphs).rows } ?? 1
    let middle = Rect(
      column: digits.column, row: digits.row + (digits.rows - rows) / 2, columns: digits.columns, rows: rows)
    BigDigits(number, role: role, alignment: .centre).draw(into: &frame.grid, middle, look: look)
    for (index, line) in words.enumerated() {
      let width = min(line.columns, lines.columns)
      let field = Rect(
        column: lines.column + (lines.columns - width) / 2, row: lines.row + index, columns: width, rows: 1)
      line.draw(into: &frame.grid, field.intersection(lines), look: look)
    }
    guard rest.rows >= 4 else { return }
    Line([Piece(context.text(.npsWeeks), .heading)], right: [Piece(policy, .muted)], rule: .border)
      .draw(into: &frame.grid, rest.line(0), look: look)
    weeks.draw(into: &frame.grid, rest.inset(top: 1), look: look)
  }

  // MARK: Labelled lines

  var plainLines: [String] {
    var lines = ["NPS: \(number)"]
    lines.append(Line(intervalText).text)
    lines += [error, change, test].filter { !$0.isEmpty }.map { Line($0).text }
    lines += [policy] + (whose.map { [$0] } ?? [])
    lines += shares.parts.map { "\($0.label): \($0.text)" }
    lines.append(
      "\(context.text(.npsDistribution)): " + score.distribution.map(String.init).joined(separator: ", "))
    lines += ["", context.text(.npsWeeks)]
    lines += satisfaction.weeks.map { week in
      guard let value = week.score.score else { return "\(week.firstDay): \(context.text(.npsNobody))" }
      let low = figures.isLow(week.score) ? ", \(context.text(.npsLow))" : ""
      return "\(week.firstDay): \(context.points(score: value)) (\(context.interval(week.score.interval())), "
        + "\(context.text(.npsCount, ["count": week.score.responses]))\(low))"
    }
    return lines + [""] + otherLines(columns: 10_000).map(\.text)
  }
}
