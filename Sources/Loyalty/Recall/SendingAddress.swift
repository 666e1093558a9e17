import Community

/// Where a member can be written to, by channels that they haven't refused; or why nowhere.
package enum SendingAddress: Hashable, Sendable {
  /// - isContact: whether it's the phone number or e-mail address of the member's record, in full.
  case found(channel: String, address: String, isContact: Bool)
  case none(Lack)

  /// Why there's no address.
  package enum Lack: CaseIterable, Hashable, Sendable {
    /// On the stop-list.
    case stopped
    /// There are addresses, all on channels that are refused.
    case refused
    /// There's no address at all, or none on a channel that may be used.
    case noChannel
  }
}

extension Community {
  /// The address for a list for sending: on the wanted channel if one is wanted and has one, else on the next that may be
  /// used and has one: consented ones first, of those the ones with an id there, by bytes.
  ///
  /// The address on a channel is the member's id there; for `sms`, `phone` and `email` without one the phone number or
  /// e-mail address. What is masked on screens is in full here, because that is what such a list is for.
  package func sendingAddress(of member: Member.Index, on wanted: String? = nil) -> SendingAddress {
    let consents = members.consents(member).map { (channel: symbols[$0.channel], isGiven: $0.isGiven) }
    if consents.contains(where: { $0.channel.isSame("all") && !$0.isGiven }) { return .none(.stopped) }
    let aliases = members.aliases(member)
    func address(on channel: String) -> SendingAddress? {
      if let alias = aliases.first(where: { $0.channel.isSame(channel) }), !alias.id.isEmpty {
        return .found(channel: channel, address: alias.id, isContact: false)
      }
      let contact: String?
      switch channel {
      case "sms", "phone": contact = members[\.phones, member]
      case "email": contact = members[\.emails, member]
      default: contact = nil
      }
      return contact.map { .found(channel: channel, address: $0, isContact: true) }
    }
    func isRefused(_ channel: String) -> Bool {
      consents.contains { $0.channel.isSame(channel) && !$0.isGiven }
    }
    if let wanted, !isRefused(wanted), let found = address(on: wanted) { return found }
    func rank(_ channel: String) -> Int {
      let isConsented = consents.contains { $0.channel.isSame(channel) && $0.isGiven }
      let isKnown = aliases.contains { $0.channel.isSame(channel) }
      return (isConsented ? 0 : 2) + (isKnown ? 0 : 1)
    }
    let open = Consents.channels(of: member, self)
    for place in 0...3 {
      for channel in open where rank(channel) == place {
        if let found = address(on: channel) { return found }
      }
    }
    let hasRefusedAddress = consents.contains { !$0.isGiven && address(on: $0.channel) != nil }
    return .none(hasRefusedAddress ? .refused : .noChannel)
  }
}

extension String {
  fileprivate func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
