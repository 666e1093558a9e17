import Algorithms

/// What a scalar does to a row of cells.
enum ScalarKind: UInt8 {
  /// Takes no cell: it stands on the base before it.
  case mark = 0
  case narrow = 1
  case wide = 2
  /// A control, a bidi control, a noncharacter or an unassigned scalar: a replacement is shown for it.
  case unsafe = 3
  /// Has no picture and no use in a cell.
  case dropped = 4
  /// A tab or a line end, shown as a space.
  case blank = 5
}

extension ScalarKind {
  /// The kind of a scalar value.
  ///
  /// - Complexity: O(1) for ASCII, Latin, Greek, Cyrillic, kana, ideographs, Hangul syllables and drawing
  ///   characters; O(log runs) otherwise.
  init(_ value: UInt32) {
    switch value {
    case 0x20...0x7E, 0xAE...0x2FF, 0x3A3...0x482, 0x2500...0x25FC, 0x2800...0x28FF: self = .narrow
    case 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60: self = .wide
    case 0x3001...0x3029: self = .wide
    default: self = Self.search(value)
    }
  }

  private static func search(_ value: UInt32) -> ScalarKind {
    // The last run that starts at or before the value.
    let next = runs.partitioningIndex { $0 > value << 3 | 7 }
    return next == 0
      ? .unsafe : ScalarKind(rawValue: UInt8(truncatingIfNeeded: runs[next - 1] & 7)) ?? .unsafe
  }
}
