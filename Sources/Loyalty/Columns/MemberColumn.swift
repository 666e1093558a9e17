/// A column of the table of members: a value declared beside the measure that it shows.
///
/// How it's read, filtered, sorted and written follows from its storage. Its id is used in JSON, CSV, filters and saved
/// views, and its words are found by it.
package struct MemberColumn: Hashable, Sendable {
  /// What was declared; behind a reference, so that a column is one word to pass on.
  private final class Declaration: Sendable {
    let id: String
    let aliases: [String]
    let storage: ColumnStorage
    let kind: ColumnKind
    let filterKind: FilterKind
    let need: ColumnNeed
    let hasZeros: Bool
    let isSearched: Bool
    let wordsIncluded: [String: [String]]
    let width: ColumnWidth

    init(
      _ id: String, _ aliases: [String], _ storage: ColumnStorage, _ kind: ColumnKind, _ need: ColumnNeed,
      hasZeros: Bool, isSearched: Bool, _ wordsIncluded: [String: [String]], _ width: ColumnWidth
    ) {
      self.wordsIncluded = wordsIncluded
      self.id = id
      self.aliases = aliases
      self.storage = storage
      self.kind = kind
      filterKind = FilterKind(storage, kind)
      self.need = need
      self.hasZeros = hasZeros
      self.isSearched = isSearched
      self.width = width
    }
  }

  private let declaration: Declaration

  /// Declares a column.
  ///
  /// - Parameters:
  ///   - id: unique among all columns.
  ///   - aliases: other names in filters.
  ///   - kind: what the values are; nil: what the storage says, counts for whole numbers and numbers for decimals.
  ///   - need: what has to be computed first.
  ///   - hasZeros: whether a 0 is a value; if not, `has:` and `none` in filters take it for none.
  ///   - isSearched: whether free words are looked for in it; for texts, symbols and lists of these.
  ///   - wordsIncluded: words that a filter finds with another one, by that one.
  init(
    _ id: String, aliases: [String] = [], _ storage: ColumnStorage, as kind: ColumnKind? = nil,
    need: ColumnNeed = .nothing, hasZeros: Bool = true, isSearched: Bool = false,
    including wordsIncluded: [String: [String]] = [:], width: ColumnWidth
  ) {
    declaration = Declaration(
      id, aliases, storage, kind ?? storage.kind, need, hasZeros: hasZeros, isSearched: isSearched,
      wordsIncluded, width)
  }

  package var id: String { declaration.id }
  package var aliases: [String] { declaration.aliases }
  /// Where its values lie.
  var storage: ColumnStorage { declaration.storage }
  package var kind: ColumnKind { declaration.kind }
  /// How a filter compares the column's values.
  package var filterKind: FilterKind { declaration.filterKind }
  /// What has to be computed before it has values.
  package var need: ColumnNeed { declaration.need }
  /// Whether the value takes a look at all members: it's unknown until the measures are computed.
  package var isMeasured: Bool { need != .nothing }
  /// Whether the value comes from what members do in the community: known later than other measures.
  package var isOfCommunity: Bool { need == .community }
  var hasZeros: Bool { declaration.hasZeros }
  /// Whether free words are looked for in the column.
  package var isSearched: Bool { declaration.isSearched }
  /// Words that a filter finds with another one, by that one.
  var wordsIncluded: [String: [String]] { declaration.wordsIncluded }
  package var width: ColumnWidth { declaration.width }

  /// The words that the column can have, in the order of sorting; empty for other kinds.
  package var words: [String] {
    if case .word(let words, _) = storage { words } else { [] }
  }

  /// Whether a part of each value is hidden.
  package func isHidden(by mask: Mask) -> Bool {
    if case .text(let masking?, _) = storage { masking.isHidden(by: mask) } else { false }
  }

  /// Whether sorting by the column begins with the largest: so for figures of which more is more.
  package var beginsDescending: Bool {
    switch kind {
    case .count, .number, .percent, .money, .days, .instant, .boolean: true
    case .text, .word, .list, .date: false
    }
  }

  package static func == (left: MemberColumn, right: MemberColumn) -> Bool {
    left.declaration === right.declaration || left.id == right.id
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Cells that a column wants.
package struct ColumnWidth: Hashable, Sendable {
  package let minimum: Int
  package let ideal: Int
  /// How much of the room left over the column takes, beside the others' weights; 0 for none.
  package let weight: Int

  init(_ minimum: Int, _ ideal: Int, weight: Int = 0) {
    self.minimum = minimum
    self.ideal = ideal
    self.weight = weight
  }
}

/// What has to be computed before a column has values.
package enum ColumnNeed: Hashable, Sendable {
  /// Nothing: the record and the figures say it.
  case nothing
  /// A look at all members.
  case measures
  /// A model of purchases.
  case model
  /// The board of recalls, which asks the model.
  case recall
  /// What members do in the community: known later than other measures.
  case community
}

extension MemberColumn: CustomStringConvertible {
  package var description: String { id }
}
