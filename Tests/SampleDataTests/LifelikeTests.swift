import Foundation
import SampleData
import Testing

/// The community of 2,000 that the tests of this suite look at, read once.
private struct Sample {
  static let shared = Result { try Sample() }

  let members: [[String: Any]]
  let feeds: [String: [[String: Any]]]

  init() throws {
    let folder = try SampleFolder(members: 2000, seed: 3)
    members = try folder.records("members")
    feeds = Dictionary(uniqueKeysWithValues: try eventFeeds.map { ($0, try folder.records($0)) })
  }
}

extension Sample: @unchecked Sendable {
  // JSON values (strings, numbers, arrays, dictionaries) that nobody changes after the initialiser.
}

private func text(_ record: [String: Any], _ key: String) -> String? { record[key] as? String }
private func number(_ record: [String: Any], _ key: String) -> Double {
  (record[key] as? NSNumber)?.doubleValue ?? 0
}

@Suite struct LifelikeTests {
  private let sample: Sample

  init() throws { sample = try Sample.shared.get() }

  private func feed(_ name: String) throws -> [[String: Any]] { try #require(sample.feeds[name]) }

  @Test func everyMentionOfAMemberIsOfAKnownOneWhoHasJoined() throws {
    var joined: [String: String] = [:]
    for member in sample.members { joined[try #require(text(member, "id"))] = text(member, "joined") }
    for name in eventFeeds {
      for event in try feed(name) {
        guard let member = text(event, "member"), !member.hasPrefix("h") else { continue }
        let since = try #require(joined[member], "\(name) \(member)")
        #expect(text(event, "at").map { $0 >= since } == true, "\(name) \(event)")
      }
    }
    for member in sample.members {
      if let referrer = text(member, "referrer") {
        let since = try #require(joined[referrer])
        #expect(text(member, "joined").map { since <= $0 } == true)
      }
      if let main = text(member, "household") {
        let record = sample.members.first { text($0, "id") == main }
        #expect(try #require(record)["household"] == nil)
      }
    }
  }

  @Test func repliesAnswerEarlierActivityOfTheOneTheyGoTo() throws {
    var seen: [String: String] = [:]
    var replies = 0
    for event in try feed("activity") {
      if let parent = text(event, "reply_to") {
        replies += 1
        #expect(seen[parent] != nil && seen[parent] == text(event, "to"))
      }
      seen[try #require(text(event, "id"))] = text(event, "member")
    }
    #expect(replies > 1000)
  }

  @Test func refundsGiveBackAtMostAnEarlierOrderOfTheSameMember() throws {
    var orders: [String: [String: Any]] = [:]
    var refunds = 0
    for order in try feed("orders") {
      if number(order, "amount") < 0 {
        refunds += 1
        let bought = try #require(orders[text(order, "refund_of") ?? ""])
        #expect(text(bought, "member") == text(order, "member"))
        #expect(number(bought, "amount") >= -number(order, "amount"))
      }
      orders[try #require(text(order, "id"))] = order
    }
    #expect(refunds > 20)
  }

  @Test func nobodySpendsPointsThatAreNotThere() throws {
    var lots: [String: [(points: Int, expires: String)]] = [:]
    for change in try feed("points") {
      let member = try #require(text(change, "member"))
      let at = try #require(text(change, "at"))
      var open = (lots[member] ?? []).filter { $0.expires > at }
      var delta = Int(number(change, "delta"))
      if delta > 0 { open.append((delta, text(change, "expires") ?? "9999")) }
      open.sort { $0.expires < $1.expires }
      while delta < 0, let lot = open.first {
        let part = min(lot.points, -delta)
        delta += part
        open[0].points -= part
        if open[0].points == 0 { open.removeFirst() }
      }
      #expect(delta >= 0)
      lots[member] = open
    }
    #expect(try feed("points").contains { $0["reward"] != nil })
  }

  @Test func someBuyOftenSomeSeldomAndSomeAreAsleep() throws {
    var days: [String: Set<Substring>] = [:]
    var last: [String: String] = [:]
    for order in try feed("orders") where number(order, "amount") >= 0 {
      let member = try #require(text(order, "member"))
      let at = try #require(text(order, "at"))
      days[member, default: []].insert(at.prefix(10))
      last[member] = at
    }
    #expect(days.values.count { $0.count >= 2 } > 500)
    #expect(days.values.count { $0.count >= 15 } > 20)
    #expect(days.values.count { $0.count == 1 } > 300)
    let asleep = last.values.count { $0 < "2026-06-01" }
    #expect((0.3...0.7).contains(Double(asleep) / Double(last.count)))
  }

  @Test func answersHangTogether() throws {
    let answers = try feed("surveys").filter { text($0, "kind") == "nps" }
    let scores = answers.map { number($0, "score") }
    let promoters = Double(scores.count { $0 >= 9 })
    let detractors = Double(scores.count { $0 <= 6 })
    #expect((30...60).contains(100 * (promoters - detractors) / Double(scores.count)))

    func mean(of answers: [[String: Any]]) -> Double {
      let ratings = answers.compactMap { $0["ratings"] as? [String: Any] }
        .flatMap { $0.values.compactMap { ($0 as? NSNumber)?.doubleValue } }
      return ratings.reduce(0, +) / Double(max(1, ratings.count))
    }
    let content = mean(of: answers.filter { number($0, "score") >= 9 })
    let annoyed = mean(of: answers.filter { number($0, "score") <= 6 })
    #expect(content > annoyed + 0.5)

    let late = try feed("touchpoints").filter { text($0, "kind") == "late_delivery" }
    let complaints = try feed("complaints").filter { text($0, "cause") == "late_delivery" }
    let unlucky = Set(late.compactMap { text($0, "member") })
    #expect(complaints.allSatisfy { unlucky.contains(text($0, "member") ?? "") })
  }

  @Test func friendsAnswerFriends() throws {
    var spaces: [String: [String: Int]] = [:]
    for event in try feed("activity") where ["post", "share", "story"].contains(text(event, "type")) {
      guard let member = text(event, "member"), !member.hasPrefix("h"), let space = text(event, "space")
      else {
        continue
      }
      spaces[member, default: [:]][space, default: 0] += 1
    }
    let home = spaces.compactMapValues { $0.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }
    var inside = 0
    var across = 0
    for event in try feed("activity")
    where ["reply", "reaction", "mention", "thanks"].contains(text(event, "type")) {
      guard let from = home[text(event, "member") ?? ""], let to = home[text(event, "to") ?? ""] else {
        continue
      }
      if from == to { inside += 1 } else { across += 1 }
    }
    #expect(inside > 500)
    #expect(inside > 10 * across)
    #expect(across > 0)
  }

  @Test func complaintsAreAnsweredAndMostlyResolved() throws {
    let complaints = try feed("complaints")
    for complaint in complaints {
      let at = try #require(text(complaint, "at"))
      if let answered = text(complaint, "answered") { #expect(answered > at) }
      if let resolved = text(complaint, "resolved") {
        #expect(try #require(text(complaint, "answered")) < resolved)
      }
    }
    let open = complaints.count { text($0, "resolved") == nil }
    #expect(open > 0 && open < complaints.count / 4)
    #expect(Set(complaints.map { number($0, "level") }) == [1, 2, 3])
  }

  @Test func thoseWhoSaidNoAreLeftAlone() throws {
    let silent = Set(
      sample.members.filter { ($0["consent"] as? [String: Bool])?["all"] == false }.compactMap {
        text($0, "id")
      })
    #expect(silent.count > 20)
    let contacts: Set<String?> = ["push", "birthday_gift", "care", "gift", "surprise", "visit", "call_back"]
    let disturbed = try feed("touchpoints").filter {
      contacts.contains(text($0, "kind")) && silent.contains(text($0, "member") ?? "")
    }
    #expect(disturbed.isEmpty)
  }
}
