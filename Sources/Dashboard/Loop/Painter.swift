import Canvas

extension EventLoop {
  /// Paints a state in the colours that the terminal has.
  static func frame(of state: DashboardState) -> (grid: Grid, target: (Point) -> Target?, cardLines: Int) {
    let frame = view(state)
    var grid = frame.grid
    grid.reduce(to: state.colorDepth, base: state.look[.text])
    grid.cursor = frame.cursor
    return (grid, frame.target(at:), frame.cardLines)
  }
}
