/// How much room a frame has, and with it how many columns of panels it shows.
public enum Breadth: Int, Comparable, Hashable, Sendable {
  /// Fewer than 100 columns: one thing at a time.
  case narrow
  case medium
  /// 180 columns and more: everything beside each other.
  case wide

  public init(columns: Int) {
    self = columns < 100 ? .narrow : columns < 180 ? .medium : .wide
  }

  public static func < (one: Breadth, other: Breadth) -> Bool { one.rawValue < other.rawValue }
}

extension Size {
  /// The smallest frame that the dashboard can be used in.
  public static let smallestFrame = Size(columns: 60, rows: 16)

  public var breadth: Breadth { Breadth(columns: columns) }

  /// Whether a frame of this size can only say how large it needs to be.
  public var isTooSmall: Bool {
    columns < Self.smallestFrame.columns || rows < Self.smallestFrame.rows
  }
}
