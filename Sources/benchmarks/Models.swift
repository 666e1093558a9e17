import Community
import Feeds
import Loyalty

/// Times the fit of the models of purchases and spend, beside one evaluation of the same likelihood member by member.
func measureModels(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  let community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)

  var counting: [Double] = []
  var fitting: [Double] = []
  var scoring: [Double] = []
  var naive: [Double] = []
  var measuring: [Double] = []
  var filling: [Double] = []
  let figures = MemberFigures(community: community, moment: moment)
  var how = ""
  for _ in 0..<rounds {
    var start = monotonicSeconds()
    guard let summary = PurchaseSummary(community: community, moment: moment) else { continue }
    counting.append(monotonicSeconds() - start)

    start = monotonicSeconds()
    let fit: ModelFit
    do throws(ModelProblem) {
      fit = try ModelFit(.mbgNBD, to: summary)
    } catch {
      throw TerminalProcess.Problem(description: "no model of \(folder): \(error)")
    }
    fitting.append(monotonicSeconds() - start)

    start = monotonicSeconds()
    guard let scores = Scores(summary, fit: fit) else { continue }
    var worth = 0.0
    for member in 0..<community.members.count {
      worth += scores.lifetimeValue(Member.Index(member)) ?? 0
    }
    scoring.append(monotonicSeconds() - start)

    start = monotonicSeconds()
    var logLikelihood = 0.0
    for member in 0..<community.members.count {
      guard let group = summary.group(of: Member.Index(member)) else { continue }
      logLikelihood += fit.model.logLikelihood(
        frequency: group.frequency, recency: Double(group.recency) / 7, age: Double(group.age) / 7)
    }
    naive.append(monotonicSeconds() - start)

    start = monotonicSeconds()
    guard var measures = MemberMeasures(community: community, figures: figures) else { continue }
    measuring.append(monotonicSeconds() - start)
    start = monotonicSeconds()
    if let model = ValueModel(community: community, moment: moment) { measures.receive(model) }
    filling.append(monotonicSeconds() - start)

    // Both are sums of the same numbers in another order.
    let difference = abs(logLikelihood - fit.purchases.logLikelihood)
    guard difference < 1e-9 * abs(logLikelihood) else {
      throw TerminalProcess.Problem(
        description: "the likelihoods differ: \(fit.purchases.logLikelihood) and \(logLikelihood)")
    }
    let groups = summary.folded.groups.count
    how =
      "\(grouped(fit.customers)) members in \(grouped(groups)) groups"
      + (fit.purchases.isConverged ? "" : ", not converged") + "; worth \(decimal(worth / 1e6, 1)) million"
  }
  return [
    Measurement(
      name: "purchase days counted by member", value: median(counting), unit: "s", bound: nil,
      detail: "\(grouped(community[.orders].count)) orders"),
    Measurement(
      name: "MBG/NBD and gamma-gamma fitted", value: median(fitting), unit: "s", bound: 2, detail: how),
    Measurement(
      name: "members scored", value: median(scoring), unit: "s", bound: 1,
      detail: "P(alive) and lifetime value of each"),
    Measurement(
      name: "stages, paths and scores of all", value: median(measuring), unit: "s", bound: nil,
      detail: "shown before the model, on one thread"),
    Measurement(
      name: "model, values and segments of all", value: median(filling), unit: "s", bound: 3,
      detail: "fit included; today and 90 days ago"),
    Measurement(
      name: "one likelihood, member by member", value: median(naive), unit: "s", bound: nil,
      detail: "the fit takes as long as \(decimal(median(fitting) / median(naive), 1)) of these"),
  ]
}
