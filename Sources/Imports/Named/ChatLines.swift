import Bytes
import Community
import JSONTape

/// Writes what chats have in common: people, messages with what hangs on them, joins and leaves.
struct ChatLines {
  /// Before every id, and the channel of aliases: `slack`.
  let source: StaticString

  /// A person, unless the piece told of them already; whether it hadn't.
  @discardableResult
  func person(
    _ id: String, name: String?, email: String? = nil, phone: String? = nil, tags: [String] = [],
    into harvest: inout Harvest
  ) -> Bool {
    guard
      harvest.people.insert(Fingerprint.of("\(id)\u{1F}\(name ?? "")\u{1F}\(tags.joined(separator: ","))"))
        .inserted
    else { return false }
    write(&harvest[.members], id, name, email, phone, tags)
    return true
  }

  private func write(
    _ writer: inout LineWriter, _ id: String, _ name: String?, _ email: String?, _ phone: String?,
    _ tags: [String]
  ) {
    writer.begin(id: member(id))
    if let name, !name.isEmpty { writer.field("name", name) }
    if let phone, !phone.isEmpty { writer.field("phone", phone) }
    if let email, !email.isEmpty { writer.field("email", email) }
    if !tags.isEmpty { writer.strings("tags", tags) }
    writer.key("aliases")
    writer.ascii("{\"")
    writer.ascii(source)
    writer.ascii("\":\"")
    id.write(to: &writer.bytes)
    writer.ascii("\"}")
    writer.end()
  }

  func member(_ id: some IDText) -> JoinedID { JoinedID(source, ":", id) }

  /// One activity of its own.
  func activity(
    _ id: JoinedID, of parent: JoinedID? = nil, member: String, at time: ChatTime, type: StaticString,
    to: String? = nil, replyTo: JoinedID? = nil, space: String?, text: ByteView? = nil,
    into harvest: inout Harvest
  ) {
    write(&harvest[.activity], id, parent, member, time, type, to, replyTo, space, text)
  }

  private func write(
    _ writer: inout LineWriter, _ id: JoinedID, _ parent: JoinedID?, _ member: String, _ time: ChatTime,
    _ type: StaticString, _ to: String?, _ replyTo: JoinedID?, _ space: String?,
    _ text: ByteView?
  ) {
    writer.begin(id: id, of: parent)
    writer.field("member", self.member(member))
    writer.key("at")
    writer.append(0x22)
    time.write(to: &writer.bytes)
    writer.append(0x22)
    writer.key("type")
    writer.append(0x22)
    writer.ascii(type)
    writer.append(0x22)
    if let to { writer.field("to", self.member(to)) }
    if let replyTo { writer.field("reply_to", replyTo) }
    if let space { writer.field("space", space) }
    if let text, !text.isEmpty { writer.field("text", text) }
    writer.end()
  }

  /// People who were named in a message, the author left out, each once.
  func mentions(
    _ people: [String], in message: JoinedID, by author: String, at time: ChatTime, space: String?,
    into harvest: inout Harvest
  ) {
    var told: Set<String> = [author]
    for person in people where told.insert(person).inserted {
      activity(
        JoinedID(message, "/mention/", person), of: message, member: author, at: time, type: "mention",
        to: person,
        space: space, into: &harvest)
    }
  }

  /// Somebody's reaction to a message.
  func reaction(
    _ emoji: String, by person: String, to author: String, on message: JoinedID, at time: ChatTime,
    space: String?,
    into harvest: inout Harvest
  ) {
    activity(
      JoinedID(message, "/reaction/", emoji, "/", person), of: message, member: person, at: time,
      type: "reaction",
      to: person == author ? nil : author, replyTo: message, space: space, into: &harvest)
  }
}

/// When something was said.
enum ChatTime: Sendable {
  /// Since 1970.
  case seconds(Int64)
  /// As it was written.
  case written(WrittenTime)

  func write(to bytes: inout [UInt8]) {
    switch self {
    case .seconds(let seconds): TimeText.write(seconds: seconds, to: &bytes)
    case .written(let time): time.write(to: &bytes, isUTC: false)
    }
  }
}

extension StaticString: IDText {
  func write(to bytes: inout [UInt8]) { withUTF8Buffer { bytes.append(contentsOf: $0) } }
}
