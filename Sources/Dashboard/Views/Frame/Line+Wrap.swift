import Canvas

extension String {
  /// The text as painted, cut into lines of a width.
  func lines(of columns: Int, limit: Int = .max) -> [String] {
    let ranges = wrapped(to: columns)
    return withUTF8Bytes { bytes in
      ranges.prefix(limit).enumerated().map { index, range in
        let line = bytes.extracting(range).painted
        // What is left out is told of at the end of the last line.
        guard index == limit - 1, ranges.count > limit else { return line }
        return (line + "…").cellWidth > columns ? line.truncated(to: columns - 1) + "…" : line + "…"
      }
    }
  }
}

extension Line {
  /// Running text as lines of a width.
  static func paragraph(
    _ text: String, _ role: Role = .text, columns: Int, indent: Int = 0, limit: Int = .max
  ) -> [Line] {
    text.lines(of: max(1, columns - indent), limit: limit).map { Line($0, role, indent: indent) }
  }

  /// A label and a value beside it, the value wrapped where it's long.
  static func labelled(
    _ label: String, _ value: String, role: Role = .text, labelColumns: Int, columns: Int
  ) -> [Line] {
    let lines = value.lines(of: max(1, columns - labelColumns), limit: 4)
    return lines.enumerated().map { index, line in
      Line([Piece(index == 0 ? label : "", .label, width: labelColumns), Piece(line, role)])
    }
  }
}
