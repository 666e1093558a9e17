import Foundation

/// Writes a Swift file that lists what other files declare; run by the plugin Gather.
///
/// `gatherer phrases OUTPUT FILE…` lists phrases in Swift files, `gatherer pages OUTPUT FILE…` the pages of the manual.
@main
enum Gatherer {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { end("gatherer phrases|pages OUTPUT FILE…", code: 64) }
    let files = arguments.dropFirst(2)
    let text =
      switch arguments[0] {
      case "phrases": phrases(in: files)
      case "pages": pages(in: files)
      default: end("There is nothing called '\(arguments[0])' to list.", code: 64)
      }
    try text.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  private static func phrases(in files: ArraySlice<String>) -> String {
    var list = PhraseList()
    // Phrase.swift declares what phrases are, and has no words.
    for path in files where !path.hasSuffix("/Phrase.swift") {
      do throws(PhraseList.Problem) {
        try list.add(SourceText(read(path)))
      } catch {
        end("\(path):\(error.line): error: \(error.text)", code: 1)
      }
    }
    return list.file
  }

  private static func pages(in files: ArraySlice<String>) -> String {
    var list = PageList()
    for path in files { list.add(path: path, text: read(path)) }
    return list.file
  }

  private static func read(_ path: String) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      end("\(path): error: can't be read", code: 66)
    }
    return text
  }

  private static func end(_ text: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
    exit(code)
  }
}
