import JSONTape
import Testing

@testable import Imports

/// What is odd in each chat's exports, by name.
@Suite("Traps of chats")
struct ChatTrapTests {
  private static func run(_ files: [String: String]) throws -> (TestFolder, ImportOutcome) {
    let source = TestFolder()
    for (name, text) in files { try source.write(name, text) }
    let folder = TestFolder()
    return (folder, try Importer(folder: folder.path, options: .test).run(source.path))
  }

  @Test(
    "Slack: direct messages, topics, deleted messages, people without e-mail, reactions with fewer names than counted"
  )
  func slack() throws {
    let (folder, outcome) = try Self.run([
      "users.json":
        #"[{"id":"U1","name":"ada","profile":{}},{"id":"U2","name":"gone","deleted":true,"profile":{"real_name":"Gone"}}]"#,
      "channels.json": #"[{"id":"C1","name":"general"}]"#,
      "dms.json": #"[{"id":"D1","members":["U1","U2"]}]"#,
      "D1/2026-03-01.json": #"[{"type":"message","user":"U1","text":"secret","ts":"1772328600.0001"}]"#,
      "general/2026-03-01.json": """
      [{"type":"message","subtype":"channel_topic","user":"U1","text":"set the topic","ts":"1772328600.0001"},
       {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1772328601.0001"},
       {"type":"message","user":"U1","text":"<https://x.test|a link> &lt;3 <#C1|general> <!here>","ts":"1772328602.0001",
        "reactions":[{"name":"tea","users":["U2"],"count":60}]},
       {"type":"message","subtype":"channel_leave","user":"U2","text":"left","ts":"1772328603.0001"}]
      """,
    ])
    #expect(
      folder.lines("activity") == [
        #"{"id":"slack:C1:1772328602.0001","member":"slack:U1","at":"2026-03-01T01:30:02Z","type":"post","space":"general","text":"a link <3 #general @here"}"#,
        #"{"id":"slack:C1:1772328602.0001/reaction/tea/U2","of":"slack:C1:1772328602.0001","member":"slack:U2","at":"2026-03-01T01:30:02Z","type":"reaction","to":"slack:U1","reply_to":"slack:C1:1772328602.0001","space":"general"}"#,
        #"{"id":"slack:C1:1772328603.0001","member":"slack:U2","at":"2026-03-01T01:30:03Z","type":"leave","space":"general"}"#,
      ])
    #expect(
      folder.lines("members") == [
        #"{"id":"slack:U1","name":"ada","aliases":{"slack":"U1"}}"#,
        #"{"id":"slack:U2","name":"Gone","tags":["deactivated"],"aliases":{"slack":"U2"}}"#,
      ])
    #expect(outcome.rejections.counts == [.privateMessage: 1, .systemMessage: 1, .namelessReactions: 1])
    #expect(folder.files["program.json"]?.contains(#""bots""#) == true)
  }

  @Test(
    "Discord: made-up contents of system rows, deleted accounts, no nickname, old files without names of reactions, private channels"
  )
  func discord() throws {
    let author = #"{"id":"1","name":"ada","isBot":false,"roles":[{"id":"9","name":"Barista"}]}"#
    let (folder, outcome) = try Self.run([
      "a.json": """
      {"guild":{"id":"1","name":"Tea"},"channel":{"id":"2","type":"GuildTextChat","name":"general"},"messages":[
       {"id":"10","type":"ChannelPinnedMessage","timestamp":"2026-03-01T01:30:00+00:00","content":"Pinned a message.","author":\(author)},
       {"id":"11","type":"Default","timestamp":"2026-03-01T01:31:00+08:00","timestampEdited":"2026-03-02T00:00:00+00:00","content":"Hi",
        "author":\(author),"reactions":[{"emoji":{"name":"tea"},"count":3}]},
       {"id":"12","type":"Default","timestamp":"2026-03-01T01:32:00+00:00","content":"Bye",
        "author":{"id":"456226577798135808","name":"Deleted User","isBot":false}}],"messageCount":3}
      """,
      "b.json": """
      {"guild":{"id":"0","name":"Direct Messages"},"channel":{"id":"3","type":"DirectTextChat","name":"ada"},"messages":[
       {"id":"20","type":"Default","timestamp":"2026-03-01T01:30:00+00:00","content":"secret","author":\(author)}]}
      """,
    ])
    #expect(folder.lines("activity").count == 2)
    #expect(folder.lines("activity")[0].contains(#""at":"2026-03-01T01:31:00+08:00""#))
    #expect(
      folder.lines("members") == [
        #"{"id":"discord:1","name":"ada","tags":["Barista"],"aliases":{"discord":"1"}}"#,
        #"{"id":"discord:456226577798135808","tags":["deactivated"],"aliases":{"discord":"456226577798135808"}}"#,
      ])
    #expect(outcome.rejections.counts == [.systemMessage: 1, .namelessReactions: 1, .privateMessage: 1])
  }

  @Test(
    "Telegram: one chat alone, local times without a zone, old numbers for ids, private chats, people invited by name"
  )
  func telegram() throws {
    let (folder, outcome) = try Self.run([
      "one/result.json": """
      {"name":"Tea","type":"public_supergroup","id":5,"messages":[
       {"id":1,"type":"message","date":"2020-03-01T09:30:00","from":"Ada","from_id":4295067297,"text":["a ",{"type":"link","text":"b"}," c"]},
       {"id":2,"type":"service","date":"2020-03-01T09:31:00","actor":"Ada","actor_id":4295067297,"action":"invite_members","members":["Bo","Ada"]},
       {"id":3,"type":"service","date":"2020-03-01T09:32:00","actor":"Ada","actor_id":4295067297,"action":"pin_message","message_id":1},
       {"id":4,"type":"message","date":"2020-03-01T09:33:00","from":null,"from_id":null,"text":"x"}]}
      """,
      "two/result.json": """
      {"name":"Bo","type":"personal_chat","id":6,"messages":[
       {"id":1,"type":"message","date":"2020-03-01T09:30:00","from":"Bo","from_id":"user7","text":"secret"}]}
      """,
    ])
    #expect(
      folder.lines("activity") == [
        #"{"id":"telegram:5:1","member":"telegram:4295067297","at":"2020-03-01T09:30:00","type":"post","space":"Tea","text":"a b c"}"#,
        #"{"id":"telegram:5:2","member":"telegram:4295067297","at":"2020-03-01T09:31:00","type":"join","space":"Tea"}"#,
      ])
    #expect(
      outcome.rejections.counts == [.unknownName: 1, .systemMessage: 1, .noMember: 1, .privateMessage: 1])
  }

  @Test(
    "Telegram: who was invited or removed is told by name; a name that one person has is theirs, also before their first word"
  )
  func invitations() throws {
    let (folder, outcome) = try Self.run([
      "result.json": """
      {"name":"Tea","type":"private_supergroup","id":5,"messages":[
       {"id":1,"type":"service","date_unixtime":"1772328600","actor":"Ada","actor_id":"user1","action":"invite_members","members":["Bo","Cai","Nobody","Dee"]},
       {"id":2,"type":"message","date_unixtime":"1772328700","from":"Bo","from_id":"user2","text":"Hi"},
       {"id":3,"type":"service","date_unixtime":"1772328800","actor":"Cai","actor_id":"user3","action":"join_group_by_link","inviter":"Bo"},
       {"id":4,"type":"message","date_unixtime":"1772328900","from":"Dee","from_id":"user4","text":"I"},
       {"id":5,"type":"message","date_unixtime":"1772329000","from":"Dee","from_id":"user5","text":"We"},
       {"id":6,"type":"service","date_unixtime":"1772329100","actor":"Ada","actor_id":"user1","action":"remove_members","members":["Bo"]}]}
      """
    ])
    let told = try folder.lines("activity").map { line in
      let event = try JSONValue(parsing: Array(line.utf8))
      return ["member", "type", "to", "at"].compactMap { event[$0]?.string?.replacing("telegram:", with: "") }
        .joined(separator: " ")
    }
    #expect(
      told == [
        "2 post 2026-03-01T01:31:40Z", "3 join 2026-03-01T01:33:20Z", "4 post 2026-03-01T01:35:00Z",
        "5 post 2026-03-01T01:36:40Z",
        "2 join 2026-03-01T01:30:00Z", "1 referral 2 2026-03-01T01:30:00Z", "3 join 2026-03-01T01:30:00Z",
        "1 referral 3 2026-03-01T01:30:00Z", "2 referral 3 2026-03-01T01:33:20Z",
        "2 leave 2026-03-01T01:38:20Z",
      ])
    // Nobody speaks under one of the names, and two people share the other.
    #expect(outcome.rejections.listed.map(\.value) == ["Nobody", "Dee"])
    #expect(outcome.rejections.counts == [.unknownName: 2])
  }

  @Test("A folder that is its own source is read without what koxtop wrote into it")
  func ownFolder() throws {
    let folder = TestFolder()
    try folder.write("orders-march.csv", "order id,customer id,date,total\n1,a,2026-03-01,10\n")
    let importer = Importer(folder: folder.path, options: .test)
    _ = try importer.run(folder.path)
    let before = folder.files
    #expect(before.keys.filter { $0.hasPrefix("orders/") }.count == 1)
    _ = try importer.run(folder.path)
    #expect(folder.files == before)
    #expect(!Importer.couldImport(folder.path))
  }
}
