import Community
import JSONTape
import Loyalty
import Texts

/// What members are expected to buy and to be worth, by a model of purchases fitted to them: what
/// `koxtop report clv` prints.
///
/// Members come highest lifetime value first, those of whom none is known last. Where there's no model, they come
/// with what is known of their purchases, and the report says why.
///
/// JSON is an object, CSV a row a member, text the parameters explained and the first members.
///
/// - Complexity: O(members), in pieces.
package struct CLVReport: Report {
  /// What is asked for.
  package struct Question: Hashable, Sendable {
    /// That of the columns, the queue of recalls and the segments, unless another is asked for.
    package var kind: PurchaseModel.Kind
    /// The last day that the model is fitted to and at the end of which members are scored; what follows is the
    /// hold-out. Nil: today, with the last quarter of the history as hold-out of a second fit.
    package var calibrationEnd: Day?
    /// The time for expected orders.
    package var horizonWeeks: Double

    /// A year of 365 days.
    package static let yearWeeks = 365.0 / 7

    package init(
      kind: PurchaseModel.Kind = .mbgNBD, calibrationEnd: Day? = nil, horizonWeeks: Double = yearWeeks
    ) {
      self.kind = kind
      self.calibrationEnd = calibrationEnd
      self.horizonWeeks = horizonWeeks
    }
  }

  package let roster: Roster
  package let question: Question
  package let language: Language
  package let summary: PurchaseSummary
  /// The model, or why there's none.
  package let fit: Result<ModelFit, ModelProblem>
  package let scores: Scores?
  package let holdOut: ModelFit.HoldOut?
  /// In order of printing.
  package let members: [Member.Index]

  package var moment: Moment { roster.moment }

  /// - Complexity: O(members + orders), and the fit's.
  /// - Returns: nil if cancelled.
  package init?(
    roster: Roster, question: Question = Question(), terms: CustomerLifetimeValue = CustomerLifetimeValue(),
    language: Language = .english, isCancelled: () -> Bool = { false }
  ) {
    self.roster = roster
    self.question = question
    self.language = language
    let (community, moment) = (roster.community, roster.moment)
    let summary = PurchaseSummary(
      community: community, moment: moment, calibrationEnd: question.calibrationEnd, isCancelled: isCancelled)
    guard let summary else { return nil }
    self.summary = summary
    do throws(ModelProblem) {
      let fit = try ModelFit(question.kind, to: summary, isCancelled: isCancelled)
      self.fit = .success(fit)
      scores = Scores(
        summary, fit: fit, terms: terms, horizonWeeks: question.horizonWeeks, isCancelled: isCancelled)
      holdOut =
        question.calibrationEnd != nil
        ? fit.holdOut
        : ModelFit.holdOut(
          question.kind, of: summary, community: community, moment: moment, isCancelled: isCancelled)
    } catch {
      fit = .failure(error)
      scores = nil
      holdOut = nil
    }
    if isCancelled() { return nil }
    members = CLVReport.ordered(roster, scores)
  }

  private static func ordered(_ roster: Roster, _ scores: Scores?) -> [Member.Index] {
    let listed = (0..<roster.community.members.count).lazy.map { Member.Index($0) }
      .filter { roster.figures.isListed($0) }
    guard let scores else { return Array(listed) }
    // What isn't known sorts behind every value.
    var keys = Array(listed.map { (value: scores.lifetimeValue($0) ?? -1, member: $0) })
    keys.sort { ($0.value, $1.member) > ($1.value, $0.member) }
    return keys.map(\.member)
  }
}

// MARK: - Members

extension CLVReport {
  /// What is printed of one member, nil where unknown.
  struct Row {
    static let keys = [
      "id", "frequency", "recency_weeks", "age_weeks", "p_alive", "expected_orders", "expected_value", "clv",
    ]

    var id: String
    /// Days with purchases after the first one.
    var frequency: Int?
    /// Weeks from the first purchase to the last, and to the end of the calibration.
    var recencyWeeks: Double?
    var ageWeeks: Double?
    var alive: Double?
    var expectedOrders: Double?
    /// In currency units, a purchase day and a year.
    var expectedValue: Double?
    var lifetimeValue: Double?
  }

  func row(_ member: Member.Index) -> Row {
    var row = Row(id: roster.community.members.id(member))
    if let group = summary.group(of: member) {
      row.frequency = group.frequency
      row.recencyWeeks = Double(group.recency) / 7
      row.ageWeeks = Double(group.age) / 7
    }
    row.alive = scores?.probabilityAlive(member)
    row.expectedOrders = scores?.expectedOrders(member)
    row.expectedValue = scores?.expectedValue(member)
    row.lifetimeValue = scores?.lifetimeValue(member)
    return row
  }
}

// MARK: - JSON and CSV

