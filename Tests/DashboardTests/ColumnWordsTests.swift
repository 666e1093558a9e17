import Dashboard
import Loyalty
import Testing
import Texts

/// What columns are called is found by their ids.
@Suite struct ColumnWordsTests {
  @Test(arguments: MemberColumn.allCases) func everyColumnIsNamed(_ column: MemberColumn) {
    #expect(Phrase.named("column.\(column.id)") == column.title)
    #expect(Phrase.named("column.\(column.id).about") == column.about)
    for word in column.words { #expect(Phrase.word(word, ofColumn: column.id) != nil, "\(word)") }
  }
}
