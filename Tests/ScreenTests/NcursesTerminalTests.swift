import CNcurses
import Canvas
import Glibc
import Testing

@testable import Screen

/// A pseudo-terminal with the screen on one side and the test on the other.
private final class PseudoTerminal {
  let master: Int32
  let slave: Int32

  init(columns: UInt16, rows: UInt16) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    try #require(openpty(&ends.master, &ends.slave, nil, nil, &size) == 0)
    (master, slave) = ends
  }

  deinit {
    close(master)
    close(slave)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Everything written to the terminal since the last call.
  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 0) > 0 else { break }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line discipline's flags, to compare.
  var modes: [tcflag_t] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
  }
}

// curses keeps one terminal in global state, so these go one at a time.
@Suite("The terminal through curses", .serialized)
struct NcursesTerminalTests {
  private func options(_ terminal: PseudoTerminal, type: String = "xterm-256color") -> NcursesTerminal.Options
  {
    var options = NcursesTerminal.Options(environment: ["TERM": type])
    options.input = terminal.slave
    options.output = terminal.slave
    options.ownsProcess = false
    return options
  }

  private func grid(_ columns: Int, _ rows: Int, _ texts: [(Int, Int, String)]) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    for (column, row, text) in texts {
      var column = column
      for scalar in text.unicodeScalars {
        let width = scalar.value >= 0x2E80 ? 2 : 1
        grid.put(Glyph(scalar, width: width), at: Point(column: column, row: row), style: .plain)
        column += width
      }
    }
    return grid
  }

  @Test("takes the terminal, shows frames, sends only what changed, gives all back")
  func wholeLife() throws {
    let pseudo = try PseudoTerminal(columns: 40, rows: 10)
    let before = pseudo.modes
    let terminal = NcursesTerminal(options: options(pseudo))
    try terminal.enter()
    #expect(terminal.size == Size(columns: 40, rows: 10))
    #expect(terminal.capabilities.colorDepth == .colors256)
    #expect(terminal.capabilities.hasMouse)
    #expect(pseudo.modes != before)

    terminal.draw(grid(40, 10, [(0, 0, "上海 members"), (39, 9, "#")]))
    let first = pseudo.output()
    for part in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1006h", "上海", "members", "#"] {
      #expect(first.contains(part), "\(part.debugDescription)")
    }

    terminal.draw(grid(40, 10, [(0, 0, "上海 members"), (39, 9, "#")]))
    #expect(pseudo.output().isEmpty)
    terminal.draw(grid(40, 10, [(0, 0, "上海 numbers"), (39, 9, "#")]))
    let change = pseudo.output()
    #expect(change.contains("n"))
    #expect(!change.contains("上"))
    terminal.repaint()
    terminal.draw(grid(40, 10, [(0, 0, "上海 numbers"), (39, 9, "#")]))
    #expect(pseudo.output().contains("上海"))

    terminal.isMouseOn = false
    #expect(pseudo.output().contains("\u{1B}[?1000l"))
    #expect(terminal.copy("你好"))
    #expect(pseudo.output() == "\u{1B}]52;c;5L2g5aW9\u{7}")

    terminal.leave()
    let last = pseudo.output()
    for part in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?25h"] {
      #expect(last.contains(part), "\(part.debugDescription)")
    }
    #expect(pseudo.modes == before)
    terminal.leave()
    #expect(pseudo.output().isEmpty)

    // And once more, as after a stop.
    try terminal.enter()
    terminal.draw(grid(40, 10, [(0, 0, "again")]))
    let second = pseudo.output()
    #expect(second.contains("\u{1B}[?1049h") && second.contains("again"))
    #expect(second.contains("\u{1B}[?1h"))
    terminal.leave()
    #expect(pseudo.modes == before)
  }

  @Test("events come from the terminal, the waker and the deadline")
  func events() throws {
    let pseudo = try PseudoTerminal(columns: 40, rows: 10)
    let terminal = NcursesTerminal(options: options(pseudo))
    try terminal.enter()
    defer { terminal.leave() }
    #expect(!terminal.hasPendingInput)
    pseudo.type("a\u{1B}[Bm\u{1B}[200~上\u{1B}[201~")
    #expect(terminal.hasPendingInput)
    #expect(terminal.nextEvent(until: nil) == .key(Key("a")))
    #expect(terminal.hasPendingInput)
    #expect(terminal.nextEvent(until: nil) == .key(Key(.down)))
    #expect(terminal.nextEvent(until: nil) == .key(Key("m")))
    #expect(terminal.nextEvent(until: nil) == .paste("上"))
    #expect(!terminal.hasPendingInput)
    terminal.waker.ring()
    #expect(terminal.nextEvent(until: nil) == .wake)
    #expect(terminal.nextEvent(until: terminal.now) == .tick)
    pseudo.type("\u{1B}")
    #expect(terminal.nextEvent(until: nil) == .key(Key(.escape)))
  }

  @Test("any size at any moment, down to one cell")
  func sizes() throws {
    let pseudo = try PseudoTerminal(columns: 80, rows: 24)
    let terminal = NcursesTerminal(options: options(pseudo))
    try terminal.enter()
    defer { terminal.leave() }
    for (columns, rows) in [(1, 1), (2, 1), (200, 60), (1, 60), (60, 1), (80, 24)] {
      pseudo.resize(columns: UInt16(columns), rows: UInt16(rows))
      #expect(terminal.measure())
      #expect(terminal.size == Size(columns: columns, rows: rows))
      // Frames of this size, and of sizes the terminal had or will have.
      for size in [(columns, rows), (80, 24), (1, 1), (0, 0), (columns, rows)] {
        var frame = grid(size.0, size.1, [(0, 0, "上海上海"), (size.0 - 1, size.1 - 1, "#")])
        frame.cursor = Point(column: 5, row: 5)
        terminal.draw(frame)
        #expect(!pseudo.output().isEmpty || size == (columns, rows))
      }
    }
    #expect(!terminal.measure())
  }

  @Test("more colours than the terminal has pairs")
  func manyPairs() throws {
    let pseudo = try PseudoTerminal(columns: 100, rows: 20)
    let terminal = NcursesTerminal(options: options(pseudo, type: "xterm-color"))
    try terminal.enter()
    defer { terminal.leave() }
    #expect(terminal.capabilities.colorDepth == .colors8)
    for shift in 0..<3 {
      var frame = Grid(size: Size(columns: 100, rows: 20))
      for index in 0..<81 {
        let colors = (index + shift * 27) % 81
        func color(_ number: Int) -> Color { number == 8 ? .standard : .indexed(UInt8(number)) }
        frame.put(
          Glyph("x"), at: Point(column: index, row: 3),
          style: Style(foreground: color(colors % 9), background: color(colors / 9)))
      }
      terminal.draw(frame)
      #expect(pseudo.output().filter { $0 == "x" }.count == 81)
    }
  }

  @Test("what can't be a screen is refused with the reason")
  func refusals() throws {
    let pseudo = try PseudoTerminal(columns: 80, rows: 24)
    #expect(throws: TerminalProblem.notAddressable("dumb")) {
      try NcursesTerminal(options: options(pseudo, type: "dumb")).enter()
    }
    #expect(throws: TerminalProblem.unknownTerminalType("no-such-terminal")) {
      try NcursesTerminal(options: options(pseudo, type: "no-such-terminal")).enter()
    }
    #expect(throws: TerminalProblem.noTerminalType) {
      try NcursesTerminal(options: options(pseudo, type: "")).enter()
    }
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    var piped = options(pseudo)
    piped.output = file
    #expect(throws: TerminalProblem.notATerminal(.output)) { try NcursesTerminal(options: piped).enter() }
    piped.input = file
    #expect(throws: TerminalProblem.notATerminal(.input)) { try NcursesTerminal(options: piped).enter() }
  }
}
