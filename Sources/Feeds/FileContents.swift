import Community
import JSONTape

/// What the first bytes of a file say of its form, whatever its name says.
enum FileContents {
  /// How much of a file is looked at.
  private static let headSize = 4096

  /// The file with the form in which it can be read: a `.json` file of a record a line is read as lines, a `.jsonl`
  /// file that holds an array as an array.
  /// - Throws: why the file as a whole can't be read.
  static func look(
    at file: FeedFile, _ open: any OpenFile, _ status: FileStatus
  ) throws(FileContentsProblem) -> FeedFile {
    var head: [UInt8]
    do throws(FileReadProblem) {
      head = try open.bytes(upTo: min(status.size, Int64(headSize)))
    } catch {
      // The reading finds out, and says how far it came.
      return file
    }
    let packing = packing(of: head)
    if file.isPacked {
      switch packing {
      case .gzip: break
      case let other?: throw FileContentsProblem(reason: .packed(other))
      case nil where looksLikeText(head): throw FileContentsProblem(reason: .notPacked)
      case nil: return file
      }
      head = unpacked(open, status)
      if self.packing(of: head) != nil { throw FileContentsProblem(reason: .packedTwice) }
    } else if let packing {
      throw FileContentsProblem(reason: .packed(packing))
    }
    if isUTF16(head) { throw FileContentsProblem(reason: .utf16) }
    return try form(of: file, head)
  }

  private static func form(of file: FeedFile, _ head: [UInt8]) throws(FileContentsProblem) -> FeedFile {
    var text = head[...]
    while let first = text.first, isSpace(first) || text.starts(with: byteOrderMark) {
      text = text.dropFirst(isSpace(first) ? 1 : 3)
    }
    if text.first == UInt8(ascii: "<") { throw FileContentsProblem(reason: .otherFormat(.markup)) }
    if isTable(text) { throw FileContentsProblem(reason: .otherFormat(.table)) }
    switch (file.form, text.first) {
    case (.lines, UInt8(ascii: "[")):
      // A line that is an array is none of records; one that begins a file with objects in it is.
      let next = text.dropFirst().first { !isSpace($0) }
      return next == UInt8(ascii: "{") && !isFollowedByLines(text) ? file.with(.array) : file
    case (.array, UInt8(ascii: "{")):
      if let key = keyOfArray(text) { throw FileContentsProblem(reason: .notAnArray, hint: key) }
      let line = text.prefix { $0 != 0x0A }
      // A line longer than what was looked at is one record's, or an object that holds everything.
      if line.count == text.count, head.count == headSize { return file.with(.lines) }
      return isObject(line) || text.dropFirst(line.count).isEmpty ? file.with(.lines) : file
    default: return file
    }
  }

  /// Whether two lines in a row have marks between values, and nothing that JSON's records have.
  private static func isTable(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: 0x0A, maxSplits: 2)
    guard lines.count >= 2 else { return false }
    return lines.prefix(2).allSatisfy { line in
      line.contains { ",;\t".utf8.contains($0) } && !line.contains { "{}[]".utf8.contains($0) }
    }
  }

  /// Whether the first line is an array by itself and others come behind it.
  private static func isFollowedByLines(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix { $0 != 0x0A }
    guard text[line.endIndex...].contains(where: { !isSpace($0) }) else { return false }
    do throws(PlacedJSONProblem) {
      return try JSONValue(parsing: line).elements != nil
    } catch {
      return false
    }
  }

  private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
    do throws(PlacedJSONProblem) {
      return try JSONValue(parsing: line).fields != nil
    } catch {
      return false
    }
  }

  /// The first key of an object that holds an array of objects: `data` of `{"data":[{…}]}`. A record may hold arrays
  /// too, but has an id, a member or a time.
  private static func keyOfArray(_ text: ArraySlice<UInt8>) -> String? {
    var keys: [String] = []
    var found: String?
    var depth = 0
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      place += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { place = text.endIndex }
      case UInt8(ascii: "\""):
        let start = place
        while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
          place += text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < text.endIndex else { continue }
        let end = place
        place += 1
        guard depth == 1 else { continue }
        let rest = text[place...].filter { !isSpace($0) }
        guard rest.first == UInt8(ascii: ":") else { continue }
        keys.append(String(decoding: text[start..<end], as: UTF8.self))
        if rest.dropFirst().starts(with: "[{".utf8), found == nil { found = keys.last }
      default: break
      }
    }
    return keys.contains { ["id", "member", "at"].contains($0) } ? nil : found
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func packing(of head: [UInt8]) -> SetAsideProblem.Packing? {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    if head.starts(with: Array("BZh".utf8)) { return .bzip2 }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return .xz }
    return nil
  }

  private static func looksLikeText(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: byteOrderMark) ? head.dropFirst(3) : head[...]
    guard let first = text.first(where: { !isSpace($0) }) else { return false }
    return (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) && !head.contains(0)
  }

  /// By the mark, or by the zero in every other byte of ASCII.
  private static func isUTF16(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    guard head.count >= 4 else { return false }
    let zeros = (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0)
    return zeros == (false, true, false, true) || zeros == (true, false, true, false)
  }

  /// The beginning of what is packed; nothing where it can't be unpacked.
  private static func unpacked(_ open: any OpenFile, _ status: FileStatus) -> [UInt8] {
    let stream = GzipStream(FileStream(open, to: status.size))
    var head = [UInt8](repeating: 0, count: headSize)
    let count = head.withMutableView { buffer in
      do throws(StreamProblem) {
        return try stream.read(into: buffer)
      } catch {
        return 0
      }
    }
    return Array(head[..<count])
  }
}

/// Why a file can't be read as a whole, by what it holds.
struct FileContentsProblem: Error {
  var reason: SetAsideProblem
  /// The key under which an array was found.
  var hint: String?
  /// The file's state; nil where it couldn't be opened.
  var status: FileStatus?

  init(reason: SetAsideProblem, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }

  init(_ problem: FileReadProblem) { self.init(reason: SetAsideProblem(problem)) }
}
