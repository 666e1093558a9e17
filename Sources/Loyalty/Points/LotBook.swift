import HeapModule

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

  /// A lot and what orders it among those that expire.
  private struct Due: Comparable {
    var expires: Int64
    var lot: Int

    static func < (left: Due, right: Due) -> Bool {
      (left.expires, left.lot) < (right.expires, right.lot)
    }
  }

  private(set) var lots: [Lot] = []
  /// The lots, the first to expire on top, of those the first issued.
  private var heap = Heap<Due>()
  /// No lot from here on has anything to take.
  private var newest = 0
  /// Whether takes are kept.
  var keepsTakes = false
  private(set) var takes: [Take] = []

  mutating func removeAll() {
    lots.removeAll(keepingCapacity: true)
    heap.removeAll { _ in true }
    takes.removeAll(keepingCapacity: true)
    newest = 0
  }

  mutating func add(_ points: Int64, at time: Int64, expires: Int64, entry: Int, isExtra: Bool = false) {
    lots.append(
      Lot(
        issuedAt: time, expires: max(time, expires), issued: points, open: points, entry: entry,
        isExtra: isExtra))
    newest = lots.count
    heap.insert(Due(expires: max(time, expires), lot: lots.count - 1))
  }

  /// Takes points from open lots, those that expire first in front.
  ///
  /// - Returns: how many there were.
  mutating func takeOldest(_ points: Int64, at time: Int64) -> Int64 {
    var rest = points
    while rest > 0, let top = heap.min?.lot {
      if lots[top].isOpen(at: time) { rest -= withdraw(rest, from: top) }
      if !lots[top].isOpen(at: time) { heap.removeMin() }
    }
    return points - rest
  }

  /// Takes points from open lots, those issued last in front. Time mustn't go back between calls.
  ///
  /// - Returns: how many there were.
  mutating func takeNewest(_ points: Int64, at time: Int64) -> Int64 {
    var rest = points
    while rest > 0, newest > 0 {
      if lots[newest - 1].isOpen(at: time) { rest -= withdraw(rest, from: newest - 1) }
      if !lots[newest - 1].isOpen(at: time) { newest -= 1 }
    }
    return points - rest
  }

  private mutating func withdraw(_ points: Int64, from lot: Int) -> Int64 {
    let taken = min(points, lots[lot].open)
    lots[lot].open -= taken
    if keepsTakes { takes.append(Take(lot: lot, points: taken)) }
    return taken
  }
}
