import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Which ratings go with the score, or with buying again: what `koxtop report drivers` prints.
package struct DriversReport: Sendable {
  package var figures: DriverFigures
  package var outcome: DriverOutcome
  package var moment: Moment
  package var rules: Program.SatisfactionRules
  package var language: Language

  package init(
    figures: DriverFigures, outcome: DriverOutcome, moment: Moment, rules: Program.SatisfactionRules,
    language: Language = .english
  ) {
    self.figures = figures
    self.outcome = outcome
    self.moment = moment
    self.rules = rules
    self.language = language
  }

  /// JSON is one object, CSV a row a driver, text has bars.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", moment.zone.string(from: moment.now))
      writer.field("time_zone", moment.zone.identifier)
      writer.field("outcome", outcome.rawValue)
      writer.field("method", figures.method.rawValue)
      writer.field("n", figures.n)
      writer.field("answers", figures.answers)
      writer.field("r_squared", figures.rSquared)
      writer.field("r_squared_low", figures.rSquaredInterval?.lowerBound)
      writer.field("r_squared_high", figures.rSquaredInterval?.upperBound)
      writer.field("draws", figures.draws)
      writer.field("seed", rules.seed)
      writer.key("drivers")
      writer.array { writer in
        for driver in figures.drivers {
          writer.object { writer in
            writer.field("name", driver.name)
            writer.field("share", driver.share)
            writer.field("low", driver.interval?.lowerBound)
            writer.field("high", driver.interval?.upperBound)
            writer.field("mean", driver.mean)
            writer.field("quadrant", "\(figures.quadrant(driver))")
          }
        }
      }
      writer.field("mean_share", figures.meanShare)
      writer.field("mean_rating", figures.meanRating)
      writer.key("left_out")
      writer.array { writer in
        for driver in figures.leftOut { writer.value(driver.name) }
      }
      writer.key("left_out_because")
      writer.object { writer in
        for driver in figures.leftOut { writer.field(driver.name, driver.reason.rawValue) }
      }
      writer.key("collinear")
      writer.array { writer in
        for name in figures.collinear { writer.value(name) }
      }
      writer.field("absent_because", absence.map { Language.english.text($0.0, $0.1) })
      writer.field("note", Language.english.text(.driverReportCause))
    }
    writer.newline()
    return writer.bytes
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["name", "share", "low", "high", "mean", "r_squared", "n", "method"])
    for driver in figures.drivers {
      writer.cell(driver.name)
      writer.cell(driver.share)
      writer.cell(driver.interval?.lowerBound ?? .nan)
      writer.cell(driver.interval?.upperBound ?? .nan)
      writer.cell(driver.mean)
      writer.cell(figures.rSquared ?? .nan)
      writer.cell(figures.n)
      writer.cell(figures.method.rawValue)
      writer.endRow()
    }
    return writer.bytes
  }

  // MARK: Text

  private var absence: (Phrase, KeyValuePairs<String, any PhraseValue>)? {
    switch figures.absence {
    case nil: nil
    case .noRatings: (.driverReportNone, [:])
    case .tooFew(let rows, let needed): (.driverReportFew, ["count": rows, "needed": needed])
    case .constantOutcome: (.driverReportFlat, ["count": figures.n])
    case .constantDrivers: (.driverReportSame, [:])
    }
  }

  private func line(_ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue> = [:]) -> [UInt8] {
    Array((language.text(phrase, values) + "\n").utf8)
  }

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.driverReportTitle, moment: moment, language: language)
    switch outcome {
    case .nps: bytes += line(.driverReportNPS)
    case .repurchase: bytes += line(.driverReportRepurchase, ["days": language.days(rules.repurchaseDays)])
    }
    if let absence {
      bytes += line(absence.0, absence.1)
    } else {
      bytes += line(
        .driverReportRows,
        [
          "count": figures.n, "answers": figures.answers,
          "fit": language.number(figures.rSquared ?? 0, decimals: 3),
        ])
      bytes += line(
        figures.method == .lmg ? .driverReportLMG : .driverReportJohnson,
        ["draws": figures.draws, "seed": "\(rules.seed)"])
      bytes += line(.driverReportCause)
      bytes.append(0x0A)
      bytes += table
    }
    for (phrase, names) in notes where !names.isEmpty {
      bytes += line(phrase, ["names": names.joined(separator: ", ")])
    }
    return bytes
  }

  private var notes: [(Phrase, [String])] {
    [
      (.driverReportConstant, figures.leftOut.filter { $0.reason == .constant }.map(\.name)),
      (.driverReportRare, figures.leftOut.filter { $0.reason == .rare }.map(\.name)),
      (.driverReportCollinear, figures.collinear),
    ]
  }

  private var table: [UInt8] {
    let most = figures.drivers.reduce(1e-9) { max($0, $1.share) }
    return ReportText.table(
      [
        language.text(.driverReportName), language.text(.driverReportShare),
        language.text(.npsReportInterval), language.text(.driverReportRating), "",
      ],
      rows: figures.drivers.map { driver in
        [
          driver.name, language.number(driver.share, decimals: 3),
          driver.interval.map {
            "\(language.number($0.lowerBound, decimals: 3)) … \(language.number($0.upperBound, decimals: 3))"
          } ?? "–",
          language.number(driver.mean, decimals: 2),
          String(repeating: "█", count: max(0, Int((driver.share / most * 30).rounded()))),
        ]
      }, alignments: [.left, .right, .right, .right, .left])
  }
}
