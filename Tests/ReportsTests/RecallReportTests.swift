import Community
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Reports

@Suite struct RecallReportTests {
  private func output(_ format: ReportFormat) throws -> [UInt8] {
    let figures = try #require(RecallFigures(roster: SmallCommunity.valued, manager: "林晚"))
    var bytes: [UInt8] = []
    RecallReport(figures: figures).write(format) { bytes += $0 }
    return bytes
  }

  @Test func theStakeIsTheProductOfItsFactors() throws {
    let report = try JSONValue(parsing: output(.json))
    let queue = try #require(report["queue"]?.elements)
    #expect(report["queued"]?.integer == 17)
    #expect(queue.count == 17)
    var stakes: [Double] = []
    for row in queue {
      guard let stake = row["at_stake"]?.double else { continue }
      let alive = try #require(row["p_alive"]?.double)
      let value = try #require(row["value_if_awake"]?.double)
      let chance = try #require(row["chance"]?.double)
      #expect(abs((1 - alive) * value * chance - stake) < 1e-9)
      stakes.append(stake)
    }
    #expect(stakes == stakes.sorted(by: >))
    // Whom lot holds out is in the queue, but not to be called.
    let out = queue.filter { $0["held_out"]?.bool == true }
    let outStakes = out.compactMap { $0["at_stake"]?.double }
    #expect(report["held_out"]?.integer == Int64(out.count) && !out.isEmpty)
    #expect(report["to_call"]?.integer == Int64(queue.count - out.count))
    #expect(report["with_stake"]?.integer == Int64(stakes.count - outStakes.count))
    let called = stakes.reduce(0, +) - outStakes.reduce(0, +)
    #expect(abs((report["at_stake"]?.double ?? 0) - called) < 0.01 * Double(stakes.count))
  }

  @Test func chancesSayWhatTheyAreOfAndLayersWhatTheyCost() throws {
    let report = try JSONValue(parsing: output(.json))
    let layers = try #require(report["layers"]?.elements)
    #expect(layers.map { $0["layer"]?.string } == RecallLayer.allCases.map(\.rawValue))
    // No recall is finished in this community.
    #expect(layers.allSatisfy { $0["chance"]?.double == 0.1 && $0["chance_of"]?.string == "expected" })
    #expect(layers.allSatisfy { $0["cost"]?.double == 0 && $0["cost_per_woken"]?.isNull == true })
    #expect(layers[0]["choices"]?.elements?.count == RecallPlay.defaults.count)
    let queue = try #require(report["queue"]?.elements)
    for row in queue {
      let flags = row["flags"]?.elements?.compactMap(\.string) ?? []
      let isFirst = flags.contains { ["complaint", "detractor", "unsubscribe"].contains($0) }
      #expect(row["answer_first"]?.bool == isFirst)
    }
    let text = String(decoding: try output(.text), as: UTF8.self)
    #expect(text.contains("? No recall is finished yet"))
  }

  @Test func membersOfUnknownStakeStandBehindAndAreLeftEmpty() throws {
    let lines = String(decoding: try output(.csv), as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.count == 18)
    #expect(lines[0].hasPrefix("id,stage,layer,silence,p_alive,value_if_awake,chance,at_stake,play"))
    #expect(
      lines.suffix(4).allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false)[7].isEmpty })
  }
}
