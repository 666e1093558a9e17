import Canvas
import Testing

@Suite struct ColorDepthTests {
  @Test func namesAndValuesAreRead() {
    #expect(Color(themeName: "standard") == .standard)
    #expect(Color(themeName: "bright_blue") == .indexed(12))
    #expect(Color(themeName: "208") == .indexed(208))
    #expect(Color(themeName: "#5fafff") == .rgb(0x5F, 0xAF, 0xFF))
    #expect(Color(themeName: "#FA0") == .rgb(0xFF, 0xAA, 0))
    for wrong in ["", "#", "#12", "#12345", "#+12345", "256", "-1", "+1", "Red", "#gggggg"] {
      #expect(Color(themeName: wrong) == nil, "\(wrong)")
    }
    for color in [Color.standard, .indexed(3), .indexed(200), .rgb(1, 20, 255)] {
      #expect(Color(themeName: color.themeName) == color)
    }
  }

  @Test func aStyleKeepsItsParts() {
    for foreground in [Color.standard, .indexed(0), .indexed(255), .rgb(0, 0, 0), .rgb(255, 1, 2)] {
      for background in [Color.standard, .indexed(7), .rgb(255, 255, 255)] {
        var style = Style(foreground: foreground, background: background, attributes: [.dim, .reverse])
        #expect(style.foreground == foreground)
        #expect(style.background == background)
        #expect(style.attributes == [.dim, .reverse])
        style.background = .indexed(9)
        style.foreground = .standard
        style.attributes = .bold
        #expect(style == Style(background: .indexed(9), attributes: .bold))
      }
    }
  }

  @Test func trueColoursFindTheirNeighbours() {
    func reduced(_ color: Color, _ depth: ColorDepth) -> Color {
      Style(foreground: color).reduced(to: depth).foreground
    }
    #expect(reduced(.rgb(255, 0, 0), .colors256) == .indexed(196))
    #expect(reduced(.rgb(95, 175, 255), .colors256) == .indexed(75))
    #expect(reduced(.rgb(128, 128, 128), .colors256) == .indexed(244))
    #expect(reduced(.rgb(0, 0, 0), .colors256) == .indexed(16))
    #expect(reduced(.rgb(255, 255, 255), .colors256) == .indexed(231))
    #expect(reduced(.indexed(3), .colors256) == .indexed(3))
    #expect(reduced(.rgb(250, 10, 5), .colors16) == .indexed(9))
    #expect(reduced(.indexed(196), .colors16) == .indexed(9))
    #expect(reduced(.rgb(200, 10, 5), .colors8) == .indexed(1))
    #expect(reduced(.rgb(1, 2, 3), .trueColor) == .rgb(1, 2, 3))
    for depth in ColorDepth.allCases { #expect(reduced(.standard, depth) == .standard) }
  }

  @Test func brightColoursBecomeBoldInEight() {
    let bright = Style(foreground: .indexed(12)).reduced(to: .colors8)
    #expect(bright == Style(foreground: .indexed(4), attributes: .bold))
    let grey = Style(foreground: .indexed(8)).reduced(to: .colors8)
    #expect(grey == Style(foreground: .indexed(7), attributes: .dim))
  }

  @Test func textNeverVanishesIntoItsBackground() {
    let faint = Style(foreground: .rgb(10, 10, 10), background: .rgb(20, 20, 20))
    #expect(faint.reduced(to: .colors16) == Style(attributes: .reverse))
  }

  @Test func withoutColoursEmphasisIsReverse() {
    let base = Style(foreground: .rgb(220, 220, 220), background: .rgb(20, 20, 24))
    let selected = Style(foreground: .rgb(0, 0, 0), background: .rgb(100, 200, 230), attributes: .bold)
    #expect(selected.reduced(to: .mono, base: base) == Style(attributes: [.bold, .reverse]))
    let raised = Style(foreground: .rgb(220, 220, 220), background: .rgb(38, 44, 55))
    #expect(raised.reduced(to: .mono, base: base) == .plain)
    #expect(base.reduced(to: .mono, base: base) == .plain)
    #expect(Style(background: .indexed(6)).reduced(to: .mono) == Style(attributes: .reverse))
    #expect(Style(foreground: .indexed(6)).reduced(to: .mono) == .plain)
  }
}
