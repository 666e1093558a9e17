import ArgumentParser

@main
struct Koxtop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koxtop",
    abstract: "A dashboard for managers of loyalty programmes, in the terminal.",
    usage: """
      koxtop [<folder>] [<options>]
      koxtop <subcommand>
      """,
    discussion: """
      Reads a folder of JSON files about members, orders, activity, surveys and more, and shows what they say. \
      Without a folder it opens the sample data. 'koxtop help' lists the pages of the manual, 'koxtop help open' \
      tells the options of the dashboard.
      """,
    version: Version.text,
    subcommands: [
      DashboardCommand.self, ShowCommand.self, ReportCommand.self, CheckCommand.self, ImportCommand.self,
      SampleCommand.self, PlayCommand.self, KeysCommand.self, HelpCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  /// Runs the command that the arguments name; what is wrong with them is said in the language that they choose.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      CommandLanguage.exit(error)
    }
  }
}
