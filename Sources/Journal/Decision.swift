public import Community
import JSONTape

/// One decision of a manager: one line of the journal.
public struct Decision: Hashable, Sendable {
  /// Unique; see `DecisionIDs`.
  public var id: String
  /// The dashboard's now, which may be set by hand.
  public var at: Instant
  /// The wall clock.
  public var recorded: Instant?
  public var manager: String
  public var action: DecisionAction
  /// Ids of what it is about.
  public var member: String?
  public var play: String?
  public var arm: String?
  public var campaign: String?
  public var rule: String?
  public var survey: String?
  public var topic: String?
  public var until: Instant?
  public var reason: String?
  public var text: String?
  public var host: String?
  /// The id of the decision that this one takes back.
  public var undoes: String?

  public init(
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
  public func line(zone: Zone) -> [UInt8] {
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
