import ArgumentParser
import Canvas
import Dashboard
import Reports
import Screen
import Texts

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one frame of a panel as text.")

  @Argument(
    help: ArgumentHelp("\(PanelID.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "panel"),
    transform: { try named($0, among: PanelID.allCases, what: "panel") })
  var panel: PanelID

  @OptionGroup var source: FolderArguments

  @Option(help: ArgumentHelp("Columns and rows of the frame.", valueName: "columns x rows"))
  var size = SizeArgument(columns: 120, rows: 36)

  @Flag(help: "Print labelled lines instead of a frame: for screen readers, pipes and simple terminals.")
  var plain = false

  @OptionGroup var languages: LanguageArguments
  @OptionGroup var privacy: PrivacyArguments

  func run() throws {
    try reportingFailures {
      let language = languages.chosen
      privacy.record("show \(panel.rawValue)", in: try source.path())
      var folder = try source.open(language: language, isUnmasked: privacy.unmask)
      folder.tellMissing(in: language)
      folder.reading.measureCommunity()
      let isUnicode = Codeset.adopt().isUnicode
      var state = folder.reading.state(
        panel: panel, size: Size(columns: size.columns, rows: size.rows), language: language,
        look: Look(theme: .builtIn, glyphs: isUnicode ? .braille : .ascii), folder: folder.path,
        wall: .wallClock)
      // Lines hold every part of the panel, a frame only those that it opens with.
      if plain { state.settle() }
      try StandardOutput.write(plain ? plainText(state) : view(state).grid.plainText)
      try folder.endIfLacking()
    }
  }
}
