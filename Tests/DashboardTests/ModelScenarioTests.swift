import Canvas
import Community
import Feeds
import Loyalty
import Testing

@testable import Dashboard

/// The model of purchases, as it comes in behind the figures.
@Suite struct ModelScenarios {
  /// Members who bought on two days, or on three.
  private func returning(_ count: Int) -> Stage {
    let stage = Stage(members: count)
    for number in 1...count {
      stage.shop.order(by: "m\(number)", amount: 5, daysAgo: number % 50 + 20 + number % 7)
      if number % 2 == 0 { stage.shop.order(by: "m\(number)", amount: 30, daysAgo: 80 + number % 90) }
    }
    stage.shop.settle()
    return stage
  }

  /// Room for the whole card.
  private let size = Size(columns: 240, rows: 70)

  private func text(_ stage: Stage) -> String { view(stage.state).grid.snapshot(theme: .distinct) }

  @Test func valuesFillInBehindTheFigures() throws {
    let stage = returning(150)
    try stage.play(
      size: size,
      stage.check {
        let measures = $0.state.data.shown?.roster.measures
        #expect(measures?.model?.fit?.model.kind == .mbgNBD)
        #expect(measures?.model?.fit?.customers == 150)
        #expect(measures?.probabilityAlive(Member.Index(3)) != nil)
        #expect((measures?.lifetimeValue(Member.Index(3))?.rawValue ?? 0) > 0)
      },
      .press("2 f"), .type("p_alive>=0 clv>0"), .press("enter"),
      stage.check { #expect($0.members.list.total == 150) },
      .press("enter"),
      stage.check { #expect(self.text($0).contains("MBG/NBD model, fitted to 150 members")) })
  }

  @Test func aPurchaseThatIsAppendedIsTakenUp() throws {
    let stage = returning(150)
    try stage.play(
      size: size,
      stage.append {
        $0.add(member: "new", name: "New", city: "上海")
        $0.order(by: "new", amount: 40, daysAgo: 3)
      },
      stage.check {
        let roster = $0.state.data.shown?.roster
        #expect(roster?.measures?.model?.fit?.customers == 151)
        #expect(roster?.measures?.probabilityAlive(Member.Index(150)) != nil)
      })
  }

  @Test func tooFewWhoCameBackLeaveValuesUnknownAndSayWhy() throws {
    let stage = Stage()
    try stage.play(
      size: size,
      stage.check {
        let measures = $0.state.data.shown?.roster.measures
        #expect(measures?.model?.absence == .tooFewRepeaters(0, needed: 100))
        #expect(measures?.probabilityAlive(Member.Index(3)) == nil)
      },
      .press("2 enter"),
      stage.check { #expect(self.text($0).contains("No model: 0 members bought on several days")) })
  }
}
