import Synchronization

/// A row that tells of somebody by name alone.
struct NamedRow: Sendable {
  enum Kind: Sendable {
    /// The actor came in by a link of the one who is named.
    case link
    /// The actor brought in the one who is named.
    case invited
    case removed
  }

  var kind: Kind
  var name: String
  var actor: String
  var id: JoinedID
  var time: ChatTime
  var space: String?
  var place: RecordPlace
}

/// Rows that wait until it's known whose a name is. Pieces add to them from several threads, in any order.
final class NamedRows: Sendable {
  private struct State {
    var people: [String: Set<String>] = [:]
    var rows: [NamedRow] = []
  }

  private let state = Mutex(State())

  func tell(_ name: String, of person: String) {
    state.withLock { _ = $0.people[name, default: []].insert(person) }
  }

  func wait(_ row: NamedRow) { state.withLock { $0.rows.append(row) } }

  /// In the order of the source.
  var waiting: [NamedRow] {
    state.withLock { state in
      state.rows.enumerated().sorted {
        ($0.element.place.path, $0.element.place.row, $0.offset)
          < ($1.element.place.path, $1.element.place.row, $1.offset)
      }.map(\.element)
    }
  }

  /// The one person who has a name; nil where nobody has, or several do.
  func person(named name: String) -> String? {
    state.withLock { state in
      guard let people = state.people[name], people.count == 1 else { return nil }
      return people.first
    }
  }
}
