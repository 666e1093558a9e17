import Feeds
import Testing

/// Nobody is contacted because what they said couldn't be read, or because a later record didn't repeat it.
@Suite("Consent fails closed") struct ConsentTests {
  private func members(_ records: String...) throws -> Snapshot {
    try snapshot(["members.jsonl": .lines(records)])
  }

  @Test(arguments: [
    (#"{"all":"false"}"#, "{all:no}", "consent.all wrong_type(consent)"),
    (#"{"all":0}"#, "{all:no}", "consent.all wrong_type(consent)"),
    (#"{"all":"true"}"#, "{all:no}", "consent.all wrong_type(consent)"),
    (#"{"sms":[true]}"#, "{sms:no}", "consent.sms wrong_type(consent)"),
    (#"{"sms":true,"sms":"x"}"#, "{sms:no}", "consent.sms wrong_type(consent)"),
    ("false", "{all:no}", "consent wrong_type(consent)"),
    ("true", "{all:no}", "consent wrong_type(consent)"),
    ("0", "{all:no}", "consent wrong_type(consent)"),
    (#""no""#, "{all:no}", "consent wrong_type(consent)"),
    (#""""#, "{all:no}", "consent wrong_type(consent)"),
    (#"["sms"]"#, "{all:no}", "consent wrong_type(consent)"),
  ])
  func whatIsNeitherTrueNorFalseIsRefusedAndSaid(consent: String, kept: String, fault: String) throws {
    let snapshot = try members(#"{"id":"m1","consent":\#(consent),"name":"A"}"#)
    #expect(snapshot.memberLines == ["m1 name=A consent=\(kept)"])
    #expect(snapshot.faults == [fault])
  }

  @Test func tooManyChannelsAreRefusedTogether() throws {
    let channels = (0...1000).map { #""c\#($0)":true"# }.joined(separator: ",")
    let snapshot = try members(#"{"id":"m1","consent":{\#(channels)}}"#)
    #expect(snapshot.memberLines == ["m1 consent={all:no}"])
    #expect(snapshot.faults == ["consent out_of_range"])
  }

  @Test func nullSaysNothing() throws {
    let snapshot = try members(
      #"{"id":"m1","consent":{"sms":false,"sms":null}}"#, #"{"id":"m1","consent":null}"#,
      #"{"id":"m1","consent":{"sms":null}}"#, #"{"id":"m2","consent":{"sms":null}}"#)
    #expect(snapshot.memberLines == ["m1 consent={sms:no}", "m2"])
    #expect(snapshot.faults == [])
  }

  @Test func aLaterRecordChangesOnlyTheChannelsThatItNames() throws {
    let snapshot = try members(
      #"{"id":"m1","consent":{"all":false}}"#, #"{"id":"m1","consent":{"sms":true}}"#,
      #"{"id":"m1","consent":{}}"#, #"{"id":"m2","consent":{"all":false,"sms":false}}"#,
      #"{"id":"m2","consent":{"all":true}}"#)
    #expect(snapshot.memberLines == ["m1 consent={all:no,sms:yes}", "m2 consent={all:yes,sms:no}"])
  }

  @Test func whatCouldNotBeReadStandsUntilItIsMended() throws {
    let snapshot = try members(
      #"{"id":"m1","consent":{"sms":true}}"#, #"{"id":"m1","consent":"none"}"#,
      #"{"id":"m1","consent":{"sms":true}}"#, #"{"id":"m2","consent":false}"#,
      #"{"id":"m2","consent":{"all":true}}"#)
    #expect(snapshot.memberLines == ["m1 consent={sms:yes,all:no}", "m2 consent={all:yes}"])
  }

  @Test func aliasesAreMergedChannelByChannelToo() throws {
    let snapshot = try members(
      #"{"id":"m1","aliases":{"wechat":"o-1","sms":"1"}}"#, #"{"id":"m1","aliases":{"sms":"2","app":"3"}}"#,
      #"{"id":"m1","aliases":{}}"#)
    #expect(snapshot.memberLines == ["m1 aliases={wechat:o-1,sms:2,app:3}"])
  }
}
