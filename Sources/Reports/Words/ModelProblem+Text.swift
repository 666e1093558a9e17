import Loyalty
import Texts

extension Language {
  /// Why there's no model of purchases.
  package func text(_ absence: ModelProblem) -> String {
    switch absence {
    case .noPurchases: text(.modelNoPurchases)
    case .tooFewRepeaters(let repeaters, let needed):
      text(.modelTooFewRepeaters, ["repeaters": repeaters, "needed": needed])
    case .windowTooShort(let days, let gap):
      text(.modelWindowTooShort, ["days": days, "gap": short(gap)])
    case .cancelled: text(.modelCancelled)
    }
  }
}
