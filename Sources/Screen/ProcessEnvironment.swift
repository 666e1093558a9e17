import Glibc

/// The process's variables that decide how the terminal is used.
package func processEnvironment() -> [String: String] {
  let names = [
    "TERM", "NO_COLOR", "ESCDELAY", "SSH_CONNECTION", "SSH_TTY", "LINES", "COLUMNS",
  ]
  var variables: [String: String] = [:]
  for name in names {
    if let value = getenv(name) { variables[name] = String(cString: value) }
  }
  return variables
}
