import Canvas
import Community
import Loyalty
import Testing
import Texts

@testable import Dashboard

@Suite("a member with many records")
struct CardDetailTests {
  private static let many = 3_000

  private func stage() -> Stage {
    let stage = Stage(members: 5)
    for order in 0..<Self.many {
      stage.shop.order(by: "m2", amount: Int64(order % 90 + 1), daysAgo: order % 700)
    }
    stage.shop.settle()
    return stage
  }

  @Test("the card says that it's being gathered, and nobody is gone through within the frame")
  func theFirstFrameSaysThatItIsGathered() throws {
    let stage = stage()
    try stage.play(.press("2"), .press("g"), .type("m2"), .press("enter enter"))
    var state = stage.state
    state.details = MemberDetails()
    let frame = view(state)
    let text = frame.grid.textLines.joined(separator: "\n")
    #expect(text.contains("Reading 3,001 records"))
    let member = try #require(state.members.selectedMember)
    #expect(frame.wishes.map(\.member) == [member])
    let asked = state.detailRequest(frame.wishes)
    let request = try #require(asked)
    #expect(request.wish.member == member)
    // What is under way isn't asked for again.
    let again = state.detailRequest(frame.wishes)
    #expect(again == nil)
  }

  @Test("what was gathered is on the screen, to the last line of the timeline")
  func theTimelineIsThereToItsEnd() throws {
    let stage = stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("2"), .press("g"), .type("m2"), .press("enter enter"),
      .press("right right right"),
      stage.sees {
        #expect($0.part == "Timeline")
        #expect($0.shows("purchase") && !$0.shows("Reading"))
        #expect(!$0.shows("joined"))
      },
      .press("end"), stage.sees("joined"))
  }

  @Test("an order that arrives is on the card soon after")
  func whatIsAppendedIsGatheredToo() throws {
    let stage = stage()
    try stage.play(
      .press("2"), .press("g"), .type("m2"), .press("enter enter"),
      stage.append { $0.order(by: "m2", amount: 77, daysAgo: 0) },
      stage.sees {
        #expect($0.shows("Orders 3,002"))
        #expect($0.shows("3,002 records") && !$0.shows("Reading"))
      })
  }

  @Test("a list of lines is what making all of them gives")
  func aListYieldsTheLinesInSight() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let heights = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 1...5, using: &random)
      }
      let head = (0..<Int.random(in: 0...3, using: &random)).map { Line("head \($0)") }
      let make: (Int) -> [Line] = { entry in (0..<heights[entry]).map { Line("\(entry).\($0)") } }
      let starts = try #require(LineStarts(count: heights.count) { heights[$0] })
      let list = LineList(head: head, starts: starts, make: make)
      let all = (head + heights.indices.flatMap(make)).map(\.text)
      #expect(list.count == all.count && list.all.map(\.text) == all)
      let first = Int.random(in: 0...60, using: &random)
      let last = first + Int.random(in: 0...60, using: &random)
      #expect(list[first..<last].map(\.text) == Array(all.prefix(last).dropFirst(first)))
    }
  }
}
