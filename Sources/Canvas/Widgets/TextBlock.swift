/// Running text, wrapped at spaces and between ideographs, with line ends kept.
package struct TextBlock: Widget {
  package var text: String
  package var role: Role
  package var alignment: Alignment
  /// Wrapped lines to pass over at the top.
  package var offset: Int

  package init(_ text: String, role: Role = .text, alignment: Alignment = .left, offset: Int = 0) {
    self.text = text
    self.role = role
    self.alignment = alignment
    self.offset = offset
  }

  /// The lines that the text takes at a width.
  package func height(width: Int) -> Int { text.wrapped(to: width).count }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    let lines = text.wrapped(to: rect.columns).dropFirst(max(0, offset)).prefix(rect.rows)
    text.withUTF8Bytes { bytes in
      for (index, line) in lines.enumerated() {
        grid.put(
          bytes.extracting(line), in: rect.line(index), style: look[role], alignment: alignment, ellipsis: nil
        )
      }
    }
  }
}
