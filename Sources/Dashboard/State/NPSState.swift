import Community
import Loyalty

/// A part of the panel that takes the keys.
public enum NPSSection: String, CaseIterable, Sendable {
  case score, groups, words, topics, loop, drivers
}

/// The panel of what members say: the score, who said what, and what came of it.
public struct NPSState: Sendable {
  /// What the tables and lists are made of; nil until they are worked out.
  @Indirect public var figures: NPSFigures? = nil
  public var section = NPSSection.score
  /// The section shown last of those that share a place on wide screens.
  public var list = NPSSection.groups
  /// By what the table tells answers apart.
  public var dimension = AnswerDimension.channel
  /// Whether the score fills the screen.
  public var isWall = false
  /// Selected lines, and what is scrolled away, by section.
  public var places: [NPSSection: Place] = [:]
  /// The words held still while something in them is selected; nil while the newest come in on top.
  public var held: [SurveyAnswer]?
  /// Whose answers alone count; empty for everybody's.
  public var filterText = ""
  /// The figures of these; nil until they are counted.
  @Indirect public var narrowed: SatisfactionFigures? = nil
  /// The score on its way to where it is now; nil once it's there.
  public var roll: ScoreRoll?
  /// On what the drivers are to be shown to bear.
  public var outcome = DriverOutcome.nps
  public var drivers: DriversState?
  /// What was decided here and isn't in the figures yet, by the answer.
  public var pending: [Row: RecallState.Pending] = [:]

  public init() {}

  /// A place in a list that follows what is selected, not where it stood.
  public struct Place: Hashable, Sendable {
    /// The name of the selected line: a group's word, a topic's id, an answer's row.
    public var key: String?
    public var scroll = ScrollState()
  }

}

/// A number that runs to its new value for a moment.
public struct ScoreRoll: Hashable, Sendable {
  public var from: Double
  public var to: Double
  public var step = 0

  public static let steps = 8

  /// What is shown at this step; fast at first.
  public var value: Double {
    let left = Double(ScoreRoll.steps - step) / Double(ScoreRoll.steps)
    return to + (from - to) * left * left
  }

  /// The next step; nil at the end.
  public var next: ScoreRoll? {
    var roll = self
    roll.step += 1
    return roll.step < ScoreRoll.steps ? roll : nil
  }
}

/// Something about an answer that is to be typed before it's decided.
public struct NPSPrompt: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case note, close
    /// What was mended about a topic, and when.
    case fix(topic: String)
    /// Whose answers are to count.
    case filter
  }

  public var kind: Kind
  public var line: LineEditor
  /// What is wrong with a filter.
  public var problem: FilterProblem?
}

/// What lies over the panel.
public enum NPSOverlay: Sendable {
  case prompt(NPSPrompt)
  /// The answers about a topic.
  case answers(AnswerTopic, [SurveyAnswer], ScrollState)
}
