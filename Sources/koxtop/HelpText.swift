import ArgumentParser
import Canvas
import Texts

/// The help of commands in the language that was chosen: what the parser of arguments makes, which is English, line by line.
struct HelpText {
  var language: Language
  var columns: Int

  /// A width at which the parser breaks no line.
  private static let unbroken = 100_000
  /// Where the words of an option begin.
  private static let indent = 26

  /// The help of one command.
  func text(of command: any ParsableCommand.Type) -> String {
    guard language != .english else { return Koxtop.helpMessage(for: command, columns: columns) }
    let english = Koxtop.helpMessage(for: command, columns: Self.unbroken)
    return english.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(String($0)) }.joined(separator: "\n")
  }

  /// The command whose help a request for help ends with; nil where it's something else that ends it.
  ///
  /// Where the arguments name no command, it's the program's own, whatever the parser takes them for.
  static func command(ofHelp text: String, arguments: [String]) -> (any ParsableCommand.Type)? {
    let all = [Koxtop.self as any ParsableCommand.Type] + Koxtop.configuration.subcommands
    let command = all.first { Koxtop.helpMessage(for: $0) == text }
    guard let command, command.configuration.commandName.map(arguments.contains) != true else {
      return command
    }
    return Koxtop.self
  }

  /// A line in this language, wrapped: a heading or a sentence, or an option with its words beside or below it.
  private func lines(_ english: String) -> [String] {
    let line = String(english.trimmingPrefix { $0 == " " })
    let margin = english.count - line.count
    guard margin > 0 else { return wrapped(translated(line), indent: 0) }
    // Words stand alone below a name that is long.
    if margin >= Self.indent { return wrapped(translated(line), indent: Self.indent) }
    // A name alone, or words that begin in their column behind one.
    let name = String(english.prefix(Self.indent))
    guard name.count == Self.indent, name.last == " ", english.count > Self.indent else {
      return [String(repeating: " ", count: margin) + translated(line)]
    }
    var lines = wrapped(translated(String(english.dropFirst(Self.indent))), indent: Self.indent)
    lines[0] = name + lines[0].dropFirst(Self.indent)
    return lines
  }

  /// The words in this language: of a report, behind its name; as they are where they say nothing but names.
  private func translated(_ english: String) -> String {
    if let words = language.commandHelp(english) { return words }
    guard let colon = english.firstRange(of: ": "), !english[..<colon.lowerBound].contains(" "),
      let words = language.commandHelp(String(english[colon.upperBound...]))
    else { return english }
    return "\(english[..<colon.lowerBound])：\(words)"
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let lines = text.withUTF8Bytes { bytes in
      text.wrapped(to: max(20, columns - indent)).map { margin + bytes.extracting($0).painted }
    }
    return lines.isEmpty ? [""] : lines
  }
}