extension CLVReport {
  package func json() -> ReportContent {
    var writer = JSONWriter(indentation: 2)
    writer.beginObject()
    writeHeader(to: &writer)
    writer.key("members")
    // The array's brackets are written by hand, so that its objects can go out one by one.
    return .json(
      head: writer.bytes + [UInt8(ascii: "[")], objects: members, indentation: 4,
      tail: members.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    ) { write(row($0), to: &$1) }
  }

  private func write(_ row: Row, to writer: inout JSONWriter) {
    writer.field("id", row.id)
    writer.field("frequency", row.frequency)
    writer.field("recency_weeks", row.recencyWeeks)
    writer.field("age_weeks", row.ageWeeks)
    writer.field("p_alive", row.alive)
    writer.field("expected_orders", row.expectedOrders)
    writer.field("expected_value", row.expectedValue)
    writer.field("clv", row.lifetimeValue)
  }

  private func writeHeader(to writer: inout JSONWriter) {
    writer.field(moment)
    writer.field("currency", roster.community.program.currency)
    writer.field("calibration_end", summary.calibrationEnd.description)
    writer.field("horizon_weeks", question.horizonWeeks)
    writer.key("model")
    switch fit {
    case .success(let fit): writer.object { write(fit, to: &$0) }
    case .failure: writer.null()
    }
    writer.key("no_model")
    switch fit {
    case .success: writer.null()
    case .failure(let absence):
      writer.object { writer in
        writer.field("reason", absence.id)
        writer.field("description", Language.english.text(absence))
        writer.field("customers", summary.folded.customers)
        writer.field("repeaters", summary.folded.repeaters)
      }
    }
    writer.key("spend")
    if let spend = try? fit.get().spend {
      writer.object { write(spend, to: &$0) }
    } else {
      writer.null()
    }
    writer.key("holdout")
    if let holdOut {
      writer.object { writer in
        writer.field("weeks", holdOut.weeks)
        writer.field("predicted", holdOut.predicted)
        writer.field("actual", holdOut.actual)
        writer.field("mae", holdOut.meanAbsoluteError)
      }
    } else {
      writer.null()
    }
  }

  private func write(_ fit: ModelFit, to writer: inout JSONWriter) {
    writer.field("name", fit.model.kind.rawValue)
    writer.field("unit", "week")
    writer.field("r", fit.model.r)
    writer.field("alpha", fit.model.alpha)
    writer.field("a", fit.model.a)
    writer.field("b", fit.model.b)
    writer.field("log_likelihood", fit.purchases.logLikelihood)
    writer.field("customers", fit.customers)
    writer.field("repeaters", fit.repeaters)
    writer.field("converged", fit.purchases.isConverged)
    writer.key("boundary")
    writer.array { writer in
      for parameter in fit.purchases.boundary { writer.value(parameter.rawValue) }
    }
  }

  private func write(_ spend: FittedGammaGamma, to writer: inout JSONWriter) {
    writer.field("p", spend.model.p)
    writer.field("q", spend.model.q)
    writer.field("v", spend.model.v)
    writer.field("mean", spend.model.populationMean)
    writer.field("log_likelihood", spend.logLikelihood)
    writer.field("correlation", spend.correlation)
    writer.field("customers", spend.customers)
    writer.field("converged", spend.isConverged)
    writer.key("boundary")
    writer.array { writer in
      for parameter in spend.boundary { writer.value(parameter.rawValue) }
    }
  }

  package func csv() -> ReportContent {
    .csv(Row.keys, members) { member, writer in
      let row = row(member)
      writer.cell(row.id)
      if let frequency = row.frequency { writer.cell(frequency) } else { writer.cell() }
      for number in [
        row.recencyWeeks, row.ageWeeks, row.alive, row.expectedOrders, row.expectedValue, row.lifetimeValue,
      ] {
        if let number { writer.cell(number) } else { writer.cell() }
      }
    }
  }
}

extension ModelProblem {
  /// The word in JSON.
  var id: String {
    switch self {
    case .noPurchases: "no_purchases"
    case .tooFewRepeaters: "too_few_repeaters"
    case .windowTooShort: "window_too_short"
    case .cancelled: "cancelled"
    }
  }
}

extension CLVReport: NamedReport {
  package static let name = "clv"
  package static let about = """
    a model of purchases and spend fitted to the members, how well it foretold, and what each member is expected to \
    buy and to be worth.
    """

  package static func made(
    of reading: FolderReading, _ options: PurchaseOptions, language: Language
  ) throws -> (any Report)? {
    let value = reading.snapshot.community.program.lifetimeValue
    return CLVReport(
      roster: reading.roster, question: try options.question(until: reading.moment.today),
      terms: CustomerLifetimeValue(margin: value.margin, yearlyDiscount: value.discount), language: language)
  }
}
