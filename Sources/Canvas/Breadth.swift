/// How much room a frame has, and with it how many columns of panels it shows.
package enum Breadth: Int, Comparable, Hashable, Sendable {
  /// Fewer than 100 columns: one thing at a time.
  case narrow
  case medium
  /// 180 columns and more: everything beside each other.
  case wide

  package init(columns: Int) {
    self = columns < 100 ? .narrow : columns < 180 ? .medium : .wide
  }

  package static func < (one: Breadth, other: Breadth) -> Bool { one.rawValue < other.rawValue }
}

extension Size {
  /// The smallest frame that the dashboard can be used in.
  package static let smallestFrame = Size(columns: 60, rows: 16)

  package var breadth: Breadth { Breadth(columns: columns) }

  /// Whether a frame of this size can only say how large it needs to be.
  package var isTooSmall: Bool {
    columns < Self.smallestFrame.columns || rows < Self.smallestFrame.rows
  }
}
