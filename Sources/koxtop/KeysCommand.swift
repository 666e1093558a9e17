import ArgumentParser
import Dashboard
import Reports
import Texts

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys and the commands they stand for.",
    discussion: "The ids are what the config file takes. 'koxtop help keys' says how to change keys.")

  enum Format: String, CaseIterable {
    case text, markdown, json
  }

  @Option(
    help: "text (as without it), markdown or json.",
    transform: { try named($0, among: Format.allCases, what: "format") })
  var format = Format.text

  @OptionGroup var languages: LanguageArguments

  func run() throws {
    try reportingFailures {
      let report = KeysReport(language: languages.chosen)
      switch format {
      case .text: try StandardOutput.write(report.text)
      case .markdown: try StandardOutput.write(report.markdown)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}
