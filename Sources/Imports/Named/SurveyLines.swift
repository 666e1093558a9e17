import Bytes
import Community
import JSONTape

/// An answer of a survey on its way to a line.
struct SurveyAnswer {
  var id: JoinedID
  /// Nil for an anonymous one.
  var member: String?
  var at: ChatTime
  var kind: StaticString
  var score: Int64
  var text: String?
  var channel: String?
  /// Driver and 1 to 5.
  var ratings: [(String, Int64)] = []

  func write(into writer: inout LineWriter) {
    writer.begin(id: id)
    if let member { writer.field("member", member) }
    writer.key("at")
    writer.append(0x22)
    at.write(to: &writer.bytes)
    writer.append(0x22)
    writer.key("kind")
    writer.append(0x22)
    writer.ascii(kind)
    writer.append(0x22)
    writer.field("score", raw: score)
    if let text, !text.isEmpty { writer.field("text", text) }
    if let channel { writer.field("channel", channel) }
    if !ratings.isEmpty {
      writer.key("ratings")
      for (index, (driver, value)) in ratings.enumerated() {
        writer.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        writer.append(0x22)
        driver.write(to: &writer.bytes)
        writer.ascii("\":")
        writer.decimal(value)
      }
      writer.append(UInt8(ascii: "}"))
    }
    writer.end()
  }
}

extension Harvest {
  /// Somebody who is known by an e-mail address; the id that stands for them.
  mutating func person(email: String) -> String {
    let id = email.withBytes { Conversion.fingerprint($0) }
    if people.insert(Fingerprint.of(id)).inserted { SurveyLines.write(id, email, &self[.members]) }
    return id
  }
}

enum SurveyLines {
  static func write(_ id: String, _ email: String, _ writer: inout LineWriter) {
    writer.begin(id: id, part: "survey")
    writer.field("email", email)
    writer.end()
  }
}
