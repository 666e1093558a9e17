import Community
import Testing

@testable import struct Community.SHA256

@Suite("Drawing lots") struct LotTests {
  @Test("SHA-256 of the standard's examples")
  func published() {
    let examples = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
        + "nopqrstu": "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ]
    for (message, expected) in examples {
      var hash = SHA256()
      hash.add(message.utf8)
      let words = hash.finish()
      #expect(words.indices.map { hex(words[$0]) }.joined() == expected)
    }
  }

  private func hex(_ word: UInt32) -> String {
    stride(from: 28, through: 0, by: -4).map { String(word >> $0 & 15, radix: 16) }.joined()
  }

  @Test("lots that another program computed")
  func second() {
    #expect(Lot.of("m1", in: "coupon-2026Q4") == 0.17506027778345623)
    #expect(Lot.of("m2", in: "coupon-2026Q4") == 0.6004544423813976)
    #expect(Lot.of("m1", in: "host_word-2026Q4") == 0.8794699425378683)
    #expect(Lot.of("会员7", in: "春茶") == 0.511983169018419)
  }

  @Test("a tenth is held out, the rest is dealt by shares")
  func shares() {
    func count(_ arms: [Campaign.Arm], _ wanted: Assignment) -> Int {
      (1...2000).count {
        Assignment(member: "m\($0)", campaign: "coupon-2026Q4", holdOut: 0.1, arms: arms) == wanted
      }
    }
    #expect(count([], .heldOut) == 186)
    #expect(count([], .recalled(arm: nil)) == 2000 - 186)
    let arms = [
      Campaign.Arm(id: "a", share: 0.5), Campaign.Arm(id: "b"), Campaign.Arm(id: "c"),
    ]
    #expect(count(arms, .heldOut) == 186)
    #expect((810...990).contains(count(arms, .recalled(arm: "a"))))
    #expect((380...520).contains(count(arms, .recalled(arm: "b"))))
    #expect(count(arms, .recalled(arm: nil)) == 0)
    #expect(Assignment(member: "m1", campaign: "x", holdOut: 1) == .heldOut)
    #expect(Assignment(member: "m1", campaign: "x", holdOut: 0) == .recalled(arm: nil))
  }

  @Test("a campaign is named after play and quarter")
  func campaign() {
    for (day, expected) in [
      ((2026, 1, 1), "coupon-2026Q1"), ((2026, 6, 30), "coupon-2026Q2"), ((2026, 9, 30), "coupon-2026Q3"),
      ((2026, 12, 31), "coupon-2026Q4"),
    ] {
      let day = Day(year: day.0, month: day.1, day: day.2)
      #expect(day.map { Lot.campaign(play: "coupon", day: $0) } == expected)
    }
  }
}
