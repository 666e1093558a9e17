/// All that a community folder says, as columns: a value that panels read and the reader replaces.
///
/// Copies share their storage. Whoever keeps one keeps that state of the folder.
public struct Community: Sendable {
  @Indirect public var program = Program()
  public var symbols = SymbolTable()
  public var members = Members()
  /// Member ids to indexes.
  public var memberIDs = IDTable()
  public var hosts: [Host] = []
  /// Host ids to places in `hosts`.
  public var hostIDs = IDTable()
  public var campaigns: [Campaign] = []
  /// A table for each feed of events, for weather and for decisions, by `Feed.rawValue`.
  private var tables: [Table] = Feed.allCases.map { Table(feed: $0) }
  private var histories: [History] = Feed.allCases.map { _ in History() }

  public init() {}

  public subscript(feed: Feed) -> Table {
    get { tables[feed.rawValue] }
    _modify { yield &tables[feed.rawValue] }
  }

  /// A feed's rows by member. Only feeds of events and decisions have one.
  public subscript(historyOf feed: Feed) -> History {
    get { histories[feed.rawValue] }
    _modify { yield &histories[feed.rawValue] }
  }

  public func member(id: String) -> Member.Index? { memberIDs.index(of: id).map { Member.Index($0) } }

  public func host(id: String) -> Host? { hostIDs.index(of: id).map { hosts[$0] } }

  /// The rows of one feed that concern a member, oldest first.
  public func rows(_ feed: Feed, of member: Member.Index) -> [Row] {
    self[historyOf: feed].rows(of: member, in: self[feed])
  }
}
