import Canvas
import Community
import Foundation
import JSONTape
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// The lists that leave the queue as files.
@Suite struct RecallSendingScenarios {
  @Test func theListForSendingHoldsTodaysRecalls() throws {
    let stage = try RecallScenarios.stage()
    let path = stage.folder + "/list.csv"
    try stage.play(
      .press("6 e"), stage.sees { #expect($0.message == "No one was recalled today under this name") },
      stage.append { $0.recall("s11", by: "Ann") }, .press("e ctrl+u"), .type(path), .press("enter"),
      // Nobody here has consented to any channel or is known on one, which is said.
      stage.sees {
        #expect($0.popUp.contains { $0.contains("s11 S 11") })
        #expect($0.shows("1 has no channel"))
      },
      .press("esc"), stage.sees { #expect($0.popUp.isEmpty) })
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines == ["id,name,host,host_name,channel,address,play,arm,words"])
  }

  @Test func theListForSendingHoldsAliasAndWords() throws {
    let stage = try RecallScenarios.realStage()
    try stage.write("members.jsonl", lines: 1...12) { number in
      let alias = number == 12 ? "=1+1" : "wx\(number)"
      return #"{"id":"s\#(number)","aliases":{"wechat":"\#(alias)"},"consent":{"wechat":\#(number != 3)}}"#
    }
    try stage.decideElsewhere(RecallScenarios.recall(of: "s1", secondsAgo: 0, play: "survey"))
    let (own, all) = (stage.folder + "/own.csv", stage.folder + "/all.json")
    try stage.play(
      .press("6 a r y"), stage.sees("recall: 10 members ✓"), .press("f5"),
      .press("e ctrl+u"), .type(own), stage.sees("8 recalled today by Ann"),
      .press("enter"),
      // Whoever refused the one channel is listed, unless lot holds them out.
      .press("esc 6"), .press("E tab ctrl+u"), .type(all), stage.sees("9 recalled today by anyone"),
      .press("enter"))
    let recalled = try stage.journal().filter { $0.action == .recall }
    let owned = recalled.filter { $0.manager == "Ann" && $0.member != "s3" }
    let rows = try String(contentsOfFile: own, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.count == owned.count + 1)
    for decision in owned {
      let member = try #require(decision.member)
      let play = try #require(RecallPlay.defaults.first { $0.id == decision.play })
      let row = try #require(rows.first { $0.hasPrefix("\(member),") })
      // What a spreadsheet would compute is defused.
      let alias = member == "s12" ? "\"'=1+1\"" : "wx\(member.dropFirst())"
      #expect(row.hasPrefix("\(member),,,,wechat,\(alias),\(play.id),,"))
      #expect(row.contains(play.words.english))
    }
    let list = try JSONValue(parsing: Array(Data(contentsOf: URL(fileURLWithPath: all))))
    #expect(list.elements?.count == owned.count + 1)
    #expect(list.elements?.contains { $0["id"]?.string == "s1" && $0["address"]?.string == "wx1" } == true)
  }
}
