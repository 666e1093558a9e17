/// The phrases that files declare, found by the one thing all of them have: the label `en:` of their English words.
///
/// A phrase is the value of a `static let`, or part of one; words written anywhere else are a problem that ends the build. So
/// whatever has words is in the list.
struct PhraseList {
  struct Problem: Error {
    let line: Int
    let text: String
  }

  /// Expressions of single phrases: `Phrase.recallEmpty`.
  private(set) var phrases: [String] = []
  /// Expressions of what holds several: `Phrase.months`.
  private(set) var tables: [String] = []

  /// Adds what a file declares.
  mutating func add(_ source: SourceText) throws(Problem) {
    var depth = 0
    var owner: String?
    var member: [Substring] = []
    var start = 0
    for (place, line) in source.lines.enumerated() {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }
      if depth <= 1, let first = words.first, Self.opening.contains(first) || line.hasPrefix("}") {
        try close(member, of: owner, at: start)
        member = []
        start = place
        if depth == 0 {
          owner = words.drop { !Self.types.contains($0) }.dropFirst().first.map(String.init)
        }
      }
      member.append(line)
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
    }
    try close(member, of: owner, at: start)
  }

  /// Takes a declaration in, if it holds words.
  private mutating func close(_ member: [Substring], of owner: String?, at start: Int) throws(Problem) {
    guard let words = member.firstIndex(where: Self.holdsWords) else { return }
    let line = start + words + 1
    let declaration = member[0].split(separator: " ")
    guard let owner, let place = declaration.firstIndex(of: "static"),
      declaration.dropFirst(place + 1).first == "let"
    else { throw Problem(line: line, text: "words belong into a 'static let' of a type") }
    guard !declaration.contains("private"), !declaration.contains("fileprivate") else {
      throw Problem(line: line, text: "phrases can't be private, because they are listed")
    }
    let name = declaration[place + 2].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if member[0].contains("\(name) = Phrase(") {
      phrases.append("\(owner).\(name)")
    } else {
      tables.append("\(owner).\(name)")
    }
  }

  /// Whether a line has the label `en:`.
  private static func holdsWords(_ line: Substring) -> Bool {
    var rest = line
    while let range = rest.firstRange(of: "en:") {
      let before = rest[..<range.lowerBound].last
      if before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private static let types: Set<Substring> = ["extension", "struct", "enum", "class", "actor", "protocol"]
  private static let opening: Set<Substring> = [
    "package", "public", "internal", "private", "fileprivate", "static", "let", "var", "func", "init",
    "subscript", "mutating", "nonisolated", "final", "case", "typealias", "import", "extension", "struct",
    "enum", "class", "actor", "protocol",
  ]

  /// A file that declares `Phrase.all`.
  var file: String {
    """
    extension Phrase {
      /// Every phrase there is, in the order of files.
      package static let all: [Phrase] =
        [
    \(phrases.map { "      \($0)," }.joined(separator: "\n"))
        ] + tables.flatMap(\\.phrases)

      private static var tables: [any PhraseSource] {
        [
    \(tables.map { "      \($0)," }.joined(separator: "\n"))
        ]
      }
    }

    """
  }
}
