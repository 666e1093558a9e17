import Canvas
import Community
import Loyalty
import Texts

/// The report as text.
extension NPSReport {
  package func text() -> ReportContent {
    var bytes = heading(.npsReportTitle)
    let firstDay = figures.moment.today.adding(days: 1 - figures.windowDays)
    bytes += line(
      .npsReportPolicy, ["days": language.days(figures.windowDays), "date": firstDay.description])
    bytes.append(0x0A)
    bytes += ReportText.pairs(scores)
    if figures.nps.responses > 0 { bytes += distribution + [0x0A] }
    if grouping != nil { bytes += groupTable + [0x0A] }
    bytes += topicTable
    bytes += fixes
    bytes.append(0x0A)
    bytes += ReportText.pairs(loop)
    return ReportContent(bytes)
  }

  private func signed(_ number: Double, decimals: Int = 1) -> String {
    let text = language.number(abs(number), decimals: decimals)
    return (number < 0 ? "−" : "+") + text
  }

  private func plain(_ number: Double, decimals: Int = 1) -> String {
    (number < 0 ? "−" : "") + language.number(abs(number), decimals: decimals)
  }

  private func range(_ interval: ClosedRange<Double>?, _ word: (Double) -> String) -> String {
    interval.map { "\(word($0.lowerBound)) … \(word($0.upperBound))" } ?? "–"
  }

  /// `41 (34 … 48), n 412, low n`.
  private func intervalText(
    _ value: String?, _ interval: ClosedRange<Double>?, _ responses: Int, _ word: (Double) -> String
  ) -> String {
    guard let value else { return language.text(.npsReportNobody) }
    let low = figures.isLow(responses) ? ", \(language.text(.npsReportLow))" : ""
    let interval = interval.map { " (\(range($0, word)))" } ?? ""
    return "\(value)\(interval), n \(language.number(responses))\(low)"
  }

  private var scores: [(name: String, value: String)] {
    let (nps, csat, ces) = (figures.nps, figures.csat, figures.ces)
    var pairs = [
      (
        name: language.text(.npsReportScore),
        value: intervalText(nps.score.map { plain($0) }, nps.interval(), nps.responses) { plain($0) }
      )
    ]
    if nps.responses > 0 {
      pairs.append((language.text(.npsReportError), nps.standardError.map { plain($0) } ?? "–"))
      let shares = [NetPromoterScore.Class.promoter, .passive, .detractor].map {
        nps.share($0).map { language.percent($0) } ?? "–"
      }
      pairs.append((language.text(.npsReportShares), shares.joined(separator: ", ")))
    }
    let days = language.days(figures.windowDays)
    pairs.append((language.text(.npsReportChange, ["days": days]), change))
    pairs += [
      (
        language.text(.npsReportCSAT),
        intervalText(csat.share.map { language.percent($0) }, csat.interval(), csat.responses) {
          language.percent($0)
        }
      ),
      (
        language.text(.npsReportCES),
        intervalText(ces.mean.map { plain($0, decimals: 2) }, ces.interval(), ces.responses) {
          plain($0, decimals: 2)
        }
      ),
      (
        language.text(.npsReportEasy),
        intervalText(ces.easy.rate.map { language.percent($0) }, ces.easy.interval(), ces.responses) {
          language.percent($0)
        }
      ),
    ]
    return pairs
  }

  private var change: String {
    guard let change = figures.change, let score = figures.nps.score,
      let before = figures.previousNPS.score
    else { return "–" }
    let words = language.compared(score, before, decimals: 1)
    let z = plain(change.z, decimals: 2)
    return
      "\(words.earlier) → \(words.later), \(words.change) (\(range(change.interval()) { signed($0) })), z \(z), p \(pValue(change.pValue))"
  }

  private func pValue(_ p: Double) -> String { p < 0.001 ? "< 0.001" : language.number(p, decimals: 3) }

  // MARK: Bars

  private static let barWidth = 40

  private func bar(_ part: Double) -> String {
    String(repeating: "█", count: Int((part * Double(Self.barWidth)).rounded()))
  }

