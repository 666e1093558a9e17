import Testing

@testable import Screen

@Suite("Keys")
struct KeyTests {
  @Test(
    "textual form",
    arguments: [
      ("a", Key("a")), ("G", Key("G")), ("+", Key("+")), ("ctrl++", Key("+", .ctrl)), ("space", Key(" ")),
      ("ctrl+space", Key(" ", .ctrl)), ("ctrl+l", Key("l", .ctrl)), ("alt+x", Key("x", .alt)),
      ("ctrl+alt+x", Key("x", [.ctrl, .alt])), ("enter", Key(.enter)), ("esc", Key(.escape)),
      ("shift+tab", .backTab), ("f5", Key(.function(5))), ("shift+f12", Key(.function(12), .shift)),
      ("ctrl+shift+up", Key(.up, [.ctrl, .shift])), ("pagedown", Key(.pageDown)), ("海", Key("海")),
      ("alt+G", Key("G", .alt)), ("ctrl+/", Key("/", .ctrl)),
    ])
  func textualForm(_ text: String, _ key: Key) {
    #expect(key.description == text)
    #expect(Key(text) == key)
  }

  @Test("every kind of key survives its textual form")
  func roundTrip() {
    var codes: [Key.Code] = [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown,
    ]
    codes += (1...63).map { .function($0) }
    codes += (0x20...0x7E).map { .character(Unicode.Scalar(UInt8($0))) }
    codes += ["é", "ß", "上", "🙂"].map { .character($0) }
    for code in codes {
      for bits in UInt8(0)..<8 {
        let key = Key(code, Key.Modifiers(rawValue: bits))
        #expect(Key(key.description) == key, "\(key)")
      }
    }
  }

  @Test(
    "names are read in any case and by their usual other names",
    arguments: [
      ("Ctrl+L", "ctrl+l"), ("CONTROL+a", "ctrl+a"), ("Meta+x", "alt+x"), ("Escape", "esc"),
      ("Return", "enter"), ("PgDn", "pagedown"), ("DEL", "delete"), ("F10", "f10"),
      ("alt+ctrl+up", "ctrl+alt+up"),
      ("shift+a", "A"), ("shift+A", "A"),
    ])
  func otherNames(_ text: String, _ canonical: String) {
    #expect(Key(text)?.description == canonical)
  }

  @Test(
    "what no key is called",
    arguments: [
      "", "ctrl+", "hyper+x", "ctrl+ctrl+x", "f0", "f64", "f05", "shift+5", "shift+space", "ab", "\t",
    ])
  func noKey(_ text: String) {
    #expect(Key(text) == nil)
  }

  @Test("control characters with a key of their own are that key")
  func aliases() {
    #expect(Key("ctrl+i") == Key(.tab))
    #expect(Key("ctrl+m") == Key(.enter))
    #expect(Key("ctrl+[") == Key(.escape))
    #expect(Key("L", .ctrl) == Key("l", .ctrl))
  }

  @Test("only plain characters are text")
  func text() {
    #expect(Key("海").text == "海")
    #expect(Key("x", .alt).text == nil)
    #expect(Key(.enter).text == nil)
  }
}
