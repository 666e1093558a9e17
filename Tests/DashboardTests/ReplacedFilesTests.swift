import Canvas
import Community
import Foundation
import Journal
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// A file replaced while the dashboard is open makes a new reading, in which members and records have other places.
/// Whatever is selected, filtered or worked out stays what it was.
@Suite struct ReplacedFilesScenarios {
  /// Members s1 … s12 who are silent and have answered, from the worst score to the best.
  ///
  /// - Parameter strangers: members and answers that stand before them.
  /// - Parameter answers: whether they have answered; those who have are awake.
  private static func shop(strangers: Int = 0, answers: Bool = true) -> Shop {
    var shop = Shop(members: 0)
    for number in 0..<strangers {
      shop.add(member: "x\(number)", name: "X \(number)", city: "北京")
      shop.order(by: "x\(number)", amount: 50, daysAgo: 300)
      guard answers else { continue }
      shop.answer("b\(number)", by: "x\(number)", 9, "fine", minutesAgo: 60 * 24 * 40)
    }
    for number in 1...12 {
      shop.add(member: "s\(number)", name: "S \(number)", city: number % 2 == 0 ? "上海" : "北京")
      shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
      guard answers else { continue }
      shop.answer(
        "a\(number)", by: "s\(number)", min(10, number - 1),
        number < 7 ? "the parcel was late" : "lovely tea", minutesAgo: (13 - number) * 60 * 24,
        channel: number < 8 ? "app" : "shop")
    }
    shop.settle()
    return shop
  }

  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    stage.shop = shop()
    _ = stage.shop.takeDelta()
    try stage.makeFolder()
    return stage
  }

  @Test func theOverviewKeepsItsLine() throws {
    let stage = try Self.stage()
    var words = ""
    let isSame = stage.sees { screen in #expect(screen.selected.contains(words), "\(screen)") }
    try stage.play(
      .press("home j j j j j j j j j j"),
      stage.sees { screen in
        // A line of the tiers, which isn't there before a reading is measured. Its numbers may change.
        #expect(screen.selected.contains("GMV share"), "\(screen)")
        words = String(screen.selected.drop { !$0.isLetter }.prefix { !$0.isNumber })
      },
      stage.reread(Self.shop()), isSame,
      stage.reread(Self.shop(strangers: 3)), isSame,
      stage.reread(Self.shop()), isSame)
  }

  @Test func aSelectedAnswerStaysSelected() throws {
    let stage = try Self.stage()
    func isAt(_ answer: String) -> MemoryTerminalStep {
      stage.sees { #expect($0.selected.hasPrefix(answer)) }
    }
    try stage.play(
      size: Size(columns: 100, rows: 30), .press("7 ] ] j j j"),
      stage.sees { #expect($0.part == "Words") }, isAt("9/10 S 10 "),
      stage.reread(Self.shop(strangers: 4)), isAt("9/10 S 10 "),
      .press("j"), isAt("8/10 S 9 "),
      stage.reread(Self.shop()), isAt("8/10 S 9 "))
  }

  @Test func whoIsToBeAnsweredStaysSelected() throws {
    let stage = try Self.stage()
    let isSelected = stage.sees {
      #expect($0.part == "To answer")
      #expect($0.selected.hasPrefix("10 d 2/10 S 3 "))
    }
    try stage.play(
      size: Size(columns: 100, rows: 30), .press("7 ] ] ] ] j j"), isSelected,
      stage.reread(Self.shop(strangers: 4)), isSelected)
  }

  @Test func theFilterOfAnswersStaysInForce() throws {
    let stage = try Self.stage()
    let isFiltered = stage.sees("n 6 low n", "only city:上海, without anonymous answers")
    let isSelected = stage.sees { #expect($0.selected.hasPrefix("9/10 S 10 ")) }
    try stage.play(
      size: Size(columns: 100, rows: 30), .press("7 f"), .type("city:上海"), .press("enter"), isFiltered,
      .press("] ] j j"), isSelected,
      stage.reread(Self.shop(strangers: 4)), isFiltered, isSelected)
  }

  @Test func answersAboutATopicAreFoundAgain() throws {
    let stage = try Self.stage()
    let isSelected = stage.sees {
      #expect($0.popUp.first?.contains("Delivery: answers") == true)
      #expect($0.selected == "4/10 S 5 the parcel was late 8 d")
    }
    try stage.play(
      .press("7 ] enter j"), isSelected,
      stage.reread(Self.shop(strangers: 4)), isSelected,
      // Fewer answers than before.
      stage.reread(Shop(members: 3)), stage.sees { #expect($0.popUp.isEmpty) })
  }

  @Test func theQueueOfRecallsKeepsWhoIsSelected() throws {
    let stage = try Self.stage()
    stage.shop = Self.shop(answers: false)
    let isSelected = stage.sees { #expect($0.selected.hasPrefix("S 10 ")) }
    try stage.play(
      .press("6 j j"), isSelected,
      stage.reread(Self.shop(strangers: 4, answers: false)), isSelected,
      stage.reread(Self.shop(answers: false)), isSelected)
  }

  @Test func theLiveListKeepsItsEntry() throws {
    func shop(strangers: Int) -> Shop {
      var shop = Shop(members: 0)
      for number in 0..<strangers { shop.add(member: "x\(number)", name: "X", city: "北京") }
      for number in 1...6 { shop.add(member: "s\(number)", name: "S \(number)", city: "上海") }
      for number in 0..<strangers { shop.act("x\(number)", "login", daysAgo: 90) }
      for number in 1...6 { shop.act("s\(number)", "post", daysAgo: number) }
      return shop
    }
    let stage = try Self.stage()
    stage.shop = shop(strangers: 0)
    let isSelected = stage.sees { #expect($0.selected == "3 d S 3 post") }
    try stage.play(
      .press("5 [ j j"), stage.sees { #expect($0.part == "Live") }, isSelected,
      stage.reread(shop(strangers: 3)), isSelected)
  }
}

/// A card opened from another panel leaves the table's filter as it is.
@Suite struct CardsFromElsewhereScenarios {
  private static func stage() -> Stage {
    let stage = Stage(members: 12)
    for number in 1...12 {
      stage.shop.answer(
        "a\(number)", by: "m\(number)", min(10, number - 1), "tea", minutesAgo: (13 - number) * 60)
    }
    _ = stage.shop.takeDelta()
    return stage
  }

  @Test func whoIsInTheListIsSelectedThere() throws {
    let stage = Self.stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter"),
      stage.sees { #expect($0.selected.hasPrefix("小12 m12")) },
      .press("7 j j j enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.selected.hasPrefix("Ann 10 m10"))
        #expect($0.shows("┌─ Ann 10 ─"))
        #expect($0.shows("Filter city:上海"))
        #expect($0.column("Id") == ["m12", "m10", "m8", "m6", "m4", "m2"])
      },
      .press("q"), stage.sees { #expect($0.panel == "NPS") },
      .press("2"), stage.sees { #expect($0.selected.hasPrefix("小12 m12")) },
      // Not by going back, either.
      .press("7 enter"), stage.sees("┌─ Ann 10 ─"),
      .press("1 2"), stage.sees("Filter city:上海", "6 of 12 members"))
  }

  @Test func whomTheFilterLeavesOutIsShownAllTheSame() throws {
    let stage = Self.stage()
    let isBesideTheList = stage.sees {
      #expect($0.shows("┌─ Ann 11 ─"))
      #expect($0.selected.isEmpty)
      #expect($0.column("Id") == ["m12", "m10", "m8", "m6", "m4", "m2"])
    }
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter 7 j j enter"), isBesideTheList,
      // New data and new readings keep the card.
      stage.append { $0.order(by: "m3", amount: 1, daysAgo: 0) }, isBesideTheList,
      stage.reread(Self.stage().shop), isBesideTheList,
      // Without the filter they stand in the list.
      .press("x"),
      stage.sees {
        #expect($0.shows("┌─ Ann 11 ─"))
        #expect($0.selected.hasPrefix("Ann 11 m11"))
        #expect($0.column("Id").count == 12)
      })
  }
}

/// A folder that becomes writable while it's open.
@Suite struct WritableFolderScenarios {
  @Test func decisionsOpenAsSoonAsTheyCanBeWritten() throws {
    let stage = Stage(members: 0)
    for number in 1...3 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    stage.shop.settle()
    try stage.makeFolder()
    // A folder in the file's place keeps even the superuser from writing.
    let path = stage.folder + "/decisions.jsonl"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let isReadOnly = stage.sees("read-only")
    try stage.play(
      .press("6 r"), isReadOnly,
      stage.sees {
        #expect($0.message == "This folder can't be written to, so nothing can be decided")
        #expect(!$0.shows("✓"))
      },
      .advance(.seconds(5)), isReadOnly,
      .check { _ in try? FileManager.default.removeItem(atPath: path) },
      .advance(.seconds(5)),
      stage.sees {
        #expect(!$0.shows("read-only"))
        #expect($0.message == "This folder can be written to now: decisions are open")
      },
      .press("r"),
      stage.sees { screen in
        #expect(screen.lines.count { $0.contains("recall ✓") || $0.contains("hold out ✓") } == 1)
      })
    #expect(try stage.journal().map(\.member) == ["s3"])
  }
}
