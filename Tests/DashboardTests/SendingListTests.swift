import Canvas
import Community
import Foundation
import Journal
import TestCommunities
import Testing

@testable import Dashboard

@Suite("Lists for sending") struct SendingListTests {
  private static let people = [
    #"{"id":"m1","name":"Ann","host":"h1","phone":"13800000009","aliases":{"sms":"+8613800000001"},"#
      + #""consent":{"sms":true}}"#,
    #"{"id":"m2","name":"-"}"#,
    #"{"id":"m3","name":"Cleo","host":"h2","phone":"13800000003","consent":{"sms":true}}"#,
    #"{"id":"m4","phone":"13800000004","consent":{"all":false}}"#,
  ]

  /// Four members who were recalled today by Ann.
  private func stage() throws -> Stage {
    let stage = Stage(members: 0)
    try stage.makeFolder()
    stage.readsFolder = true
    try stage.write("members.jsonl", lines: Self.people.indices) { Self.people[$0] }
    try stage.write("hosts.jsonl", #"{"id":"h1","name":"Hanna"}"# + "\n")
    try stage.write("orders.jsonl", lines: 1...4) {
      #"{"member":"m\#($0)","amount":100,"at":"\#(stage.time(daysAgo: 100 + $0))"}"#
    }
    try stage.write(
      "campaigns.jsonl",
      #"{"id":"c","name":"C","play":"news","arms":[{"id":"x","name":"X","share":1}]}"# + "\n")
    for number in 1...4 {
      try stage.decideElsewhere(
        Decision(
          id: "d\(number)", at: Shop.noon.adding(seconds: -60), manager: "Ann", action: .recall,
          member: "m\(number)", play: "news", arm: number == 3 ? "x" : nil))
    }
    return stage
  }

  @Test func everyRowHasAnAddressAndWhoHasNoneIsListed() throws {
    let stage = try stage()
    let path = stage.folder + "/list.csv"
    try stage.play(
      // Wide enough for a message with a path.
      size: Size(columns: 200, rows: 36), .press("6 e ctrl+u"), .type(path),
      stage.sees("Addresses are written in full"),
      .press("enter"),
      stage.sees { screen in
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        #expect(screen.message == "2 members written to \(file)")
        #expect(screen.popUp.first?.contains("1 is on the stop-list · 1 has no channel") == true)
        #expect(
          screen.popUp.filter { $0.contains(#/ m\d /#) }
            == ["│ m2 - no channel with an address │", "│ m4 on the stop-list │"])
      })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    let words = "\"Much is new since you were last here. Have a look when you like.\""
      .replacingOccurrences(of: "\"", with: "")
    #expect(
      lines == [
        "id,name,host,host_name,channel,address,play,arm,words",
        "m1,Ann,h1,Hanna,sms,+8613800000001,news,,\(words)",
        "m3,Cleo,h2,,sms,13800000003,news,x,\(words)",
      ])
    let logPath = try #require(Places(environment: stage.options.environment).logPath)
    let log = try String(contentsOfFile: logPath, encoding: .utf8)
    #expect(log.contains("phone numbers and e-mail addresses written in full"))
    #expect(log.contains("members=1 path="))
  }

  @Test func withoutAMarkWhereNoneIsWanted() throws {
    let stage = try stage()
    stage.options.writesByteOrderMark = false
    let (list, table) = (stage.folder + "/list.csv", stage.folder + "/table.csv")
    try stage.play(
      .press("6 e ctrl+u"), .type(list), .press("enter"),
      stage.sees { #expect($0.popUp.first?.contains("1 has no channel") == true) },
      .press("esc 2 e ctrl+u"), .type(table), .press("enter"))
    for path in [list, table] {
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(3) != Data([0xEF, 0xBB, 0xBF]))
    }
  }

  @Test func tablesForSpreadsheetsBeginWithAMarkToo() throws {
    let stage = try stage()
    let table = stage.folder + "/table.csv"
    try stage.play(.press("2 e ctrl+u"), .type(table), .press("enter"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: table)).prefix(3) == Data([0xEF, 0xBB, 0xBF]))
  }
}
