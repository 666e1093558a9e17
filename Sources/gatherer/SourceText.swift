/// A Swift file in which comments and the insides of string literals are blank, so that code alone is left; lines stay where they are.
struct SourceText {
  let lines: [Substring]

  init(_ text: String) {
    var code: [Character] = []
    var rest = Substring(text)
    func blank(_ count: Int) {
      for character in rest.prefix(count) { code.append(character.isNewline ? character : " ") }
      rest = rest.dropFirst(count)
    }
    while let next = rest.first {
      if rest.hasPrefix("//") {
        blank(rest.prefix { !$0.isNewline }.count)
      } else if rest.hasPrefix("/*") {
        blank(2)
        while !rest.isEmpty, !rest.hasPrefix("*/") { blank(1) }
        blank(2)
      } else if next == "\"" {
        let mark = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        blank(mark.count)
        var parentheses = 0
        while !rest.isEmpty, parentheses > 0 || !rest.hasPrefix(mark) {
          if rest.hasPrefix("\\(") || (parentheses > 0 && rest.first == "(") { parentheses += 1 }
          if parentheses > 0 && rest.first == ")" { parentheses -= 1 }
          blank(rest.first == "\\" ? 2 : 1)
        }
        blank(mark.count)
      } else {
        code.append(next)
        rest = rest.dropFirst()
      }
    }
    lines = String(code).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
