import Community

/// The purchase model that stands behind the values of members, or why there's none.
package struct ValueModel: Sendable {
  package let values: PurchaseValues?
  package let fit: ModelFit?
  /// Why there's no model; nil where there is one.
  package let absence: ModelProblem?

  /// Values that come from elsewhere.
  package init(values: PurchaseValues) { (self.values, fit, absence) = (values, nil, nil) }

  /// Fits the model in which whoever bought once may be gone too (MBG/NBD) to all purchases, and asks it for today
  /// and for the end of the day 90 days ago.
  ///
  /// - Complexity: O(members + orders), and the fit.
  /// - Returns: nil if cancelled.
  package init?(community: Community, moment: Moment, isCancelled: () -> Bool = { false }) {
    guard let summary = PurchaseSummary(community: community, moment: moment, isCancelled: isCancelled) else {
      return nil
    }
    let fit: ModelFit
    do throws(ModelProblem) {
      fit = try ModelFit(.mbgNBD, to: summary, isCancelled: isCancelled)
    } catch {
      if error == .cancelled { return nil }
      (values, self.fit, absence) = (nil, nil, error)
      return
    }
    let rules = community.program.lifetimeValue
    let terms = CustomerLifetimeValue(margin: rules.margin, yearlyDiscount: rules.discount)
    let earlier = Moment(now: moment.zone.end(of: moment.today.adding(days: -90)), zone: moment.zone)
    guard let scores = Scores(summary, fit: fit, terms: terms, isCancelled: isCancelled),
      let earlierSummary = PurchaseSummary(
        community: community, moment: earlier, isCancelled: isCancelled),
      let earlierScores = Scores(earlierSummary, fit: fit, terms: terms, isCancelled: isCancelled)
    else { return nil }
    let members = (0..<community.members.count).lazy.map { Member.Index($0) }
    func column(_ value: (Member.Index) -> Double?) -> [Double] { members.map { value($0) ?? .nan } }
    values = PurchaseValues(
      alive: column(scores.probabilityAlive), lifetimeValue: column(scores.lifetimeValue),
      earlierLifetimeValue: column(earlierScores.lifetimeValue), valueIfAwake: column(scores.valueIfAwake))
    self.fit = fit
    absence = nil
  }
}
