import Loyalty
import Texts

extension PointsResponse {
  /// What follows redemptions, as named values.
  func pairs(_ language: Language) -> [(name: String, value: String)] {
    guard redemptions > 0 else {
      return [(language.text(.pointsNextAction), language.text(.pointsNoRedemptions))]
    }
    return [
      (
        language.text(.pointsNextAction),
        language.text(
          .pointsNextActionValue,
          [
            "time": median.map { language.age(milliseconds: $0) } ?? "–",
            "followed": language.number(followed), "count": language.number(redemptions),
          ])
      ),
      (
        language.text(.pointsAgain, ["days": PointsResponse.days]),
        language.text(
          .pointsAgainValue,
          ["again": language.number(membersAgain), "members": language.number(members)])
      ),
    ]
  }
}
