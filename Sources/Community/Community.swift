import Bytes

/// All that a community folder says, as columns: a value that panels read and the reader replaces.
///
/// Copies share their storage. Whoever keeps one keeps that state of the folder.
package struct Community: Sendable {
  @Boxed package var program = Program()
  package var symbols = SymbolTable()
  package var members = Members()
  /// Member ids to indexes.
  package var memberIDs = IDTable()
  package var hosts: [Host] = []
  /// Host ids to places in `hosts`.
  package var hostIDs = IDTable()
  package var campaigns: [Campaign] = []
  /// A table for each feed of events, for weather and for decisions, by `Feed.rawValue`.
  private var tables: [Table] = Feed.allCases.map { Table(feed: $0) }
  private var histories: [History] = Feed.allCases.map { _ in History() }

  package init() {}

  package subscript(feed: Feed) -> Table {
    get { tables[feed.rawValue] }
    _modify { yield &tables[feed.rawValue] }
  }

  /// A feed's rows by member. Only feeds of events and decisions have one.
  package subscript(historyOf feed: Feed) -> History {
    get { histories[feed.rawValue] }
    _modify { yield &histories[feed.rawValue] }
  }

  package func member(id: String) -> Member.Index? { memberIDs.index(of: id).map { Member.Index($0) } }

  package func host(id: String) -> Host? { hostIDs.index(of: id).map { hosts[$0] } }

  /// The rows of one feed that concern a member, oldest first.
  package func rows(_ feed: Feed, of member: Member.Index) -> [Row] {
    self[historyOf: feed].rows(of: member, in: self[feed])
  }
}
