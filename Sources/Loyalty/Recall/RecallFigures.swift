import Algorithms
import Community

/// How the rows of the queue are ordered.
package enum RecallOrder: Hashable, Sendable {
  /// By what is at stake, then by silence.
  case stake
  /// Layer by layer, in each by what is at stake.
  case layer
  /// By a column; equal ones by what is at stake.
  case column(MemberOrder)
}

/// The queue with what stands behind it, as of one state of the folder.
package struct RecallFigures: Sendable {
  package var board: RecallBoard
  /// The queue in order, of it those that search and filter let pass; the first rows of them until it's complete.
  package var rows: [Member.Index]
  /// How the rows are ordered.
  package var order: RecallOrder
  /// The first row without a known stake, if there are some and others before; nil where they are ordered otherwise.
  package var boundary: Int?
  /// Which of the searches and filters it's narrowed by.
  package var narrowing: Int
  package var isComplete: Bool
  /// Members in the queue, whom lot holds out among them.
  package var count: Int
  /// Of the queue, those whom lot holds out: they are shown and decided about, but not called.
  package var heldOut: Int
  /// Members to call: the queue without those.
  package var toCall: Int { count - heldOut }
  /// Of those to call, how many have a known stake.
  package var countAtStake: Int
  /// The sum of their stakes, and of those of the held out, in currency units.
  package var atStake: Double
  package var stakeHeldOut: Double
  /// What the rows come to where search and filter leave out some of the queue; nil where they don't.
  package var listed: Sums?
  /// The first ten of those to call, as far as their stake is known, with the sum of it.
  package var first: (count: Int, stake: Double)
  package var layers: [RecallLayer: RecallQueue.LayerCount]
  /// In currency units.
  package var valueAtRisk: Double?
  package var plays: [PlayOutcome]
  /// What came of recalls by layer, in the order of the layers.
  package var layerOutcomes: [LayerOutcome]
  package var total: PlayOutcome
  /// Decisions of the calendar day, newest first.
  package var today: [Line]
  /// Grows with every change of the folder.
  package var generation: Int

  /// A decision with the one that took it back.
  package struct Line: Hashable, Sendable {
    package var decision: LoggedDecision
    package var undo: LoggedDecision?
  }

  /// What some members of the queue come to.
  package struct Sums: Hashable, Sendable {
    /// Members to call, without the held out; of those, how many have a known stake, and the sum of it in currency units.
    package var toCall = 0
    package var countAtStake = 0
    package var atStake = 0.0
    /// Members whom lot holds out.
    package var heldOut = 0

    /// - Complexity: O(rows).
    package init(_ rows: [Member.Index], _ board: RecallBoard) {
      for member in rows {
        if board.isHeldOut(member) {
          heldOut += 1
          continue
        }
        toCall += 1
        guard let stake = board.stake(of: member) else { continue }
        countAtStake += 1
        atStake += stake
      }
    }
  }

  /// - Parameter isNarrowed: whether search and filter leave out some of the queue.
  package init(
    _ board: RecallBoard, _ queue: RecallQueue, rows: [Member.Index], isNarrowed: Bool = false,
    order: RecallOrder = .stake, generation: Int, narrowing: Int = 0
  ) {
    self.board = board
    self.order = order
    self.rows =
      switch order {
      case .stake: rows
      case .layer: RecallFigures.byLayer(rows, board)
      case .column(let order): board.roster.sorted(rows, by: order)
      }
    self.generation = generation
    self.narrowing = narrowing
    listed = isNarrowed ? Sums(rows, board) : nil
    boundary = order == .stake ? RecallFigures.boundary(of: rows, board) : nil
    isComplete = queue.isSorted
    count = queue.count
    heldOut = queue.heldOut
    countAtStake = queue.countAtStake - queue.heldOutAtStake
    stakeHeldOut = queue.stakeHeldOut
    atStake = queue.atStake - queue.stakeHeldOut
    first = RecallFigures.first(10, of: queue.isSorted ? queue.members : rows, board)
    layers = queue.layers
    valueAtRisk = queue.valueAtRisk
    plays = board.outcomes.plays
    layerOutcomes = board.outcomes.layers
    total = board.outcomes.total
    today = board.log.decisions(since: board.roster.moment.start(ofWindow: 1)).map {
      Line(decision: $0.decision, undo: $0.undo)
    }
  }

  /// How many of the first members to call have a known stake, and the sum of it.
  private static func first(_ limit: Int, of rows: [Member.Index], _ board: RecallBoard) -> (Int, Double) {
    var (seen, count, sum) = (0, 0, 0.0)
    for member in rows where !board.isHeldOut(member) {
      if seen == limit { break }
      seen += 1
      guard let stake = board.stake(of: member) else { continue }
      count += 1
      sum += stake
    }
    return (count, sum)
  }

  /// Members with a known stake come first, so halving finds where the others begin.
  private static func boundary(of rows: [Member.Index], _ board: RecallBoard) -> Int? {
    let place = rows.partitioningIndex { board.stake(of: $0) == nil }
    return place > 0 && place < rows.count ? place : nil
  }

  /// The rows layer by layer, in each as they were.
  ///
  /// - Complexity: O(rows).
  private static func byLayer(_ rows: [Member.Index], _ board: RecallBoard) -> [Member.Index] {
    var parts = [[Member.Index]](repeating: [], count: RecallLayer.allCases.count)
    for member in rows {
      if let layer = board.layer(of: member) { parts[layer.place].append(member) }
    }
    return parts.flatMap { $0 }
  }

  /// The figures of a roster with measures, made at one go; nil without measures.
  package init?(roster: Roster, manager: String?) {
    guard var board = RecallBoard(roster, fit: roster.measures?.model?.fit, manager: manager) else {
      return nil
    }
    if roster.measures?.lots.isEmpty ?? true { board.tellMeasures() }
    guard var queue = RecallQueue(board), queue.sort(board) else { return nil }
    self.init(board, queue, rows: queue.members, generation: 0)
  }

  package var community: Community { board.roster.community }

  package func id(_ member: Member.Index) -> String { community.members.id(member) }
}
