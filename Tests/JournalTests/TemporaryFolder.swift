import Glibc
import Journal

/// A folder for one test, removed with its last reference.
final class TemporaryFolder: Sendable {
  let path: String

  struct Failure: Error {}

  init() throws {
    var template = Array("/tmp/koxtop-journal-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Failure() }
    path = made
  }

  deinit {
    remove(journal)
    rmdir(path)
  }

  var journal: String { path + "/decisions.jsonl" }

  /// Puts text at the end as a program does that knows no lock.
  func append(_ text: String) {
    let descriptor = open(journal, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var text = text
    text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  var bytes: [UInt8] {
    guard let file = fopen(journal, "r") else { return [] }
    defer { fclose(file) }
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&block, 1, block.count, file), count > 0 { all += block[..<count] }
    return all
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var decisions: [Decision] { Decision.read(lines: bytes, zone: .utc) }

  var exists: Bool { access(journal, F_OK) == 0 }
}
