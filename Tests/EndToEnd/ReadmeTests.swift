import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  private static let text: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
  }()

  /// What stands between two marks.
  private static func part(_ name: String) throws -> String {
    let begin = try #require(text.range(of: "<!-- \(name): begin -->\n"))
    let end = try #require(text.range(of: "<!-- \(name): end -->"))
    return String(text[begin.upperBound..<end.lowerBound])
  }

  @Test("The table of keys is the generated one")
  func keys() throws {
    let generated = try Program.run(["keys", "--format", "markdown", "--language", "en"])
    #expect(try Self.part("keys") == generated.text, "Put what 'koxtop keys --format markdown' prints there.")
  }
}
