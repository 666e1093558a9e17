import Feeds
import Texts

extension ReadingNote {
  /// The note in words.
  package func text(in language: Language) -> String {
    switch self {
    case .amountsRounded(let file, let count):
      language.text(.noteAmountsRounded, ["file": file, "count": count])
    case .unfinishedLine(let file, let line):
      language.text(.noteUnfinishedLine, ["file": file, "line": line])
    case .membersThatAreHosts(let count): language.text(.noteMembersThatAreHosts, ["count": count])
    case .unknownField(let file, let field, let meant):
      language.text(.noteUnknownField, ["file": file, "field": field, "meant": meant])
    case .networkMount: language.text(.noteNetworkMount)
    }
  }
}
