import Canvas
import JSONTape
import Texts

/// The commands with their default keys: help on paper, and the manual's table.
package struct KeysReport: Sendable {
  package var language: Language

  package init(language: Language = .english) { self.language = language }

  private func labels(_ command: Command) -> [String] { command.defaultKeys.map { $0.label() } }

  package var text: String {
    let width = Command.all.reduce(0) { max($0, labels($1).joined(separator: " ").cellWidth) }
    let ids = Command.all.reduce(0) { max($0, $1.id.rawValue.cellWidth) }
    return groups.map { group, commands in
      let lines = commands.map { command in
        let keys = labels(command).joined(separator: " ").padded(to: width)
        return "  \(keys)  \(command.id.rawValue.padded(to: ids))  \(language.text(command.help))\n"
      }
      return "\(language.text(group.title))\n\(lines.joined())"
    }.joined(separator: "\n")
  }

  package var markdown: String {
    let heads = [Phrase.keysOfCommand, .doneByCommand, .idOfCommand].map(language.text)
    var text = "| \(heads.joined(separator: " | ")) |\n| --- | --- | --- |\n"
    for command in groups.flatMap(\.commands) {
      let keys = labels(command).map { "`\($0)`" }.joined(separator: " ")
      text += "| \(keys) | \(language.text(command.help)) | `\(command.id.rawValue)` |\n"
    }
    return text.replacing("`|`", with: "`\\|`")
  }

  package var json: [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.array { writer in
      for command in Command.all {
        writer.object { writer in
          writer.field("command", command.id.rawValue)
          writer.field("group", command.group.id)
          writer.key("keys")
          writer.array { for key in command.defaultKeys { $0.value(key.description) } }
          writer.field("title", language.text(command.title))
          writer.field("help", language.text(command.help))
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private var groups: [(group: Command.Group, commands: [Command])] {
    Command.Group.all.map { group in (group, Command.all.filter { $0.group == group }) }
  }
}
