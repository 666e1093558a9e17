import Testing

@testable import Screen

@Suite("Clipboard")
struct ClipboardTests {
  @Test(
    "Base64",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("你好", "5L2g5aW9"),
    ])
  func base64(_ text: String, _ expected: String) {
    #expect(String(decoding: ClipboardSequence.base64(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test("nothing in the text can end the sequence")
  func safe() throws {
    let bytes = try #require(ClipboardSequence.bytes(for: "a\u{7}\u{1B}\\b"))
    #expect(bytes.starts(with: Array("\u{1B}]52;c;".utf8)))
    #expect(bytes.filter { $0 < 0x20 } == [0x1B, 0x07])
    #expect(bytes.last == 0x07)
  }

  @Test("a text longer than terminals take is refused whole")
  func limit() {
    #expect(ClipboardSequence.bytes(for: String(repeating: "a", count: 56_244)) != nil)
    #expect(ClipboardSequence.bytes(for: String(repeating: "a", count: 56_245)) == nil)
  }
}
