import CSimdjson
import Screen

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"

  static var text: String {
    let simdjson = csimdjson_version().map { String(cString: $0) } ?? ""
    return "koxtop \(number) (\(ncursesVersion), simdjson \(simdjson))"
  }
}
