import Canvas

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension OverviewContent {
  /// Tiles, months and lines, each with its label.
  var plainLines: [String] {
    var lines = tiles.map { "\($0.title): \($0.value) (\($0.note))" }
    lines.append("")
    lines += charts.map { "\($0.title): \($0.summary)" }
    for section in sections {
      lines += ["", section.heading.left.map(\.text).joined()]
      for entry in section.entries where entry.parts == nil {
        let label = entry.line.left.map(\.text).filter { !$0.isEmpty && $0 != "  " }.joined(separator: " ")
        let value = entry.line.right.map { $0.text.trimmed }.joined(separator: ", ")
        lines.append(value.isEmpty ? label.painted : "\(label.painted): \(value.painted)")
      }
    }
    return lines
  }
}
