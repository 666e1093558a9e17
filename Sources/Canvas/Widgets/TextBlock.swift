/// Running text, wrapped at spaces and between ideographs, with line ends kept.
public struct TextBlock: Widget {
  public var text: String
  public var role: Role
  public var alignment: Alignment
  /// Wrapped lines to pass over at the top.
  public var offset: Int

  public init(_ text: String, role: Role = .text, alignment: Alignment = .left, offset: Int = 0) {
    self.text = text
    self.role = role
    self.alignment = alignment
    self.offset = offset
  }

  /// The lines that the text takes at a width.
  public func height(width: Int) -> Int { text.wrapped(to: width).count }

  public func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    let lines = text.wrapped(to: rect.columns).dropFirst(max(0, offset)).prefix(rect.rows)
    text.withUTF8Bytes { bytes in
      for (index, line) in lines.enumerated() {
        let part = UnsafeBufferPointer(rebasing: bytes[line])
        grid.put(part, in: rect.line(index), style: look[role], alignment: alignment, ellipsis: nil)
      }
    }
  }
}
