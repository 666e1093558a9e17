import Bytes
import Community
import JSONTape

/// A Slack export: `users.json`, `channels.json`, and a folder a channel with a file a day.
struct SlackSource: RecordSource {
  let name = "slack"
  private let lines = ChatLines(source: "slack")
  /// By the name of its folder.
  private var channels: [String: String] = [:]
  private var privateFolders: Set<String> = []
  /// Names by id, for mentions in texts.
  private var names: [String: String] = [:]

  /// Reads the lists of channels and people.
  init(_ tree: SourceTree) throws(ImportProblem) {
    for file in tree.files {
      switch file.lastName {
      case "channels.json", "groups.json":
        for channel in try SlackSource.list(file) {
          if let name = channel["name"]?.string, let id = channel["id"]?.string { channels[name] = id }
        }
      case "dms.json", "mpims.json":
        for channel in try SlackSource.list(file) {
          if let id = channel["id"]?.string { privateFolders.insert(id) }
          if let name = channel["name"]?.string { privateFolders.insert(name) }
        }
      case "users.json":
        for user in try SlackSource.list(file) {
          if let id = user["id"]?.string { names[id] = SlackSource.name(of: user) }
        }
      default: break
      }
    }
  }

  private static func list(_ file: SourceFile) throws(ImportProblem) -> [JSONValue] {
    let bytes = try file.open().bytes(upTo: 256 << 20)
    return (try? JSONValue(parsing: bytes))?.elements ?? []
  }

  private static func name(of user: JSONValue) -> String? {
    let profile = user["profile"]
    return [profile?["display_name"], profile?["real_name"], user["real_name"], user["name"]]
      .lazy.compactMap { $0?.string }.first { !$0.isEmpty }
  }

  /// Whether the files of a source are laid out like this.
  static func isExport(_ tree: SourceTree) -> Bool {
    let names = Set(tree.files.map(\.lastName))
    guard names.contains("users.json") || names.contains("channels.json") else { return false }
    return tree.files.contains { day(of: $0.path) != nil }
  }

  /// The channel's folder, where a path is that of a day's file.
  private static func day(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, let file = parts.last?.utf8, file.count == 15, path.hasSuffix(".json"),
      Array(file)[4] == UInt8(ascii: "-"), Array(file)[7] == UInt8(ascii: "-")
    else { return nil }
    return String(parts[parts.count - 2])
  }

  func reads(_ file: SourceFile) -> Bool {
    SlackSource.day(of: file.path) != nil || file.lastName == "users.json"
  }

  func step(_ path: [String]) -> DocumentStep { path.isEmpty ? .split : .keep }

  private struct Channel: Sendable {
    /// Nil for the list of people.
    var name: String?
    var id: String
    var isPrivate: Bool
  }

  func context(_ value: JSONValue, path: String) -> any Sendable {
    let name = SlackSource.day(of: path)
    let folder = name ?? ""
    return Channel(name: name, id: channels[folder] ?? folder, isPrivate: privateFolders.contains(folder))
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard let channel = context as? Channel, record.kind == .object else {
      return harvest.reject(.notARecord, place)
    }
    guard let space = channel.name else { return user(record, place, &harvest) }
    if channel.isPrivate { return harvest.reject(.privateMessage, place) }
    guard let ts = record["ts"]?.text, let seconds = SlackSource.seconds(ts) else {
      return harvest.reject(.unknownRecord, place)
    }
    let id = JoinedID("slack:", channel.id, ":", ts)
    let time = ChatTime.seconds(seconds)
    if let subtype = record["subtype"] {
      if subtype.isText("channel_join") || subtype.isText("group_join") || subtype.isText("channel_leave")
        || subtype.isText("group_leave")
      {
        guard let user = record["user"]?.idText else { return harvest.reject(.noMember, place) }
        let isJoin = subtype.isText("channel_join") || subtype.isText("group_join")
        return lines.activity(
          id, member: user, at: time, type: isJoin ? "join" : "leave", space: space, into: &harvest)
      }
      if subtype.isText("tombstone") { return harvest[.activity].remove(id: id) }
      let isMessage =
        subtype.isText("bot_message") || subtype.isText("thread_broadcast") || subtype.isText("me_message")
        || subtype.isText("file_share") || subtype.isText("reply_broadcast")
      guard isMessage else { return harvest.reject(.systemMessage, place) }
    }
    guard let author = author(record, &harvest) else { return harvest.reject(.noMember, place) }
    message(record, author, id, time, channel, space, place, &harvest)
  }

  /// The user, else the bot, who is made known and marked as one.
  private func author(_ record: TapeValue, _ harvest: inout Harvest) -> String? {
    if let user = record["user"]?.idText, record["bot_id"] == nil { return user }
    guard let bot = record["bot_id"]?.idText ?? record["user"]?.idText else { return nil }
    let name = record["bot_profile"]?["name"]?.idText ?? record["username"]?.idText
    lines.person(bot, name: name, tags: ["bot"], into: &harvest)
    return bot
  }

