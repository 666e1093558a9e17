/// How long a lone escape byte may be the beginning of a longer sequence.
package enum EscapeDelay {
  /// `ESCDELAY` in milliseconds where it is set (at most 10 s), else 100 ms over ssh and 25 ms elsewhere.
  package static func choose(environment: [String: String]) -> Duration {
    if let text = environment["ESCDELAY"], let milliseconds = Int(text), milliseconds >= 0 {
      return .milliseconds(min(milliseconds, 10_000))
    }
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    return .milliseconds(isRemote ? 100 : 25)
  }
}
