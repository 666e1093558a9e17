import Bytes

extension PlacedJSONProblem {
  /// Longer texts aren't gone through: what is wrong with them is taken at the parser's word.
  private static let longestText = 1 << 20

  /// Whether bytes that a parser refused may be the beginning of a document: nothing is wrong with them but that they
  /// end too early.
  ///
  /// - Complexity: O(bytes).
  package static func isCutOff(_ bytes: ByteView, by fault: JSONProblem) -> Bool {
    guard bytes.count <= longestText else {
      return [.incomplete, .unclosedString, .invalidStructure].contains(fault)
    }
    let problem = PlacedJSONProblem(locating: fault, in: bytes)
    let rest = bytes[min(problem.offset, bytes.count)...]
    switch problem.fault {
    case .incomplete, .unclosedString, .empty: return true
    case .invalidLiteral:
      return ["true", "false", "null"].contains { !rest.isEmpty && $0.utf8.starts(with: rest) }
    case .invalidNumber: return isCutOffNumber(rest)
    case .invalidUTF8: return rest.count < 4 && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    case .invalidEscape: return isCutOffEscape(rest)
    case .loneSurrogate:
      // The first half is there, of the other one at most the beginning.
      let other = rest.dropFirst(6)
      return rest.count < 12 && (other.isEmpty || isCutOffEscape(other)) && isFirstSurrogate(rest)
    default: return false
    }
  }

  /// Whether a number could go on with a digit.
  private static func isCutOffNumber(_ number: Slice<ByteView>) -> Bool {
    guard let last = number.last, "+-.eE".utf8.contains(last) else { return false }
    return Double(String(decoding: number, as: UTF8.self) + "0") != nil
  }

  private static func isCutOffEscape(_ escape: Slice<ByteView>) -> Bool {
    escape.count < 6 && escape.first == UInt8(ascii: "\\")
      && escape.dropFirst().first.map { $0 == UInt8(ascii: "u") } ?? true
      && escape.dropFirst(2).allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
  }

  /// `\uD800` to `\uDBFF`.
  private static func isFirstSurrogate(_ escape: Slice<ByteView>) -> Bool {
    let digits = String(decoding: escape.dropFirst(2).prefix(4), as: UTF8.self)
    return UInt32(digits, radix: 16).map { (0xD800...0xDBFF).contains($0) } ?? false
  }
}
