import Community

/// The members that are marked: one bit each, so that copying and joining cost little with a million members.
///
/// Indexes live as long as one reading of the folder; a new reading carries the marks over by id.
package struct Marks: Hashable, Sendable {
  private var words: [UInt64] = []
  package private(set) var count = 0

  package init() {}

  package init(_ members: some Sequence<Member.Index>) {
    for member in members { insert(member) }
  }

  package var isEmpty: Bool { count == 0 }

  package func contains(_ member: Member.Index) -> Bool {
    let place = Int(member.rawValue)
    return place >> 6 < words.count && words[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  package mutating func insert(_ member: Member.Index) {
    let place = Int(member.rawValue)
    if place >> 6 >= words.count {
      words.append(contentsOf: repeatElement(0, count: (place >> 6) + 1 - words.count))
    }
    let bit: UInt64 = 1 << UInt64(place & 63)
    if words[place >> 6] & bit == 0 {
      words[place >> 6] |= bit
      count += 1
    }
  }

  package mutating func remove(_ member: Member.Index) {
    guard contains(member) else { return }
    words[Int(member.rawValue) >> 6] &= ~(1 << UInt64(member.rawValue & 63))
    count -= 1
  }

  package mutating func toggle(_ member: Member.Index) {
    if contains(member) { remove(member) } else { insert(member) }
  }

  package mutating func formUnion(_ other: Marks) {
    if words.count < other.words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    count = 0
    for index in words.indices {
      if index < other.words.count { words[index] |= other.words[index] }
      count += words[index].nonzeroBitCount
    }
  }

  /// The marked members in the order of their indexes.
  ///
  /// - Complexity: O(members).
  package var members: [Member.Index] {
    var members: [Member.Index] = []
    members.reserveCapacity(count)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        members.append(Member.Index(rawValue: UInt32(index << 6 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return members
  }

  package static func == (left: Marks, right: Marks) -> Bool {
    guard left.count == right.count else { return false }
    let shorter = min(left.words.count, right.words.count)
    return left.words[..<shorter] == right.words[..<shorter]
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
