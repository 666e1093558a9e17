import Loyalty
import Texts

extension Language {
  /// A word of a column, such as a stage.
  package func word(_ id: String, of column: MemberColumn) -> String {
    Phrase.word(id, ofColumn: column.id).map { text($0) } ?? id
  }

  /// A number in a cell: two decimals below 1, one where it isn't whole.
  package func short(_ number: Double) -> String {
    if number == number.rounded() { return self.number(number, decimals: 0) }
    return self.number(number, decimals: abs(number) < 1 ? 2 : 1)
  }
}
