import Foundation
import SampleData
import Testing

@Suite struct FolderTests {
  private let community: SampleCommunity
  private let folder = SampleFolder()

  init() throws { community = try SampleCommunity(members: 20, seed: 1, days: 30) }

  private func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    try community.write(to: folder.path + "/")
    #expect(try entries() == SampleCommunity.files.sorted())
  }

  @Test func aFolderWithFilesIsLeftAloneUnlessAskedFor() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    let note = folder.path + "/note.txt"
    try "mine".write(toFile: note, atomically: false, encoding: .utf8)
    #expect(throws: SampleProblem.self) { try community.write(to: folder.path) }
    #expect(try entries() == ["note.txt"])
    try community.write(to: folder.path, overwrite: true)
    try community.write(to: folder.path, overwrite: true)
    #expect(try entries() == (SampleCommunity.files + ["note.txt"]).sorted())
    #expect(try String(contentsOfFile: note, encoding: .utf8) == "mine")
  }

  @Test func nothingIsLeftBehindWhereNothingCanBeWritten() throws {
    let inside = folder.path + "/missing/place"
    #expect(throws: SampleProblem.self) { try community.write(to: inside) }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    try Data().write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: SampleProblem.notAFolder(path: folder.path)) { try community.write(to: folder.path) }
  }

  @Test func numbersOutOfRangeAreRefused() {
    #expect(throws: SampleProblem.membersOutOfRange(0)) { try SampleCommunity(members: 0, seed: 1) }
    #expect(throws: SampleProblem.daysOutOfRange(7)) { try SampleCommunity(members: 10, seed: 1, days: 7) }
  }

  @Test func progressEndsWhereTheWorkDoes() throws {
    var last: SampleProgress?
    let records = try community.write(to: folder.path) { last = $0 }
    let end = try #require(last)
    #expect(end.stage == .writing && end.done == end.total)
    #expect(records.first { $0.file == "members.jsonl" }?.records == 20)
  }
}
