import Canvas
import Community
import Foundation
import Journal
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// The panel of touchpoints, key by key, through the real loop, the real engine and a folder on disk.
@Suite struct TouchpointScenarios {
  /// Sixteen members on 2026-03-01: it's the birthday of t1, t2 and t3, and the member day of all others.
  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    try stage.makeFolder()
    stage.options.asOf = .now
    stage.readsFolder = true
    try stage.write("members.jsonl", lines: 1...16) { number in
      #"{"id":"t\#(number)","name":"T \#(number)","joined":"2025-06-\#(number + 9)","host":"h1","#
        + (number <= 3 ? #""birthday":"1990-03-01","# : "")
        + #""aliases":{"wechat":"wx\#(number)"},"city":"\#(number == 16 ? "杭州" : "上海")"}"#
    }
    try stage.write("hosts.json", #"[{"id":"h1","name":"Mei"},{"id":"h2","name":"Lin"}]"#)
    try stage.write(
      "program.json",
      #"""
      {"touchpoints":{"rules":[{"id":"birthday"},
        {"id":"member_day","trigger":{"on":"member_day","day":1}}]}}
      """#)
    return stage
  }

  /// A touch by another manager.
  private static func touch(until: Instant? = nil) -> Decision {
    Decision(
      id: "b1", at: Shop.noon.adding(seconds: -60), manager: "Bea", action: .touch, member: "t1",
      rule: "birthday", until: until)
  }

  @Test func birthdaysStandFirstAndTheDayOfAllLast() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"),
      stage.sees {
        #expect($0.panel == "Touchpoints")
        #expect($0.part == "Today 16")
        #expect($0.column("member") == ["T 1", "T 2", "T 3", "13 members"])
        #expect($0.column("rule") == ["Birthday", "Birthday", "Birthday", "Member day"])
      })
  }

  @Test func aTouchIsOnDiskAndItsDepositInTheAccount() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"), stage.sees("mean balance 0", "contact 0"), .press("d"),
      stage.sees {
        #expect($0.line(with: "T 1 Birthday").contains("done ✓"))
        #expect($0.message == "done: T 1 ✓")
        // The next row has come up.
        #expect($0.selected.contains("T 2 Birthday"))
      },
      .press("f5"),
      stage.sees {
        #expect($0.column("member") == ["T 2", "T 3", "13 members"])
        // +5 for a birthday, half as much again for the moment; a sixteenth of it in the mean.
        #expect($0.shows("contact +7.5"))
        #expect($0.shows("mean balance +0.47"))
        #expect($0.shows("Ann 1 done, 0 skipped today"))
        #expect(!$0.shows("✓"))
      })
    let line = try #require(try stage.journal().first)
    #expect(line.action == .touch && line.member == "t1" && line.rule == "birthday" && line.manager == "Ann")
  }

  @Test func anOccasionIsLetPassWithOrWithoutAReason() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 x"), .type("abroad"), .press("enter x enter f5"),
      stage.sees {
        // The cap of a contact a day leaves them room for the member day now.
        #expect($0.column("member") == ["T 3", "15 members"])
        #expect($0.shows("mean balance 0"))
        #expect($0.shows("Ann 0 done, 2 skipped today"))
      })
    let lines = try stage.journal()
    #expect(lines.map(\.action) == [.skip, .skip] && lines.map(\.reason) == ["abroad", nil])
  }

  @Test func aTouchIsPutOffForSomeDays() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 z"), .press("ctrl+u"), .type("many"), .press("enter"),
      stage.sees { #expect($0.message == "Type a whole number of days from 1 to 3650") },
      .press("ctrl+u"), .type("2"), .press("enter f5"),
      // Who is put off isn't due, and keeps nobody from the member day.
      stage.sees { #expect($0.column("member") == ["T 2", "T 3", "14 members"]) })
    let line = try #require(try stage.journal().first)
    #expect(line.action == .snooze && line.rule == "birthday")
    #expect(line.until.map { stage.shop.zone.day(of: $0).description } == "2026-03-03")
  }

  @Test func aTouchIsLeftToAHost() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 h"), .press("ctrl+u"), .type("nobody"), .press("enter"),
      stage.sees { #expect($0.message == "There is no host 'nobody'") },
      .press("ctrl+u"), .type("Lin"), .press("enter f5"),
      stage.sees {
        #expect($0.column("member") == ["T 1", "T 2", "T 3", "13 members"])
        #expect($0.line(with: "T 1 Birthday").contains("with Lin"))
      })
    #expect(try stage.journal().map(\.host) == ["h2"])
  }

  @Test func uTakesATouchBackWithItsDeposit() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 d f5"), stage.sees("contact +7.5"), .press("u"),
      stage.sees { #expect($0.message.hasPrefix("Undone: ")) }, .press("f5"),
      stage.sees {
        #expect($0.column("member") == ["T 1", "T 2", "T 3", "13 members"])
        #expect($0.shows("contact 0"))
      })
    let lines = try stage.journal()
    #expect(lines.map(\.action) == [.touch, .undo] && lines[1].undoes == lines[0].id)
  }

  @Test func markedTouchesAreAskedAboutByTheirNumber() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 a d"), stage.sees("done: 3 touchpoints?"),
      .press("n"),
      stage.sees {
        #expect($0.popUp.isEmpty)
        #expect($0.marked.count == 3)
        #expect(!$0.shows("✓"))
      },
      // The member day's line counts with all whom it stands for.
      .press("a d"), stage.sees("done: 16 touchpoints?"),
      .press("y f5"),
      stage.sees {
        #expect($0.shows("No touchpoint is due today"))
        #expect($0.marked.isEmpty)
        #expect($0.shows("Ann 16 done, 0 skipped today"))
      })
    #expect(try stage.journal().count == 16)
  }

  @Test func whomADayConcernsIsDecidedWithOneKey() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 end d"), stage.sees("done: 13 touchpoints?"),
      .press("y f5"), stage.sees { #expect($0.column("member") == ["T 1", "T 2", "T 3"]) })
    let lines = try stage.journal()
    #expect(lines.count == 13 && lines.allSatisfy { $0.action == .touch && $0.rule == "member_day" })
  }

  @Test func enterOnTheDayOfAllListsThem() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 end enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("13 of 16 members"))
        #expect(Set($0.column("Id")) == Set((4...16).map { "t\($0)" }))
      },
      .press("esc"), stage.sees { #expect($0.panel == "Touchpoints") })
  }

  @Test func enterOpensTheCard() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 j enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("┌─ T 2 ─"))
        #expect($0.selected.contains(" t2 "))
      })
    // On a wide screen the member's account stands beside the list.
    let wide = try Self.stage()
    try wide.play(size: Size(columns: 200, rows: 60), .press("4 j"), wide.sees("T 2 ──"))
  }

  @Test func anotherManagersTouchIsSeen() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 j"),
      stage.check { stage in #expect(throws: Never.self) { try stage.decideElsewhere(Self.touch()) } },
      .press("f5"),
      stage.sees {
        #expect($0.column("member") == ["T 2", "T 3", "13 members"])
        #expect($0.selected.contains("T 2 Birthday"))
        #expect($0.shows("Bea 1 done, 0 skipped today"))
      })
  }

  @Test func nobodyIsTouchedTwiceForOneOccasion() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"),
      stage.check { stage in
        #expect(throws: Never.self) {
          try stage.decideElsewhere(Self.touch(until: Shop.noon.adding(seconds: 86_400)))
        }
      },
      .press("d"),
      stage.sees {
        #expect($0.message == "Bea was first: done at 11:59, T 1")
        #expect(!$0.shows("✓"))
      })
    #expect(try stage.journal().count { $0.member == "t1" } == 1)
  }

  @Test func theListForSendingIsWritten() throws {
    let stage = try Self.stage()
    let path = stage.folder + "/send.csv"
    try stage.play(
      .press("4 space e"), .press("ctrl+u"), .type(path), .press("enter"),
      stage.sees { #expect($0.message.hasPrefix("1 member written to /")) })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\r\nt1,T 1,h1,Mei,wechat,wx1,birthday,") && !text.contains("\r\nt2,"))
  }

  @Test func searchAndFilterNarrowTheLists() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 /"), .type("T 16"), .press("enter"),
      stage.sees {
        // Fewer than ten have lines of their own.
        #expect($0.shows("Search T 16"))
        #expect($0.column("member") == ["T 16"])
      },
      .press("esc f"), .type("city:杭州"), .press("enter"),
      stage.sees { #expect($0.column("member") == ["T 16"]) },
      .press("esc f"), .type("due:birthday balance<1"), .press("enter"),
      stage.sees {
        #expect($0.part == "Today 3")
        #expect($0.column("member") == ["T 1", "T 2", "T 3"])
      },
      .press("esc"), stage.sees { #expect($0.column("member").count == 4) })
  }

  @Test func theOverviewLeadsToExactlyThose() throws {
    let stage = try Self.stage()
    try stage.play(
      stage.sees("3 birthdays today"),
      .press("home down"), stage.sees { #expect($0.selected.hasPrefix("3 birthdays today")) },
      .press("enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.column("Id") == ["t1", "t2", "t3"])
      },
      .press("esc"), stage.sees { #expect($0.panel == "Overview") },
      // Nothing of it is left behind.
      .press("4"), stage.sees { #expect($0.column("member") == ["T 1", "T 2", "T 3", "13 members"]) })
  }

  @Test func everyPartIsReachedByKeys() throws {
    let stage = try Self.stage()
    func isAt(_ part: String) -> MemoryTerminalStep { stage.sees { #expect($0.part == part) } }
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("4"), isAt("Today 16"), .press("]"), isAt("Next 7 d"),
      .press("] j"), isAt("Missed"), .press("]"), isAt("Overdrawn 0"), .press("]"), isAt("Delights"),
      .press("] j"), isAt("Matrix"), .press("]"), isAt("Accounts"),
      .press("d"), stage.sees { #expect($0.message.hasPrefix("Only touchpoints due today can be done")) })
  }
}
