import ArgumentParser
import Glibc
import Screen
import Texts

/// The language in which a command says what went wrong, even where its arguments can't be read.
enum CommandLanguage {
  /// The language that the arguments ask for, as far as they can be read, else the locale's.
  static let current = chosen(CommandLine.arguments, environment: Environment.all)

  static func chosen(_ arguments: [String], environment: [String: String]) -> Language {
    var option: Language?
    for (place, argument) in arguments.enumerated() {
      for name in ["--language", "--lang"] {
        if argument == name, arguments.indices.contains(place + 1) {
          option = (try? Language(argument: arguments[place + 1])) ?? option
        } else if argument.hasPrefix(name + "=") {
          option = (try? Language(argument: String(argument.dropFirst(name.count + 1)))) ?? option
        }
      }
    }
    return Language.choose(option: option, environment: environment)
  }

  /// A message with the word in front that says it's an error.
  static func error(_ message: String) -> String {
    current.text(.commandError, ["message": current.commandMessage(message)])
  }

  /// Ends the process as ArgumentParser does, which words its messages in English alone.
  static func exit(_ error: any Error) -> Never {
    let code = Koxtop.exitCode(for: error)
    let whole = Koxtop.fullMessage(for: error)
    if code == .success {
      guard let command = HelpText.command(ofHelp: whole, arguments: CommandLine.arguments) else {
        Koxtop.exit(withError: error)
      }
      let help = HelpText(language: current, columns: HelpCommand.width).text(of: command)
      _ = try? StandardOutput.write(help + "\n")
      Glibc.exit(code.rawValue)
    }
    guard current != .english else { Koxtop.exit(withError: error) }
    let message = Koxtop.message(for: error)
    if message.isEmpty { Koxtop.exit(withError: error) }
    var lines = [Self.error(message)]
    if let place = whole.firstRange(of: message) {
      lines += whole[place.upperBound...].split(separator: "\n").map { current.commandMessage(String($0)) }
    }
    StandardError.write(lines.joined(separator: "\n") + "\n")
    Glibc.exit(code.rawValue)
  }
}
