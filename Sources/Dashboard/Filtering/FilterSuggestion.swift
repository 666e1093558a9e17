import Loyalty
import Texts

/// Something that may be meant by what is being typed of a filter.
struct FilterSuggestion: Hashable {
  /// What is listed, and what it tells besides.
  var title: String
  var about = ""
  /// How many members have it.
  var count: Int?
  /// What takes the place of what is typed.
  var text: String
}

/// What completes the filter being typed.
struct FilterSuggestions {
  var items: [FilterSuggestion] = []
  /// Where what is typed stands, in characters.
  var range = 0..<0
  /// Whether values are still being counted.
  var isCounting = false

  static let none = FilterSuggestions()
}

extension DashboardState {
  /// What completes a line being typed, from what is at hand: fields, words, and values as far as they are counted.
  ///
  /// - Complexity: O(columns + values offered of one).
  func suggestions(for editor: QueryEditor) -> FilterSuggestions {
    guard editor.kind == .filter, let completion = FilterCompletion(editor.line.textBeforeCursor) else {
      return .none
    }
    var result = FilterSuggestions(range: completion.range)
    switch completion.subject {
    case .field(let isKnown):
      if completion.typed.isEmpty, editor.selected == nil, !isKnown { return .none }
      result.items = completion.fields(in: language).map { column in
        let name = column.filterName(in: language)
        return FilterSuggestion(
          title: name, about: language.text(column.about), text: isKnown ? name : name + ":")
      }
    case .value(let column) where column.hasCountedValues:
      guard let values = filtering.values[column] else {
        result.isCounting = data.shown != nil
        return result
      }
      result.items = completion.values(among: values).map { value in
        FilterSuggestion(
          title: value.label(in: language), count: value.count, text: value.written(in: language))
      }
    case .value(let column):
      result.items = column.filterWords(in: language)
        .filter { $0.lowercased().hasPrefix(completion.typed.lowercased()) }
        .map { FilterSuggestion(title: $0, text: $0) }
    }
    // What stands there already needs no completing.
    if result.items.first?.text.lowercased() == completion.typed.lowercased() { return .none }
    return result
  }

  /// Has the values counted that the line being typed may be completed with.
  mutating func countValues(for editor: QueryEditor) {
    guard editor.kind == .filter, let completion = FilterCompletion(editor.line.textBeforeCursor),
      case .value(let column) = completion.subject, let data = data.shown,
      filtering.shouldCount(column, of: data)
    else { return }
    effects.append(.countValues(of: column, data))
  }
}
