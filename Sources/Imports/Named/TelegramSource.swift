import Bytes
import Community
import JSONTape

/// What Telegram Desktop writes: `result.json` of one chat, or of all.
struct TelegramSource: RecordSource {
  let name = "telegram"
  private let lines = ChatLines(source: "telegram")
  private let names = NamedRows()

  func step(_ path: [String]) -> DocumentStep {
    switch path {
    case ["messages"], ["chats", "list", "messages"], ["left_chats", "list", "messages"]: .split
    case [], ["chats"], ["chats", "list"], ["left_chats"], ["left_chats", "list"]: .descend
    default: .keep
    }
  }

  private struct Chat: Sendable {
    var id: String
    var name: String?
    var isPrivate: Bool
  }

  func context(_ value: JSONValue, path: String) -> any Sendable {
    let chat =
      value["type"] != nil
      ? value
      : value["left_chats"]?["list"]?.elements?.last ?? value["chats"]?["list"]?.elements?.last ?? value
    let type = chat["type"]?.string ?? ""
    let id = chat["id"]?.integer.map { String($0) } ?? chat["id"]?.string ?? ""
    return Chat(
      id: id, name: chat["name"]?.string,
      isPrivate: ["personal_chat", "bot_chat", "saved_messages", "replies"].contains(type))
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard let chat = context as? Chat, let messageID = record["id"]?.idText else {
      return harvest.reject(.notARecord, place)
    }
    if chat.isPrivate { return harvest.reject(.privateMessage, place) }
    guard let time = time(record) else { return harvest.reject(.notATime, place, field: "date") }
    let id = JoinedID("telegram:", chat.id, ":", messageID)
    if record["type"]?.isText("service") ?? false { return service(record, id, time, chat, place, &harvest) }
    guard let author = TelegramSource.person(record["from_id"]) else {
      return harvest.reject(.noMember, place)
    }
    tell(author, record["from"]?.idText, &harvest)
    var mentioned: [String] = []
    let text = plainText(record, &mentioned)
    let parent = record["reply_to_message_id"]?.idText
    text.withView { text in
      lines.activity(
        id, member: author, at: time, type: parent == nil ? "post" : "reply",
        replyTo: parent.map { JoinedID("telegram:", chat.id, ":", $0) }, space: chat.name, text: text,
        into: &harvest)
    }
    lines.mentions(mentioned, in: id, by: author, at: time, space: chat.name, into: &harvest)
    for reaction in record["reactions"]?.array.map(Array.init) ?? [] {
      guard let emoji = reaction["emoji"]?.idText ?? reaction["document_id"]?.idText else { continue }
      var named: Int64 = 0
      // Only the latest few are named, each with a date.
      for recent in reaction["recent"]?.array.map(Array.init) ?? [] {
        guard let person = TelegramSource.person(recent["from_id"]) else { continue }
        named += 1
        tell(person, recent["from"]?.idText, &harvest)
        lines.reaction(
          emoji, by: person, to: author, on: id, at: self.time(recent) ?? time, space: chat.name,
          into: &harvest)
      }
      if let count = reaction["count"]?.wholeNumber, count > named {
        harvest.reject(.namelessReactions, place, field: "reactions", value: "\(emoji) \(count - named)")
      }
    }
  }

  /// Joins, leaves and invitations; other rows of the service are passed over.
  private func service(
    _ record: TapeValue, _ id: JoinedID, _ time: ChatTime, _ chat: Chat, _ place: RecordPlace,
    _ harvest: inout Harvest
  ) {
    guard let action = record["action"], let actor = TelegramSource.person(record["actor_id"]) else {
      return harvest.reject(.systemMessage, place)
    }
    tell(actor, record["actor"]?.idText, &harvest)
    let isInvite = action.isText("invite_members")
    if action.isText("join_group_by_link") || action.isText("join_group_by_request") {
      lines.activity(id, member: actor, at: time, type: "join", space: chat.name, into: &harvest)
      if let inviter = record["inviter"]?.idText {
        names.wait(
          .init(kind: .link, name: inviter, actor: actor, id: id, time: time, space: chat.name, place: place))
      }
    } else if isInvite || action.isText("remove_members") {
      // Members are told by name alone; only the actor's id is known.
      for member in (record["members"]?.array.map(Array.init) ?? []).compactMap(\.idText) {
        if member == record["actor"]?.idText {
          lines.activity(
            id, member: actor, at: time, type: isInvite ? "join" : "leave", space: chat.name, into: &harvest)
        } else {
          names.wait(
            .init(
              kind: isInvite ? .invited : .removed, name: member, actor: actor, id: id, time: time,
              space: chat.name, place: place))
        }
      }
    } else {
      harvest.reject(.systemMessage, place)
    }
  }

  /// Names are people's once all messages were read: an invitation comes before the first word of who was invited.
  func finish(into harvest: inout Harvest) {
    for row in names.waiting {
      guard let person = names.person(named: row.name) else {
        harvest.reject(
          .unknownName, row.place, field: row.kind == .link ? "inviter" : "members", value: row.name)
        continue
      }
      switch row.kind {
      case .link: referral(by: person, of: row.actor, row, &harvest)
      case .invited:
        activity("join", of: person, row, &harvest)
        referral(by: row.actor, of: person, row, &harvest)
      case .removed: activity("leave", of: person, row, &harvest)
      }
    }
  }

  private func activity(_ type: StaticString, of person: String, _ row: NamedRow, _ harvest: inout Harvest) {
    lines.activity(
      JoinedID(row.id, "/", type, "/", person), of: row.id, member: person, at: row.time, type: type,
      space: row.space, into: &harvest)
  }

  private func referral(by host: String, of guest: String, _ row: NamedRow, _ harvest: inout Harvest) {
    guard host != guest else { return }
    lines.activity(
      JoinedID(row.id, "/referral/", guest), of: row.id, member: host, at: row.time, type: "referral",
      to: guest,
      space: row.space, into: &harvest)
  }

  private func tell(_ id: String, _ name: String?, _ harvest: inout Harvest) {
    let isNew = lines.person(id, name: name, tags: id.hasPrefix("channel") ? ["bot"] : [], into: &harvest)
    if isNew, let name { names.tell(name, of: id) }
  }

  /// `user123`, or 123 in old exports, is 123; channels keep their word.
  private static func person(_ value: TapeValue?) -> String? {
    guard let id = value?.idText else { return nil }
    return id.hasPrefix("user") ? String(id.dropFirst(4)) : id
  }

  private func time(_ record: TapeValue) -> ChatTime? {
    if let seconds = record["date_unixtime"]?.wholeNumber, seconds > 0 { return .seconds(seconds) }
    return record["date"]?.text.flatMap { TimeForm(.yearFirst).read($0) }.map { .written($0) }
  }

  /// The text of a message, which may be in pieces; names that were picked from a list are mentions.
  private func plainText(_ record: TapeValue, _ mentioned: inout [String]) -> [UInt8] {
    for entity in record["text_entities"]?.array.map(Array.init) ?? []
    where entity["type"]?.isText("mention_name") ?? false {
      if let user = entity["user_id"]?.idText { mentioned.append(user) }
    }
    guard let text = record["text"] else { return [] }
    if let plain = text.text { return Array(plain) }
    var whole: [UInt8] = []
    for piece in text.array.map(Array.init) ?? [] {
      if let plain = piece.text ?? piece["text"]?.text { whole += plain }
      if piece["type"]?.isText("mention_name") ?? false, let user = piece["user_id"]?.idText,
        !mentioned.contains(user)
      {
        mentioned.append(user)
      }
    }
    return whole
  }
}
