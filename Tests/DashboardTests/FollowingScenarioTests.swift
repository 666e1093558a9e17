import Canvas
import Community
import Feeds
import Foundation
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct FollowingScenarios {
  @Test func newDataNeitherMoveTheSelectionNorScroll() throws {
    let stage = Stage()
    try stage.play(
      .press("2 j j j"),
      stage.sees {
        #expect($0.column("Id").first == "m100")
        #expect($0.selected.hasPrefix("Ann 97 m97"))
      },
      stage.append { $0.order(by: "m1", amount: 100_000, daysAgo: 0) },
      stage.sees {
        // m1 is first now, above what the screen shows; the rows stay where they were.
        #expect($0.shows("101 orders · spend ¥150,500"))
        #expect($0.column("Id").first == "m100")
        #expect($0.selected.hasPrefix("Ann 97 m97"))
        #expect($0.shows("5/100"))
      },
      stage.append { $0.add(member: "new", name: "New", city: "广州") },
      stage.sees {
        #expect($0.shows("101 members"))
        #expect($0.selected.hasPrefix("Ann 97 m97"))
      },
      .press("home"), stage.sees { #expect($0.selected.hasPrefix("Ann 1 m1")) })
  }

  @Test func aNewReadingCarriesMarksAndSelectionOver() throws {
    let stage = Stage()
    var other = Shop(members: 0)
    for number in stride(from: 60, through: 20, by: -1) {
      other.add(member: "m\(number)", name: "N", city: "上海")
      other.order(by: "m\(number)", amount: Int64(number), daysAgo: 1)
    }
    other.settle()
    try stage.play(
      .press("2 g"), .type("m50"), .press("enter space"), .press("g"), .type("m99"), .press("enter space"),
      .press("g"), .type("m40"), .press("enter"),
      stage.reread(other),
      stage.sees {
        #expect($0.shows("1 marked · 41 members"))
        #expect($0.marked.count == 1)
        #expect($0.marked.first?.hasPrefix("N m50") == true)
        #expect($0.selected.hasPrefix("N m40"))
      })
  }

  @Test func readingShowsProgressCanBeStoppedAndBegunAgain() throws {
    let stage = Stage()
    stage.deliversAtOnce = false
    var progress = ReadingProgress()
    progress.bytesTotal = 100
    progress.bytesDone = 40
    try stage.play(
      stage.check { $0.deliver(.progress(progress)) },
      stage.sees("Reading /somewhere/shop", "40% · 40 B of 100 B", "Esc stops"),
      .press("esc"),
      stage.sees {
        #expect($0.shows("F5 reads the folder again."))
        #expect($0.message == "Reading was stopped; F5 reads again")
        #expect(!$0.shows("40%"))
      },
      stage.check { #expect($0.source.cancels.load(ordering: .relaxed) == 1) },
      .press("f5"), stage.sees("Reading /somewhere/shop"),
      stage.check { $0.deliver(.snapshot($0.shop.snapshot, .loaded)) },
      .press("2"), stage.sees("100 members"))
  }
}

@Suite struct ReadingScenarios {
  @Test func theSampleDataAreReadFiguredAndListed() throws {
    let stage = Stage(members: 0)
    stage.options.folder =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../sample-data").standardized.path
    stage.options.wallClock = { Instant(seconds: 1_800_000_000) }
    stage.readsFolder = true
    try stage.play(
      stage.sees("koxtop 山语茶舍", "│ 2,000", "790 to win back"),
      .press("2"), stage.sees("2,000 members"),
      .press("f"), .type("city:上海 spend>500 silent>30d"), .press("enter"),
      stage.sees { screen in
        let cities = screen.column("City")
        #expect(cities.count == 31 && cities.allSatisfy { $0 == "上海" })
        let silences = screen.lines[3..<34].map { $0.firstMatch(of: #/([\d,]+) d/#)?.1 }
        #expect(silences.allSatisfy { $0.flatMap { Int($0) } ?? 0 > 30 }, "\(screen)")
      })
  }

  @Test func aFolderThatDoesNotExistSaysWhatToDo() throws {
    let stage = Stage(members: 0)
    stage.options.folder = "/nowhere/at/all"
    stage.readsFolder = true
    try stage.play(
      stage.sees(
        "This folder can't be read", "/nowhere/at/all doesn't exist. Give the community's folder:",
        "koxtop FOLDER"))
  }
}

@Suite struct ExportScenarios {
  @Test func exportsAreWrittenWholeAndAskBeforeReplacing() throws {
    let stage = Stage(members: 3)
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    let path = "\(stage.folder)/members.csv"
    try stage.play(
      .press("2 c"), .press("esc e ctrl+u"), .type(path), .press("enter"),
      stage.sees {
        #expect($0.message.hasPrefix("3 members written to /"))
        #expect($0.popUp.isEmpty)
      },
      .press("space e ctrl+u"), .type(path), .press("enter"),
      stage.sees("1 marked member", "This file exists. Replace it?", "y replace n another name"),
      .press("y"),
      stage.sees {
        #expect($0.message.hasPrefix("1 member written to /"))
        #expect($0.popUp.isEmpty)
      })
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("name,id,silence,orders,spend"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: stage.folder).sorted() == [".local", "members.csv"])
  }

  @Test func aFolderThatIsNotThereIsToldOf() throws {
    let stage = Stage(members: 3)
    try stage.play(
      .press("2 e ctrl+u"), .type("/nowhere/at/all.csv"), .press("enter"),
      stage.sees {
        #expect($0.message == "/nowhere/at/all.csv can't be created: No such file or directory")
        // The name can be mended.
        #expect($0.popUp.first?.contains("Export") == true)
      })
  }
}
