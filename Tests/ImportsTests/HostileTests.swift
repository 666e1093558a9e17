import CZlib
import Foundation
import Synchronization
import Testing

@testable import Imports

@Suite("Archives and hostile files")
struct HostileTests {
  private static let csv = "order id,customer id,date,total\n1,a,2026-03-01,10.00\n"
  private static let line = #"{"id":"1","member":"a","at":"2026-03-01","amount":10.00}"#

  private static func run(_ name: String, _ bytes: [UInt8]) throws -> (TestFolder, ImportOutcome) {
    let source = TestFolder()
    let path = try source.write(name, bytes)
    let folder = TestFolder()
    return (folder, try Importer(folder: folder.path, options: .test).run(path))
  }

  /// Why an import was refused; it then wrote nothing.
  private static func refusal(_ name: String, _ bytes: [UInt8]) throws -> ImportProblem? {
    let source = TestFolder()
    let path = try source.write(name, bytes)
    let folder = TestFolder()
    do throws(ImportProblem) {
      _ = try Importer(folder: folder.path, options: .test).run(path)
      return nil
    } catch {
      #expect(folder.files.isEmpty)
      return error
    }
  }

  @Test("A ZIP, stored and deflated, a gzip and a tar.gz give what the file in them gives")
  func archives() throws {
    let bytes = Array(Self.csv.utf8)
    let zip = MadeZip.archive([("a/orders.csv", bytes), ("a/notes.md", Array("nothing here".utf8))])
    for (name, bytes) in [
      ("x.zip", zip), ("y.zip", MadeZip.archive([("orders.csv", bytes)], packed: true)),
      ("orders.csv.gz", MadeZip.gzip(bytes)),
      ("z.tar.gz", MadeZip.gzip(MadeZip.tar([("./orders.csv", bytes)]))),
      ("z.tar", MadeZip.tar([("orders.csv", bytes)])),
    ] {
      let (folder, _) = try Self.run(name, bytes)
      #expect(folder.lines("orders") == [Self.line], "\(name)")
    }
  }

  @Test(
    "Names that lead out of an archive are refused",
    arguments: ["../orders.csv", "/etc/orders.csv", "a/../../b.csv", "a\\b.csv"])
  func escapes(_ name: String) throws {
    let bytes = MadeZip.archive([(name, Array(Self.csv.utf8))])
    guard case .pathEscape = try Self.refusal("x.zip", bytes) else {
      Issue.record("not refused")
      return
    }
    guard !name.contains("\\") else { return }
    guard case .pathEscape = try Self.refusal("x.tar", MadeZip.tar([(name, Array(Self.csv.utf8))])) else {
      Issue.record("not refused in tar")
      return
    }
  }

  @Test("A bomb is refused, whether it says its size or not; so are entries that share bytes")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0x20, count: 80 << 20)
    guard case .archiveBomb = try Self.refusal("x.zip", MadeZip.archive([("a.csv", zeros)], packed: true))
    else {
      Issue.record("zip")
      return
    }
    guard case .archiveBomb = try Self.refusal("x.csv.gz", MadeZip.gzip(Array(Self.csv.utf8) + zeros)) else {
      Issue.record("gzip")
      return
    }
    guard case .archiveBomb = try Self.refusal("y.zip", MadeZip.overlapping(Array(Self.csv.utf8))) else {
      Issue.record("overlap")
      return
    }
  }

  @Test("A damaged or encrypted archive, and one within another, are told")
  func damaged() throws {
    var zip = MadeZip.archive([("orders.csv", Array(Self.csv.utf8))], packed: true)
    guard case .damagedArchive = try Self.refusal("x.zip", Array(zip.prefix(60))) else {
      Issue.record("damaged")
      return
    }
    // The general purpose flag of the entry in the directory.
    let directory = try #require((0..<zip.count - 4).first { Array(zip[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    zip[directory + 8] = 1
    guard case .encryptedArchive = try Self.refusal("x.zip", zip) else {
      Issue.record("encrypted")
      return
    }
    let (_, outcome) = try Self.run(
      "x.zip", MadeZip.archive([("orders.csv", Array(Self.csv.utf8)), ("inner.zip", zip)]))
    #expect(outcome.problems.count == 1)
  }

  @Test("Broken JSON is told with its line, and the rest is read")
  func brokenJSON() throws {
    let text = """
      {"order_id":"1","customer_id":"a","date":"2026-03-01","total":10}
      {"order_id":"2","customer_id":"a","date":"2026-03-01","total":
      {"order_id":"3","customer_id":"a","date":"2026-03-02","total":12}

      """
    let (folder, outcome) = try Self.run("orders.jsonl", Array(text.utf8))
    #expect(folder.lines("orders").count == 2)
    #expect(outcome.rejections.listed.map { [$0.row] } == [[2]])
    let array = #"[{"order_id":"1","customer_id":"a","date":"2026-03-01","total":10},{"order_id":"2","cust"#
    let (cut, told) = try Self.run("orders.json", Array(array.utf8))
    #expect(cut.lines("orders").count == 1)
    #expect(told.rejections.counts == [.brokenJSON: 1])
  }

  @Test("An import that is cancelled writes nothing and leaves nothing behind")
  func cancelled() throws {
    let source = TestFolder()
    let path = try source.write("orders.csv", Self.csv)
    let folder = TestFolder()
    var options = ImportOptions.test
    options.isCancelled = { true }
    #expect(throws: ImportProblem.cancelled) { try Importer(folder: folder.path, options: options).run(path) }
    #expect(folder.files.isEmpty)
  }

  @Test("An import leaves neither a file nor a folder, whenever it's stopped")
  func cancelledAnyTime() throws {
    let source = TestFolder()
    let path = try source.write("orders.csv", Self.csv)
    var stopped = 0
    for moment in 0..<30 {
      let folder = TestFolder()
      let calls = Calls()
      var options = ImportOptions.test
      options.isCancelled = { calls.next() >= moment }
      do throws(ImportProblem) {
        _ = try Importer(folder: folder.path + "/made", options: options).run(path)
      } catch {
        #expect(error == .cancelled)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        stopped += 1
      }
    }
    // The last moments come after everything is in place.
    #expect(stopped > 4 && stopped < 30)
  }

  @Test("A dry run counts and writes nothing")
  func dryRun() throws {
    let source = TestFolder()
    let path = try source.write("orders.csv", Self.csv)
    let folder = TestFolder()
    var options = ImportOptions.test
    options.isDryRun = true
    let outcome = try Importer(folder: folder.path, options: options).run(path)
    #expect(outcome.changes.map(\.added) == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

/// Counts calls.
private final class Calls: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
