/// What becomes of each line, new and old.
struct LineFates {
  enum Order: Hashable {
    case stay
    case go
    /// It's the n-th of equal lines.
    case number(UInt64)
  }

  /// By new line: 0 to stay, 1 to go, 2 and more its number among equal lines; empty where all stay.
  private var orders: [UInt8] = []
  /// Numbers that are too large for a byte, which then is 255.
  private var largeNumbers: [Int: UInt64] = [:]
  private var oldFlags: [UInt8]
  private let newCount: Int
  /// New lines that go.
  private(set) var dropped = 0
  private(set) var repeated = 0
  /// Old lines that the source has again.
  private(set) var known = 0
  /// Those of them that have another content.
  private(set) var changed = 0
  /// Old lines that go without a new one.
  private(set) var removed = 0

  private enum Flag {
    static let known: UInt8 = 1
    static let changed: UInt8 = 2
    static let removed: UInt8 = 4
  }

  init(newCount: Int, oldCount: Int) {
    self.newCount = newCount
    oldFlags = Array(repeating: 0, count: oldCount)
  }

  /// Whether any new line doesn't simply stay.
  var hasOrders: Bool { !orders.isEmpty }

  func order(of line: Int) -> Order {
    switch orders[line] {
    case 0: .stay
    case 1: .go
    case 255: .number(largeNumbers[line] ?? 255)
    case let number: .number(UInt64(number))
    }
  }

  /// Whether any old line is left that the source has no word of.
  var keepsOld: Bool { oldFlags.contains(0) }

  func keepsOld(_ line: Int) -> Bool { oldFlags[line] == 0 }

  /// Takes facts, all that are known of their keys.
  mutating func settle(_ facts: LineFacts) {
    var table = KeyTable(expecting: facts.count)
    for index in 0..<facts.count {
      let fact = facts[index]
      switch fact.kind {
      case .line: line(fact, &table)
      case .derived:
        let slot = table.slot(of: fact.key).slot
        table[slot].content += 1
        table[slot].isLive = true
        if table[slot].content > 1 { order(Int(fact.line), number: table[slot].content) }
      case .tombstone:
        let slot = table.slot(of: fact.key).slot
        if table[slot].isLive { drop(table[slot].line) }
        table[slot].isLive = false
        table[slot].isTakenBack = true
      case .group: _ = table.slot(of: fact.key)
      case .oldLine, .oldDerived, .oldGroup: old(fact, table)
      }
    }
  }

  private mutating func line(_ fact: LineFact, _ table: inout KeyTable) {
    let slot = table.slot(of: fact.key).slot
    if table[slot].isLive {
      repeated += 1
      if table[slot].content == fact.content { return drop(fact.line) }
      drop(table[slot].line)
    }
    table[slot] = KeyTable.Entry(line: fact.line, content: fact.content, isLive: true)
  }

  private mutating func old(_ fact: LineFact, _ table: KeyTable) {
    guard let entry = table.entry(of: fact.key) else { return }
    let line = Int(fact.line)
    switch fact.kind {
    case .oldDerived: if entry.isLive, entry.content >= fact.content { flag(line, Flag.known) }
    case .oldLine where entry.isLive:
      flag(line, Flag.known)
      if entry.content != fact.content { flag(line, Flag.changed) }
    case .oldLine: if entry.isTakenBack { flag(line, Flag.removed) }
    // Made of a record that came again without it, or that went.
    default: flag(line, Flag.removed)
    }
  }

  private mutating func flag(_ line: Int, _ flag: UInt8) {
    let before = oldFlags[line]
    oldFlags[line] |= flag
    if flag == Flag.known, before & Flag.known == 0 {
      known += 1
      if before & Flag.removed != 0 { removed -= 1 }
    }
    if flag == Flag.changed { changed += 1 }
    if flag == Flag.removed, before == 0 { removed += 1 }
  }

  private mutating func drop(_ line: UInt32) {
    dropped += 1
    order(Int(line), number: 1)
  }

  private mutating func order(_ line: Int, number: UInt64) {
    if orders.isEmpty { orders = Array(repeating: 0, count: newCount) }
    orders[line] = UInt8(clamping: number)
    if number >= 255 { largeNumbers[line] = number }
  }
}
