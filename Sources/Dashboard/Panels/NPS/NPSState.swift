import Bytes
import Community
import Loyalty

/// A part of the panel that takes the keys.
package enum NPSSection: String, CaseIterable, Sendable {
  case score, groups, words, topics, loop, drivers
}

/// The panel of what members say: the score, who said what, and what came of it.
package struct NPSState: PanelState {
  /// What the tables and lists are made of; nil until they are worked out.
  @Boxed package var figures: NPSFigures? = nil
  package var section = NPSSection.score
  /// The section shown last of those that share a place on wide screens.
  package var list = NPSSection.groups
  /// By what the table tells answers apart.
  package var dimension = AnswerDimension.channel
  /// Whether the score fills the screen.
  package var isWall = false
  /// Selected lines, and what is scrolled away, by section.
  package var places: [NPSSection: ListPlace] = [:]
  /// The words held still while something in them is selected; nil while the newest come in on top.
  package private(set) var held: [SurveyAnswer]?
  /// Their names, which outlive a reading of the folder.
  private(set) var heldKeys: [String] = []
  /// Whose answers alone count; empty for everybody's.
  package var filterText = ""
  /// The figures of these; nil until they are counted.
  @Boxed package var narrowed: SatisfactionFigures? = nil
  /// The score on its way to where it is now; nil once it's there.
  package var roll: ScoreRoll?
  /// On what the drivers are to be shown to bear.
  package var outcome = DriverOutcome.nps
  package var drivers: DriversState?
  /// Numbers of the newest requests: an answer with another number is late and left aside.
  var driversGeneration = 0
  var narrowingGeneration = 0
  /// The reading of the folder that the figures are of.
  var reading = 0

  package init() {}

  /// Holds words still.
  mutating func hold(_ answers: [SurveyAnswer], _ community: Community) {
    held = answers
    heldKeys = answers.map { $0.key(in: community) }
  }

  /// Lets the newest words come in again.
  mutating func letGo() { (held, heldKeys) = (nil, []) }

  /// Finds the words that are held in another reading, as far as they are at hand there.
  ///
  /// - Parameter isComplete: whether the figures have all answers that they should.
  mutating func findHeld(_ community: Community, isComplete: Bool) {
    guard held != nil, let figures else { return }
    let known = Dictionary(figures.answers.map { ($0.key(in: community), $0) }) { first, _ in first }
    held = heldKeys.compactMap { known[$0] }
    if isComplete, held?.isEmpty == true { letGo() }
  }
}

extension SurveyAnswer {
  /// A name that is the same in every reading of the folder: its id, else who gave which score when.
  func key(in community: Community) -> String {
    if let id = id(in: community) { return id }
    return "\(member.map { community.members.id($0) } ?? "") \(at.rawValue) \(kind) \(score)"
  }
}

/// A number that runs to its new value for a moment.
package struct ScoreRoll: Hashable, Sendable {
  package var from: Double
  package var to: Double
  package var step = 0

  package static let steps = 8

  /// What is shown at this step; fast at first.
  package var value: Double {
    let left = Double(ScoreRoll.steps - step) / Double(ScoreRoll.steps)
    return to + (from - to) * left * left
  }

  /// The next step; nil at the end.
  package var next: ScoreRoll? {
    var roll = self
    roll.step += 1
    return roll.step < ScoreRoll.steps ? roll : nil
  }
}

extension DashboardState {
  package var nps: NPSState {
    get { panelStates[NPSState.self] }
    _modify { yield &panelStates[NPSState.self] }
  }
}
