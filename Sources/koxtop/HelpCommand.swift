import ArgumentParser
import Glibc
import Loyalty
import Manual
import Screen
import Texts

/// The manual, and the options of commands.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Print a page of the manual, or the options of a command.",
    discussion: "Without a topic, lists them all.")

  @Argument(
    help: ArgumentHelp(
      "A page of the manual or a command, such as keys, folder or report.", valueName: "topic"))
  var topics: [String] = []

  @OptionGroup var languages: LanguageArguments

  func run() throws {
    try reportingFailures {
      try StandardOutput.write(try text(in: languages.chosen))
    }
  }

  private func text(in language: Language) throws -> String {
    let form = PageText(
      width: Self.width, hasBold: isatty(STDOUT_FILENO) == 1 && Environment.all["TERM"] != "dumb")
    guard let topic = topics.first else {
      return "\(language.text(.manualHint))\n\n\(form.contents(Manual.chapters(in: language)))"
    }
    let command = topics.reduce(Koxtop.self as (any ParsableCommand.Type)?) { command, name in
      command?.configuration.subcommands.first { $0.configuration.commandName == name }
    }
    if topics.count == 1, let page = Manual.page(topic.lowercased(), in: language) {
      let options = command == nil ? "" : "\n\(language.text(.manualOptions, ["command": topic]))\n"
      return form.text(page) + options
    }
    if let command { return HelpText(language: language, columns: Self.width).text(of: command) + "\n" }
    let words = topics.joined(separator: " ")
    let names = Manual.topics.union(
      Koxtop.configuration.subcommands.compactMap { $0.configuration.commandName })
    let hint = Spelling.nearest(to: words, in: names.sorted()).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "There is no page and no command '\(words)'. \(hint ?? "'koxtop help' lists them.")")
  }

  /// The columns of the terminal, 100 at most, because longer lines are hard to read; 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(Int(size.ws_col), 100)
  }
}
