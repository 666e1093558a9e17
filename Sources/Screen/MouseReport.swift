import Canvas

/// One mouse report as the terminal sent it.
struct MouseReport: Equatable {
  /// Button in bits 0–1, shift, alt, ctrl in 2–4, motion in 5, wheel in 6.
  var code: Int
  var point: Point
  var isRelease: Bool

  /// The form with decimal numbers, `ESC [ < code ; column ; row M` or `m`.
  init?(_ sequence: ControlSequence) {
    guard sequence.parameters.count == 3, sequence.parameters[1] > 0, sequence.parameters[2] > 0 else {
      return nil
    }
    code = sequence.parameters[0]
    point = Point(column: sequence.parameters[1] - 1, row: sequence.parameters[2] - 1)
    isRelease = sequence.final == UInt8(ascii: "m")
  }

  /// The old form: three bytes, each 32 higher than its value.
  init?(legacy bytes: ArraySlice<UInt8>) {
    let values = bytes.map { Int($0) - 32 }
    guard values.count == 3, values[0] >= 0, values[1] > 0, values[2] > 0 else { return nil }
    code = values[0]
    point = Point(column: values[1] - 1, row: values[2] - 1)
    isRelease = values[0] & 0b100_0011 == 3
  }
}

/// Tells clicks, double clicks, drags and the wheel apart.
struct MouseDecoder {
  private var lastPress: (button: MouseEvent.Button, point: Point, at: ContinuousClock.Instant)?
  private var held: MouseEvent.Button?

  static let doubleClickTime = Duration.milliseconds(400)

  /// nil for what the dashboard has no use for: motion without a button, further buttons, sideways wheels.
  mutating func event(_ report: MouseReport, at now: ContinuousClock.Instant) -> MouseEvent? {
    var modifiers: Key.Modifiers = []
    if report.code & 4 != 0 { modifiers.insert(.shift) }
    if report.code & 8 != 0 { modifiers.insert(.alt) }
    if report.code & 16 != 0 { modifiers.insert(.ctrl) }
    guard report.code < 128 else { return nil }
    let low = report.code & 3
    if report.code & 64 != 0 {
      guard low < 2, !report.isRelease else { return nil }
      return MouseEvent(low == 0 ? .wheelUp : .wheelDown, at: report.point, modifiers: modifiers)
    }
    let button: MouseEvent.Button? = low == 0 ? .left : low == 1 ? .middle : low == 2 ? .right : nil
    if report.code & 32 != 0 {
      guard let button else { return nil }
      lastPress = nil
      return MouseEvent(.drag, at: report.point, button: button, modifiers: modifiers)
    }
    if report.isRelease {
      // The old form doesn't say which button was released.
      defer { held = nil }
      return (button ?? held).map {
        MouseEvent(.release, at: report.point, button: $0, modifiers: modifiers)
      }
    }
    guard let button else { return nil }
    held = button
    if let last = lastPress, last.button == button, last.point == report.point,
      now - last.at <= Self.doubleClickTime
    {
      lastPress = nil
      return MouseEvent(.double, at: report.point, button: button, modifiers: modifiers)
    }
    lastPress = (button, report.point, now)
    return MouseEvent(.press, at: report.point, button: button, modifiers: modifiers)
  }
}
