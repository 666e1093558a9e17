import Community
import Loyalty
import Texts

/// Recalled members with where to reach them and what to say: only channels that a member hasn't refused.
struct RecallSendingList: SendingList {
  var board: RecallBoard
  var recalls: [LoggedDecision]
  var language: Language

  static let columns = ["id", "name", "host", "host_name", "channel", "address", "play", "arm", "words"]

  var lines: [SendingLine] {
    let roster = board.roster
    let community = roster.community
    return recalls.compactMap { recall in
      guard let member = recall.member else { return nil }
      let play = recall.play == .none ? nil : community.symbols[recall.play]
      let words = board.outcomes.rules.plays.first { $0.id == play }.map { language.text($0.words) }
      let segment = community[.decisions].segments[recall.row.segment]
      let arm = segment.symbol(DecisionField.arm, recall.row.offset)
      let host = board.log.state(of: member).hand?.host ?? community.members[\.host, member]
      return roster.sendingLine(member) { channel, address in
        [community.members.id(member), roster.name(of: member)] + roster.sendingHost(host)
          + [channel, address, play, arm == .none ? nil : community.symbols[arm], words]
      }
    }
  }
}
