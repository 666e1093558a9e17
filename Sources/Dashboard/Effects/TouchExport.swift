import Community
import JSONTape
import Loyalty
import Texts

/// A list of touchpoints for sending to be written to a file.
struct TouchExportRequest: Sendable {
  var generation: Int
  var list: TouchSendingList
  var format: ExportState.Format
  var path: String
  var mayReplace: Bool
}

/// Members for whom a touchpoint is due, with where to reach them and what to say: only channels that a member hasn't
/// refused, and the rule's own where it has one.
struct TouchSendingList: Sendable {
  /// With a calendar.
  var roster: Roster
  var dues: [Due]
  var language: Language

  private struct Row {
    var id: String
    var rule: String
    var channel: String
    var alias: String?
    var words: String
    var benefit: String
    var host: String?
  }

  private var rows: [Row] {
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
      return Row(
        id: community.members.id(due.member), rule: rule.id, channel: channel.channel, alias: channel.alias,
        words: language.text(rule.text), benefit: language.text(rule.benefit),
        host: host == .none ? nil : community.symbols[host])
    }
  }

  /// - Returns: the file's bytes, and how many touchpoints are in it.
  func bytes(_ format: ExportState.Format) -> (bytes: [UInt8], count: Int) {
    let rows = rows
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.row(["id", "rule", "channel", "alias", "words", "benefit", "host"])
      for row in rows {
        writer.row([row.id, row.rule, row.channel, row.alias ?? "", row.words, row.benefit, row.host ?? ""])
      }
      return (writer.bytes, rows.count)
    case .json:
      var writer = JSONWriter(indentation: 2)
      writer.array { writer in
        for row in rows {
          writer.object { writer in
            writer.field("id", row.id)
            writer.field("rule", row.rule)
            writer.field("channel", row.channel)
            writer.field("alias", row.alias)
            writer.field("words", row.words)
            writer.field("benefit", row.benefit)
            writer.field("host", row.host)
          }
        }
      }
      writer.newline()
      return (writer.bytes, rows.count)
    }
  }
}

extension Engine {
  func export(_ request: TouchExportRequest) {
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
