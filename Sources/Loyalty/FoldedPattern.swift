import Bytes
import Community

/// A text to look for in UTF-8 without regard to case or full-width forms.
final class FoldedPattern: Sendable {
  /// Up to four bytes that encode one form of a scalar, the first in the lowest eight bits.
  private struct Encoding {
    var bytes: UInt32
    var length: Int
  }

  private let encodings: [Encoding]
  /// For each scalar its encodings, which all count as the same.
  private let scalars: [Range<Int>]
  /// Whether a match can begin with a byte.
  private let canBegin: [Bool]
  /// What the first bytes of a match look like, unless they are full-width forms.
  private let probe: ByteProbe?

  init(_ text: some StringProtocol) {
    var encodings: [Encoding] = []
    var scalars: [Range<Int>] = []
    var canBegin = [Bool](repeating: false, count: 256)
    for scalar in text.unicodeScalars {
      let start = encodings.count
      for bytes in FoldedPattern.forms(of: scalar).map({ Array(String($0).utf8) }) {
        if scalars.isEmpty { canBegin[Int(bytes[0])] = true }
        let packed = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        encodings.append(Encoding(bytes: packed, length: bytes.count))
      }
      scalars.append(start..<encodings.count)
    }
    self.encodings = encodings
    self.scalars = scalars
    self.canBegin = canBegin
    self.probe = ByteProbe(text)
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// A scalar in lower and upper case, each in half and full width.
  private static func forms(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar> {
    let scalar = narrow(scalar)
    var forms: Set<Unicode.Scalar> = [scalar]
    for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
    where mapped.unicodeScalars.count == 1 {
      forms.formUnion(mapped.unicodeScalars)
    }
    for form in forms {
      if form == " " {
        forms.insert("\u{3000}")
      } else if (0x21...0x7E).contains(form.value), let wide = Unicode.Scalar(form.value + 0xFEE0) {
        forms.insert(wide)
      }
    }
    return forms
  }

  /// The ASCII scalar of which this is the full-width form, or itself.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
  }

  // MARK: One text

  /// Where a match that begins at `start` ends, or nil.
  @inline(__always)
  func end(ofMatchAt start: Int, in bytes: ByteView) -> Int? {
    var place = start
    next: for scalar in scalars {
      for index in scalar {
        let encoding = encodings[index]
        guard place + encoding.length <= bytes.count else { continue }
        var rest = encoding.bytes
        var offset = 0
        while offset < encoding.length, bytes[place + offset] == UInt8(truncatingIfNeeded: rest) {
          rest >>= 8
          offset += 1
        }
        if offset == encoding.length {
          place += offset
          continue next
        }
      }
      return nil
    }
    return place
  }

  /// The first match that begins at `start` or later.
  func firstMatch(in bytes: ByteView, from start: Int = 0) -> Range<Int>? {
    if isEmpty { return start..<start }
    var place = start
    while place < bytes.count {
      if canBegin[Int(bytes[place])], let end = end(ofMatchAt: place, in: bytes) { return place..<end }
      place += 1
    }
    return nil
  }

  func isContained(in bytes: ByteView) -> Bool { firstMatch(in: bytes) != nil }

  func isWhole(_ bytes: ByteView) -> Bool { end(ofMatchAt: 0, in: bytes) == bytes.count }

  // MARK: A column

  /// Sets the marks of those of the first `count` rows whose text has the pattern in it.
  ///
  /// - Complexity: O(bytes of the column), many bytes at a step where the texts lie in the order of the rows.
  func mark(_ texts: TextColumn, count: Int, _ marks: MutableBufferView<UInt8>) {
    texts.withReader { reader in
      if let probe, FoldedPattern.isAscending(reader.offsets) {
        mark(reader, count, probe, marks)
      } else {
        for row in 0..<min(count, reader.offsets.count) {
          if let bytes = reader[row], isContained(in: bytes) { marks[row] = 1 }
        }
      }
    }
  }

  /// Texts that were replaced lie behind those of later rows.
  private static func isAscending(_ offsets: BufferView<UInt32>) -> Bool {
    var last: UInt32 = 0
    for offset in offsets where offset != 0 {
      if offset < last { return false }
      last = offset
    }
    return true
  }

  /// Looks for the pattern's first bytes all through the column, and then for the row in which they are.
  private func mark(
    _ reader: TextColumn.Reader, _ count: Int, _ probe: ByteProbe, _ marks: MutableBufferView<UInt8>
  ) {
    let rows = min(count, reader.offsets.count)
    var place = 1
    var row = 0
    var next = 0
    while let candidate = probe.first(in: reader.bytes, from: place) {
      while next < rows, reader.offsets[next] <= candidate {
        if reader.offsets[next] != 0 { row = next }
        next += 1
      }
      place = candidate + 1
      guard let (start, bytes) = reader.text(row) else { continue }
      let offset = candidate - start
      guard offset >= 0, offset < bytes.count, end(ofMatchAt: offset, in: bytes) != nil else { continue }
      marks[row] = 1
      place = max(place, candidate - offset + bytes.count)
    }
  }
}

/// A pattern with `*` for anything, anchored at both ends.
final class WildcardPattern: Sendable {
  private let pieces: [FoldedPattern]

  init(_ text: String) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map { FoldedPattern($0) }
  }

  func matches(_ bytes: ByteView) -> Bool {
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
