/// A word that occurs often (a city, a channel, a kind), kept once and known by number.
@usableFromInline
package struct Symbol: RawRepresentable, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt32
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No word: the field is unknown.
  package static let none = Symbol(rawValue: 0)
}

/// The words behind symbols. Symbols are given in order of first appearance, and never taken back.
package struct SymbolTable: Sendable {
  private var words: [String] = [""]
  private var numbers: [Word: UInt32] = [:]

  /// Words are told apart by their bytes, not by how they look, because which came first may depend on threads.
  private struct Word: Hashable {
    let text: String
    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
    static func == (left: Word, right: Word) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
  }

  package init() {}

  /// How many symbols there are, `Symbol.none` included.
  package var count: Int { words.count }

  /// The word of a symbol; empty for `none`.
  package subscript(symbol: Symbol) -> String { words[Int(symbol.rawValue)] }

  /// The symbol of a word, or nil when the word doesn't occur.
  package func symbol(of word: String) -> Symbol? {
    numbers[Word(text: word)].map { Symbol(rawValue: $0) }
  }

  /// The symbol of a word, made if it's new.
  package mutating func intern(_ word: String) -> Symbol {
    if let number = numbers[Word(text: word)] { return Symbol(rawValue: number) }
    let number = UInt32(words.count)
    words.append(word)
    numbers[Word(text: word)] = number
    return Symbol(rawValue: number)
  }
}
