import Community

/// What a compiled file of the zone database (RFC 9636, 'TZif') says: changes of the offset, and the rule for
/// all time after the last of them.
///
/// The C library would tell the same, but only of one zone at a time, by way of the process's environment.
struct ZoneFile {
  private var initialOffset: Int32 = 0
  private var transitions: [(start: Int64, offset: Int32)] = []
  private var rule: ZoneRule?

  /// Nil when the bytes are no such file, or one that counts leap seconds, which instants don't.
  init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0) else { return nil }
    if first.version < UInt8(ascii: "2") {
      guard read(bytes, first, timeSize: 4) != nil else { return nil }
      return
    }
    let second = 44 + first.length(timeSize: 4)
    guard let header = Header(bytes, at: second), let end = read(bytes, header, timeSize: 8) else {
      return nil
    }
    // The rule stands between two newlines, or nothing does.
    let footer = bytes[end...]
    guard footer.count >= 2, footer.first == UInt8(ascii: "\n"), footer.last == UInt8(ascii: "\n") else {
      return nil
    }
    if footer.count > 2 {
      guard let rule = ZoneRule(footer.dropFirst().dropLast()) else { return nil }
      self.rule = rule
    }
  }

  init(rule: ZoneRule) {
    initialOffset = rule.standard
    self.rule = rule
  }

  /// The zone, with the changes of the years that records may be of.
  func zone(_ identifier: String) -> Zone {
    // The first hours of 1970 belong, further west, to the day before.
    let earliest = Instant.earliest.seconds - 2 * 86400
    var initialOffset = self.initialOffset
    var kept: [(start: Int64, offset: Int32)] = []
    func add(_ transition: (start: Int64, offset: Int32)) {
      if transition.start <= earliest {
        initialOffset = transition.offset
      } else {
        if kept.last?.start == transition.start { kept.removeLast() }
        if (kept.last?.offset ?? initialOffset) != transition.offset { kept.append(transition) }
      }
    }
    for transition in transitions { add(transition) }
    if let rule {
      let last = transitions.last?.start ?? .min
      for year in 1969...2200 {
        for transition in rule.transitions(in: year) where transition.start > last { add(transition) }
      }
    }
    return Zone(identifier: identifier, initialOffset: initialOffset, transitions: kept)
  }

  /// - Returns: where the block ends.
  private mutating func read(_ bytes: [UInt8], _ header: Header, timeSize: Int) -> Int? {
    let end = header.start + header.length(timeSize: timeSize)
    guard header.leapCount == 0, header.typeCount > 0, end <= bytes.count else { return nil }
    let indexes = header.start + header.timeCount * timeSize
    let types = indexes + header.timeCount
    let offsets = (0..<header.typeCount).map { type in
      Int32(truncatingIfNeeded: bigEndian(bytes, at: types + type * 6, size: 4))
    }
    initialOffset = offsets[0]
    for index in 0..<header.timeCount {
      let type = Int(bytes[indexes + index])
      guard type < offsets.count else { return nil }
      let start = bigEndian(bytes, at: header.start + index * timeSize, size: timeSize)
      transitions.append((start, offsets[type]))
    }
    return end
  }
}

private struct Header {
  let version: UInt8
  let leapCount: Int
  let timeCount: Int
  let typeCount: Int
  private let otherBytes: Int
  /// Of what follows.
  let start: Int

  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset + 44 <= bytes.count, bytes[offset..<offset + 4].elementsEqual("TZif".utf8) else {
      return nil
    }
    version = bytes[offset + 4]
    let counts = (0..<6).map { Int(bigEndian(bytes, at: offset + 20 + $0 * 4, size: 4)) }
    // No file of the database comes near this; it keeps sums small.
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    leapCount = counts[2]
    timeCount = counts[3]
    typeCount = counts[4]
    otherBytes = counts[0] + counts[1] + counts[5]
    start = offset + 44
  }

  func length(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + leapCount * (timeSize + 4) + otherBytes
  }
}

private func bigEndian(_ bytes: [UInt8], at offset: Int, size: Int) -> Int64 {
  var value = Int64(Int8(bitPattern: bytes[offset]))
  for byte in bytes[offset + 1..<offset + size] { value = value << 8 | Int64(byte) }
  return value
}
