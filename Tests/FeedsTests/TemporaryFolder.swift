import Glibc

@testable import Feeds

/// A real folder for one test, removed with its last reference.
final class TemporaryFolder {
  let path: String

  struct Failure: Error {}

  init() throws {
    var template = Array("/tmp/koxtop-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Failure() }
    path = made
  }

  deinit { TemporaryFolder.removeAll(path) }

  private static func removeAll(_ path: String) {
    // Links go themselves; only a folder that holds something resists.
    guard remove(path) != 0 else { return }
    for name in (try? SystemFiles().names(in: path)) ?? [] { removeAll("\(path)/\(name)") }
    remove(path)
  }

  /// Writes a file as a whole, or appends to it.
  func write(_ name: String, _ text: String, appending: Bool = false) {
    let mode = O_WRONLY | O_CREAT | (appending ? O_APPEND : O_TRUNC)
    let descriptor = open("\(path)/\(name)", mode, 0o644)
    var text = text
    text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  func append(_ name: String, _ text: String) { write(name, text, appending: true) }

  func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

  func move(_ name: String, to other: String) { rename("\(path)/\(name)", "\(path)/\(other)") }

  func delete(_ name: String) { _ = remove("\(path)/\(name)") }
}
