import Canvas
import Testing

@Suite struct WidgetTests {
  @Test func aBoxHasATitleAndANote() {
    #expect(
      painted(Box(title: "会员", note: "12/340"), 18, 3) == [
        "┌─ 会员 ─────────┐", "│                │", "└─────── 12/340 ─┘",
      ])
    #expect(painted(Box(title: "Members"), 9, 2, glyphs: .ascii) == ["+- Me~ -+", "+-------+"])
    #expect(painted(Box(title: "x"), 1, 1) == [""])
  }

  @Test func aRuleCarriesALabel() {
    #expect(painted(Rule("NPS"), 10) == [" NPS ─────"])
    #expect(painted(Rule(), 4, glyphs: .ascii) == ["----"])
  }

  @Test func aBarGrowsInEighths() {
    #expect(painted(Bar(0.5, showsTrack: false), 8) == ["████"])
    #expect(painted(Bar(0.54, showsTrack: false), 10) == ["█████▍"])
    #expect(painted(Bar(0.0001), 4) == ["▏···"])
    #expect(painted(Bar(0), 4) == ["····"])
    #expect(painted(Bar(7), 4) == ["████"])
    #expect(painted(Bar(.nan), 4) == ["····"])
    #expect(painted(Bar(0.25, target: 0.5), 8) == ["██··┃···"])
    #expect(painted(Bar(0.5), 8, glyphs: .ascii) == ["####...."])
  }

  @Test func aWholeIsShownInItsParts() {
    #expect(painted(PartsBar([2, 1, 1]), 8) == ["████▓▓▒▒"])
    #expect(painted(PartsBar([2, 1, 1]), 8, glyphs: .ascii) == ["####**++"])
    // A part is never hidden, nor made of nothing.
    #expect(painted(PartsBar([999, 0, 1]), 6) == ["█████▒"])
    #expect(painted(PartsBar([0, .nan, -3]), 4) == ["····"])
    for width in 0...40 {
      for parts in [[1.0, 2, 3, 4], [7, 0, 0.01, 90], [1, 1, 1, 1, 1, 1, 1]] {
        #expect(PartsBar.columns(parts, width: width).reduce(0, +) == width)
      }
    }
  }

  @Test func aBarChartLinesUp() {
    let chart = BarChart(items: [
      ChartItem(label: "上海", value: 40, text: "40"), ChartItem(label: "Xi'an", value: 10, text: "10"),
      ChartItem(label: "无", value: 0, text: "0"),
    ])
    #expect(painted(chart, 17, 3) == ["上海  ████████ 40", "Xi'an ██       10", "无              0"])
    #expect(painted(chart, 17, 1).count == 1)
  }

  @Test func aColumnChartStandsOnItsLabels() {
    let items = (1...6).map { ChartItem(label: "\($0)月", value: Double($0 * 10)) }
    let chart = ColumnChart(items: items, maximumText: "¥60", barColumns: 2)
    #expect(
      painted(chart, 22, 4) == [
        "¥60             ▄▄ ██", "          ▄▄ ██ ██ ██", "  0 ▄▄ ██ ██ ██ ██ ██",
        "    1月   3月   5月",
      ])
    // Too many bars for the width: the last ones are shown.
    #expect(painted(ColumnChart(items: items), 3, 2)[0] == "▅▇█")
    #expect(painted(ColumnChart(items: []), 9, 3) == ["", "", ""])
  }

  @Test func aSparklineFollowsItsValues() {
    #expect(painted(Sparkline([1, 2, 4, 8, nil, 8]), 6) == ["▁▂▄█ █"])
    #expect(painted(Sparkline([1, 2, 3, 4, 4, 0]), 3, glyphs: .braille) == ["⣠⣾⣇"])
    #expect(painted(Sparkline([0, 5]), 2, glyphs: .ascii) == ["_#"])
    #expect(painted(Sparkline([1, 1, 3, 3]), 2) == ["▃█"])
    #expect(painted(Sparkline([0, 4]), 2, 2) == [" █", "▁█"])
    #expect(painted(Sparkline([]), 4) == [""])
    #expect(painted(Sparkline([.nan, .infinity]), 4) == [""])
    #expect(painted(Sparkline([5, 5], lowest: 5), 4) == ["▁▁"])
  }

  @Test func heatIsReadWithoutColour() {
    #expect(HeatStrip.levels(of: [0, 1, 5, 10]) == [0, 1, 3, 5])
    #expect(painted(HeatStrip(levels: [0, 1, 2, 3, 4, 5, 9]), 7) == [" ·░▒▓██"])
    #expect(painted(HeatStrip(levels: [1, 5], cellColumns: 2), 3, glyphs: .ascii) == ["..#"])
  }

  @Test func progressSaysHowFar() {
    #expect(painted(Progress(label: "Reading", fraction: 0.5, text: "50 %"), 21) == ["Reading ████···· 50 %"])
    #expect(painted(Progress(label: "Sorting", fraction: nil, step: 2), 17, glyphs: .ascii) == ["Sorting -"])
  }

  @Test func aScrollbarTouchesTheEndsOnlyThere() {
    #expect(Scrollbar(total: 100, visible: 10, offset: 0).thumb(in: 10) == 0..<1)
    #expect(Scrollbar(total: 100, visible: 10, offset: 1).thumb(in: 10) == 1..<2)
    #expect(Scrollbar(total: 100, visible: 10, offset: 89).thumb(in: 10) == 8..<9)
    #expect(Scrollbar(total: 100, visible: 10, offset: 90).thumb(in: 10) == 9..<10)
    #expect(Scrollbar(total: 10, visible: 10, offset: 0).thumb(in: 10) == nil)
    #expect(painted(Scrollbar(total: 4, visible: 2, offset: 2), 2, 2) == [" │", " █"])
  }

  @Test func keysAndValuesStandInColumns() {
    let rows = [KeyValues.Row("城市", "上海"), KeyValues.Row("Spend", "¥1,200.50", role: .money)]
    #expect(painted(KeyValues(rows), 20, 2) == ["城市  上海", "Spend ¥1,200.50"])
    #expect(
      painted(KeyValues(rows, alignment: .right), 20, 2) == ["城市            上海", "Spend      ¥1,200.50"])
  }

  @Test func tabsGiveWayToTheActiveOne() {
    let tabs = Tabs([.init(key: "1", title: "概览"), .init(key: "2", title: "Members")], active: 1)
    #expect(painted(tabs, 30) == [" 1 概览  2 Members"])
    #expect(painted(tabs, 15) == [" 1  2 Members"])
    #expect(tabs.columns(in: 30) == [0..<8, 8..<19])
    #expect(painted(tabs, 8) == [" 1  2 M…"])
    #expect(painted(tabs, 0) == [""])
  }

  @Test func textIsWrappedByWordsAndIdeographs() {
    #expect(painted(TextBlock("one two three"), 7, 3) == ["one two", "three", ""])
    #expect(painted(TextBlock("物流太慢了，希望改进。"), 10, 3) == ["物流太慢", "了，希望改", "进。"])
    #expect(painted(TextBlock("好「很好」ok"), 4, 4) == ["好", "「很", "好」", "ok"])
    #expect(painted(TextBlock("abcdefgh ij"), 3, 4) == ["abc", "def", "gh", "ij"])
    #expect(painted(TextBlock("a\r\n\r\n  b"), 5, 4) == ["a", "", "  b", ""])
    #expect(painted(TextBlock("a b c", offset: 1), 1, 2) == ["b", "c"])
    #expect(TextBlock("one   two").height(width: 4) == 2)
    #expect("上".wrapped(to: 1).count == 1)
    #expect("x".wrapped(to: 0).isEmpty)
  }

  @Test func aPopupCoversWhatIsBelow() {
    var grid = Grid(size: Size(columns: 10, rows: 4))
    grid.put("上海上海上海", at: Point(column: 0, row: 1), style: .plain)
    let popup = Popup(title: "?", size: Size(columns: 7, rows: 3))
    popup.draw(into: &grid, grid.bounds, look: Look(glyphs: .ascii))
    #expect(popup.inner(in: grid.bounds) == Rect(column: 3, row: 1, columns: 3, rows: 1))
    #expect(grid.textLines == [" +- ? -+", " |     |上", " +-----+", ""])
    grid.put("上海上海上海", at: Point(column: 0, row: 1), style: .plain)
    popup.draw(into: &grid, grid.bounds, look: Look(glyphs: .ascii))
    #expect(grid.textLines[1] == " |     |上")
  }

  @Test func everyWidgetBearsAnySize() {
    let items = [ChartItem(label: "标签", value: 3, text: "3"), ChartItem(label: "b", value: .nan, text: "?")]
    let specs = [ColumnSpec("Name", weight: 1), ColumnSpec("Spend", alignment: .right)]
    let widgets: [any Widget] = [
      Box(title: "标题", note: "1/2"), Rule("标题"), Bar(0.4, target: 1), BarChart(items: items),
      ColumnChart(items: items, maximumText: "3"), Sparkline([1, nil, -2, .nan]),
      HeatStrip(levels: [1, 5, -3, 99], cellColumns: 2), Progress(label: "进度", fraction: 0.4, text: "40 %"),
      Scrollbar(total: 9, visible: 2, offset: 12), KeyValues([.init("键", "值")]),
      Tabs([.init(key: "1", title: "概览")], active: 0), TextBlock("文字 and words"),
      Popup(title: "标题", size: Size(columns: 20, rows: 9)), LineField(LineEdit("文字abc")),
      Table(specs, rows: [["名字", "1"], ["b"]], selected: 1, offset: 7),
    ]
    let charts: [any Widget] = [
      BigDigits("−41"), BigDigits("上"), IntervalBar(3, interval: 1...9, scale: 0...5, origin: 2),
      Histogram(
        counts: [1, 0, 4], labels: ["0", "1", "十"], texts: ["1", "", "4"],
        groups: [
          .init(0..<2, label: "贬损", role: .negative), .init(2..<3, label: "b", role: .positive),
        ]),
      BandChart(
        [.init(1, interval: 0...4, label: "一月"), .init(nil), .init(.nan, interval: -9...9)], origin: 1),
      HeatMap(
        rows: [[1, nil], [.nan, 4]], rowHeads: ["一", "b"], columnHeads: ["0", "时"], scale: ("0", "多")),
      QuadrantPlot(
        items: [.init("物流", x: 1, y: 2), .init("b", x: .nan, y: 1), .init("c", x: 3, y: 3)], xTitle: "绩效",
        yTitle: "重要性", corners: ["改进", "保持", "c", "d"]),
      Pyramid([.init("标签", value: 3, texts: ["3", "60 %"]), .init("b", value: .nan)]),
      StackedBar(
        [.init("标签", value: 3, text: "3"), .init("b", value: .nan), .init("c", value: 1)], barRows: 2),
      NumberMatrix(
        rowHeads: ["新", "b"], columnHeads: ["新", "b"], entries: [[.init("1"), .init("22")], [.init("三")]],
        corner: "从", marked: 0),
    ]
    for kind in GlyphSet.Kind.allCases {
      for columns in 0...9 {
        for rows in 0...4 {
          for widget in widgets + charts {
            var grid = Grid(size: Size(columns: columns + 2, rows: rows + 2))
            let rect = Rect(column: 1, row: 1, columns: columns, rows: rows)
            widget.draw(into: &grid, rect, look: Look(theme: .distinct, glyphs: .of(kind)))
            for row in 0..<grid.size.rows {
              #expect(grid.row(row).reduce(0) { $0 + $1.width } == grid.size.columns)
              for column in 0..<grid.size.columns {
                let isInside = rect.contains(Point(column: column, row: row))
                #expect(isInside || grid[column, row] == .blank, "\(widget) \(columns)x\(rows)")
              }
            }
          }
        }
      }
    }
  }
}
