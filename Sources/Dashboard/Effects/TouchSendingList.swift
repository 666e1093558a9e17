import Community
import Loyalty
import Texts

/// Members for whom a touchpoint is due, with where to reach them and what to say: only channels that a member hasn't
/// refused, and the rule's own where it has one.
struct TouchSendingList: SendingList {
  /// With a calendar.
  var roster: Roster
  var dues: [Due]
  var language: Language

  static let columns = ["id", "rule", "channel", "alias", "words", "benefit", "host"]

  var rows: [[String?]] {
    guard let calendar = roster.measures?.touchpoints else { return [] }
    let community = roster.community
    return dues.compactMap { due in
      let rule = calendar.rules[due.place]
      let channels = community.openChannels(of: due.member).filter {
        rule.channel == nil || $0.channel == rule.channel
      }
      // Phone numbers and addresses are told by the id alone; a channel with the member's id there is better.
      guard let channel = channels.first(where: { $0.alias != nil }) ?? channels.first else { return nil }
      let host = due.handedTo ?? community.members[\.host, due.member]
      return [
        community.members.id(due.member), rule.id, channel.channel, channel.alias, language.text(rule.text),
        language.text(rule.benefit), host == .none ? nil : community.symbols[host],
      ]
    }
  }
}
