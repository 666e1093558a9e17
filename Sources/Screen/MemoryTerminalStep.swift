import Canvas

/// One step of a memory terminal's script.
package enum MemoryTerminalStep {
  /// Arrive together, so that all but the last find others pending.
  case events([Event])
  case resize(Size)
  /// Lets so much time pass; deadlines on the way come as `tick`.
  case advance(Duration)
  /// Looks at the terminal, and at whatever the closure holds, while the loop is idle.
  case check((MemoryTerminal) -> Void)

  /// Keys that arrive together, in their textual form with spaces between: `"j j enter"`.
  package static func press(_ keys: String) -> MemoryTerminalStep {
    .events(
      keys.split(separator: " ").map { name in
        guard let key = Key(String(name)) else {
          // A script with a misspelt key tests nothing; stop there and say so.
          preconditionFailure("no key is called \(name)")
        }
        return .key(key)
      })
  }

  /// A text, typed at once.
  package static func type(_ text: String) -> MemoryTerminalStep {
    .events(text.unicodeScalars.map { .key(Key($0)) })
  }

  package static func mouse(_ event: MouseEvent) -> MemoryTerminalStep { .events([.mouse(event)]) }
}
