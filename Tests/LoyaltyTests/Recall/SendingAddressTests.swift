import Bytes
import Community
import Testing

@testable import Loyalty

@Suite("Where a list for sending reaches a member") struct SendingAddressTests {
  private func address(
    phone: String? = nil, email: String? = nil, aliases: [(String, String)] = [],
    consents: [(String, Bool)] = [], on wanted: String? = nil
  ) -> SendingAddress {
    var builder = CommunityBuilder()
    let member = builder.member("a", phone: phone, email: email, consents: consents)
    builder.community.members.update(member) { block, row in
      PairText.encode(aliases).withView { if !$0.isEmpty { block.aliases.set($0, row: row) } }
    }
    return builder.community.sendingAddress(of: member, on: wanted)
  }

  private let number = "+8613800000001"

  @Test func theIDOnTheChannelElsePhoneOrEMailInFull() {
    #expect(
      address(phone: number, aliases: [("sms", "s-1")], consents: [("sms", true)])
        == .found(channel: "sms", address: "s-1", isContact: false))
    #expect(
      address(phone: number, consents: [("sms", true)])
        == .found(channel: "sms", address: number, isContact: true))
    #expect(address(phone: number) == .found(channel: "phone", address: number, isContact: true))
    #expect(
      address(email: "a@b.c") == .found(channel: "email", address: "a@b.c", isContact: true))
  }

  @Test func consentedChannelsComeFirst() {
    #expect(
      address(email: "a@b.c", aliases: [("wechat", "w")], consents: [("email", true)])
        == .found(channel: "email", address: "a@b.c", isContact: true))
    #expect(
      address(phone: number, aliases: [("wechat", "w")])
        == .found(channel: "wechat", address: "w", isContact: false))
    // Consented to, and unknown there: the next.
    #expect(
      address(phone: number, consents: [("push", true)])
        == .found(channel: "phone", address: number, isContact: true))
  }

  @Test func theWantedChannelElseTheNextThatHasOne() {
    #expect(
      address(phone: number, aliases: [("wechat", "w")], on: "sms")
        == .found(channel: "sms", address: number, isContact: true))
    #expect(
      address(aliases: [("wechat", "w")], on: "sms")
        == .found(channel: "wechat", address: "w", isContact: false))
    #expect(
      address(phone: number, aliases: [("wechat", "w")], consents: [("sms", false)], on: "sms")
        == .found(channel: "wechat", address: "w", isContact: false))
  }

  @Test func whoHasNoneIsToldWhy() {
    #expect(address() == .none(.noChannel))
    #expect(address(consents: [("sms", true)]) == .none(.noChannel))
    #expect(address(phone: number, consents: [("all", false), ("sms", true)]) == .none(.stopped))
    #expect(address(phone: number, consents: [("all", false)], on: "sms") == .none(.stopped))
    #expect(address(phone: number, consents: [("phone", false), ("sms", false)]) == .none(.refused))
  }
}
