import JSONTape
import Testing

@testable import Imports

@Suite("Chats")
struct ChatTests {
  /// Two people, a bot and a guest talk for two days: what every form has to tell.
  private static let expected = Talk(
    people: ["Ada", "Bo", "Cai", "Helper"],
    messages: [
      "Ada post 2026-03-01T01:30:00Z Good morning", "Bo reply 2026-03-01T01:31:40Z Hello @Ada",
      "Helper post 2026-03-01T02:00:00Z Daily tip", "Cai post 2026-03-02T03:00:00Z First post & more",
    ],
    joins: ["Cai join 2026-03-02T02:59:00Z"],
    replies: ["Bo>Ada"], mentions: ["Bo>Ada"], reactions: ["Ada>Bo tea", "Cai>Bo tea"], bots: ["Helper"])

  @Test(
    "The same community in Slack's, Discord's and Telegram's form gives the same people, messages and ties")
  func same() throws {
    for (name, write) in [("slack", Self.slack), ("discord", Self.discord), ("telegram", Self.telegram)] {
      let source = TestFolder()
      try write(source)
      let folder = TestFolder()
      let outcome = try Importer(folder: folder.path, options: .test).run(source.path)
      #expect(outcome.parts.map(\.format.rawValue) == [name])
      #expect(outcome.rejections.count == 0, "\(name): \(outcome.rejections.listed)")
      #expect(try Talk(folder) == Self.expected, "\(name)")
    }
  }

  @Test("Importing the same export again changes no byte; a newer one edits, adds and doubles nothing")
  func again() throws {
    let source = TestFolder()
    try Self.slack(source)
    let folder = TestFolder()
    let importer = Importer(folder: folder.path, options: .test)
    _ = try importer.run(source.path)
    let before = folder.files
    let second = try importer.run(source.path)
    #expect(folder.files == before)
    #expect(second.changes.allSatisfy { $0.added == 0 && $0.changed == 0 && $0.removed == 0 })
    // Bo's message is edited, its mention gone; its day file holds no other; Cai's day is missing from the export.
    let newer = TestFolder()
    try newer.write("users.json", Self.slackUsers)
    try newer.write("channels.json", Self.slackChannels)
    try newer.write(
      "general/2026-03-01.json",
      #"[{"type":"message","user":"U2","text":"Hello all","ts":"1772328700.000200","thread_ts":"1772328600.000100","parent_user_id":"U1","edited":{"user":"U2","ts":"1772400000.0"}}]"#
    )
    let third = try importer.run(newer.path)
    let change = try #require(third.changes.first { $0.feed == .activity })
    #expect(change.changed == 1)
    #expect(change.removed == 3)
    #expect(change.added == 0)
    let talk = try Talk(folder)
    #expect(talk.messages.contains("Bo reply 2026-03-01T01:31:40Z Hello all"))
    #expect(talk.messages.count == 4)
    #expect(talk.mentions == [])
    #expect(talk.reactions == [])
  }

  // MARK: Slack

  private static let slackUsers = """
    [{"id":"U1","name":"ada","profile":{"real_name":"Ada","display_name":"Ada","email":"ada@mail.test"}},
     {"id":"U2","name":"bo","profile":{"real_name":"Bo","display_name":""}},
     {"id":"U3","name":"cai","real_name":"Cai","profile":{}},
     {"id":"B9","name":"helper","is_bot":true,"profile":{"real_name":"Helper"}}]
    """
  private static let slackChannels = #"[{"id":"C1","name":"general","members":["U1","U2"]}]"#

  private static func slack(_ folder: TestFolder) throws {
    try folder.write("users.json", slackUsers)
    try folder.write("channels.json", slackChannels)
    // The reply stands before its parent.
    try folder.write(
      "general/2026-03-01.json",
      """
      [{"type":"message","user":"U2","text":"Hello <@U1>","ts":"1772328700.000200","thread_ts":"1772328600.000100",
        "parent_user_id":"U1","reactions":[{"name":"tea","users":["U1","U3"],"count":2}]},
       {"type":"message","user":"U1","text":"Good morning","ts":"1772328600.000100","thread_ts":"1772328600.000100",
        "reply_count":1},
       {"type":"message","subtype":"bot_message","bot_id":"B9","username":"Helper","text":"Daily tip",
        "ts":"1772330400.000100"}]
      """)
    try folder.write(
      "general/2026-03-02.json",
      """
      [{"type":"message","subtype":"channel_join","user":"U3","text":"<@U3> has joined","ts":"1772420340.000100"},
       {"type":"message","user":"U3","text":"First post &amp; more","ts":"1772420400.000100"}]
      """)
  }

  // MARK: Discord

