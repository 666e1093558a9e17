import Canvas
import JSONTape
public import Texts

/// The commands with their default keys: help on paper, and the README's table.
public struct KeysReport: Sendable {
  public var language: Language

  public init(language: Language = .english) { self.language = language }

  private func labels(_ command: Command) -> [String] { command.defaultKeys.map { $0.label() } }

  public var text: String {
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

  public var markdown: String {
    var text = "| keys | what they do | command |\n| --- | --- | --- |\n"
    for command in groups.flatMap(\.commands) {
      let keys = labels(command).map { "`\($0)`" }.joined(separator: " ")
      text += "| \(keys) | \(language.text(command.help)) | `\(command.id.rawValue)` |\n"
    }
    return text.replacing("`|`", with: "`\\|`")
  }

  public var json: [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.array { writer in
      for command in Command.all {
        writer.object { writer in
          writer.field("command", command.id.rawValue)
          writer.field("group", command.group.rawValue)
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
    Command.Group.allCases.map { group in (group, Command.all.filter { $0.group == group }) }
  }
}
