import ArgumentParser
import Canvas
import Loyalty
import Texts

extension MemberFilter {
  /// The filter that an option of the command line gives.
  ///
  /// - Throws: what is wrong with it, with carets under the place.
  package init(_ text: String, of option: String, mask: Mask, language: Language) throws {
    do throws(FilterProblem) {
      try self.init(parsing: text, mask: mask)
    } catch {
      let characters = Array(text)
      let range = error.range.clamped(to: 0..<characters.count)
      let mark = MemberFilter.pointer(at: range, in: characters)
      throw ValidationError("\(option): \(error.text(in: language))\n  \(text)\n  \(mark)")
    }
  }

  /// Carets under the characters of a range.
  private static func pointer(at range: Range<Int>, in characters: [Character]) -> String {
    let before = String(characters[..<range.lowerBound]).cellWidth
    let width = max(1, String(characters[range]).cellWidth)
    return String(repeating: " ", count: before) + String(repeating: "^", count: width)
  }
}
