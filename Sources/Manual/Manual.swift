import Texts

/// The pages of the manual. They are compiled in, because the program is one file that may be copied anywhere; the plugin Gather
/// lists them whenever this module is built.
package enum Manual {
  /// Pages under a heading, in the order of a catalogue's table of contents.
  package struct Chapter: Hashable, Sendable {
    package let title: String
    package let pages: [Page]
  }

  /// Every topic with a page of its own.
  package static let topics: Set<String> = Set(pages.filter { !$0.isContents }.map(\.topic))

  /// The page about a topic in a language, else in English.
  package static func page(_ topic: String, in language: Language) -> Page? {
    let found = pages.filter { $0.topic == topic && !$0.isContents }
    return found.first { $0.language == language } ?? found.first { $0.language == .english }
  }

  /// All pages in the order in which they are best read.
  package static func chapters(in language: Language) -> [Chapter] {
    ["Dashboard", "Community", "Loyalty"].flatMap { catalogue -> [Chapter] in
      let contents = pages.filter { $0.isContents && $0.catalogue == catalogue }
      guard let page = contents.first(where: { $0.language == language }) ?? contents.first else { return [] }
      return page.chapters(in: language)
    }
  }
}

extension Page {
  /// What a table of contents lists: under each heading of the third level the pages that its list links to.
  fileprivate func chapters(in language: Language) -> [Manual.Chapter] {
    var chapters: [Manual.Chapter] = []
    var title: String?
    for block in blocks {
      switch block {
      case .heading(3, let text): title = text
      case .list(let items):
        guard let heading = title else { continue }
        let pages = items.compactMap { item in
          Block.linkedPage(item.text).flatMap { Manual.page($0, in: language) }
        }
        chapters.append(Manual.Chapter(title: heading, pages: pages))
        title = nil
      default: continue
      }
    }
    return chapters
  }
}
