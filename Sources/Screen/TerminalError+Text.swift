extension TerminalProblem: CustomStringConvertible {
  /// What is wrong and what to do, in English.
  package var description: String {
    let plain = "`koxtop show PANEL --plain` prints a panel without one."
    return switch self {
    case .notATerminal(.input): "The dashboard needs a terminal, and standard input isn't one. \(plain)"
    case .notATerminal(.output): "The dashboard needs a terminal, and standard output isn't one. \(plain)"
    case .noTerminalType: "TERM isn't set, so the terminal's kind is unknown. Set TERM, or: \(plain)"
    case .unknownTerminalType(let name):
      "There is no terminfo entry for TERM=\(name). Try TERM=xterm-256color, or install ncurses-term. \(plain)"
    case .notAddressable(let name):
      "The dashboard needs a terminal that can move its cursor; TERM=\(name) can't. \(plain)"
    }
  }
}
