import Bytes
import Community
import JSONTape

/// What Discourse's API answers: users, and posts of topics.
///
/// A post is known by topic and number, for that is how replies name it.
struct DiscourseSource: RecordSource {
  let name = "discourse"
  private let lines = ChatLines(source: "discourse")

  func step(_ path: [String]) -> DocumentStep {
    switch path {
    case [], ["post_stream", "posts"], ["latest_posts"], ["users"], ["directory_items"], ["members"]: .split
    case ["post_stream"]: .descend
    default: .keep
    }
  }

  func context(_ value: JSONValue, path: String) -> any Sendable { value["title"]?.string ?? "" }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    if let posts = record["post_stream"]?["posts"]?.array ?? record["latest_posts"]?.array {
      for post in posts { map(post, context, place, into: &harvest) }
      return
    }
    if record["post_number"] != nil { return post(record, context as? String ?? "", place, &harvest) }
    let user = record["user"] ?? record
    guard let id = user["id"]?.idText, let username = user["username"]?.idText else {
      return harvest.reject(.unknownRecord, place)
    }
    var tags: [String] = []
    if id.hasPrefix("-") { tags.append("bot") }
    if let level = user["trust_level"]?.wholeNumber { tags.append("trust_level_\(level)") }
    let name = user["name"]?.idText ?? username
    let joined = user["created_at"]?.text.flatMap { TimeForm(.yearFirst).read($0) }
    person(id, name, user["email"]?.idText, joined, tags, &harvest[.members])
  }

  private func person(
    _ id: String, _ name: String, _ email: String?, _ joined: WrittenTime?, _ tags: [String],
    _ writer: inout LineWriter
  ) {
    writer.begin(id: JoinedID("discourse:", id))
    writer.field("name", name)
    if let joined {
      writer.key("joined")
      writer.append(0x22)
      joined.write(to: &writer.bytes, isUTC: true)
      writer.append(0x22)
    }
    if let email { writer.field("email", email) }
    if !tags.isEmpty { writer.strings("tags", tags) }
    writer.key("aliases")
    writer.ascii("{\"discourse\":\"")
    id.write(to: &writer.bytes)
    writer.ascii("\"}")
    writer.end()
  }

  private func post(_ record: TapeValue, _ title: String, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard let topic = record["topic_id"]?.idText, let number = record["post_number"]?.idText,
      let user = record["user_id"]?.idText
    else { return harvest.reject(.noMember, place) }
    let id = JoinedID("discourse:", topic, "-", number)
    if record["deleted_at"] != nil || record["user_deleted"]?.isTrue ?? false
      || record["hidden"]?.isTrue ?? false
    {
      return harvest[.activity].remove(id: id)
    }
    // 2 and 3 are notes about the topic, 4 whispers among staff.
    switch record["post_type"]?.wholeNumber ?? 1 {
    case 1: break
    case 4: return harvest.reject(.staffOnly, place)
    default: return harvest.reject(.systemMessage, place)
    }
    guard let at = record["created_at"]?.text.flatMap({ TimeForm(.yearFirst).read($0) }) else {
      return harvest.reject(.notATime, place, field: "created_at")
    }
    let username = record["name"]?.idText ?? record["username"]?.idText
    posted(user, username, &harvest)
    let parent = number == "1" ? nil : record["reply_to_post_number"]?.idText ?? "1"
    let text = DiscourseSource.text(of: record)
    text.withView { text in
      lines.activity(
        id, member: user, at: .written(at), type: parent == nil ? "post" : "reply",
        replyTo: parent.map { JoinedID("discourse:", topic, "-", $0) },
        space: record["topic_title"]?.idText ?? (title.isEmpty ? record["topic_slug"]?.idText : title),
        text: text,
        into: &harvest)
    }
    for action in record["actions_summary"]?.array.map(Array.init) ?? [] where action["id"]?.wholeNumber == 2
    {
      if let count = action["count"]?.wholeNumber, count > 0 {
        harvest.reject(.namelessReactions, place, field: "actions_summary", value: String(count))
      }
    }
  }

  /// Somebody who is known by a post alone; a record of the list of users says more.
  private func posted(_ id: String, _ name: String?, _ harvest: inout Harvest) {
    guard harvest.people.insert(Fingerprint.of(id)).inserted else { return }
    let isBot = id.hasPrefix("-")
    func write(_ writer: inout LineWriter) {
      writer.begin(id: JoinedID("discourse:", id), part: "post")
      if let name { writer.field("name", name) }
      if isBot { writer.strings("tags", ["bot"]) }
      writer.end()
    }
    write(&harvest[.members])
  }

  /// What was typed, else what it was turned into without the tags of HTML.
  private static func text(of post: TapeValue) -> [UInt8] {
    if let raw = post["raw"]?.text { return Array(raw) }
    if let raw = post["raw"]?.array { return Array(raw.compactMap(\.idText).joined(separator: "\n").utf8) }
    guard let cooked = post["cooked"]?.text else { return [] }
    var plain: [UInt8] = []
    var isTag = false
    for byte in cooked {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { plain.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return plain
  }
}
