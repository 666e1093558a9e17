import Loyalty

/// A view of the table of members under a name: what it shows, in which order, with which columns.
package struct SavedView: Hashable, Sendable {
  package var name: String
  /// The filter line as it was typed.
  package var filter: String
  package var order: MemberOrder
  package var columns: [MemberColumn]

  package init(name: String, filter: String, order: MemberOrder, columns: [MemberColumn]) {
    self.name = name
    self.filter = filter
    self.order = order
    self.columns = columns
  }
}
