import Bytes
import JSONTape

/// Why a record's text isn't JSON, in terms of what its writer did, and where.
struct JSONDiagnosis {
  var reason: SetAsideProblem
  /// What should stand there, or which encoding it is.
  var hint: String?
  /// Of the fault in the text, from 1, in characters; nil where it wasn't looked for.
  var column: Int?

  /// - Complexity: O(*n*), for texts up to 1 MiB; of longer ones the fault is told as the parser gave it.
  init(_ fault: JSONProblem, in text: ByteView) {
    guard text.count <= 1 << 20 else {
      reason = JSONDiagnosis.plain(fault) ?? .brokenJSON(.other)
      return
    }
    let placed = PlacedJSONProblem(locating: fault, in: text)
    column = text.prefix(placed.offset).count { $0 & 0xC0 != 0x80 } + 1
    if text.first == 0x1E {
      (reason, column) = (.brokenJSON(.recordSeparator), 1)
    } else if placed.fault == .incomplete, JSONDiagnosis.goesOn(text) {
      reason = .brokenJSON(.overSeveralLines)
    } else if let plain = JSONDiagnosis.plain(placed.fault) {
      reason = plain
      if plain == .invalidUTF8, JSONDiagnosis.isGB18030(text) { hint = "GB18030" }
    } else if text.contains(0) {
      reason = .nulByte
    } else {
      let cause = JSONDiagnosis.cause(placed, in: text)
      reason = .brokenJSON(cause.0)
      hint = cause.hint
    }
  }

  /// Reasons that need no look at the text.
  private static func plain(_ fault: JSONProblem) -> SetAsideProblem? {
    switch fault {
    case .invalidUTF8: .invalidUTF8
    case .loneSurrogate: .loneSurrogate
    case .tooDeep: .tooDeep
    case .incomplete, .unclosedString: .incomplete
    case .outOfMemory: .outOfMemory
    case .tooLong: .tooLong
    default: nil
    }
  }

  /// Whether a text that ends too early ends where writers of indented JSON break their lines.
  private static func goesOn(_ text: ByteView) -> Bool {
    guard let last = text.last(where: { !isSpace($0) }) else { return false }
    return "{[,:".utf8.contains(last)
  }

  private static func cause(
    _ placed: PlacedJSONProblem, in text: ByteView
  ) -> (SetAsideProblem.JSONCause, hint: String?) {
    let rest = text.dropFirst(placed.offset)
    let before = text.prefix(placed.offset).last { !isSpace($0) }
    func begins(_ word: String) -> Bool { rest.starts(with: word.utf8) }
    if begins("//") || begins("/*") || begins("#") { return (.comment, nil) }
    if let mark = fullWidthMark(rest) { return (.fullWidth, mark) }
    switch placed.fault {
    case .trailingContent:
      if rest.filter({ !isSpace($0) }).elementsEqual(",".utf8) { return (.commaBehind, nil) }
      let next = rest.first { !isSpace($0) && $0 != UInt8(ascii: ",") }
      return (next == UInt8(ascii: "{") ? .severalRecords : .textBehind, nil)
    case .controlCharacter: return (.controlCharacter, nil)
    case .invalidEscape: return (.badEscape, nil)
    case .invalidNumber: return (.badNumber, nil)
    case .invalidLiteral, .invalidStructure: break
    default: return (.other, nil)
    }
    guard let first = rest.first else { return (.other, nil) }
    switch first {
    case UInt8(ascii: "'"): return (.singleQuotes, nil)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return (before == UInt8(ascii: ",") ? .trailingComma : .missingMark, nil)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
      0x80...:
      let word = String(
        decoding: rest.prefix { !isSpace($0) && !",:}]\"".utf8.contains($0) }, as: UTF8.self)
      if let hint = foreignWords[word] { return (.foreignWord, hint) }
      // A key stands behind `{` or behind the comma of an object, before a colon.
      let behind = rest.dropFirst(word.utf8.count).first { !isSpace($0) }
      return (behind == UInt8(ascii: ":") ? .bareKey : .other, nil)
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): return (.missingMark, nil)
    default: return (.other, nil)
    }
  }

  private static let foreignWords = [
    "NaN": "null", "Infinity": "null", "None": "null", "nil": "null", "undefined": "null", "NULL": "null",
    "Null": "null", "True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
  ]

  /// The mark of JSON for one that Chinese keyboards and word processors put in its place.
  private static func fullWidthMark(_ text: Slice<ByteView>) -> String? {
    let marks: [String: String] = [
      "“": "\"", "”": "\"", "＂": "\"", "：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]",
    ]
    return marks.first { text.starts(with: $0.key.utf8) }?.value
  }

  /// Whether all that isn't ASCII is made of GB18030's pairs, so that it probably is GBK.
  static func isGB18030(_ text: some Collection<UInt8>) -> Bool {
    var pairs = 0
    var lead = false
    for byte in text {
      if lead {
        guard byte >= 0x40, byte != 0x7F, byte != 0xFF else { return false }
        lead = false
        pairs += 1
      } else if byte >= 0x80 {
        guard byte >= 0x81, byte != 0xFF else { return false }
        lead = true
      }
    }
    return pairs > 0 && !lead
  }
}
