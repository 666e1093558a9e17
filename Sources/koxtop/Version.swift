import CNcurses
import CSimdjson

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"

  static var text: String {
    let ncurses = curses_version().map { String(cString: $0) } ?? "ncurses"
    let simdjson = csimdjson_version().map { String(cString: $0) } ?? ""
    return "koxtop \(number) (\(ncurses), simdjson \(simdjson))"
  }
}
