import Community
import Loyalty
import Texts

/// Members for whom a touchpoint is due, with where to reach them and what to say: by the rule's own channel where it has
/// one that reaches them, and only by channels that a member hasn't refused.
struct TouchSendingList: SendingList {
  /// With a calendar.
  var roster: Roster
  var dues: [Due]
  var language: Language

  static let columns = [
    "id", "name", "host", "host_name", "channel", "address", "rule", "words", "benefit",
  ]

  var lines: [SendingLine] {
    guard let calendar = roster.measures?.touchpoints else { return [] }
    let community = roster.community
    return dues.map { due in
      let rule = calendar.rules[due.place]
      let host = due.handedTo ?? community.members[\.host, due.member]
      return roster.sendingLine(due.member, on: rule.channel) { channel, address in
        [community.members.id(due.member), roster.name(of: due.member)] + roster.sendingHost(host)
          + [channel, address, rule.id, language.text(rule.text), language.text(rule.benefit)]
      }
    }
  }
}
