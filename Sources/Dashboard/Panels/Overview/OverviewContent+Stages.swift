import Canvas
import Loyalty
import Reports
import Texts

extension OverviewContent {
  /// Members by stage and on the path, with retention and repeat purchases.
  static func stages(_ measures: MemberMeasures, _ context: ViewContext) -> Section {
    let total = LifecycleStage.allCases.reduce(measures.lifecycle.count(nil)) {
      $0 + measures.lifecycle.count($1)
    }
    func group(_ ids: [OverviewLine], _ words: [String], _ counts: [Int]) -> [Entry] {
      let lines = ids.indices.map { index in
        var right = [Piece(context.number(counts[index]), .number, width: 11, .right)]
        if total > 0 {
          let share = context.language.percent(Double(counts[index]) / Double(total))
          right.insert(Piece(share + "  ", .muted), at: 0)
        }
        let sign = PartsBar.sign(ofPart: index, context.look.glyphs)
        let swatch = Piece(String(Character(sign.glyph.base)) + " ", sign.role)
        return Entry(id: ids[index], line: Line([swatch, Piece(words[index])], right: right))
      }
      return [Entry(parts: counts.map(Double.init))] + lines
    }
    let language = context.language
    let stages = LifecycleStage.allCases
    var entries = group(
      stages.map { .stage($0) }, stages.map { language.word($0.id, of: .stage) },
      stages.map { measures.lifecycle.count($0) })
    let steps = PathStage.stages(measures.path.rules)
    entries += group(
      steps.map { .path($0) }, steps.map { language.word($0.id, of: .path) },
      steps.map { measures.path.count($0) })
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
    case .windowTooShort(let days, _):
      atRisk = Piece(context.text(.modelTooShort, ["days": days]), .muted)
    case .noPurchases, .cancelled, nil: break
    }
    if let atRisk {
      entries.append(Entry(id: nil, line: Line([Piece(context.text(.overviewAtRisk))], right: [atRisk])))
    }
    return Section(heading: .heading(context.text(.overviewLifecycle)), entries: entries)
  }
}
