import Canvas

extension EventLoop {
  /// Paints a state in the colours that the terminal has.
  static func frame(of state: DashboardState) -> Frame {
    var frame = view(state)
    frame.grid.reduce(to: state.colorDepth, base: state.look[.text])
    frame.grid.cursor = frame.cursor
    return frame
  }
}
