import Canvas

/// What the Overview shows, worded: figures in tiles, months in charts, lines to choose from.
struct OverviewContent {
  /// One figure with what it's made of.
  struct Tile: Hashable {
    var title: String
    var value: String
    var note: String
    var role: Role = .title
    /// The line that a click on it selects.
    var line: OverviewLine?
  }

  /// One value for each month, the newest last.
  struct Chart: Hashable {
    var title: String
    /// The largest value and the newest month's, in words.
    var remarks: [Piece]
    var items: [ChartItem]
    /// The largest value, for the axis.
    var maximumText: String
    /// The same as a sentence, for plain output.
    var summary: String
  }

  /// A line of a section; those with `id` can be selected.
  struct Entry: Hashable {
    var id: OverviewLine?
    var line = Line.blank
    /// A whole in its parts, in place of the line.
    var parts: [Double]?
  }

  struct Section: Hashable {
    var heading: Line
    var entries: [Entry]
  }

  var tiles: [Tile] = []
  var charts: [Chart] = []
  var sections: [Section] = []
}
