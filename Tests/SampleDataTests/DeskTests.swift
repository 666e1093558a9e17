import Community
import Foundation
import SampleData
import Testing

/// What managers decided in the sample hangs together with everything else.
@Suite struct DeskTests {
  private let folder: SampleFolder
  private let decisions: [[String: Any]]

  init() throws {
    folder = try SampleFolder(members: 2000, seed: 7)
    decisions = try folder.records("decisions")
  }

  private func text(_ record: [String: Any], _ key: String) -> String? { record[key] as? String }

  private func of(_ actions: String...) -> [[String: Any]] {
    decisions.filter { text($0, "action").map(actions.contains) ?? false }
  }

  private func time(_ record: [String: Any], _ key: String = "at") throws -> Date {
    let value = try #require(text(record, key))
    return try #require(ISO8601DateFormatter().date(from: value))
  }

  @Test func everyKindOfDecisionOccursByMoreThanTwoManagers() throws {
    #expect(Set(decisions.compactMap { text($0, "manager") }).count > 2)
    for (action, least) in [
      ("recall", 800), ("hold_out", 80), ("snooze", 20), ("dismiss", 10), ("claim", 20), ("release", 3),
      ("hand", 5), ("note", 30), ("touch", 200), ("skip", 50), ("contact", 20), ("close", 15), ("fix", 1),
      ("undo", 10),
    ] {
      #expect(of(action).count >= least, "\(action)")
    }
    let times = decisions.compactMap { text($0, "at") }
    #expect(times == times.sorted())
    #expect(decisions.compactMap { text($0, "id") } == (1...decisions.count).map { "d\($0)" })
  }

  @Test func whoIsHeldOutIsDecidedByLot() throws {
    for decision in of("recall", "hold_out") {
      let play = try #require(text(decision, "play"))
      let campaign = try #require(text(decision, "campaign"))
      let member = try #require(text(decision, "member"))
      let day = try #require(text(decision, "at")).prefix(10).split(separator: "-").compactMap { Int($0) }
      let date = try #require(Day(year: day[0], month: day[1], day: day[2]))
      #expect(campaign == Lot.campaign(play: play, day: date))
      #expect((text(decision, "action") == "hold_out") == (Lot.of(member, in: campaign) < 0.1))
    }
  }

  @Test func nobodyIsRecalledTwiceInAMonth() throws {
    let undone = Set(decisions.compactMap { text($0, "undoes") })
    var last: [String: Date] = [:]
    for decision in of("recall", "hold_out") where !undone.contains(text(decision, "id") ?? "") {
      let member = try #require(text(decision, "member"))
      let at = try time(decision)
      if let before = last[member] { #expect(at.timeIntervalSince(before) > 31 * 86_400) }
      last[member] = at
    }
  }

  @Test func recallsWakeMoreThanHoldingOutDoes() throws {
    var purchases: [String: [Date]] = [:]
    for order in try folder.records("orders") where (order["amount"] as? NSNumber)?.doubleValue ?? -1 >= 0 {
      purchases[text(order, "member") ?? "", default: []].append(try time(order))
    }
    let undone = Set(decisions.compactMap { text($0, "undoes") })
    let last = try #require(decisions.last)
    let end = try time(last).addingTimeInterval(-31 * 86_400)
    func share(_ action: String) throws -> Double {
      let closed = try of(action).filter { try !undone.contains(text($0, "id") ?? "") && time($0) < end }
      let woken = try closed.filter { decision in
        let at = try time(decision)
        return purchases[text(decision, "member") ?? ""]?.contains {
          $0 > at && $0.timeIntervalSince(at) < 30 * 86_400
        } ?? false
      }
      return Double(woken.count) / Double(closed.count)
    }
    let (recalled, heldOut) = (try share("recall"), try share("hold_out"))
    #expect(recalled > heldOut + 0.05)
    #expect((0.1...0.5).contains(recalled))
  }

  @Test func detractorsAreSpokenToAboutAnAnswerOfTheirs() throws {
    var answers: [String: [String: Any]] = [:]
    for answer in try folder.records("surveys") { answers[text(answer, "id") ?? ""] = answer }
    for decision in of("contact", "close") {
      let survey = try #require(text(decision, "survey"))
      let answer = try #require(answers[survey])
      #expect(text(answer, "member") == text(decision, "member"))
      #expect((answer["score"] as? Int).map { $0 <= 6 } == true)
      #expect(try time(answer) < time(decision))
    }
  }

  @Test func rulesAreKeptInTheirWindows() throws {
    let rules = Set(of("touch", "skip").compactMap { text($0, "rule") })
    #expect(rules.isSuperset(of: ["birthday", "anniversary", "first_order", "after_purchase", "gone_quiet"]))
    var birthdays: [String: String] = [:]
    for member in try folder.records("members") {
      birthdays[text(member, "id") ?? ""] = text(member, "birthday")
    }
    for touch in of("touch", "skip") where text(touch, "rule") == "birthday" {
      let birthday = try #require(birthdays[text(touch, "member") ?? ""]).suffix(5)
      let year = try #require(text(touch, "at")).prefix(4)
      let day = try #require(ISO8601DateFormatter().date(from: "\(year)-\(birthday)T00:00:00+08:00"))
      #expect((0..<4 * 86_400).contains(Int(try time(touch).timeIntervalSince(day))))
    }
  }

  @Test func onlyWhatStandsBeforeIsTakenBack() throws {
    var known: [String: String] = [:]
    for decision in decisions {
      if let undone = text(decision, "undoes") { #expect(known[undone] == text(decision, "member")) }
      known[text(decision, "id") ?? ""] = text(decision, "member")
    }
  }
}
