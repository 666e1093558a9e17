import Canvas
import Testing

@testable import Screen

@Suite("Mouse")
struct MouseTests {
  private func mouse(
    _ kind: MouseEvent.Kind, _ column: Int, _ row: Int, _ button: MouseEvent.Button = .left,
    _ modifiers: Key.Modifiers = []
  ) -> Event {
    .mouse(MouseEvent(kind, at: Point(column: column, row: row), button: button, modifiers: modifiers))
  }

  @Test("presses, releases, drags and the wheel, counted from zero")
  func reports() {
    var harness = DecoderHarness()
    #expect(harness.feed("\u{1B}[<0;3;2M\u{1B}[<0;3;2m") == [mouse(.press, 2, 1), mouse(.release, 2, 1)])
    #expect(harness.feed("\u{1B}[<2;200;60M") == [mouse(.press, 199, 59, .right)])
    #expect(harness.feed("\u{1B}[<32;1;1M") == [mouse(.drag, 0, 0)])
    #expect(
      harness.feed("\u{1B}[<64;1;1M\u{1B}[<65;1;1M") == [mouse(.wheelUp, 0, 0), mouse(.wheelDown, 0, 0)])
    #expect(harness.feed("\u{1B}[<20;1;1M") == [mouse(.press, 0, 0, .left, [.shift, .ctrl])])
  }

  @Test("the old form with one byte a number")
  func legacy() {
    var harness = DecoderHarness()
    #expect(harness.feed("\u{1B}[M !!\u{1B}[M#!!") == [mouse(.press, 0, 0), mouse(.release, 0, 0)])
  }

  @Test("motion without a button, sideways wheels and nonsense mean nothing")
  func ignored() {
    var harness = DecoderHarness()
    #expect(harness.feed("\u{1B}[<35;1;1M\u{1B}[<66;1;1M\u{1B}[<128;1;1M\u{1B}[<0;0;1M\u{1B}[<0;1M").isEmpty)
  }

  @Test("a second press in the same place within 400 ms is a double click, a third begins anew")
  func doubleClick() {
    var harness = DecoderHarness()
    let press = "\u{1B}[<0;5;5M"
    #expect(harness.feed(press) == [mouse(.press, 4, 4)])
    _ = harness.pass(.milliseconds(300))
    #expect(harness.feed(press) == [mouse(.double, 4, 4)])
    #expect(harness.feed(press) == [mouse(.press, 4, 4)])
    _ = harness.pass(.milliseconds(500))
    #expect(harness.feed(press) == [mouse(.press, 4, 4)])
    #expect(harness.feed("\u{1B}[<0;6;5M") == [mouse(.press, 5, 4)])
  }

  @Test("of a drag only the latest place waits")
  func dragsJoin() {
    var harness = DecoderHarness()
    #expect(
      harness.feed("\u{1B}[<32;1;1M\u{1B}[<32;2;1M\u{1B}[<32;3;1Mx") == [mouse(.drag, 2, 0)] + keys("x"))
  }

  @Test("nothing is reported while the mouse is off")
  func off() {
    var harness = DecoderHarness(mouse: false)
    #expect(harness.feed("\u{1B}[<0;3;2Mx") == keys("x"))
  }
}
