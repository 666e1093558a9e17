import Loyalty
import Texts

extension RecallFlag {
  /// One word, for a cell.
  package var word: Phrase {
    switch self {
    case .complaint: .flagComplaint
    case .detractor: .flagDetractor
    case .unsubscribe: .flagUnsubscribe
    case .overdrawn: .flagOverdrawn
    case .refund: .flagRefund
    }
  }

  /// What it is, and since when.
  package func text(in language: Language) -> String {
    switch self {
    case .complaint(_, let days): language.text(.flagComplaintWords, ["days": days])
    case .detractor(let kind, let score, let days):
      language.text(
        .flagDetractorWords, ["kind": kind.uppercased(), "score": score, "days": days])
    case .unsubscribe(let days): language.text(.flagUnsubscribeWords, ["days": days])
    case .overdrawn(let balance):
      language.text(.flagOverdrawnWords, ["balance": language.signed(balance, decimals: 1)])
    case .refund(let days): language.text(.flagRefundWords, ["days": days])
    }
  }
}

extension RecallRates.Basis {
  /// From what a chance is, as one word.
  package var word: Phrase {
    switch self {
    case .play: .chanceOfPlay
    case .layer: .chanceOfLayer
    case .overall: .chanceOverall
    case .expected: .chanceExpected
    }
  }

  /// The same as a sentence.
  package var sentence: Phrase {
    switch self {
    case .play: .chanceOfPlayWords
    case .layer: .chanceOfLayerWords
    case .overall: .chanceOverallWords
    case .expected: .chanceExpectedWords
    }
  }

  /// Before a chance where there's no room for the word: the more uncertain, the more of it.
  package var sign: String {
    switch self {
    case .play: ""
    case .layer: "~"
    case .overall: "~~"
    case .expected: "?"
    }
  }
}
