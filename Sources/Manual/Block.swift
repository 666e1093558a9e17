/// A piece of a page: what of Markdown the manual uses.
package enum Block: Hashable, Sendable {
  case heading(Int, String)
  case paragraph(String)
  /// Lines as they stand.
  case code([String])
  /// Rows of cells, the first one the heads.
  case table([[String]])
  case list([Item])

  /// A point of a list.
  package struct Item: Hashable, Sendable {
    /// What stands before it: `•` or a number.
    package let mark: String
    /// Columns by which it's moved in.
    package let indent: Int
    package var text: String
  }

  /// The pieces of a page. Comments are left out.
  ///
  /// - Parameter quotesCode: whether words of code within a sentence stand between quotation marks, as a terminal
  ///   has no letters of another kind for them.
  package static func parse(_ text: String, quotesCode: Bool = false) -> [Block] {
    var parser = BlockParser(quotesCode: quotesCode)
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
        parser.fence(opens: isCode)
      } else if isCode {
        parser.code(line)
      } else if !line.hasPrefix("<!--") {
        parser.read(line)
      }
    }
    parser.close()
    return parser.blocks
  }

  /// The topic of the page that a text links to with `<doc:Name>`.
  static func linkedPage(_ text: String) -> String? {
    guard let start = text.firstRange(of: "<doc:"), let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    return topic(
      ofFile: String(text[start.upperBound..<end]).split(separator: ".").first.map(String.init) ?? "")
  }

  /// The topic of a file: `FirstSteps` is `first-steps`, `NPS` is `nps`.
  package static func topic(ofFile name: String) -> String {
    var topic = ""
    var previous: Character?
    for character in name {
      if character.isUppercase, previous?.isLowercase == true { topic += "-" }
      topic += character.lowercased()
      previous = character
    }
    return topic
  }
}

/// Collects the pieces of a page line by line.
private struct BlockParser {
  var blocks: [Block] = []
  let quotesCode: Bool
  private var open: Block?

  init(quotesCode: Bool) { self.quotesCode = quotesCode }

  mutating func close() {
    if let open { blocks.append(open) }
    open = nil
  }

  mutating func fence(opens: Bool) {
    close()
    if opens { open = .code([]) }
  }

  mutating func code(_ line: Substring) {
    if case .code(let lines) = open { open = .code(lines + [String(line)]) }
  }

  mutating func read(_ line: Substring) {
    let indent = line.prefix { $0 == " " }.count
    let text = line.drop { $0 == " " }
    if text.isEmpty {
      close()
    } else if text.first == "#" {
      close()
      let level = text.prefix { $0 == "#" }.count
      blocks.append(.heading(level, plain(text.dropFirst(level))))
    } else if text.first == "|" {
      row(text)
    } else if let (mark, rest) = point(text) {
      let item = Block.Item(mark: mark, indent: indent, text: plain(rest))
      if case .list(let items) = open {
        open = .list(items + [item])
      } else {
        close()
        open = .list([item])
      }
    } else {
      append(plain(text))
    }
  }

  /// Takes a line of a table, but for the one of dashes below the heads.
  private mutating func row(_ text: Substring) {
    let cells = text.replacing("\\|", with: "\u{1F}").split(separator: "|", omittingEmptySubsequences: false)
      .dropFirst().dropLast().map { plain($0, quotesCode: false).replacing("\u{1F}", with: "|") }
    if case .table(let rows) = open {
      guard !cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) else { return }
      open = .table(rows + [cells])
    } else {
      close()
      open = .table([cells])
    }
  }

  /// A line goes on with what is open: a paragraph, or the last point of a list.
  private mutating func append(_ text: String) {
    switch open {
    case .paragraph(let begun): open = .paragraph(joined(begun, text))
    case .list(var items):
      items[items.count - 1].text = joined(items[items.count - 1].text, text)
      open = .list(items)
    default:
      close()
      open = .paragraph(text)
    }
  }

  /// Two lines as one: with a space between words, and none where Chinese goes on or a Chinese mark stands.
  private func joined(_ one: String, _ other: String) -> String {
    let isChinese = { (character: Character?) in
      character?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
    }
    let goesOn = isChinese(one.last) && isChinese(other.first)
    return goesOn || one.last.map("，。；：、）”".contains) == true ? one + other : one + " " + other
  }

  /// The mark of a point of a list, and what follows it.
  private func point(_ text: Substring) -> (String, Substring)? {
    if text.hasPrefix("- ") { return ("•", text.dropFirst(2)) }
    let number = text.prefix { $0.isNumber }
    guard !number.isEmpty, text.dropFirst(number.count).hasPrefix(". ") else { return nil }
    return (number + ".", text.dropFirst(number.count + 2))
  }

  private func plain(_ text: some StringProtocol) -> String { plain(text, quotesCode: quotesCode) }

  /// Words without the marks of Markdown.
  private func plain(_ text: some StringProtocol, quotesCode: Bool) -> String {
    var result = ""
    var isCode = false
    var rest = Substring(text).drop { $0 == " " }
    while let last = rest.last, last == " " { rest.removeLast() }
    while let next = rest.first {
      if next == "`" {
        let marks = rest.prefix { $0 == "`" }
        rest = rest.dropFirst(marks.count)
        isCode.toggle()
        if quotesCode { result += "'" }
      } else if !isCode, rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else {
        result.append(next)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
