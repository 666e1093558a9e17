import Testing

@testable import Screen

@Suite("Paste")
struct PasteTests {
  private let begin = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test("arrives in one piece, however it is cut")
  func onePiece() {
    let bytes = "a\(begin)q\u{1B}上海\(end)b"
    let expected = keys("a") + [.paste("q上海")] + keys("b")
    var whole = DecoderHarness()
    #expect(whole.feed(bytes) == expected)
    var split = DecoderHarness()
    #expect(Array(bytes.utf8).flatMap { split.feed([$0]) } == expected)
  }

  @Test("holds no keys and no control characters")
  func clean() {
    var harness = DecoderHarness()
    let text = "\u{1B}[31mred\u{1B}[0m\u{3}\u{7}\tone\r\ntwo\rthree\u{9B}2J\u{202E}\u{1B}[A"
    #expect(harness.feed(begin + text + end) == [.paste("red one\ntwo\nthree2J")])
  }

  @Test("invalid UTF-8 becomes the replacement character")
  func invalid() {
    var harness = DecoderHarness()
    #expect(harness.feed(Array(begin.utf8) + [0x61, 0xFF, 0x62] + Array(end.utf8)) == [.paste("a\u{FFFD}b")])
  }

  @Test("is cut at the limit, in whole characters")
  func limit() {
    var harness = DecoderHarness()
    let events = harness.feed(begin + String(repeating: "上", count: 30_000) + end + "x")
    #expect(events == [.paste(String(repeating: "上", count: 21_845))] + keys("x"))
  }

  @Test("an end that never comes doesn't lock the keyboard")
  func lostEnd() {
    var harness = DecoderHarness()
    #expect(harness.feed(begin + "abc").isEmpty)
    #expect(harness.pass(.milliseconds(999)).isEmpty)
    #expect(harness.pass(.milliseconds(1)) == [.paste("abc")])
    #expect(harness.feed("x") == keys("x"))
  }

  @Test("a mark that begins inside a mark is seen")
  func overlappingMarks() {
    var harness = DecoderHarness()
    #expect(harness.feed(begin + "a\u{1B}[201\u{1B}[201~") == [.paste("a")])
    #expect(harness.feed(end).isEmpty)
  }
}
