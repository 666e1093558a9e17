import Community
import Loyalty
import Reports
import Texts

extension MemberCard.Figure {
  /// How the figure came about: its rule, the records behind it, and from when to when. In one part where
  /// that fits a width, else rule and records apart.
  func explanation(_ context: ViewContext, columns: Int) -> [String] {
    let rule = rule(context)
    let records = evidence(context)
    if records.isEmpty { return [rule] }
    let whole = "\(rule) · \(records)"
    return whole.cellWidth <= columns ? [whole] : [rule, records]
  }

  private func evidence(_ context: ViewContext) -> String {
    switch reason {
    case .stated, .days, .noRecords, .tier, .stage, .path, .scores, .noModel, .attitude, .told:
      return ""
    case .account(entries: 0, _): return ""
    case .firstEvent, .purchases, .amounts, .mean, .newest, .account: break
    }
    var parts = [context.text(.cardRecords, ["count": records])]
    if let first, let last, first != last {
      parts.append(
        context.text(
          .whyWindow,
          [
            "first": context.language.date(first, in: context.zone),
            "last": context.language.date(last, in: context.zone),
          ]))
    }
    return parts.joined(separator: " · ")
  }

  private func rule(_ context: ViewContext) -> String {
    switch reason {
    case .stated: context.text(.whyStated)
    case .firstEvent: context.text(.whyFirstEvent)
    case .purchases(0): context.text(.whyPurchasesOnly)
    case .amounts(_, .zero): context.text(.whyAmountsOnly)
    case .purchases(let refunds): context.text(.whyPurchases, ["count": refunds])
    case .amounts(let bought, let refunded):
      context.text(
        .whyAmounts,
        [
          "bought": context.exactMoney(bought),
          "refunded": context.exactMoney(Money(rawValue: -refunded.rawValue)),
        ])
    case .mean(let spend, let orders):
      context.text(.whyMean, ["spend": context.exactMoney(spend), "count": orders])
    case .newest(let feed): context.text(.whyNewest, ["feed": context.text(feed.title)])
    case .days(let day): context.text(.whyDays, ["day": context.language.date(day)])
    case .noRecords: context.text(.whyNoRecords)
    case .account(0, let band): context.language.word(band.id, of: .band)
    case .account(_, let band):
      context.text(.whyBalance, ["band": context.language.word(band.id, of: .band)])
    case .tier(let standing): standing.text(context)
    case .stage(let reason): reason.text(context)
    case .path(let reason): reason.text(context)
    case .scores(let scores, let days, let orders, let money, let window):
      context.text(
        .whyScores,
        [
          "r": scores[0], "f": scores[1], "m": scores[2], "days": days, "count": orders,
          "money": context.exactMoney(money), "window": window,
        ])
    case .noModel(let absence): context.language.text(absence)
    case .told(let phrase, let count):
      Phrase.named(phrase).map { context.text($0, count.map { ["count": $0] } ?? [:]) } ?? phrase
    case .attitude(let attitude, let behaviour):
      context.text(
        .whyAttitude,
        [
          "behaviour": context.language.short(behaviour),
          "attitude": Phrase.columnWords["attitude.\(attitude.rawValue)"].map { context.text($0) }
            ?? attitude.rawValue,
        ])
    }
  }
}
