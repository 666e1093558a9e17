import Community
import Loyalty
import Texts

/// Recalled members with where to reach them and what to say: only channels that a member hasn't refused.
struct RecallSendingList: SendingList {
  var board: RecallBoard
  var recalls: [LoggedDecision]
  var language: Language

  static let columns = ["id", "channel", "alias", "play", "words"]

  var rows: [[String?]] {
    let community = board.roster.community
    return recalls.compactMap { recall in
      guard let member = recall.member else { return nil }
      // Phone numbers and addresses are told by the id alone; a channel with the member's id there is better.
      let channels = community.openChannels(of: member)
      guard let channel = channels.first(where: { $0.alias != nil }) ?? channels.first else { return nil }
      let play = community.symbols[recall.play]
      let words = board.outcomes.rules.plays.first { $0.id == play }.map { language.text($0.words) }
      return [community.members.id(member), channel.channel, channel.alias, play, words ?? ""]
    }
  }
}
