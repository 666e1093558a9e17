import Foundation

/// The pages of the manual, from Markdown files in DocC catalogues: `Community.docc/Settings.md` is the English page about settings,
/// `Settings.zh-Hans.md` beside it the Chinese one.
struct PageList {
  private var pages: [String] = []

  mutating func add(path: String, text: String) {
    let file = URL(fileURLWithPath: path)
    let parts = file.deletingPathExtension().lastPathComponent.split(separator: ".", maxSplits: 1)
    let catalogue = file.deletingLastPathComponent().deletingPathExtension().lastPathComponent
    let language = parts.count > 1 ? ".simplifiedChinese" : ".english"
    // A fence of number signs that is longer than any in the text.
    let fence = String(repeating: "#", count: 8)
    pages.append(
      """
          Page(
            catalogue: "\(catalogue)", topic: Block.topic(ofFile: "\(parts.first ?? "")"), language: \(language),
            text: \(fence)\"\"\"
      \(text)
      \"\"\"\(fence)),
      """)
  }

  /// A file that declares `Manual.pages`.
  var file: String {
    """
    extension Manual {
      /// Every page, in the order of files.
      static let pages: [Page] = [
    \(pages.joined(separator: "\n"))
      ]
    }

    """
  }
}
