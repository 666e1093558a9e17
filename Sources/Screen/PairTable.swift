/// Numbers for pairs of colours, handed out in the order of first use.
///
/// Pair 0 is the terminal's own two colours. A terminal has a limited number of pairs, and giving a number a new
/// meaning changes what already stands on the screen; so when they run out, all are forgotten and the screen is
/// painted anew.
struct PairTable {
  /// Colour numbers as curses counts them; -1 is the terminal's own.
  struct Colors: Hashable {
    var foreground: Int32
    var background: Int32

    static let standard = Colors(foreground: -1, background: -1)
  }

  enum Lookup: Equatable {
    case known(Int32)
    /// Needs to be told to curses before its first use.
    case new(Int32)
    case full
  }

  /// How many numbers there are, 0 included.
  let capacity: Int
  private var numbers: [Colors: Int32] = [:]
  private var latest: (colors: Colors, number: Int32) = (.standard, 0)

  init(capacity: Int) {
    self.capacity = max(1, capacity)
  }

  /// - Complexity: O(1)
  mutating func number(for colors: Colors) -> Lookup {
    if colors == latest.colors { return .known(latest.number) }
    if colors == .standard { return .known(0) }
    if let number = numbers[colors] {
      latest = (colors, number)
      return .known(number)
    }
    let number = numbers.count + 1
    guard number < capacity else { return .full }
    numbers[colors] = Int32(number)
    latest = (colors, Int32(number))
    return .new(Int32(number))
  }

  mutating func forgetAll() {
    numbers.removeAll(keepingCapacity: true)
    latest = (.standard, 0)
  }
}
