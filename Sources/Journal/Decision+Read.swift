import Bytes
import Community
import JSONTape

extension Decision {
  /// A record of the feed; nil where a required field is missing or isn't what it should be.
  package init?(_ record: JSONValue, zone: Zone) {
    guard record.fields != nil, let id = record["id"]?.identifier,
      let at = record["at"]?.instant(zone), let manager = record["manager"]?.string,
      let action = record["action"]?.string.flatMap(DecisionAction.init(rawValue:))
    else { return nil }
    func identifier(_ key: String) -> String? { record[key]?.identifier }
    self.init(
      id: id, at: at, recorded: record["recorded"]?.instant(zone), manager: manager, action: action,
      member: identifier("member"), play: identifier("play"), arm: identifier("arm"),
      campaign: identifier("campaign"), rule: identifier("rule"), survey: identifier("survey"),
      topic: record["topic"]?.string, until: record["until"]?.instant(zone), reason: record["reason"]?.string,
      text: record["text"]?.string, host: identifier("host"), undoes: identifier("undoes"))
  }

  /// The decisions of some lines, in order; lines that hold none are passed over. A last line counts without its
  /// newline too, if it is whole.
  /// - Complexity: O(*n*) in the number of bytes, which are copied once.
  package static func read(lines: [UInt8], zone: Zone) -> [Decision] {
    let parser = TapeParser()
    return PaddedText.with(lines) { text in
      var decisions: [Decision] = []
      var start = 0
      while start < text.count {
        let length = text.bytes.extracting(start...).firstPlace(of: 0x0A) ?? text.count - start
        let record = try? parser.parse(text.text(start, length)) { JSONValue($0) }
        start += length + 1
        if let decision = record.flatMap({ Decision($0, zone: zone) }) { decisions.append(decision) }
      }
      return decisions
    }
  }
}

extension JSONValue {
  /// Whole numbers are ids as well.
  fileprivate var identifier: String? { string ?? integer.map { String($0) } }

  fileprivate func instant(_ zone: Zone) -> Instant? {
    if let double { return try? Instant.parse(epoch: double) }
    guard let string else { return nil }
    return string.withBytes { try? Instant.parse($0, zone: zone) }
  }
}
