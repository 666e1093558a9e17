/// The lots of points of one account, in the order in which they were issued.
///
/// Lots that expire stay in the book with what was left of them; nothing is taken from them any more. What can't be
/// covered by open lots isn't taken: there is no negative lot.
struct LotBook {
  struct Lot {
    /// Milliseconds since 1970. The lot is gone at `expires`, which isn't before `issuedAt`.
    var issuedAt: Int64
    var expires: Int64
    var issued: Int64
    /// What wasn't taken.
    var open: Int64
    /// The entry that issued it, and whether as the extra of the social coefficient.
    var entry: Int
    var isExtra: Bool

    func isOpen(at time: Int64) -> Bool { open > 0 && expires > time }
  }

  /// So many points taken from a lot.
  struct Take: Hashable {
    var lot: Int
    var points: Int64
  }

  private(set) var lots: [Lot] = []
  /// Places of lots as a binary heap, the first to expire on top, of those the first issued. A `Heap` would
  /// hold a copy of what orders them beside each place.
  private var heap: [Int32] = []
  /// No lot from here on has anything to take.
  private var newest = 0
  /// Whether takes are kept.
  var keepsTakes = false
  private(set) var takes: [Take] = []

  mutating func removeAll() {
    lots.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    takes.removeAll(keepingCapacity: true)
    newest = 0
  }

  mutating func add(_ points: Int64, at time: Int64, expires: Int64, entry: Int, isExtra: Bool = false) {
    lots.append(
      Lot(
        issuedAt: time, expires: max(time, expires), issued: points, open: points, entry: entry,
        isExtra: isExtra))
    newest = lots.count
    heap.append(Int32(truncatingIfNeeded: lots.count - 1))
    raise(heap.count - 1)
  }

  /// Takes points from open lots, those that expire first in front.
  ///
  /// - Returns: how many there were.
  mutating func takeOldest(_ points: Int64, at time: Int64) -> Int64 {
    var rest = points
    while rest > 0, let top = heap.first {
      if lots[Int(top)].isOpen(at: time) { rest -= take(rest, from: Int(top)) }
      if !lots[Int(top)].isOpen(at: time) { removeTop() }
    }
    return points - rest
  }

  /// Takes points from open lots, those issued last in front. Time mustn't go back between calls.
  ///
  /// - Returns: how many there were.
  mutating func takeNewest(_ points: Int64, at time: Int64) -> Int64 {
    var rest = points
    while rest > 0, newest > 0 {
      if lots[newest - 1].isOpen(at: time) { rest -= take(rest, from: newest - 1) }
      if !lots[newest - 1].isOpen(at: time) { newest -= 1 }
    }
    return points - rest
  }

  private mutating func take(_ points: Int64, from lot: Int) -> Int64 {
    let taken = min(points, lots[lot].open)
    lots[lot].open -= taken
    if keepsTakes { takes.append(Take(lot: lot, points: taken)) }
    return taken
  }

  // MARK: Heap

  private func precedes(_ left: Int32, _ right: Int32) -> Bool {
    (lots[Int(left)].expires, left) < (lots[Int(right)].expires, right)
  }

  private mutating func raise(_ start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard precedes(heap[place], heap[parent]) else { return }
      heap.swapAt(place, parent)
      place = parent
    }
  }

  private mutating func removeTop() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in 2 * place + 1...2 * place + 2 {
        if child < heap.count, precedes(heap[child], heap[least]) { least = child }
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