  private func message(
    _ record: TapeValue, _ author: String, _ id: JoinedID, _ time: ChatTime, _ channel: Channel,
    _ space: String,
    _ place: RecordPlace, _ harvest: inout Harvest
  ) {
    let thread = record["thread_ts"]?.text
    let isReply =
      thread.map { thread in !(record["ts"]?.text.map { $0.elementsEqual(thread) } ?? false) } ?? false
    let parent = isReply ? thread.map { JoinedID("slack:", channel.id, ":", $0) } : nil
    let to = isReply ? record["parent_user_id"]?.idText : nil
    var mentioned: [String] = []
    let text = record["text"]?.text.map { SlackText.plain($0, names: names, mentioned: &mentioned) } ?? []
    text.withView { text in
      lines.activity(
        id, member: author, at: time, type: isReply ? "reply" : "post", to: to == author ? nil : to,
        replyTo: parent,
        space: space, text: text, into: &harvest)
    }
    lines.mentions(mentioned, in: id, by: author, at: time, space: space, into: &harvest)
    guard let reactions = record["reactions"]?.array else { return }
    for reaction in reactions {
      guard let emoji = reaction["name"]?.idText else { continue }
      var named: Int64 = 0
      for user in reaction["users"]?.array.map(Array.init) ?? [] {
        guard let user = user.idText else { continue }
        named += 1
        lines.reaction(emoji, by: user, to: author, on: id, at: time, space: space, into: &harvest)
      }
      if let count = reaction["count"]?.wholeNumber, count > named {
        harvest.reject(.namelessReactions, place, field: "reactions", value: "\(emoji) \(count - named)")
      }
    }
  }

  private func user(_ record: TapeValue, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard let id = record["id"]?.idText else { return harvest.reject(.missing, place, field: "id") }
    let profile = record["profile"]
    var tags: [String] = []
    if record["is_bot"]?.isTrue ?? false || id == "USLACKBOT" { tags.append("bot") }
    if record["deleted"]?.isTrue ?? false { tags.append("deactivated") }
    let name = [profile?["display_name"], profile?["real_name"], record["real_name"], record["name"]]
      .lazy.compactMap { $0?.idText }.first
    lines.person(
      id, name: name, email: profile?["email"]?.idText, phone: profile?["phone"]?.idText, tags: tags,
      into: &harvest)
  }

  /// Whole seconds of `1483228800.000002`.
  private static func seconds(_ ts: ByteView) -> Int64? {
    var seconds: Int64 = 0
    for byte in ts {
      if byte == UInt8(ascii: ".") { break }
      guard byte >= 48, byte <= 57, seconds < 1 << 40 else { return nil }
      seconds = seconds * 10 + Int64(byte - 48)
    }
    return seconds > 0 ? seconds : nil
  }
}

/// Slack's way to write texts.
enum SlackText {
  /// With `<@U1>` as `@name`, links as they were typed, and `&amp;` and its like undone; tells who was mentioned.
  static func plain(
    _ text: ByteView, names: [String: String], mentioned: inout [String]
  ) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return Array(text)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "<"), let end = text[place...].firstIndex(of: UInt8(ascii: ">")) {
        let inner = String(decoding: text[place + 1..<end], as: UTF8.self)
        let parts = inner.split(separator: "|", maxSplits: 1).map(String.init)
        let target = parts.first ?? ""
        if target.hasPrefix("@") {
          let id = String(target.dropFirst())
          mentioned.append(id)
          plain += Array("@\(names[id] ?? (parts.count > 1 ? parts[1] : id))".utf8)
        } else if target.hasPrefix("#") || target.hasPrefix("!") {
          let mark = target.hasPrefix("#") ? "#" : "@"
          plain += Array("\(mark)\(parts.count > 1 ? parts[1] : String(target.dropFirst()))".utf8)
        } else {
          plain += Array((parts.count > 1 ? parts[1] : target).utf8)
        }
        place = end + 1
      } else if byte == UInt8(ascii: "&"), let (letter, length) = entity(text, place) {
        plain.append(letter)
        place += length
      } else {
        plain.append(byte)
        place += 1
      }
    }
    return plain
  }

  private static func entity(_ text: ByteView, _ place: Int) -> (UInt8, Int)? {
    for (name, letter) in [("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E)] as [(StaticString, UInt8)] {
      let end = place + name.utf8CodeUnitCount
      if end <= text.count, text.extracting(place..<end).isEqual(to: name) {
        return (letter, name.utf8CodeUnitCount)
      }
    }
    return nil
  }
}

extension Harvest {
  mutating func reject(
    _ reason: RejectionReason, _ place: RecordPlace, field: String? = nil, value: String? = nil
  ) {
    rejections.add(Rejection(file: place.file, row: place.row, field: field, value: value, reason: reason))
  }
}
