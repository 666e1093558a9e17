import Canvas

/// A painted screen: its cells, where the cursor stands, and what the mouse finds where.
package struct Frame: Sendable {
  package var grid: Grid
  /// Where text is being edited; nil hides the cursor.
  package var cursor: Point?
  /// How many lines the card has, so that scrolling finds its end; 0 without a card.
  package var cardLines = 0
  /// Whose details are shown, or would be if they were gathered.
  package private(set) var wishes: [DetailWish] = []
  /// Places that answer the mouse, in the order of painting: the last one at a point is on top.
  package private(set) var areas: [Area] = []

  /// A place on the screen and what it stands for.
  package struct Area: Hashable, Sendable {
    package var rect: Rect
    package var target: Target
  }

  /// An empty frame.
  package init(size: Size, style: Style = .plain) {
    grid = Grid(size: size, style: style)
  }

  /// Says what a rectangle stands for; empty ones are left out.
  package mutating func mark(_ rect: Rect, as target: Target) {
    let visible = rect.intersection(grid.bounds)
    if !visible.isEmpty { areas.append(Area(rect: visible, target: target)) }
  }

  /// Says whose details are shown.
  package mutating func want(_ wish: DetailWish) { wishes.append(wish) }

  /// What stands at a place.
  package func target(at point: Point) -> Target? {
    areas.last { $0.rect.contains(point) }?.target
  }
}
