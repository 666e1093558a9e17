import Canvas
import Community
import Loyalty
import Texts

extension CLVReport {
  /// As many members as text shows.
  private static let shownCount = 20

  /// The parameters, each with what it means, the hold-out, and the members of the highest value.
  package func text() -> ReportContent {
    var bytes = heading(.clvReportTitle)
    switch fit {
    case .success(let fit):
      bytes += line(
        .modelFittedTo,
        [
          "model": language.text(fit.model.kind == .bgNBD ? .modelBGNBD : .modelMBGNBD),
          "customers": fit.customers, "repeaters": fit.repeaters,
          "day": fit.calibrationEnd.description,
        ])
      bytes += explained(purchaseLines(fit))
      bytes += spendText(fit.spend)
      bytes += holdOutText()
    case .failure(let absence): bytes += ReportText.line(language.text(absence)) + [0x0A]
    }
    return ReportContent(bytes + memberTable())
  }

  /// Names, numbers, and what they mean.
  private func explained(_ lines: [[String]]) -> [UInt8] {
    let widths = (0..<3).map { index in lines.reduce(0) { max($0, $1[index].cellWidth) } }
    return lines.flatMap { ReportText.row($0, widths: widths, alignments: [.left, .right, .left]) } + [0x0A]
  }

  private func convergence(_ isConverged: Bool, boundary: [String], about: String? = nil) -> [String] {
    var meaning = language.text(isConverged ? .modelConvergedAbout : .modelNotConvergedAbout)
    if !boundary.isEmpty {
      meaning =
        about ?? language.text(.modelBoundary, ["parameters": boundary.joined(separator: ", ")])
    }
    return [language.text(.modelConverged), language.text(isConverged ? .yes : .no), meaning]
  }

  private func purchaseLines(_ fit: ModelFit) -> [[String]] {
    let model = fit.model
    func number(_ value: Double) -> String { language.number(value, decimals: 3) }
    let boundary = fit.purchases.boundary
    // The lower bound of a: less is as good as none.
    let isEternal = boundary.contains(.a) && model.a < 1
    return [
      ["r", number(model.r), language.text(.modelRate)],
      ["alpha", number(model.alpha), language.text(.modelAlpha, ["rate": number(model.r / model.alpha)])],
      [
        "a", number(model.a),
        language.text(.modelDropOut, ["share": language.percent(model.a / (model.a + model.b))]),
      ],
      ["b", number(model.b), language.text(.modelDropOutSpread)],
      [
        language.text(.modelLogLikelihood), language.number(fit.purchases.logLikelihood, decimals: 1),
        language.text(.modelLogLikelihoodAbout),
      ],
      convergence(
        fit.purchases.isConverged, boundary: boundary.map(\.rawValue),
        about: isEternal ? language.text(.modelNobodyDropsOut) : nil),
    ]
  }

  private func spendText(_ spend: FittedGammaGamma?) -> [UInt8] {
    guard let spend else { return line(.spendAbsent) + [0x0A] }
    let model = spend.model
    func number(_ value: Double) -> String { language.number(value, decimals: 2) }
    let scale =
      model.populationMean.map { language.text(.spendAboutV, ["money": money($0)]) }
      ?? language.text(.spendUnbounded)
    return line(.spendTitle, ["count": spend.customers])
      + explained([
        ["p", number(model.p), language.text(.spendAboutP)],
        ["q", number(model.q), language.text(.spendAboutQ)],
        ["v", number(model.v), scale],
        [
          language.text(.modelLogLikelihood), language.number(spend.logLikelihood, decimals: 1),
          language.text(.modelLogLikelihoodAbout),
        ],
        [
          language.text(.spendCorrelation), language.number(spend.correlation, decimals: 3),
          language.text(spend.isCorrelated ? .spendCorrelationHigh : .spendCorrelationFine),
        ],
        convergence(spend.isConverged, boundary: spend.boundary.map(\.rawValue)),
      ]) + (model.populationMean == nil ? line(.spendWithoutMean) + [0x0A] : [])
  }

  private func holdOutText() -> [UInt8] {
    guard let holdOut else { return line(.holdOutAbsent) + [0x0A] }
    let error = holdOut.actual > 0 ? holdOut.predicted / Double(holdOut.actual) - 1 : nil
    return line(.holdOutTitle, ["weeks": weeks(holdOut.weeks)])
      + explained([
        [
          language.text(.holdOutPredicted), language.number(holdOut.predicted, decimals: 1),
          language.text(.holdOutPredictedAbout),
        ],
        [
          language.text(.holdOutActual), language.number(holdOut.actual),
          language.text(
            .holdOutActualAbout,
            ["error": error.map { ($0 > 0 ? "+" : "") + language.percent($0, decimals: 1) } ?? "–"]),
        ],
        [
          language.text(.holdOutError), language.number(holdOut.meanAbsoluteError, decimals: 3),
          language.text(.holdOutErrorAbout),
        ],
      ])
  }

  // MARK: Members

  private func memberTable() -> [UInt8] {
    let shown = members.prefix(CLVReport.shownCount)
    func decimals(_ number: Double?, _ places: Int) -> String {
      number.map { language.number($0, decimals: places) } ?? "–"
    }
    let rows = shown.map { member in
      let row = row(member)
      return [
        row.id.painted, row.frequency.map { language.number($0) } ?? "–", decimals(row.recencyWeeks, 1),
        decimals(row.ageWeeks, 1), row.alive.map { language.percent($0) } ?? "–",
        decimals(row.expectedOrders, 2), row.expectedValue.map(money) ?? "–",
        row.lifetimeValue.map(money) ?? "–",
      ]
    }
    let headings: [Phrase] = [
      .clvMember, .clvFrequency, .clvRecency, .clvAge, .clvAlive, .clvOrders, .clvValue, .clvLifetimeValue,
    ]
    let table = ReportText.table(
      headings.map { language.text($0) }, rows: rows,
      alignments: [.left] + Array(repeating: .right, count: headings.count - 1))
    return table
      + line(
        .clvShown, ["shown": shown.count, "all": members.count, "weeks": weeks(question.horizonWeeks)])
  }

  /// `39`, or `52.1`.
  private func weeks(_ weeks: Double) -> String {
    language.number(weeks, decimals: weeks == weeks.rounded() ? 0 : 1)
  }

  private func money(_ value: Double) -> String {
    let hundredths = Int64(exactly: (value * 100).rounded()).map { Money(rawValue: $0) }
    return hundredths.map {
      language.money($0, currency: roster.community.program.currency, precision: .exact)
    } ?? "–"
  }
}
