import Canvas
import Testing

@Suite struct ChartTests {
  @Test func digitsGrowWithTheirPlace() {
    #expect(painted(BigDigits("−41"), 11, 3) == ["    █ █ ▄█", "▀▀▀ ▀▀█  █", "      ▀ ▀▀▀"])
    #expect(
      painted(BigDigits("41"), 11, 4) == ["  ▄██  ▄██", "▄▀ ██   ██", "▀▀▀██   ██", "   ▀▀  ▀▀▀▀"])
    #expect(painted(BigDigits("41"), 60, 7)[6].isEmpty == false)
    #expect(BigDigits.size(of: "41", at: 4, glyphs: .block) == Size(columns: 33, rows: 11))
    #expect(BigDigits.size(of: "41", fitting: Size(columns: 60, rows: 11), glyphs: .block) == 4)
    #expect(BigDigits.size(of: "41", fitting: Size(columns: 60, rows: 2), glyphs: .block) == nil)
    // No larger than asked for, and as text where there's no room at all.
    #expect(painted(BigDigits("1", largest: 1), 9, 9)[3] == "")
    #expect(painted(BigDigits("−41"), 9, 2) == ["−41", ""])
    #expect(painted(BigDigits("–"), 9, 3) == ["", "▀▀▀", ""])
    #expect(
      painted(BigDigits("+1", alignment: .right), 9, 5, glyphs: .ascii) == [
        "       #", "   #  ##", "  ###  #", "   #   #", "      ###",
      ])
  }

  @Test func intervalsShareAScale() {
    let bar = IntervalBar(41, interval: 34...58, scale: -100...100, origin: 0)
    #expect(painted(bar, 41) == ["····················│······├●───┤········"])
    #expect(painted(bar, 41, glyphs: .ascii) == ["....................|......+*---+........"])
    let beyond = IntervalBar(0, interval: -150...150, scale: -100...100)
    #expect(painted(beyond, 9) == ["←───●───→"])
    #expect(painted(IntervalBar(nil, scale: 0...1, origin: 0.5), 5) == ["··│··"])
    #expect(painted(IntervalBar(.nan, scale: 0...1), 3) == ["···"])
  }

  @Test func aHistogramNamesItsGroups() {
    let histogram = Histogram(
      counts: [1, 0, 8, 16], labels: ["0", "1", "2", "3"], texts: ["1", "0", "8", "16"],
      groups: [.init(0..<3, label: "few", role: .negative), .init(3..<4, label: "many", role: .positive)])
    #expect(
      painted(histogram, 16, 6) == [
        "            16", "         8  ███", " 1      ▄▄▄ ███", "▂▂▂  0  ███ ███", " 0   1   2   3",
        "└───few───┘ └─┘",
      ])
    #expect(painted(Histogram(counts: [0, 0], labels: ["a", "b"]), 2, 2) == ["", "ab"])
  }

  @Test func aBandChartShadesWhatIsUnsure() {
    let points: [BandChart.Point] = [
      .init(0, interval: -50...50, label: "1"), .init(50, interval: 0...100, label: "2"),
      .init(nil, label: "3"),
      .init(-100, interval: -100...0, label: "4"),
    ]
    let chart = BandChart(points, scale: -100...100, origin: 0)
    #expect(
      painted(chart, 13, 6) == [
        " 100   ░░", "     ░░░●", "   0 ░●░░──░░", "     ░░    ░░", "-100       ░●", "     1 2 3 4",
      ])
    #expect(
      painted(chart, 13, 6, glyphs: .braille) == [
        " 100   ░░", "     ░░⡠⠂", "   0 ░⠎░░──░░", "     ░░    ░░", "-100       ░⡀", "     1 2 3 4",
      ])
    #expect(painted(BandChart([]), 13, 2) == ["", ""])
  }

  @Test func aHeatMapHasHeadsAndAScale() {
    let map = HeatMap(
      rows: [[0, 1, 2], [3, 4, nil]], rowHeads: ["一", "Tu"], columnHeads: ["0", "6", "12"],
      scale: ("0", "4"))
    #expect(painted(map, 12, 4) == ["   0  6  12", "一    ░░░▒▒▒", "Tu ▓▓▓███", "   0  ·░▒▓█"])
    #expect(painted(map, 12, 4, glyphs: .ascii)[1] == "一    :::+++")
  }

  @Test func aQuadrantPlotNamesItsPoints() {
    let plot = QuadrantPlot(
      items: [.init("物流", x: 1, y: 3), .init("taste", x: 5, y: 2), .init("price", x: 3, y: 1)],
      xTitle: "performance", yTitle: "importance", corners: ["mend", "keep", "leave", "enough"])
    #expect(
      painted(plot, 30, 10) == [
        "importance", "  ● 物流       │          keep", "               │", "               │",
        "───────────────┼─────taste─●──", "               │", "               │", "               │",
        "leave          ● price  enough", "                   performance",
      ])
    // Where names have no room letters stand for them.
    #expect(painted(plot, 9, 5).joined().contains("a"))
  }

  @Test func aPyramidStandsInTheMiddle() {
    let pyramid = Pyramid([
      .init("布道", value: 1, texts: ["60", "3 %"]), .init("Loyal", value: 3, texts: ["1,240", "12 %"]),
      .init("New", value: 9, texts: ["9", "85 %"]), .init("none", value: 0),
    ])
    #expect(
      painted(pyramid, 26, 4) == [
        "布道      █        60  3 %", "Loyal    ███    1,240 12 %", "New   █████████     9 85 %", "none",
      ])
  }

  @Test func aStackedBarIsReadWithoutColour() {
    let bar = StackedBar([
      .init("earned", value: 60, text: "60 %"), .init("生日", value: 39, text: "39 %"),
      .init("task", value: 1, text: "1 %"),
    ])
    #expect(bar.rows(in: 20) == 4)
    #expect(painted(bar, 20, 3) == ["███████████▒▒▒▒▒▒▒▒░", "█ earned 60 %", "▒ 生日 39 %"])
    #expect(painted(bar, 20, 3, glyphs: .ascii)[0] == "###########========:")
    #expect(painted(StackedBar([.init("a", value: 0)]), 5, 2) == ["", "█ a"])
  }

  @Test func aMatrixLinesUpItsNumbers() {
    let matrix = NumberMatrix(
      rowHeads: ["new", "活跃"], columnHeads: ["new", "活跃", "sleeping"],
      entries: [[.init("1,200"), .init("3")], [.init("–"), .init("4"), .init("5")]], corner: "from")
    #expect(painted(matrix, 27, 2) == ["from    new  活跃  sleeping", "new   1,200     3"])
    #expect(
      painted(matrix, 26, 3) == ["from   new 活跃 sleeping", "new  1,200    3", "活跃     –    4        5"])
    #expect(painted(matrix, 22, 3) == ["from   new 活跃      …", "new  1,200    3", "活跃     –    4"])
  }
}
