import Community
import JSONTape

/// Customers, their tags and staff, and group chats of WeCom's 企业微信 externalcontact interfaces.
struct WeComSource: RecordSource {
  let name = "wecom"
  private let lines = ChatLines(source: "wecom")
  /// Names of tags by id, from the list of tags among the files.
  private var tagNames: [String: String] = [:]

  init(_ files: [SourceFile]) throws(ImportProblem) {
    for file in files {
      let bytes = try file.open().bytes(upTo: 16 << 20)
      guard bytes.count < 16 << 20, let value = try? JSONValue(parsing: bytes) else { continue }
      for group in value["tag_group"]?.elements ?? [] {
        for tag in group["tag"]?.elements ?? [] {
          if let id = tag["id"]?.string, let name = tag["name"]?.string { tagNames[id] = name }
        }
      }
    }
  }

  func step(_ path: [String]) -> DocumentStep {
    path.isEmpty || path == ["external_contact_list"] ? .split : .keep
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    if let code = record["errcode"]?.wholeNumber, code != 0 {
      return harvest.reject(.failedAnswer, place, value: record["errmsg"]?.idText ?? String(code))
    }
    if record["tag_group"] != nil { return }
    if let list = record["external_contact_list"]?.array {
      for contact in list { map(contact, context, place, into: &harvest) }
      return
    }
    if let chat = record["group_chat"] { return group(chat, place, &harvest) }
    if record["ChangeType"] != nil { return event(record, place, &harvest) }
    guard let contact = record["external_contact"] else { return harvest.reject(.unknownRecord, place) }
    customer(contact, record, place, &harvest)
  }

  private struct Follow {
    var staff: String
    var since: Int64
    var remark: String?
    var phones: [String]
    var tags: [String]
  }

  /// `follow_user` has tags by name; `follow_info` of the batch interface one entry with tags by id.
  private func follows(_ record: TapeValue) -> [Follow] {
    let entries = record["follow_user"]?.array.map(Array.init) ?? record["follow_info"].map { [$0] } ?? []
    return entries.compactMap { entry in
      guard let staff = entry["userid"]?.idText else { return nil }
      var tags = (entry["tags"]?.array.map(Array.init) ?? []).compactMap { $0["tag_name"]?.idText }
      for id in entry["tag_id"]?.array.map(Array.init) ?? [] {
        if let id = id.idText { tags.append(tagNames[id] ?? id) }
      }
      return Follow(
        staff: staff, since: entry["createtime"]?.wholeNumber ?? .max, remark: entry["remark"]?.idText,
        phones: (entry["remark_mobiles"]?.array.map(Array.init) ?? []).compactMap(\.idText), tags: tags)
    }
    .sorted { ($0.since, $0.staff) < ($1.since, $1.staff) }
  }

  private func customer(
    _ contact: TapeValue, _ record: TapeValue, _ place: RecordPlace, _ harvest: inout Harvest
  ) {
    guard let id = contact["external_userid"]?.idText else {
      return harvest.reject(.missing, place, field: "external_userid")
    }
    let follows = follows(record)
    for follow in follows { host(follow.staff, &harvest) }
    write(contact, id, follows, &harvest[.members])
  }

  private func write(_ contact: TapeValue, _ id: String, _ follows: [Follow], _ writer: inout LineWriter) {
    writer.begin(id: JoinedID("wecom:", id))
    if let name = contact["name"]?.idText ?? follows.lazy.compactMap(\.remark).first {
      writer.field("name", name)
    }
    if let first = follows.first {
      if first.since < .max { writer.time("joined", seconds: first.since) }
      writer.field("host", JoinedID("wecom:", first.staff))
    }
    if let phone = follows.lazy.flatMap(\.phones).first { writer.field("phone", phone) }
    var tags: [String] = []
    for tag in follows.flatMap(\.tags) where !tags.contains(tag) { tags.append(tag) }
    if !tags.isEmpty { writer.strings("tags", tags) }
    writer.field("channel", "企业微信")
    writer.key("aliases")
    writer.ascii("{\"wecom\":\"")
    id.write(to: &writer.bytes)
    writer.append(0x22)
    if let union = contact["unionid"]?.idText {
      writer.ascii(",\"unionid\":\"")
      union.write(to: &writer.bytes)
      writer.append(0x22)
    }
    writer.ascii("}")
    writer.end()
  }

  private func host(_ staff: String, _ harvest: inout Harvest) {
    guard harvest.people.insert(Fingerprint.of("host \(staff)")).inserted else { return }
    func write(_ writer: inout LineWriter) {
      writer.begin(id: JoinedID("wecom:", staff))
      writer.field("name", staff)
      writer.end()
    }
    write(&harvest[.hosts])
  }

  /// Members of a group chat joined it; type 1 is staff.
  private func group(_ chat: TapeValue, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard let chatID = chat["chat_id"]?.idText else {
      return harvest.reject(.missing, place, field: "chat_id")
    }
    let space = chat["name"]?.idText ?? chatID
    if let owner = chat["owner"]?.idText { host(owner, &harvest) }
    for member in chat["member_list"]?.array.map(Array.init) ?? [] {
      guard let id = member["userid"]?.idText else { continue }
      if member["type"]?.wholeNumber == 1 {
        host(id, &harvest)
        continue
      }
      guard let time = member["join_time"]?.wholeNumber else {
        harvest.reject(.notATime, place, field: "join_time")
        continue
      }
      lines.activity(
        JoinedID("wecom:", chatID, "/join/", id), member: id, at: .seconds(time), type: "join",
        to: member["invitor"]?["userid"]?.idText, space: space, into: &harvest)
    }
  }

  /// A customer who deleted the contact can't be written to any more.
  private func event(_ record: TapeValue, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard let id = record["ExternalUserID"]?.idText else { return harvest.reject(.unknownRecord, place) }
    let change = record["ChangeType"]
    guard change?.isText("del_follow_user") ?? false || change?.isText("del_external_contact") ?? false else {
      return harvest.reject(.unknownRecord, place, value: change?.idText)
    }
    func write(_ writer: inout LineWriter) {
      writer.begin(id: JoinedID("wecom:", id), part: "deleted")
      writer.ascii(",\"consent\":{\"wecom\":false}")
      writer.end()
    }
    write(&harvest[.members])
  }
}