  private var distribution: [UInt8] {
    let counts = figures.nps.distribution
    let most = Double(max(1, counts.max() ?? 1))
    return ReportText.table(
      [language.text(.npsReportGave), language.text(.npsReportAnswers), ""],
      rows: counts.enumerated().reversed().map { score, count in
        ["\(score)", language.number(count), bar(Double(count) / most)]
      }, alignments: [.right, .right, .left])
  }

  /// The interval as a line from −100 to 100, with the score in it and a mark at 0.
  private func line(_ score: NetPromoterScore) -> String {
    let width = Self.barWidth
    func place(_ points: Double) -> Int { Int(((points + 100) / 200 * Double(width)).rounded()) }
    guard let value = score.score, let interval = score.interval() else { return "" }
    var cells = Array(repeating: "·", count: width + 1)
    cells[width / 2] = "│"
    for cell in place(interval.lowerBound)...place(interval.upperBound) { cells[cell] = "─" }
    cells[place(value)] = "●"
    return cells.joined()
  }

  private var groupTable: [UInt8] {
    let titles: [Grouping: Phrase] = [
      .tier: .npsReportTier, .stage: .npsReportStage, .surveyStage: .npsReportSurveyStage,
      .channel: .npsReportChannel, .store: .npsReportStore, .region: .npsReportRegion,
      .host: .npsReportHost, .week: .npsReportWeek,
    ]
    return ReportText.table(
      [
        grouping.flatMap { titles[$0] }.map { language.text($0) } ?? "",
        language.text(.npsReportScore), language.text(.npsReportInterval), "n", "", "",
      ],
      rows: groups.map { group in
        [
          name(group.key), group.score.score.map { plain($0) } ?? "–",
          range(group.score.interval()) { plain($0) }, language.number(group.score.responses),
          figures.isLow(group.score.responses) ? language.text(.npsReportLow) : "", line(group.score),
        ]
      }, alignments: [.left, .right, .right, .right, .left, .left])
  }

  private func name(_ key: String?) -> String {
    guard let key else { return language.text(.npsReportUnknown) }
    return grouping == .stage ? language.word(key, of: .stage) : key
  }

  // MARK: Topics

  private func points(_ test: ProportionTest?) -> String {
    guard let test else { return "–" }
    return
      "\(language.points(test.difference, decimals: 1)) (\(range(test.interval()) { signed($0 * 100) }))"
  }

  private var topicTable: [UInt8] {
    ReportText.table(
      [
        language.text(.npsReportTopic), language.text(.npsReportMentions), language.text(.npsReportMean),
        "%", language.text(.npsReportShareChange), language.text(.npsReportComplaints),
      ],
      rows: figures.topics.map { topic in
        [
          language.text(topic.name), language.number(topic.mentions),
          topic.meanScore.map { plain($0) } ?? "–", topic.share.rate.map { language.percent($0) } ?? "–",
          points(topic.change), language.number(topic.complaints),
        ]
      }, alignments: [.left, .right, .right, .right, .left, .right])
  }

  private var fixes: [UInt8] {
    figures.topics.flatMap { topic -> [UInt8] in
      guard let fix = topic.fix else { return [] }
      let score = fix.score.map { "\(signed($0.score)) (\(range($0.interval()) { signed($0) }))" } ?? "–"
      return line(
        .npsReportFix,
        [
          "topic": language.text(topic.name), "date": fix.day.description, "change": points(fix.mentions),
          "score": score,
        ])
    }
  }

  private var loop: [(name: String, value: String)] {
    let overADay = figures.openDetractors(waitingHours: 24)
    let median = figures.medianSecondsToAction
    return [
      (
        language.text(.npsReportWaiting),
        language.number(figures.openDetractors) + ", " + language.text(.npsReportDay, ["count": overADay])
      ),
      (
        language.text(.npsReportMedian),
        median.map {
          "\(language.age(milliseconds: $0 * 1000)), n \(language.number(figures.answeredDetractors))"
        } ?? "–"
      ),
    ]
  }
}
