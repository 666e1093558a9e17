import Community

/// What activities stand for, by their type.
package struct ActivityKinds: Sendable {
  package static let contributions = ["post", "reply", "share", "story", "review", "suggestion"]
  package static let reactions = ["reaction", "vote", "mention", "thanks"]
  /// Something to read: contributions that answer nobody.
  package static let content = ["post", "share", "story", "review", "suggestion"]
  /// Members among each other: answers and reactions.
  package static let interactions = ["reply", "reaction", "vote", "mention", "thanks"]
  /// What ties the one to the other.
  package static let ties = ["reply", "reaction", "mention", "thanks"]

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let contribution = Flags(rawValue: 1)
    static let reaction = Flags(rawValue: 2)
    static let content = Flags(rawValue: 4)
    static let interaction = Flags(rawValue: 8)
    static let tie = Flags(rawValue: 16)
    static let reply = Flags(rawValue: 32)
    static let story = Flags(rawValue: 64)
  }

  /// By symbol.
  private var flags: [Flags]

  package init(_ symbols: SymbolTable) {
    flags = Array(repeating: [], count: symbols.count)
    let sets: [([String], Flags)] = [
      (ActivityKinds.contributions, .contribution), (ActivityKinds.reactions, .reaction),
      (ActivityKinds.content, .content), (ActivityKinds.interactions, .interaction),
      (ActivityKinds.ties, .tie), (["reply"], .reply), (["story"], .story),
    ]
    for (words, flag) in sets {
      for word in words {
        if let symbol = symbols.symbol(of: word) { flags[Int(symbol.rawValue)].insert(flag) }
      }
    }
  }

  @inline(__always)
  subscript(symbol: UInt32) -> Flags { Int(symbol) < flags.count ? flags[Int(symbol)] : [] }
}
