import Bytes
import Community
import Testing

@testable import Loyalty

@Suite("Who may be contacted") struct MayContactTests {
  private let now = "2026-03-30T12:00"

  private func answer(_ builder: CommunityBuilder) -> MayContact {
    var builder = builder
    builder.member("a", joined: "2025-01-01")
    return builder.board(now).mayContact(builder.index("a"))
  }

  @Test func theStopListAndRefusedChannels() {
    func answer(_ consents: [(String, Bool)], phone: String? = nil) -> MayContact {
      var builder = CommunityBuilder()
      builder.member("a", phone: phone, consents: consents)
      return self.answer(builder)
    }
    #expect(answer([]) == .yes)
    #expect(answer([("all", false)]) == .stopped)
    #expect(answer([("sms", true), ("all", false)]) == .stopped)
    #expect(answer([("all", true)]) == .yes)
    #expect(answer([("sms", false)]) == .refused)
    #expect(answer([("sms", false), ("wechat", true)]) == .yes)
    #expect(answer([("sms", false)], phone: "13800000000") == .yes)
    #expect(answer([("phone", false)], phone: "13800000000") == .refused)
  }

  @Test func channelsAreThoseOfAliasesAndConsents() {
    var builder = CommunityBuilder()
    let member = builder.member("a", phone: "13800000000", consents: [("sms", true), ("wechat", false)])
    builder.community.members.update(member) { block, row in
      PairText.encode([("wechat", "wx1"), ("tmall", "tm1")]).withView {
        block.aliases.set($0, row: row)
      }
    }
    let channels = builder.community.openChannels(of: member)
    #expect(channels.map(\.channel) == ["phone", "sms", "tmall"])
    #expect(channels.map(\.alias) == [nil, nil, "tm1"])
  }

  @Test func oneContactADay() {
    var builder = CommunityBuilder()
    builder.touchpoint("a", "2026-03-30T00:00", "push")
    #expect(answer(builder) == .cappedToday(1))
    builder = CommunityBuilder()
    builder.touchpoint("a", "2026-03-29T23:59", "push")
    builder.touchpoint("a", "2026-03-30T08:00", "content")
    builder.touchpoint("a", "2026-03-30T18:00", "gift")
    #expect(answer(builder) == .yes)
    builder.decide("1", "2026-03-30T09:00", .note, "a")
    builder.decide("2", "2026-03-30T09:00", .holdOut, "a")
    #expect(answer(builder) == .yes)
    builder.decide("3", "2026-03-30T09:00", .contact, "a")
    #expect(answer(builder) == .cappedToday(1))
    builder.decide("4", "2026-03-30T10:00", .undo, undoes: "3")
    #expect(answer(builder) == .yes)
  }

  @Test func fourContactsInThirtyDays() {
    var builder = CommunityBuilder()
    for (number, day) in ["2026-02-28", "2026-03-01", "2026-03-05", "2026-03-06"].enumerated() {
      builder.touchpoint("a", day, ["care", "visit", "call_back", "event_invite"][number])
    }
    #expect(answer(builder) == .yes)
    builder.decide("1", "2026-03-07", .touch, "a")
    #expect(answer(builder) == .cappedThisMonth(4))
    builder.community.program.recall.contactsAMonth = 5
    #expect(answer(builder) == .yes)
    builder.community.program.recall.contactKinds = ["care"]
    builder.community.program.recall.contactsAMonth = 1
    #expect(answer(builder) == .cappedThisMonth(1))
  }
}
