import Algorithms
import Community
import Synchronization

/// Members to call back, by what is at stake; behind them, by silence, those of whom no model tells.
///
/// Counts and the first members are there at once; the whole order takes a sort.
package struct RecallQueue: Sendable {
  /// By member; `absent` for whoever isn't in the queue.
  private var keys: [UInt64]
  /// The whole queue in order; empty until `sort`.
  package private(set) var members: [Member.Index] = []
  package private(set) var isSorted = false
  /// Members in the queue; those of them with a known stake.
  package private(set) var count = 0
  package private(set) var countAtStake = 0
  /// The sum of the stakes, in hundredths, so that it's the same however it came about.
  private var hundredthsAtStake: Int64 = 0
  /// What is at stake in the whole queue, in currency units.
  package var atStake: Double { Double(hundredthsAtStake) / 100 }
  /// Those in the queue whom lot holds out of the campaign of the play suggested: they are decided about as the
  /// others, but not called.
  private var lots = HeldOut()
  package var heldOut: Int { lots.count }
  package var heldOutAtStake: Int { lots.countAtStake }
  /// What is at stake of them, in currency units.
  package var stakeHeldOut: Double { Double(lots.hundredths) / 100 }
  /// Sleeping and churned members by layer: all of them, and those in the queue.
  package private(set) var layers: [RecallLayer: LayerCount] = [:]
  /// What all members, queued or not, would bring in a year if awake, times the probability that they aren't; in
  /// currency units. Nil without a model.
  package let valueAtRisk: Double?
  private static let absent = UInt64.max

  private struct HeldOut: Sendable {
    var count = 0
    var countAtStake = 0
    var hundredths: Int64 = 0

    mutating func add(_ key: UInt64, _ change: Int) {
      count += change
      if key < RecallBoard.secondBlock { countAtStake += change }
      hundredths &+= Int64(change) * RecallBoard.hundredths(ofKey: key)
    }
  }

  package struct LayerCount: Hashable, Sendable {
    package var members = 0
    package var queued = 0
    package init() {}
  }

  /// - Complexity: O(members), by worker.
  /// - Returns: nil if cancelled.
  package init?(
    _ board: RecallBoard, on computation: Computation = .serial
  ) {
    let count = board.roster.count
    let size = 1 << 15
    let numbers = (count + size - 1) / size
    let workers = max(1, min(computation.workers, numbers))
    let parts = Mutex<[Part?]>(Array(repeating: nil, count: numbers))
    computation.forEach(workers) { worker in
      for number in stride(from: worker, to: numbers, by: workers) {
        if computation.isCancelled() { return }
        let part = Part(board, number * size..<min(count, (number + 1) * size))
        parts.withLock { $0[number] = part }
      }
    }
    valueAtRisk = board.measures.valueAtRisk?.units
    keys = []
    keys.reserveCapacity(count)
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      keys += part.keys
      for (layer, members) in zip(RecallLayer.allCases, part.layers) {
        layers[layer, default: LayerCount()].members += members.members
        layers[layer, default: LayerCount()].queued += members.queued
      }
      countAtStake += part.countAtStake
      hundredthsAtStake &+= part.hundredthsAtStake
      lots.count += part.lots.count
      lots.countAtStake += part.lots.countAtStake
      lots.hundredths &+= part.lots.hundredths
    }
    self.count = layers.values.reduce(0) { $0 + $1.queued }
  }

  private struct Part: Sendable {
    var keys: [UInt64]
    var layers = [LayerCount](repeating: LayerCount(), count: RecallLayer.allCases.count)
    var countAtStake = 0
    var hundredthsAtStake: Int64 = 0
    var lots = HeldOut()

    init(_ board: RecallBoard, _ members: Range<Int>) {
      let gate = board.gate()
      keys = []
      keys.reserveCapacity(members.count)
      for number in members {
        let member = Member.Index(number)
        guard let layer = board.layer(of: member) else {
          keys.append(RecallQueue.absent)
          continue
        }
        layers[layer.place].members += 1
        guard board.hindrance(of: member, gate) == nil else {
          keys.append(RecallQueue.absent)
          continue
        }
        layers[layer.place].queued += 1
        let key = board.key(of: member, layer)
        if key < RecallBoard.secondBlock { countAtStake += 1 }
        hundredthsAtStake &+= RecallBoard.hundredths(ofKey: key)
        if board.isHeldOut(member, layer) { lots.add(key, 1) }
        keys.append(key)
      }
    }
  }

  /// Whether a member is in the queue.
  package func contains(_ member: Member.Index) -> Bool {
    member.value < keys.count && keys[member.value] != RecallQueue.absent
  }

  // MARK: Order

  /// The first members of the queue, without sorting the rest.
  ///
  /// - Complexity: O(members).
  package func first(_ wanted: Int, of board: RecallBoard) -> [Member.Index] {
    if isSorted { return Array(members.prefix(wanted)) }
    guard wanted > 0 else { return [] }
    return TextView.with(.id, of: board.roster) { ids in
      var items: [RadixSort.Item] = []
      let capacity = max(wanted * 4, 1024)
      var bar = RecallQueue.absent
      func prune() {
        items.sort { $0.key != $1.key ? $0.key < $1.key : RecallQueue.precedes($0.member, $1.member, ids) }
        if items.count > wanted { items.removeLast(items.count - wanted) }
        if items.count == wanted, let last = items.last { bar = last.key }
      }
      for (number, key) in keys.enumerated() where key != RecallQueue.absent && key <= bar {
        items.append(RadixSort.Item(key: key, member: Member.Index(number)))
        if items.count == capacity { prune() }
      }
      prune()
      return items.map(\.member)
    }
  }

  /// Puts the whole queue in order.
  ///
  /// - Complexity: O(members), and once for a roster a sort of all ids.
  /// - Returns: false if cancelled.
  package mutating func sort(_ board: RecallBoard, isCancelled: () -> Bool = { false }) -> Bool {
    guard let order = board.roster.idOrder.order(of: board.roster, isCancelled: isCancelled) else {
      return false
    }
    var items: [RadixSort.Item] = []
    items.reserveCapacity(count)
    for member in order where contains(member) {
      items.append(RadixSort.Item(key: keys[member.value], member: member))
    }
    guard RadixSort.sort(&items, isCancelled: isCancelled) else { return false }
    members = items.map(\.member)
    isSorted = true
    return true
  }

  /// Takes up what changed for some members: each leaves the queue, comes back or moves.
  ///
  /// - Complexity: O(log members) for each, and moving what lies behind its place.
  package mutating func update(_ touched: some Sequence<Member.Index>, _ board: RecallBoard) {
    let gate = board.gate()
    TextView.with(.id, of: board.roster) { ids in
      for member in touched where member.value < keys.count {
        guard let layer = board.layer(of: member) else { continue }
        remove(member, layer, board, ids)
        guard board.hindrance(of: member, gate) == nil else { continue }
        let key = board.key(of: member, layer)
        if isSorted { members.insert(member, at: place(key, member, ids)) }
        keys[member.value] = key
        count(member, layer, key, 1, board)
      }
    }
  }

  private mutating func remove(
    _ member: Member.Index, _ layer: RecallLayer, _ board: RecallBoard, _ ids: TextView
  ) {
    let key = keys[member.value]
    guard key != RecallQueue.absent else { return }
    if isSorted { members.remove(at: place(key, member, ids)) }
    keys[member.value] = RecallQueue.absent
    count(member, layer, key, -1, board)
  }

  private mutating func count(
    _ member: Member.Index, _ layer: RecallLayer, _ key: UInt64, _ change: Int, _ board: RecallBoard
  ) {
    layers[layer, default: LayerCount()].queued += change
    count += change
    if key < RecallBoard.secondBlock { countAtStake += change }
    hundredthsAtStake &+= Int64(change) * RecallBoard.hundredths(ofKey: key)
    if board.isHeldOut(member, layer) { lots.add(key, change) }
  }

  /// The first place whose member doesn't come before.
  private func place(_ key: UInt64, _ member: Member.Index, _ ids: TextView) -> Int {
    members.partitioningIndex { other in
      let otherKey = keys[other.value]
      return otherKey != key ? otherKey > key : !RecallQueue.precedes(other, member, ids)
    }
  }

  private static func precedes(_ left: Member.Index, _ right: Member.Index, _ ids: TextView) -> Bool {
    guard let left = ids[left], let right = ids[right] else { return left < right }
    return SortKeys.compare(left, right) < 0
  }
}
