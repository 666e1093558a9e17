import Canvas
import Community
import Foundation
import JSONTape
import Journal
import Loyalty
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
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    func write(_ name: String, _ lines: [String]) throws {
      try lines.map { $0 + "\n" }.joined().write(
        toFile: stage.folder + "/" + name, atomically: true, encoding: .utf8)
    }
    try write("members.jsonl", Self.people)
    try write("hosts.jsonl", [#"{"id":"h1","name":"Hanna"}"#])
    try write(
      "orders.jsonl",
      (1...4).map { number in
        let day = Shop.noon.adding(seconds: -86_400 * Int64(100 + number))
        return #"{"member":"m\#(number)","amount":100,"at":"\#(stage.shop.zone.string(from: day))"}"#
      })
    try write(
      "campaigns.jsonl", [#"{"id":"c","name":"C","play":"news","arms":[{"id":"x","name":"X","share":1}]}"#])
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    stage.readsFolder = true
    _ = try Journal(folder: stage.folder, zone: stage.shop.zone).append(
      (1...4).map { number in
        Decision(
          id: "d\(number)", at: Shop.noon.adding(seconds: -60), manager: "Ann", action: .recall,
          member: "m\(number)", play: "news", arm: number == 3 ? "x" : nil)
      })
    return stage
  }

  @Test func everyRowHasAnAddressAndWhoHasNoneIsListed() throws {
    let stage = try stage()
    let path = stage.folder + "/list.csv"
    try stage.play(
      .press("6 e ctrl+u"), .type(path),
      stage.check { #expect(view($0.state).grid.plainText.contains("Addresses are written in full")) },
      .press("enter"),
      stage.check {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        #expect($0.state.message?.text == "2 members written to \(file)")
        let left = ($0.state.overlay as? LeftOutOverlay)?.leftOut ?? []
        #expect(left.map(\.id) == ["m2", "m4"])
        #expect(left.map(\.lack) == [.noChannel, .stopped])
        let screen = view($0.state).grid.plainText
        #expect(screen.contains("1 is on the stop-list · 1 has no channel"))
        #expect(screen.contains("m2  -") && screen.contains("no channel with an address"))
        #expect(screen.contains("m4") && screen.contains("on the stop-list"))
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
      stage.check { #expect($0.state.overlay is LeftOutOverlay) }, .press("esc 2 e ctrl+u"), .type(table),
      .press("enter"))
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
