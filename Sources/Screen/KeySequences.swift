/// The byte sequences that this terminal's description gives for its keys, beside those nearly all share.
struct KeySequences: Sendable {
  private let keys: [[UInt8]: Key]

  /// - Parameter capability: a terminfo string by name, or nil where the terminal has none.
  init(capability: (String) -> [UInt8]?) {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in Self.names() {
      // A one-byte sequence is a control character, and those are read as such.
      guard let bytes = capability(name), bytes.count > 1, bytes[0] == 0x1B else { continue }
      if keys[bytes] == nil { keys[bytes] = key }
    }
    self.keys = keys
  }

  static let none = KeySequences { _ in nil }

  subscript(sequence: some Collection<UInt8>) -> Key? { keys[Array(sequence)] }

  enum Match: Equatable {
    case key(Key, length: Int)
    /// The bytes begin a sequence that isn't complete.
    case prefix
    case none
  }

  /// The longest sequence that the bytes begin with.
  func match(_ bytes: some Collection<UInt8>) -> Match {
    var best: (key: Key, length: Int)?
    var isPrefix = false
    for (sequence, key) in keys {
      if bytes.starts(with: sequence) {
        if sequence.count > best?.length ?? 0 { best = (key, sequence.count) }
      } else if sequence.starts(with: bytes) {
        isPrefix = true
      }
    }
    if isPrefix { return .prefix }
    return best.map { .key($0.key, length: $0.length) } ?? .none
  }

  private static func names() -> [(String, Key)] {
    var names: [(String, Key)] = [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kent", Key(.enter)), ("kcbt", .backTab),
      ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
    ]
    for number in 1...63 { names.append(("kf\(number)", Key(.function(number)))) }
    let modified: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
      ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
    ]
    for (name, code) in modified {
      names.append((name, Key(code, .shift)))
      for parameter in 3...8 {
        names.append(("\(name)\(parameter)", Key(code, Key.Modifiers(parameter: parameter))))
      }
    }
    return names
  }
}

extension Key.Modifiers {
  /// From the parameter of a control sequence: one more than the bits shift, alt, ctrl, meta.
  init(parameter: Int) {
    let bits = max(0, parameter - 1)
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 0b1010 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.ctrl) }
  }
}
