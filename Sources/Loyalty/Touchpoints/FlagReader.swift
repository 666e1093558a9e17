import Community

/// Tells who is listed and by which channels contact is refused.
struct FlagReader: Sendable {
  private let roster: Roster
  private let consents: Consents
  private let channels: [UInt32]

  /// Channels of rules, each in the place of its flag.
  static func channels(_ rules: [TouchpointRule]) -> [String] {
    Set(rules.compactMap(\.channel)).sorted()
  }

  init(_ roster: Roster, _ rules: [TouchpointRule]) {
    self.roster = roster
    consents = Consents(roster.community)
    channels = FlagReader.channels(rules).map { roster.community.symbols.symbol(of: $0)?.rawValue ?? .max }
  }

  func flags(_ member: Member.Index) -> UInt16 {
    typealias Flag = TouchpointCalendar.Flag
    var flags: UInt16 = 0
    if member.value < roster.figures.count, roster.figures.entry(member).isListed { flags |= Flag.listed }
    let (block, row) = roster.community.members.place(member)
    let words = roster.community.members.blocks[block].consents[row]
    guard !words.isEmpty else { return flags }
    let refusal = consents.refusal(member, roster.community)
    if refusal != nil { flags |= Flag.refused }
    for (place, channel) in channels.enumerated() {
      var isRefused = refusal == .stopped
      for index in stride(from: words.startIndex, to: words.endIndex - 1, by: 2) where words[index] == channel
      {
        isRefused = isRefused || words[index + 1] == 0
      }
      if isRefused { flags |= Flag.channel(place) }
    }
    return flags
  }
}
