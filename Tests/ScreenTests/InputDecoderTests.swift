import Canvas
import Testing

@testable import Screen

/// Decodes bytes as a terminal would send them, with time in the test's hands.
struct DecoderHarness {
  var decoder: InputDecoder
  var now = ContinuousClock.now

  init(keys: [String: String] = [:], mouse: Bool = true, controlHIsBackspace: Bool = false) {
    decoder = InputDecoder(
      keys: KeySequences { keys[$0].map { Array($0.utf8) } }, escapeDelay: .milliseconds(25),
      controlHIsBackspace: controlHIsBackspace)
    decoder.readsMouse = mouse
  }

  mutating func feed(_ text: String) -> [Event] { feed(Array(text.utf8)) }

  mutating func feed(_ bytes: [UInt8]) -> [Event] {
    decoder.feed(bytes, at: now)
    return take()
  }

  mutating func pass(_ duration: Duration) -> [Event] {
    now += duration
    decoder.expire(at: now)
    return take()
  }

  private mutating func take() -> [Event] {
    var events: [Event] = []
    while let event = decoder.next() { events.append(event) }
    return events
  }
}

/// What the textual forms of some keys stand for.
func keys(_ text: String) -> [Event] {
  text.split(separator: " ").compactMap { Key(String($0)).map(Event.key) }
}

@Suite("Input")
struct InputDecoderTests {
  @Test(
    "bytes to keys",
    arguments: [
      ("a", "a"), ("G", "G"), (" ", "space"), ("\r", "enter"), ("\n", "ctrl+j"), ("\t", "tab"),
      ("\u{7F}", "backspace"), ("\u{8}", "ctrl+h"), ("\0", "ctrl+space"), ("\u{C}", "ctrl+l"),
      ("\u{1F}", "ctrl+_"), ("é上🙂", "é 上 🙂"),
      ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[1;5A", "ctrl+up"), ("\u{1B}[1;2D", "shift+left"),
      ("\u{1B}[1;3C", "alt+right"), ("\u{1B}[1;8B", "ctrl+alt+shift+down"),
      ("\u{1B}[H", "home"), ("\u{1B}OF", "end"), ("\u{1B}[1~", "home"), ("\u{1B}[8~", "end"),
      ("\u{1B}[2~", "insert"), ("\u{1B}[3~", "delete"), ("\u{1B}[3;5~", "ctrl+delete"),
      ("\u{1B}[5~", "pageup"), ("\u{1B}[6~", "pagedown"), ("\u{1B}[Z", "shift+tab"),
      ("\u{1B}OP", "f1"), ("\u{1B}[[A", "f1"), ("\u{1B}[[E", "f5"), ("\u{1B}[11~", "f1"),
      ("\u{1B}[15~", "f5"), ("\u{1B}[24~", "f12"), ("\u{1B}[1;2P", "shift+f1"), ("\u{1B}[15;5~", "ctrl+f5"),
      ("\u{1B}[a", "shift+up"), ("\u{1B}Oa", "ctrl+up"), ("\u{1B}[3^", "ctrl+delete"),
      ("\u{1B}[3$", "shift+delete"),
      ("\u{1B}OM", "enter"), ("\u{1B}Op", "0"), ("\u{1B}O5A", "ctrl+up"),
      ("\u{1B}x", "alt+x"), ("\u{1B}\r", "alt+enter"), ("\u{1B}海", "alt+海"), ("\u{1B}\u{1B}[A", "alt+up"),
      ("\u{1B}[97;5u", "ctrl+a"), ("\u{1B}[27;5;9~", "ctrl+tab"), ("\u{1B}[13;2u", "shift+enter"),
      ("j\u{1B}[Bk", "j down k"),
    ])
  func bytesToKeys(_ bytes: String, _ expected: String) {
    var whole = DecoderHarness()
    #expect(whole.feed(bytes) == keys(expected))
    // The same, byte by byte.
    var split = DecoderHarness()
    let events = Array(bytes.utf8).flatMap { split.feed([$0]) }
    #expect(events == keys(expected))
  }

  @Test("a lone escape is the key once the delay has passed")
  func escape() {
    var harness = DecoderHarness()
    #expect(harness.feed("\u{1B}").isEmpty)
    #expect(harness.decoder.deadline == harness.now + .milliseconds(25))
    #expect(harness.pass(.milliseconds(24)).isEmpty)
    #expect(harness.pass(.milliseconds(1)) == keys("esc"))
    #expect(harness.decoder.deadline == nil)
  }

  @Test(
    "unfinished sequences end with the delay",
    arguments: [
      ("\u{1B}\u{1B}", "esc esc"), ("\u{1B}[", "alt+["), ("\u{1B}O", "alt+O"), ("\u{1B}[1;", ""),
      ("\u{1B}[M!", ""),
    ])
  func unfinished(_ bytes: String, _ expected: String) {
    var harness = DecoderHarness()
    #expect(harness.feed(bytes).isEmpty)
    #expect(harness.pass(.milliseconds(30)) == keys(expected))
  }

  @Test("unknown and malformed sequences mean nothing and swallow nothing else")
  func unknown() {
    var harness = DecoderHarness()
    #expect(harness.feed("\u{1B}[?1;2c\u{1B}[99~\u{1B}[I\u{1B}[1;\u{1}a") == keys("ctrl+a a"))
    #expect(harness.feed("\u{1B}[" + String(repeating: "1", count: 70) + "A").last == keys("A").last)
  }

  @Test("invalid UTF-8 and characters that are no text are dropped, one by one")
  func invalidText() {
    var harness = DecoderHarness()
    #expect(harness.feed([0xFF, 0x61, 0xC3, 0x62, 0x80, 0xE4, 0xB8, 0x63]) == keys("a b c"))
    #expect(harness.feed([0xED, 0xA0, 0x80, 0x64]) == keys("d"))
    #expect(harness.feed("\u{202E}\u{9B}x") == keys("x"))
    #expect(harness.feed([0xE4, 0xB8]).isEmpty)
    #expect(harness.pass(.milliseconds(30)).isEmpty)
    #expect(harness.feed("y") == keys("y"))
  }

  @Test("the terminal's own sequences from its description")
  func terminfo() {
    var harness = DecoderHarness(keys: [
      "kcuu1": "\u{1B}A", "kf1": "\u{1B}[@x", "kDC5": "\u{1B}[9~", "kf6": "\u{1B}!1",
    ])
    #expect(harness.feed("\u{1B}A") == keys("up"))
    #expect(harness.feed("\u{1B}[9~") == keys("ctrl+delete"))
    #expect(harness.feed("\u{1B}!").isEmpty)
    #expect(harness.feed("1") == keys("f6"))
    #expect(harness.feed("\u{1B}!").isEmpty)
    #expect(harness.pass(.milliseconds(30)) == keys("alt+!"))
  }

  @Test("Ctrl-H is backspace where the terminal's erase key says so")
  func controlH() {
    var harness = DecoderHarness(controlHIsBackspace: true)
    #expect(harness.feed("\u{8}") == keys("backspace"))
  }
}
