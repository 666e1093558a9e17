import Canvas
import Loyalty
import Texts

extension OverviewContent {
  /// Members by stage and on the path, with retention and repeat purchases.
  static func stages(_ measures: MemberMeasures, _ context: ViewContext) -> Section {
    let total = LifecycleStage.allCases.reduce(measures.lifecycle.count(nil)) {
      $0 + measures.lifecycle.count($1)
    }
    func entry(_ id: OverviewLine, _ word: String, _ count: Int) -> Entry {
      var right = [Piece(context.number(count), .number, width: 11, .right)]
      if total > 0 {
        right.insert(
          Piece(context.language.percent(Double(count) / Double(total)) + "  ", .muted), at: 0)
      }
      return Entry(id: id, line: Line([Piece(word)], right: right))
    }
    var entries = LifecycleStage.allCases.map { stage in
      entry(.stage(stage), context.language.word(stage.id, of: .stage), measures.lifecycle.count(stage))
    }
    entries += PathStage.stages(measures.path.rules).map { stage in
      entry(.path(stage), context.language.word(stage.id, of: .path), measures.path.count(stage))
    }
    let rates: [(Phrase, Double?)] = [
      (.reportRetention, measures.moves.first?.retention), (.reportRepeatRate, measures.repeatPurchaseRate),
    ]
    for (phrase, rate) in rates {
      let value = rate.map { context.language.percent($0) } ?? "–"
      entries.append(
        Entry(id: nil, line: Line([Piece(context.text(phrase))], right: [Piece(value, .number)])))
    }
    var atRisk = measures.valueAtRisk.map { Piece(context.money($0), .money) }
    switch measures.model?.absence {
    case .tooFewRepeaters(let repeaters, _):
      atRisk = Piece(context.text(.modelTooFew, ["repeaters": repeaters]), .muted)
    case .noPurchases, .cancelled, nil: break
    }
    if let atRisk {
      entries.append(Entry(id: nil, line: Line([Piece(context.text(.overviewAtRisk))], right: [atRisk])))
    }
    return Section(heading: .heading(context.text(.overviewLifecycle)), entries: entries)
  }
}
