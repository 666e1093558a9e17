import Community
import JSONTape

/// One decision of a manager: one line of the journal.
package struct Decision: Hashable, Sendable {
  /// Unique; see `DecisionIDs`.
  package var id: String
  /// The dashboard's now, which may be set by hand.
  package var at: Instant
  /// The wall clock.
  package var recorded: Instant?
  package var manager: String
  package var action: DecisionAction
  /// Ids of what it is about.
  package var member: String?
  package var play: String?
  package var arm: String?
  package var campaign: String?
  package var rule: String?
  package var survey: String?
  package var topic: String?
  package var until: Instant?
  package var reason: String?
  package var text: String?
  package var host: String?
  /// The id of the decision that this one takes back.
  package var undoes: String?

  package init(
    id: String, at: Instant, recorded: Instant? = nil, manager: String, action: DecisionAction,
    member: String? = nil, play: String? = nil, arm: String? = nil, campaign: String? = nil,
    rule: String? = nil, survey: String? = nil, topic: String? = nil, until: Instant? = nil,
    reason: String? = nil, text: String? = nil, host: String? = nil, undoes: String? = nil
  ) {
    self.id = id
    self.at = at
    self.recorded = recorded
    self.manager = manager
    self.action = action
    self.member = member
    self.play = play
    self.arm = arm
    self.campaign = campaign
    self.rule = rule
    self.survey = survey
    self.topic = topic
    self.until = until
    self.reason = reason
    self.text = text
    self.host = host
    self.undoes = undoes
  }

  /// The decision as a JSON object and its newline. Times are whole seconds with the offset of `zone`.
  package func line(zone: Zone) -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer, zone: zone)
    return writer.bytes
  }

  func write(to writer: inout JSONWriter, zone: Zone) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("at", zone.string(from: at))
      if let recorded { writer.field("recorded", zone.string(from: recorded)) }
      writer.field("manager", manager)
      writer.field("action", action.rawValue)
      for (key, value) in words {
        guard let value else { continue }
        writer.field(key, value)
      }
      if let until { writer.field("until", zone.string(from: until)) }
    }
    writer.newline()
  }

  private var words: [(key: String, value: String?)] {
    [
      ("member", member), ("play", play), ("arm", arm), ("campaign", campaign), ("rule", rule),
      ("survey", survey), ("topic", topic), ("reason", reason), ("text", text), ("host", host),
      ("undoes", undoes),
    ]
  }
}
