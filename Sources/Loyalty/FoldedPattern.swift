/// A text to look for in UTF-8 without regard to case or full-width forms.
struct FoldedPattern: Sendable {
  /// For each scalar the encodings that count as the same.
  private let scalars: [[[UInt8]]]
  /// Whether a match can begin with a byte.
  private let canBegin: [Bool]

  init(_ text: some StringProtocol) {
    scalars = text.unicodeScalars.map(FoldedPattern.encodings)
    var canBegin = [Bool](repeating: false, count: 256)
    for encoding in scalars.first ?? [] { canBegin[Int(encoding[0])] = true }
    self.canBegin = canBegin
  }

  var isEmpty: Bool { scalars.isEmpty }

  private static func encodings(of scalar: Unicode.Scalar) -> [[UInt8]] {
    var scalar = scalar
    if scalar.value == 0x3000 {
      scalar = " "
    } else if (0xFF01...0xFF5E).contains(scalar.value) {
      scalar = Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    }
    var forms: Set<Unicode.Scalar> = [scalar]
    for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
      if mapped.unicodeScalars.count == 1 { forms.formUnion(mapped.unicodeScalars) }
    }
    for form in forms {
      if form == " " {
        forms.insert("\u{3000}")
      } else if (0x21...0x7E).contains(form.value), let wide = Unicode.Scalar(form.value + 0xFEE0) {
        forms.insert(wide)
      }
    }
    return forms.map { Array(String($0).utf8) }.sorted { $0.count < $1.count }
  }

  /// Where a match that begins at `start` ends, or nil.
  @inline(__always)
  func end(ofMatchAt start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    var place = start
    next: for encodings in scalars {
      for encoding in encodings where place + encoding.count <= bytes.count {
        var index = 0
        while index < encoding.count, bytes[place + index] == encoding[index] { index += 1 }
        if index == encoding.count {
          place += index
          continue next
        }
      }
      return nil
    }
    return place
  }

  /// The first match that begins at `start` or later.
  func firstMatch(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Range<Int>? {
    if isEmpty { return start..<start }
    return canBegin.withUnsafeBufferPointer { canBegin in
      var place = start
      while place < bytes.count {
        if canBegin[Int(bytes[place])], let end = end(ofMatchAt: place, in: bytes) { return place..<end }
        place += 1
      }
      return nil
    }
  }

  func isContained(in bytes: UnsafeRawBufferPointer) -> Bool { firstMatch(in: bytes) != nil }

  func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool { end(ofMatchAt: 0, in: bytes) == bytes.count }
}

/// A pattern with `*` for anything, anchored at both ends.
struct WildcardPattern: Sendable {
  private let pieces: [FoldedPattern]

  init(_ text: String) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map { FoldedPattern($0) }
  }

  func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard pieces.count > 1 else { return pieces[0].isWhole(bytes) }
    guard var place = pieces[0].end(ofMatchAt: 0, in: bytes) else { return false }
    for piece in pieces[1..<pieces.count - 1] {
      guard let match = piece.firstMatch(in: bytes, from: place) else { return false }
      place = match.upperBound
    }
    let last = pieces[pieces.count - 1]
    if last.isEmpty { return true }
    while let match = last.firstMatch(in: bytes, from: place) {
      if match.upperBound == bytes.count { return true }
      place = match.lowerBound + 1
    }
    return false
  }
}
