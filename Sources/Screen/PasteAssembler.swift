/// Gathers what arrives between the two marks of a bracketed paste.
struct PasteAssembler {
  /// More than this is cut off, in whole characters.
  static let byteLimit = 65_536

  private var bytes: [UInt8] = []
  private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)
  private var matched = 0

  /// Takes one byte; the text when that byte completed the end mark.
  mutating func append(_ byte: UInt8) -> String? {
    if byte == Self.endMark[matched] {
      matched += 1
      if matched == Self.endMark.count { return finish() }
      return nil
    }
    // Only the first byte of the mark can begin it again.
    keep(Self.endMark[..<matched])
    matched = byte == Self.endMark[0] ? 1 : 0
    if matched == 0 { keep(CollectionOfOne(byte)) }
    return nil
  }

  /// What came so far, made safe; the assembler is empty afterwards.
  mutating func finish() -> String {
    defer { self = PasteAssembler() }
    return Self.clean(bytes)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    // One byte over the limit is enough to know that a character was cut.
    bytes.append(contentsOf: more.prefix(max(0, Self.byteLimit + 4 - bytes.count)))
  }

  /// Line ends become `\n`, tabs spaces; other controls, escape sequences and direction marks are dropped.
  static func clean(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var size = 0
    var previousWasReturn = false
    var iterator = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
    var held = iterator.next()
    while let scalar = held {
      held = iterator.next()
      defer { previousWasReturn = scalar == "\r" }
      if scalar == "\u{1B}" {
        if held == "[" { skipSequence(&iterator, &held) }
        continue
      }
      guard let kept = replacement(scalar, afterReturn: previousWasReturn) else { continue }
      size += String(Character(kept)).utf8.count
      if size > byteLimit { break }
      text.append(kept)
    }
    return String(text)
  }

  /// Skips a control sequence's parameters and its final character.
  private static func skipSequence(
    _ iterator: inout String.UnicodeScalarView.Iterator, _ held: inout Unicode.Scalar?
  ) {
    held = iterator.next()
    while let scalar = held, (" "..."?").contains(scalar) { held = iterator.next() }
    if let scalar = held, ("@"..."~").contains(scalar) { held = iterator.next() }
  }

  private static func replacement(_ scalar: Unicode.Scalar, afterReturn: Bool) -> Unicode.Scalar? {
    switch scalar {
    case "\r": "\n"
    case "\n": afterReturn ? nil : "\n"
    case "\t": " "
    default: UnsafeScalars.contains(scalar) ? nil : scalar
    }
  }
}
