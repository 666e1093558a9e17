import Foundation
import Testing

@Suite("Help in the chosen language")
struct CommandHelpTests {
  private static let commands = [
    "", "open", "show", "report", "check", "import", "sample", "play", "keys", "help",
  ]

  private func help(_ command: String, _ arguments: [String]) throws -> [String] {
    let output = try Program.run((command.isEmpty ? [] : [command]) + ["--help"] + arguments)
    #expect(output.code == 0 && output.errors.isEmpty)
    return output.text.split(separator: "\n").map(String.init)
  }

  /// What may stand in a line without words: names of options, commands, panels, forms and values.
  private func isOfNames(_ line: String) -> Bool {
    let words = line.split { " ,.;:()".contains($0) }
    return words.allSatisfy { word in
      word.hasPrefix("-") || word.hasPrefix("<") || word.hasPrefix("[") || word.hasSuffix("]")
        || word.hasSuffix(">")
        || word.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-" }
    } && words.count < 12
  }

  /// Characters of Chinese take two columns.
  private func columns(of line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  @Test("Every line of every command's help is said in Chinese where that was asked for", arguments: commands)
  func chinese(command: String) throws {
    let lines = try help(command, ["--language", "zh"])
    #expect(lines.first?.hasPrefix("概述：") == true)
    for line in lines {
      let isChinese = line.unicodeScalars.contains { $0.value >= 0x3000 }
      #expect(isChinese || isOfNames(line), "\(line)")
      #expect(columns(of: line) <= 80, "\(line)")
      for english in ["Print", "Show", "the ", "without it", "default:", "OPTIONS", "USAGE"] {
        #expect(!line.contains(english), "\(line)")
      }
    }
  }

  @Test("The manual's help of a command is the same")
  func manual() throws {
    let output = try Program.run(["help", "report", "--language", "zh"])
    #expect(
      output.text.split(separator: "\n").map(String.init) == (try help("report", ["--language", "zh"])))
  }

  @Test("Without a command it's the program's own help, in whatever order the options stand")
  func program() throws {
    for arguments in [["--language", "zh", "--help"], ["--help", "--language=zh"]] {
      let text = try Program.run(arguments).text
      #expect(text.contains("子命令：") && text.contains("  report "))
    }
  }

  @Test("English stays as it was, and so does the version")
  func english() throws {
    #expect(try help("show", [])[0] == "OVERVIEW: Print one frame of a panel as text.")
    let version = try Program.run(["--version", "--language", "zh"])
    #expect(version.code == 0 && !version.text.contains("概述"))
  }
}
