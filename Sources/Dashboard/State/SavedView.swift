import Loyalty

/// A view of the table of members under a name: what it shows, in which order, with which columns.
public struct SavedView: Hashable, Sendable {
  public var name: String
  /// The filter line as it was typed.
  public var filter: String
  public var order: MemberOrder
  public var columns: [MemberColumn]

  public init(name: String, filter: String, order: MemberOrder, columns: [MemberColumn]) {
    self.name = name
    self.filter = filter
    self.order = order
    self.columns = columns
  }
}
