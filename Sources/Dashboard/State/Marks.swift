import BitCollections
import Community

/// The members that are marked: one bit each, so that copying and joining cost little with a million members.
///
/// Indexes live as long as one reading of the folder; a new reading carries the marks over by id.
package struct Marks: Hashable, Sendable {
  private var bits = BitSet()
  /// Kept beside the bits, as frames ask for it and counting them is O(members).
  package private(set) var count = 0

  package init() {}

  package init(_ members: some Sequence<Member.Index>) {
    for member in members { insert(member) }
  }

  package var isEmpty: Bool { count == 0 }

  package func contains(_ member: Member.Index) -> Bool { bits.contains(member.value) }

  package mutating func insert(_ member: Member.Index) {
    if bits.insert(member.value).inserted { count += 1 }
  }

  package mutating func remove(_ member: Member.Index) {
    if bits.remove(member.value) != nil { count -= 1 }
  }

  package mutating func toggle(_ member: Member.Index) {
    if contains(member) { remove(member) } else { insert(member) }
  }

  package mutating func formUnion(_ other: Marks) {
    bits.formUnion(other.bits)
    count = bits.count
  }

  /// The marked members in the order of their indexes.
  ///
  /// - Complexity: O(members).
  package var members: [Member.Index] { bits.map { Member.Index($0) } }

  package func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
