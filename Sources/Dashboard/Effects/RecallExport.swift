import Community
import JSONTape
import Loyalty
import Texts

/// A list for sending to be written to a file.
struct RecallExportRequest: Sendable {
  var generation: Int
  var list: SendingList
  var format: ExportState.Format
  var path: String
  var mayReplace: Bool
}

/// Recalled members with where to reach them and what to say: only channels that a member hasn't refused.
struct SendingList: Sendable {
  var board: RecallBoard
  var recalls: [Decided]
  var language: Language

  private struct Row {
    var id: String
    var channel: String?
    var alias: String?
    var play: String
    var words: String
  }

  private var rows: [Row] {
    let community = board.roster.community
    return recalls.compactMap { recall in
      guard let member = recall.member else { return nil }
      // Phone numbers and addresses are told by the id alone; a channel with the member's id there is better.
      let channels = community.openChannels(of: member)
      guard let channel = channels.first(where: { $0.alias != nil }) ?? channels.first else { return nil }
      let play = community.symbols[recall.play]
      let words = board.outcomes.rules.plays.first { $0.id == play }.map { language.text($0.words) }
      return Row(
        id: community.members.id(member), channel: channel.channel, alias: channel.alias, play: play,
        words: words ?? "")
    }
  }

  /// - Returns: the file's bytes, and how many members are in it.
  func bytes(_ format: ExportState.Format) -> (bytes: [UInt8], count: Int) {
    let rows = rows
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.row(["id", "channel", "alias", "play", "words"])
      for row in rows { writer.row([row.id, row.channel ?? "", row.alias ?? "", row.play, row.words]) }
      return (writer.bytes, rows.count)
    case .json:
      var writer = JSONWriter(indentation: 2)
      writer.array { writer in
        for row in rows {
          writer.object { writer in
            writer.field("id", row.id)
            writer.field("channel", row.channel)
            writer.field("alias", row.alias)
            writer.field("play", row.play)
            writer.field("words", row.words)
          }
        }
      }
      writer.newline()
      return (writer.bytes, rows.count)
    }
  }
}

extension Engine {
  func export(_ request: RecallExportRequest) {
    let list = request.list.bytes(request.format)
    var outcome: ExportOutcome
    do throws(FileProblem) {
      var file = try WholeFile(path: request.path)
      try file.write(list.bytes)
      let isWritten = try file.finish(mayReplace: request.mayReplace)
      outcome = isWritten ? .written(count: list.count, path: request.path) : .exists
    } catch {
      outcome = .failed(error)
    }
    post(.exported(generation: request.generation, outcome))
  }
}
