import Canvas

/// What `--color` says.
package enum ColorOption: String, CaseIterable, Hashable, Sendable {
  /// As the environment and the terminal say.
  case auto
  /// Colours even where `NO_COLOR` is set.
  case always
  case never
  case trueColor = "true"
  case colors256 = "256"
  case colors16 = "16"
  case colors8 = "8"
  case mono

  /// The depth asked for by name.
  var depth: ColorDepth? {
    switch self {
    case .auto, .always: nil
    case .never, .mono: .mono
    case .trueColor: .trueColor
    case .colors256: .colors256
    case .colors16: .colors16
    case .colors8: .colors8
    }
  }
}

/// What the terminal's description says of colours.
package struct TerminfoColors: Hashable, Sendable {
  /// How many; 0 where it has none.
  package var count: Int
  /// Whether it takes red, green and blue instead of a number.
  package var isDirect: Bool

  package init(count: Int, isDirect: Bool = false) {
    self.count = count
    self.isDirect = isDirect
  }
}

extension ColorDepth {
  /// The depth to paint in: the option decides first, then `NO_COLOR` (set and not empty), then terminfo. Never more
  /// than terminfo says the terminal has.
  package static func choose(
    option: ColorOption, environment: [String: String], terminfo: TerminfoColors
  ) -> ColorDepth {
    if option == .auto, environment["NO_COLOR"]?.isEmpty == false { return .mono }
    return min(option.depth ?? .trueColor, depth(of: terminfo))
  }

  private static func depth(of terminfo: TerminfoColors) -> ColorDepth {
    if terminfo.isDirect { return .trueColor }
    switch terminfo.count {
    case 256...: return .colors256
    case 16...: return .colors16
    case 8...: return .colors8
    default: return .mono
    }
  }
}
