import Loyalty
import Texts

extension MemberColumn {
  /// The column's name, as its header has it.
  package var title: Phrase { .title(ofColumn: id) }

  /// What the column holds.
  package var about: Phrase { .about(ofColumn: id) }
}
