import Canvas
import Loyalty
import Reports
import Texts

extension TodaySource {
  /// Members whose emotional account is overdrawn, with how the others stand.
  static let overdrawn = TodaySource(.overdrawn, rank: 50, open: { $0.openMembers(filter: "balance<0") }) {
    state, context in
    guard let account = state.touchpoints.figures?.account else { return nil }
    let count = account.summary.members(in: .overdrawn)
    guard count > 0 else { return nil }
    let others = AccountBand.allCases.dropFirst().map { band in
      "\(context.language.word(band.id, of: .band)) \(context.number(account.summary.members(in: band)))"
    }
    return Line(
      [Piece(context.text(.todayOverdrawn, ["count": count]))],
      right: [Piece(others.joined(separator: " · "), .muted)])
  }
}

extension TodayKind {
  static let overdrawn = TodayKind("overdrawn")
}
