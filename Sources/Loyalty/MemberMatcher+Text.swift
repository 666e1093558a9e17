import Bytes
import Community

extension MemberMatcher.TextMatch {
  func passes(_ text: String) -> Bool { text.withBytes { passes($0) } }

  /// Whether one of the wordings passes.
  func passes(_ text: BilingualText) -> Bool { passes(text.english) || passes(text.chinese) }

  func passes(_ bytes: ByteView) -> Bool {
    switch self {
    case .part(let pattern): return pattern.isContained(in: bytes)
    case .whole(let pattern): return pattern.isWhole(bytes)
    case .wildcard(let pattern): return pattern.matches(bytes)
    case .maskedName(let pattern):
      if pattern.isWhole(bytes) { return true }
      // Only a name with a match somewhere can show it.
      guard pattern.isContained(in: bytes) else { return false }
      let shown = Masking.shownPart(ofName: String(decoding: bytes, as: UTF8.self))
      return shown.withBytes { pattern.isContained(in: $0) }
    case .digits(let digits, let isWhole): return Self.passes(digits, isWhole, bytes)
    }
  }

  /// Compares the digits of a number, whatever else stands in it.
  private static func passes(_ digits: [UInt8], _ isWhole: Bool, _ bytes: ByteView) -> Bool {
    for start in 0..<bytes.count where isDigit(bytes[start]) {
      if bytes[start] == digits[0], let end = end(of: digits, bytes, start) {
        if !isWhole { return true }
        return !bytes[end...].contains(where: isDigit)
      }
      if isWhole { return false }
    }
    return false
  }

  /// Where digits that begin at `start` end, or nil where others come between.
  private static func end(of digits: [UInt8], _ bytes: ByteView, _ start: Int) -> Int? {
    var place = start
    var found = 0
    while place < bytes.count, found < digits.count {
      if isDigit(bytes[place]) {
        guard bytes[place] == digits[found] else { return nil }
        found += 1
      }
      place += 1
    }
    return found == digits.count ? place : nil
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
