import Testing

@testable import Screen

@Suite("Small parts")
struct SmallPartsTests {
  @Test(
    "escape delay",
    arguments: [
      ([:], 25), (["SSH_TTY": "/dev/pts/1"], 100), (["SSH_CONNECTION": "a b"], 100), (["SSH_TTY": ""], 25),
      (["ESCDELAY": "7", "SSH_TTY": "x"], 7), (["ESCDELAY": "-1"], 25), (["ESCDELAY": "soon"], 25),
      (["ESCDELAY": "999999"], 10_000),
    ] as [([String: String], Int)])
  func escapeDelay(_ environment: [String: String], _ milliseconds: Int) {
    #expect(EscapeDelay.choose(environment: environment) == .milliseconds(milliseconds))
  }

  @Test("padding marks are taken out of prepared sequences")
  func padding() {
    let bytes = TerminalModes.withoutPadding(Array("\u{1B}[?5h$<100/>\u{1B}[?5l$<".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[?5h\u{1B}[?5l$<")
  }

  @Test("waiting time is rounded up, so that a deadline has passed when waiting ends")
  func timeout() {
    let now = ContinuousClock.now
    #expect(NcursesTerminal.timeout(from: now, until: nil) == -1)
    #expect(NcursesTerminal.timeout(from: now, until: now) == 0)
    #expect(NcursesTerminal.timeout(from: now, until: now - .seconds(1)) == 0)
    #expect(NcursesTerminal.timeout(from: now, until: now + .microseconds(10)) == 1)
    #expect(NcursesTerminal.timeout(from: now, until: now + .milliseconds(1500)) == 1500)
    #expect(NcursesTerminal.timeout(from: now, until: now + .seconds(1_000_000_000)) > 0)
  }

  @Test("rings join until they are answered")
  func waker() {
    let waker = Waker()
    #expect(!waker.answer())
    waker.ring()
    waker.ring()
    #expect(waker.isRung)
    #expect(waker.answer())
    #expect(!waker.answer())
    waker.workBegan()
    #expect(waker.pendingWork == 1)
    waker.workEnded()
    #expect(waker.pendingWork == 0)
    #expect(waker.answer())
  }

  @Test("exit status of a signal")
  func exitCode() {
    #expect(ProcessSignal.interrupt.exitCode == 130)
    #expect(ProcessSignal.terminate.exitCode == 143)
    #expect(ProcessSignal.hangup.exitCode == 129)
  }

  @Test("every error says what to do")
  func errors() {
    let errors: [TerminalProblem] = [
      .notATerminal(.input), .notATerminal(.output), .noTerminalType, .unknownTerminalType("nope"),
      .notAddressable("dumb"),
    ]
    for error in errors { #expect(error.description.contains("--plain")) }
  }
}
