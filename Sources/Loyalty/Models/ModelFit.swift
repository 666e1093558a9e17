import Community

/// Why there's no model of purchases.
package enum ModelProblem: Error, Hashable, Sendable {
  /// Nobody bought until the end of the calibration.
  case noPurchases
  /// So many members bought on more than one day; a model needs at least as many.
  case tooFewRepeaters(Int, needed: Int)
  /// What is fitted to lasts so many days, which is less than three times the median gap between purchase days.
  case windowTooShort(days: Int, medianGap: Double)
  case cancelled
}

/// A purchase model with what members spend, fitted to the members of a community, and how well it foretold.
package struct ModelFit: Hashable, Sendable {
  /// How well a model fitted to the time before foretold the days with purchases of a hold-out.
  package struct HoldOut: Hashable, Sendable {
    package var weeks: Double
    /// Days with purchases of all members who had bought before.
    package var predicted: Double
    package var actual: Int
    /// The mean over members of the absolute error.
    package var meanAbsoluteError: Double
  }

  package var purchases: FittedPurchaseModel
  /// Nil where fewer than `minimumRepeaters` spent something on a day after the first one.
  package var spend: FittedGammaGamma?
  /// Members who bought, and those who did on more than one day.
  package var customers: Int
  package var repeaters: Int
  /// The last day that it's fitted to.
  package var calibrationEnd: Day
  package var holdOut: HoldOut?

  package var model: PurchaseModel { purchases.model }

  /// With fewer members who bought on more than one day there's no model.
  package static let minimumRepeaters = 100
  /// With less time than so many median gaps between purchase days there's no model either.
  package static let minimumGaps = 3.0

  /// Fits both models. Where days follow on the end of the calibration, they are the hold-out.
  ///
  /// - Complexity: O(members) a few dozen times.
  package init(
    _ kind: PurchaseModel.Kind, to summary: PurchaseSummary, isCancelled: () -> Bool = { false }
  ) throws(ModelProblem) {
    customers = summary.folded.customers
    repeaters = summary.folded.repeaters
    calibrationEnd = summary.calibrationEnd
    guard customers > 0 else { throw .noPurchases }
    guard repeaters >= ModelFit.minimumRepeaters else {
      throw .tooFewRepeaters(repeaters, needed: ModelFit.minimumRepeaters)
    }
    if let start = summary.start, let gap = summary.folded.medianGap {
      let days = summary.calibrationEnd.days(since: start) + 1
      guard Double(days) >= ModelFit.minimumGaps * gap else {
        throw .windowTooShort(days: days, medianGap: gap)
      }
    }
    guard let fitted = PurchaseModel.fitted(kind, to: summary.folded, isCancelled: isCancelled) else {
      throw .cancelled
    }
    purchases = fitted
    let values = summary.repeatSpend
    if values.count >= ModelFit.minimumRepeaters {
      guard let fitted = GammaGamma.fitted(to: values, isCancelled: isCancelled) else { throw .cancelled }
      spend = fitted
    }
    if summary.end > summary.calibrationEnd {
      guard let holdOut = ModelFit.holdOut(fitted.model, summary, isCancelled) else { throw .cancelled }
      self.holdOut = holdOut
    }
  }

  /// What a model fitted to the first three quarters of the community's history foretells of the last
  /// quarter. Nil where the first three don't bear a model, or if cancelled.
  package static func holdOut(
    _ kind: PurchaseModel.Kind, community: Community, moment: Moment, isCancelled: () -> Bool = { false }
  ) -> HoldOut? {
    guard let whole = PurchaseSummary(community: community, moment: moment, isCancelled: isCancelled) else {
      return nil
    }
    return holdOut(kind, of: whole, community: community, moment: moment, isCancelled: isCancelled)
  }

  /// The same for a community of which the summary is known.
  package static func holdOut(
    _ kind: PurchaseModel.Kind, of whole: PurchaseSummary, community: Community, moment: Moment,
    isCancelled: () -> Bool = { false }
  ) -> HoldOut? {
    guard let end = whole.endOfThirdQuarter,
      let summary = PurchaseSummary(
        community: community, moment: moment, calibrationEnd: end, isCancelled: isCancelled),
      summary.folded.repeaters >= minimumRepeaters,
      let fitted = PurchaseModel.fitted(kind, to: summary.folded, isCancelled: isCancelled)
    else { return nil }
    return holdOut(fitted.model, summary, isCancelled)
  }

  private static func holdOut(
    _ model: PurchaseModel, _ summary: PurchaseSummary, _ isCancelled: () -> Bool
  ) -> HoldOut? {
    let weeks = summary.holdOutWeeks
    guard
      let scores = PurchaseScores(model, summary.folded, horizonWeeks: weeks, isCancelled: isCancelled)
    else { return nil }
    var holdOut = HoldOut(weeks: weeks, predicted: 0, actual: 0, meanAbsoluteError: 0)
    for (group, later) in summary.laterDaysByGroup() {
      let predicted = scores.expectedOrders(group)
      holdOut.predicted += predicted
      holdOut.actual += later
      holdOut.meanAbsoluteError += abs(predicted - Double(later))
    }
    holdOut.meanAbsoluteError /= Double(max(1, summary.folded.customers))
    return holdOut
  }
}

extension PurchaseSummary {
  /// The last day of the first three quarters of the time from the first purchase until today; nil without a
  /// purchase or when that time is shorter than four days.
  package var endOfThirdQuarter: Day? {
    guard let start, end.days(since: start) >= 4 else { return nil }
    return end.adding(days: -(end.days(since: start) / 4))
  }

  /// Of each member who bought: place in `folded.groups`, and purchase days after the calibration.
  func laterDaysByGroup() -> some Sequence<(group: Int, later: Int)> {
    groups.indices.lazy.filter { groups[$0] != PurchaseSummary.noGroup }.map {
      (Int(groups[$0]), laterDays(of: Member.Index($0)))
    }
  }
}
