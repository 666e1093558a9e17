import Canvas
import Community
import Foundation
import Imports
import Screen
import Testing

@testable import Dashboard

@Suite("The offer to import")
struct ImportOfferTests {
  /// A folder with a file of exports; it goes when the test ends.
  private static func folder(_ text: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: folder.appendingPathComponent("export.csv"), atomically: true, encoding: .utf8)
    return folder
  }

  private static func run(_ folder: URL, _ steps: [MemoryTerminalStep]) throws -> Bool {
    let terminal = MemoryTerminal(size: Size(columns: 100, rows: 20), steps: steps)
    let options = ImportOptions(now: Instant(rawValue: 1_772_328_600_000))
    return try runImportOffer(
      ImportRequest(source: folder.path, folder: folder.path, options: options), language: .english,
      on: terminal)
  }

  private static func text(_ terminal: MemoryTerminal) -> String { terminal.lastGrid?.plainText ?? "" }

  @Test("Fields, examples and targets are shown; Enter imports, and Enter again goes on")
  func imports() throws {
    let folder = try Self.folder("订单号,会员编号,下单时间,实付金额,备注\nD1,007,2026/03/01,5,x\nD2,,2026/03/01,5,x\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let isDone = try Self.run(
      folder,
      [
        .check { terminal in
          let text = Self.text(terminal)
          #expect(text.contains("订单号"))
          #expect(text.contains("2026/03/01"))
          #expect(text.contains("orders · amount paid"))
          #expect(text.contains("not used"))
          #expect(text.contains("Enter import"))
        }, .press("enter"),
        .check { terminal in
          #expect(Self.text(terminal).contains("orders: 1 record"))
          #expect(Self.text(terminal).contains("1 not taken"))
        }, .press("enter"),
      ])
    #expect(isDone)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/orders")
    #expect(files.count == 1)
  }

  @Test("Arrows change what a field becomes; what is missing then is told, and Enter waits for it")
  func changes() throws {
    let folder = try Self.folder("订单号,会员编号,下单时间,实付金额\nD1,007,2026/03/01,5\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let isDone = try Self.run(
      folder,
      [
        .press("down"), .check { #expect(Self.text($0).contains("orders · member")) },
        .press("right left right"),
        .check { #expect(Self.text($0).contains("nothing fills 'member'")) }, .press("enter"),
        .check { #expect(Self.text($0).contains("Enter import") == false) }, .press("left enter"),
        .check { #expect(Self.text($0).contains("orders: 1 record")) }, .press("enter"),
      ])
    #expect(isDone)
  }

  @Test("Dates that can be read both ways ask; d decides. Escape writes nothing")
  func dates() throws {
    let folder = try Self.folder("order id,customer id,date,total\n1,a,3/1/26,5\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let isDone = try Self.run(
      folder,
      [
        .check { #expect(Self.text($0).contains("day or month first?")) }, .press("d"),
        .check { #expect(!Self.text($0).contains("day or month first?")) }, .press("escape"),
      ])
    #expect(!isDone)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["export.csv"])
    #expect(Importer.couldImport(folder.path))
  }
}
