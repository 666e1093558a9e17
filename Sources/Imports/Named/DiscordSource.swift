import Community
import JSONTape

/// What DiscordChatExporter writes: a JSON document a channel.
struct DiscordSource: RecordSource {
  let name = "discord"
  private let lines = ChatLines(source: "discord")

  func step(_ path: [String]) -> DocumentStep {
    path == ["messages"] ? .split : path.isEmpty ? .descend : .keep
  }

  private struct Channel: Sendable {
    var name: String?
    var isPrivate: Bool
  }

  func context(_ value: JSONValue, path: String) -> any Sendable {
    let channel = value["channel"]
    return Channel(
      name: channel?["name"]?.string, isPrivate: channel?["type"]?.string?.hasPrefix("Direct") ?? false)
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard let channel = context as? Channel, let messageID = record["id"]?.idText else {
      return harvest.reject(.notARecord, place)
    }
    if channel.isPrivate { return harvest.reject(.privateMessage, place) }
    guard let written = record["timestamp"]?.text, let when = TimeForm(.yearFirst).read(written) else {
      return harvest.reject(.notATime, place, field: "timestamp")
    }
    guard let author = record["author"], let person = author["id"]?.idText else {
      return harvest.reject(.noMember, place)
    }
    let id = JoinedID("discord:", messageID)
    let time = ChatTime.written(when)
    tell(author, &harvest)
    let type = record["type"]
    if let type, type.isText("GuildMemberJoin") || type.isText("7") {
      return lines.activity(id, member: person, at: time, type: "join", space: channel.name, into: &harvest)
    }
    // The contents of other system rows are made up by the exporter.
    if let type, !type.isText("Default"), !type.isText("Reply"), !type.isText("20"), !type.isText("23") {
      return harvest.reject(.systemMessage, place)
    }
    let reference = record["reference"]?["messageId"]?.idText
    let isReply = reference != nil && (type?.isText("Reply") ?? true)
    lines.activity(
      id, member: person, at: time, type: isReply ? "reply" : "post",
      replyTo: isReply ? reference.map { JoinedID("discord:", $0) } : nil, space: channel.name,
      text: record["content"]?.text, into: &harvest)
    var mentioned: [String] = []
    for mention in record["mentions"]?.array.map(Array.init) ?? [] {
      tell(mention, &harvest)
      if let id = mention["id"]?.idText { mentioned.append(id) }
    }
    lines.mentions(mentioned, in: id, by: person, at: time, space: channel.name, into: &harvest)
    reactions(record, person, id, time, channel, place, &harvest)
  }

  private func reactions(
    _ record: TapeValue, _ author: String, _ id: JoinedID, _ time: ChatTime, _ channel: Channel,
    _ place: RecordPlace,
    _ harvest: inout Harvest
  ) {
    for reaction in record["reactions"]?.array.map(Array.init) ?? [] {
      guard let emoji = reaction["emoji"]?["name"]?.idText else { continue }
      var named: Int64 = 0
      for user in reaction["users"]?.array.map(Array.init) ?? [] {
        guard let person = user["id"]?.idText else { continue }
        named += 1
        tell(user, &harvest)
        lines.reaction(emoji, by: person, to: author, on: id, at: time, space: channel.name, into: &harvest)
      }
      if let count = reaction["count"]?.wholeNumber, count > named {
        harvest.reject(.namelessReactions, place, field: "reactions", value: "\(emoji) \(count - named)")
      }
    }
  }

  /// Makes somebody known: by nickname, else by name; roles are tags.
  private func tell(_ person: TapeValue, _ harvest: inout Harvest) {
    guard let id = person["id"]?.idText else { return }
    var tags: [String] = []
    if person["isBot"]?.isTrue ?? false { tags.append("bot") }
    for role in person["roles"]?.array.map(Array.init) ?? [] {
      if let name = role["name"]?.idText { tags.append(name) }
    }
    let name = person["nickname"]?.idText ?? person["name"]?.idText
    // All deleted accounts share one name, and some one id.
    if name == "Deleted User" { tags.append("deactivated") }
    lines.person(id, name: name == "Deleted User" ? nil : name, tags: tags, into: &harvest)
  }
}
