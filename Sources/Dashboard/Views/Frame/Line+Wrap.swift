import Canvas

extension String {
  /// The text as painted, cut into lines of a width. Items with dots between them stay whole where a line holds them.
  func lines(of columns: Int, limit: Int = .max) -> [String] {
    if let lines = itemLines(columns), lines.count <= limit { return lines }
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

extension String {
  /// The lines of a list of items with dots between them; nil where it's no list or fits into one line.
  private func itemLines(_ columns: Int) -> [String]? {
    guard cellWidth > columns, utf8.contains(0xB7) else { return nil }
    let items = painted.items(separatedBy: " · ")
    guard items.count > 1, !utf8.contains(0x0A) else { return nil }
    var lines = [items[0]]
    for item in items.dropFirst() {
      let last = lines[lines.count - 1]
      let longer = "\(last) · \(item)"
      if longer.cellWidth > columns, item.cellWidth <= columns {
        if last.cellWidth + 2 <= columns { lines[lines.count - 1] = last + " ·" }
        lines.append(item)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines.flatMap { line in
      line.withUTF8Bytes { bytes in
        line.wrapped(to: columns).map { bytes.extracting($0).painted }
      }
    }
  }

  private func items(separatedBy separator: String) -> [String] {
    var items: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      items.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return items + [String(rest)]
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
