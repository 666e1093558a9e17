/// Where text stands in a field wider than itself.
@usableFromInline
package enum Alignment: Hashable, Sendable {
  case left, right, centre

  /// The columns to leave free before text of a width in a field.
  @inlinable
  package func indent(of width: Int, in field: Int) -> Int {
    let free = max(0, field - width)
    switch self {
    case .left: return 0
    case .right: return free
    case .centre: return free / 2
    }
  }
}
