import Texts

/// A page of the manual in one language, in Markdown as it lies in a DocC catalogue beside the code.
package struct Page: Hashable, Sendable {
  /// The catalogue's name: the module that the page tells of.
  package let catalogue: String
  /// By what it's asked for: the file's name in small letters, `first-steps`.
  package let topic: String
  package let language: Language
  package let text: String

  /// Whether the page is its catalogue's table of contents.
  package var isContents: Bool { topic == catalogue.lowercased() }

  /// The heading of the page.
  package var title: String {
    for case .heading(1, let text) in blocks { return text }
    return topic
  }

  /// The first paragraph: what the page is about.
  package var summary: String {
    for case .paragraph(let text) in blocks { return text }
    return ""
  }

  package var blocks: [Block] { Block.parse(text, quotesCode: language == .english) }
}
