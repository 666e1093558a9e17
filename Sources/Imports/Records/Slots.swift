import Synchronization

/// Results of tasks that run at the same time, each in its place.
final class Slots: Sendable {
  private let slots: Mutex<[Harvest?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ harvest: Harvest) { slots.withLock { $0[index] = harvest } }

  /// In the order of the tasks.
  var all: [Harvest] { slots.withLock { $0.compactMap { $0 } } }
}
