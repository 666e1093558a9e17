import Canvas
import Loyalty
import Texts

extension DashboardState {
  func drawDrivers(into frame: inout Frame, _ rect: Rect, _ context: ViewContext) {
    let area = rect.inset(left: 2, right: 2)
    let lines = driverLines(columns: area.columns, context)
    guard let figures = nps.drivers?.figures, !figures.drivers.isEmpty else {
      for (index, line) in lines.fitting(area.rows, context).enumerated() {
        line.draw(into: &frame.grid, area.line(index), look: look)
      }
      return
    }
    let heads = min(lines.count - figures.drivers.count, area.rows)
    var row = 0
    for line in lines.prefix(heads) {
      line.draw(into: &frame.grid, area.line(row), look: look)
      row += 1
    }
    let bars = min(figures.drivers.count, max(0, area.rows - row))
    drawShares(of: figures, into: &frame, area.inset(top: row).split(top: bars).top, context)
    row += bars + 1
    let plot = area.inset(top: row)
    guard plot.rows >= 7 else { return }
    // Names that have no room stand for letters; those are explained beside the bars.
    QuadrantPlot(
      items: figures.drivers.map { .init($0.name, x: $0.mean, y: $0.share) }, x: figures.meanRating,
      y: figures.meanShare,
      xTitle: context.text(.npsPerformance) + " " + String(Character(look.glyphs.arrowRight.base)),
      yTitle: String(Character(look.glyphs.arrowUp.base)) + " " + context.text(.npsImportance),
      corners: [.npsMend, .npsKeep, .npsLater, .npsEnough].map { context.text($0) }
    ).draw(into: &frame.grid, plot, look: look)
  }

  private func drawShares(
    of figures: DriverFigures, into frame: inout Frame, _ rect: Rect, _ context: ViewContext
  ) {
    let most = figures.drivers.map { max($0.share, $0.interval?.upperBound ?? 0) }.max() ?? 0
    let names = min(16, figures.drivers.map(\.name.cellWidth).max() ?? 0)
    let isCut = figures.drivers.count > rect.rows
    if isCut, rect.rows > 0 {
      let more = figures.drivers.count - rect.rows + 1
      Line(context.text(.linesMore, ["count": more]), .muted).draw(
        into: &frame.grid, rect.line(rect.rows - 1), look: look)
    }
    for (index, driver) in figures.drivers.prefix(isCut ? max(0, rect.rows - 1) : rect.rows).enumerated() {
      let (left, numbers) = rect.line(index).split(right: 30, gap: 1)
      let (letter, rest) = left.split(left: 1, gap: 1)
      let (name, bar) = rest.split(left: names, gap: 1)
      frame.grid.put(
        String(QuadrantPlot.letter(index)), in: letter, style: look[.muted])
      frame.grid.put(driver.name, in: name, style: look[.label], ellipsis: look.glyphs.ellipsis)
      IntervalBar(driver.share, interval: driver.interval, scale: 0...max(most, 0.01))
        .draw(into: &frame.grid, bar, look: look)
      Line(Self.numbers(of: driver, context)).draw(into: &frame.grid, numbers, look: look)
    }
  }

  private static func numbers(of driver: DriverFigures.Driver, _ context: ViewContext) -> [Piece] {
    [
      Piece(context.language.percent(driver.share, decimals: 1), .heading, width: 7, .right),
      Piece("  " + context.shares(driver.interval), .muted, width: 14),
      Piece(context.text(.npsMeanRating, ["mean": context.language.number(driver.mean, decimals: 2)]), .text),
    ]
  }

  /// What the drivers are of, how they stand, and each of them in words.
  func driverLines(columns: Int, _ context: ViewContext) -> [Line] {
    let outcome =
      nps.outcome == .nps
      ? context.text(.npsOutcomeNPS)
      : context.text(
        .npsOutcomeRepurchase, ["days": data.shown?.program.satisfaction.repurchaseDays ?? 90])
    var lines = Line.paragraph(
      "\(context.text(.npsDriversOn, ["outcome": outcome])) · \(context.text(.npsAssociation))", .heading,
      columns: columns)
    guard let drivers = nps.drivers else { return lines }
    let key = keyLabel(.appBack)
    guard let figures = drivers.figures else {
      let phrase: Phrase = drivers.isRunning ? .npsDriversStarting : .npsDriversHalted
      return lines + [Line(context.text(phrase, ["key": key]), drivers.isRunning ? .message : .warning)]
    }
    if let absence = figures.absence {
      return lines + Line.paragraph(words(absence, context), .warning, columns: columns)
        + Line.paragraph(context.text(.npsDriversHint), .muted, columns: columns)
    }
    lines += Line.paragraph(
      remarks(figures, context).joined(separator: " · "), .muted, columns: columns)
    if drivers.isRunning {
      lines.append(
        Line(
          context.text(
            .npsDriversRunning, ["done": figures.draws, "total": figures.plannedDraws, "key": key]), .message)
      )
    } else if drivers.isStopped {
      lines.append(
        Line(
          context.text(.npsDriversStopped, ["done": figures.draws, "total": figures.plannedDraws]), .warning))
    }
    // They are worked out again with the clock: until then it's said what isn't in them.
    if recordsSinceDrivers > 0 {
      lines.append(
        Line(
          context.text(
            .npsDriversAge,
            ["time": language.time(drivers.askedAt, in: zone), "count": recordsSinceDrivers]), .message))
    }
    lines += figures.drivers.map { Line([Piece($0.name, .label)] + Self.numbers(of: $0, context)) }
    return lines
  }

  /// R² with its interval, n, method, and what isn't among the drivers and why.
  private func remarks(_ figures: DriverFigures, _ context: ViewContext) -> [String] {
    func number(_ value: Double) -> String { language.number(value, decimals: 2) }
    var words = [
      "R² \(figures.rSquared.map(number) ?? "–")", context.text(.npsCount, ["count": figures.n]),
      figures.method == .lmg ? "LMG" : "Johnson",
    ]
    if let interval = figures.rSquaredInterval {
      words[0] += " (\(number(interval.lowerBound)) … \(number(interval.upperBound)))"
    }
    for (reason, phrase) in [(DriverData.Reason.constant, Phrase.npsConstant), (.rare, .npsRare)] {
      let names = figures.leftOut.filter { $0.reason == reason }.map(\.name)
      if !names.isEmpty { words.append(context.text(phrase, ["names": names.joined(separator: ", ")])) }
    }
    if !figures.collinear.isEmpty {
      words.append(context.text(.npsCollinear, ["names": figures.collinear.joined(separator: ", ")]))
    }
    return words
  }

  private func words(_ absence: DriverFigures.Problem, _ context: ViewContext) -> String {
    switch absence {
    case .noRatings: context.text(.npsDriversNone)
    case .tooFew(let rows, let needed):
      context.text(.npsDriversTooFew, ["rows": rows, "needed": needed])
    case .constantOutcome: context.text(.npsDriversSameOutcome)
    case .constantDrivers: context.text(.npsDriversSame)
    }
  }
}