  private static func discord(_ folder: TestFolder) throws {
    func author(_ id: String, _ name: String, bot: Bool = false) -> String {
      #"{"id":"\#(id)","name":"\#(name.lowercased())","discriminator":"0000","nickname":"\#(name)","isBot":\#(bot)}"#
    }
    try folder.write(
      "general.json",
      """
      {"guild":{"id":"10","name":"Tea"},"channel":{"id":"11","type":"GuildTextChat","name":"general"},
       "dateRange":{"after":null,"before":null},"exportedAt":"2026-03-03T00:00:00+00:00",
       "messages":[
        {"id":"1","type":"Default","timestamp":"2026-03-01T01:30:00.1+00:00","timestampEdited":null,
         "content":"Good morning","author":\(author("101", "Ada")),"attachments":[],"reactions":[],"mentions":[]},
        {"id":"2","type":"Reply","timestamp":"2026-03-01T01:31:40+00:00","content":"Hello @Ada",
         "author":\(author("102", "Bo")),"reference":{"messageId":"1","channelId":"11","guildId":"10"},
         "mentions":[\(author("101", "Ada"))],
         "reactions":[{"emoji":{"id":"","name":"tea"},"count":2,
          "users":[\(author("101", "Ada")),\(author("103", "Cai"))]}]},
        {"id":"3","type":"Default","timestamp":"2026-03-01T02:00:00+00:00","content":"Daily tip",
         "author":\(author("109", "Helper", bot: true)),"mentions":[]},
        {"id":"4","type":"GuildMemberJoin","timestamp":"2026-03-02T02:59:00+00:00","content":"Joined the server.",
         "author":\(author("103", "Cai")),"mentions":[]},
        {"id":"5","type":"Default","timestamp":"2026-03-02T03:00:00+00:00","content":"First post & more",
         "author":\(author("103", "Cai")),"mentions":[]},
        {"id":"5","type":"Default","timestamp":"2026-03-02T03:00:00+00:00","content":"First post & more",
         "author":\(author("103", "Cai")),"mentions":[]}
       ],"messageCount":6}
      """)
  }

  // MARK: Telegram

  private static func telegram(_ folder: TestFolder) throws {
    try folder.write(
      "result.json",
      """
      {"about":"Here is the data","personal_information":{"user_id":1},"chats":{"about":"","list":[
       {"name":"general","type":"private_supergroup","id":77,"messages":[
        {"id":1,"type":"message","date":"2026-03-01T09:30:00","date_unixtime":"1772328600","from":"Ada",
         "from_id":"user101","text":"Good morning","text_entities":[{"type":"plain","text":"Good morning"}]},
        {"id":2,"type":"message","date":"2026-03-01T09:31:40","date_unixtime":"1772328700","from":"Bo",
         "from_id":"user102","reply_to_message_id":1,
         "text":["Hello ",{"type":"mention_name","text":"@Ada","user_id":101}],
         "reactions":[{"type":"emoji","count":2,"emoji":"tea","recent":[
          {"from":"Ada","from_id":"user101","date":"2026-03-01T09:31:50"},
          {"from":"Cai","from_id":"user103","date":"2026-03-01T09:32:00"}]}]},
        {"id":3,"type":"message","date":"2026-03-01T10:00:00","date_unixtime":"1772330400","from":"Helper",
         "from_id":"channel109","text":"Daily tip"},
        {"id":4,"type":"service","date":"2026-03-02T10:59:00","date_unixtime":"1772420340","actor":"Cai",
         "actor_id":"user103","action":"join_group_by_link","inviter":"Ada","text":""},
        {"id":5,"type":"message","date":"2026-03-02T11:00:00","date_unixtime":"1772420400","from":"Cai",
         "from_id":103,"text":"First post & more"}]}]}}
      """)
  }
}

/// What a folder's activity says, by people's names.
private struct Talk: Equatable {
  var people: Set<String>
  var messages: Set<String>
  var joins: Set<String>
  var replies: Set<String>
  var mentions: Set<String>
  var reactions: Set<String>
  var bots: Set<String>

  init(
    people: Set<String>, messages: Set<String>, joins: Set<String>, replies: Set<String>,
    mentions: Set<String>,
    reactions: Set<String>, bots: Set<String>
  ) {
    self.people = people
    self.messages = messages
    self.joins = joins
    self.replies = replies
    self.mentions = mentions
    self.reactions = reactions
    self.bots = bots
  }

  init(_ folder: TestFolder) throws {
    self.init(people: [], messages: [], joins: [], replies: [], mentions: [], reactions: [], bots: [])
    var names: [String: String] = [:]
    for line in folder.lines("members") {
      let member = try JSONValue(parsing: Array(line.utf8))
      let id = member["id"]?.string ?? ""
      names[id] = member["name"]?.string ?? id
      people.insert(names[id] ?? id)
      if member["tags"]?.elements?.contains("bot") ?? false { bots.insert(names[id] ?? id) }
      #expect(member["aliases"]?.fields?.count == 1)
    }
    let events = try folder.lines("activity").map { try JSONValue(parsing: Array($0.utf8)) }
    var authors: [String: String] = [:]
    for event in events { authors[event["id"]?.string ?? ""] = event["member"]?.string }
    for event in events {
      let who = names[event["member"]?.string ?? ""] ?? "?"
      let type = event["type"]?.string ?? ""
      let to = event["to"]?.string ?? event["reply_to"]?.string.flatMap { authors[$0] }
      let other = to.flatMap { names[$0] } ?? "?"
      let at = event["at"]?.string ?? ""
      switch type {
      case "post", "reply":
        let time = at.hasSuffix("Z") ? at : at.replacing("+00:00", with: "Z")
        messages.insert("\(who) \(type) \(time) \(event["text"]?.string ?? "")")
        if type == "reply" { replies.insert("\(who)>\(other)") }
        #expect(event["space"]?.string == "general")
      case "join": joins.insert("\(who) join \(at)")
      // Telegram alone says whose link it was.
      case "referral": #expect("\(who)>\(other)" == "Ada>Cai")
      case "mention": mentions.insert("\(who)>\(other)")
      case "reaction":
        let emoji = event["id"]?.string?.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
        reactions.insert("\(who)>\(other) \(emoji)")
      default: Issue.record("\(type)")
      }
    }
  }
}
