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

  @Test func valuesFillInBehindTheFigures() throws {
    let stage = returning(150)
    try stage.play(
      size: size,
      .press("2 f"), .type("p_alive>=0 clv>0"), .press("enter"), stage.sees("150 members"),
      .press("enter"), stage.sees("MBG/NBD model, fitted to 150 members"))
  }

  @Test func aPurchaseThatIsAppendedIsTakenUp() throws {
    let stage = returning(150)
    try stage.play(
      size: size,
      stage.append {
        $0.add(member: "new", name: "New", city: "上海")
        $0.order(by: "new", amount: 40, daysAgo: 3)
      },
      .press("2 f"), .type("id:new p_alive>=0"), .press("enter"),
      stage.sees { #expect($0.column("Id") == ["new"]) },
      .press("enter"), stage.sees("MBG/NBD model, fitted to 151 members"))
  }

  @Test func tooFewWhoCameBackLeaveValuesUnknownAndSayWhy() throws {
    let stage = Stage()
    try stage.play(
      size: size, .press("2 f"), .type("p_alive>=0"), .press("enter"), stage.sees("0 of 100 members"),
      .press("esc enter"), stage.sees("No model: 0 members bought on several days"))
  }
}
