import Canvas
import Testing

@testable import Screen

@Suite("Colours")
struct ColorTests {
  @Test(
    "the option decides, then NO_COLOR, then the terminal's description",
    arguments: [
      (ColorOption.auto, [:], 256, false, ColorDepth.colors256),
      (.auto, [:], 16_777_216, true, .trueColor),
      (.auto, [:], 88, false, .colors16),
      (.auto, [:], 16, false, .colors16),
      (.auto, [:], 8, false, .colors8),
      (.auto, [:], 0, false, .mono),
      (.auto, [:], -1, false, .mono),
      (.auto, ["NO_COLOR": "1"], 256, false, .mono),
      (.auto, ["NO_COLOR": ""], 256, false, .colors256),
      (.auto, ["COLORTERM": "truecolor"], 256, false, .colors256),
      (.always, ["NO_COLOR": "1"], 256, false, .colors256),
      (.always, ["NO_COLOR": "1"], 16_777_216, true, .trueColor),
      (.always, [:], -1, false, .mono),
      (.never, [:], 16_777_216, true, .mono),
      (.colors16, ["NO_COLOR": "1"], 256, false, .colors16),
      (.trueColor, [:], 256, false, .colors256),
      (.colors256, [:], 8, false, .colors8),
      (.mono, [:], 256, false, .mono),
    ] as [(ColorOption, [String: String], Int, Bool, ColorDepth)])
  func choice(
    _ option: ColorOption, _ environment: [String: String], _ count: Int, _ isDirect: Bool,
    _ depth: ColorDepth
  ) {
    let terminfo = TerminfoColors(count: count, isDirect: isDirect)
    #expect(ColorDepth.choose(option: option, environment: environment, terminfo: terminfo) == depth)
  }

  @Test("numbers of a palette")
  func paletteNumbers() {
    let numbering = ColorNumbering(count: 256, isDirect: false)
    #expect(numbering.number(.standard) == -1)
    #expect(numbering.number(.indexed(208)) == 208)
    #expect(ColorNumbering(count: 8, isDirect: false).number(.indexed(9)) == -1)
  }

  @Test("numbers of direct colour leave the first eight to the palette")
  func directNumbers() {
    let numbering = ColorNumbering(count: 1 << 24, isDirect: true)
    #expect(numbering.number(.rgb(0x12, 0x34, 0x56)) == 0x123456)
    #expect(numbering.number(.rgb(0, 0, 3)) == 8)
    #expect(numbering.number(.indexed(3)) == 3)
    #expect(numbering.number(.indexed(9)) == 0xFF0000)
    #expect(numbering.number(.indexed(231)) == 0xFFFFFF)
    #expect(numbering.number(.indexed(232)) == 0x080808)
  }

  @Test("pairs are numbered once, in order of first use")
  func pairs() {
    var table = PairTable(capacity: 4)
    let red = PairTable.Colors(foreground: 1, background: -1)
    let green = PairTable.Colors(foreground: 2, background: 0)
    #expect(table.number(for: .standard) == .known(0))
    #expect(table.number(for: red) == .new(1))
    #expect(table.number(for: green) == .new(2))
    #expect(table.number(for: red) == .known(1))
    #expect(table.number(for: .standard) == .known(0))
  }

  @Test("when the terminal's pairs run out, all are forgotten together")
  func pairsRunOut() {
    var table = PairTable(capacity: 3)
    for color in Int32(0)..<2 {
      #expect(table.number(for: .init(foreground: color, background: -1)) == .new(color + 1))
    }
    #expect(table.number(for: .init(foreground: 2, background: -1)) == .full)
    table.forgetAll()
    #expect(table.number(for: .init(foreground: 2, background: -1)) == .new(1))
    var none = PairTable(capacity: 1)
    #expect(none.number(for: .init(foreground: 2, background: -1)) == .full)
  }
}
