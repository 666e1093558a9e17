import Algorithms
import Community

/// Who is tied to whom, in compressed sparse rows: members with at least one tie are nodes, in the order of the
/// members; a row holds the others of a node, ascending.
///
/// A tie is a reply, reaction, mention or thanks from one member to another within the window; without `to` it goes
/// to the author of what it answers. Oneself, hosts, bots and unknown ids are no ends of it.
package struct TieGraph: Sendable {
  /// Which way there was activity along a tie.
  package struct Direction: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// From the row's node to the other.
    package static let out = Direction(rawValue: 1)
    package static let back = Direction(rawValue: 2)
    package static let both: Direction = [.out, .back]
  }

  /// By node, its member.
  package let members: [UInt32]
  /// By member, its node and 1; 0 for none.
  private let nodes: [UInt32]
  /// Where the row of a node begins; one more than nodes.
  let offsets: [UInt32]
  let neighbors: [UInt32]
  let directions: [UInt8]
  /// How many activities make up the tie, up to 65,535.
  let weights: [UInt16]

  package var nodeCount: Int { members.count }
  /// Pairs of members tied in either direction.
  package var edgeCount: Int { neighbors.count / 2 }

  /// - Parameters:
  ///   - arcs: from (upper half) and to (lower half), as members, repeated as often as there were activities.
  ///   - memberCount: one more than the highest member.
  /// - Complexity: O(members + *a* + *d* log *d* by node) for *a* arcs and *d* of one node.
  init(arcs: [[UInt64]], memberCount: Int) {
    var counts = [UInt32](repeating: 0, count: memberCount)
    for arcs in arcs {
      for arc in arcs {
        counts[Int(arc >> 32)] += 1
        counts[Int(truncatingIfNeeded: arc & 0xFFFF_FFFF)] += 1
      }
    }
    var members: [UInt32] = []
    var starts: [UInt32] = [0]
    var nodes = [UInt32](repeating: 0, count: memberCount)
    for member in counts.indices where counts[member] > 0 {
      members.append(UInt32(member))
      nodes[member] = UInt32(members.count)
      starts.append(starts[starts.count - 1] + counts[member])
    }
    counts = []
    let entries = TieGraph.scatter(arcs, nodes, starts)
    self.members = members
    self.nodes = nodes
    (offsets, neighbors, directions, weights) = TieGraph.merge(entries, starts)
  }

  /// By node, the other node with the direction in the two lowest bits, in any order.
  private static func scatter(_ arcs: [[UInt64]], _ nodes: [UInt32], _ starts: [UInt32]) -> [UInt32] {
    var cursors = starts
    let total = Int(starts[starts.count - 1])
    var entries = [UInt32](repeating: 0, count: total)
    for arcs in arcs {
      for arc in arcs {
        let from = nodes[Int(arc >> 32)] - 1
        let to = nodes[Int(truncatingIfNeeded: arc & 0xFFFF_FFFF)] - 1
        entries[Int(cursors[Int(from)])] = to << 2 | UInt32(Direction.out.rawValue)
        cursors[Int(from)] += 1
        entries[Int(cursors[Int(to)])] = from << 2 | UInt32(Direction.back.rawValue)
        cursors[Int(to)] += 1
      }
    }
    return entries
  }

  /// Sorts the rows and joins what goes to the same node.
  private static func merge(
    _ entries: [UInt32], _ starts: [UInt32]
  ) -> (offsets: [UInt32], neighbors: [UInt32], directions: [UInt8], weights: [UInt16]) {
    var entries = entries
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(starts.count)
    var neighbors: [UInt32] = []
    var directions: [UInt8] = []
    var weights: [UInt16] = []
    neighbors.reserveCapacity(entries.count)
    directions.reserveCapacity(entries.count)
    weights.reserveCapacity(entries.count)
    for node in 0..<starts.count - 1 {
      let row = Int(starts[node])..<Int(starts[node + 1])
      if row.count > 24 { entries[row].sort() } else { insertionSort(&entries, row) }
      var last = UInt32.max
      for entry in entries[row] {
        let other = entry >> 2
        let direction = UInt8(entry & 3)
        if other == last {
          directions[directions.count - 1] |= direction
          if weights[weights.count - 1] < .max { weights[weights.count - 1] += 1 }
        } else {
          neighbors.append(other)
          directions.append(direction)
          weights.append(1)
          last = other
        }
      }
      offsets.append(UInt32(neighbors.count))
    }
    return (offsets, neighbors, directions, weights)
  }

  private static func insertionSort(_ entries: inout [UInt32], _ row: Range<Int>) {
    for index in row.dropFirst() {
      let entry = entries[index]
      var place = index
      while place > row.lowerBound, entries[place - 1] > entry {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  // MARK: Reading

  /// The node of a member, or nil without ties.
  package func node(of member: Member.Index) -> Int? {
    guard member.value < nodes.count, nodes[member.value] > 0 else { return nil }
    return Int(nodes[member.value]) - 1
  }

  @inline(__always)
  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// How many others a node is tied to.
  @inline(__always)
  package func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// Whom a member is tied to, by how much activity, then by member.
  ///
  /// - Complexity: O(*d* log *d*) for *d* ties.
  package func ties(of member: Member.Index) -> [Tie] {
    guard let node = node(of: member) else { return [] }
    let ties = row(node).map { place in
      Tie(
        member: Member.Index(rawValue: members[Int(neighbors[place])]),
        direction: Direction(rawValue: directions[place]), activities: Int(weights[place]))
    }
    return ties.sorted { left, right in
      left.activities != right.activities ? left.activities > right.activities : left.member < right.member
    }
  }

  /// Whether two members are tied in either direction.
  ///
  /// - Complexity: O(log *d*) for *d* ties.
  package func areTied(_ one: Member.Index, _ other: Member.Index) -> Bool {
    guard let node = node(of: one), let wanted = self.node(of: other) else { return false }
    let own = neighbors[Int(offsets[node])..<Int(offsets[node + 1])]
    let place = own.partitioningIndex { $0 >= UInt32(wanted) }
    return place < own.endIndex && own[place] == UInt32(wanted)
  }

  /// One other member that a member is tied to.
  package struct Tie: Hashable, Sendable {
    package let member: Member.Index
    package let direction: Direction
    /// Replies, reactions, mentions and thanks either way, up to 65,535.
    package let activities: Int
  }

  /// Ties in one direction: from the one to the other, and those among them with a tie back.
  var arcs: (all: Int, returned: Int) {
    var returned = 0
    var all = 0
    for direction in directions {
      // Each pair stands in two rows; the one out of each row is counted.
      if direction & Direction.out.rawValue != 0 { all += 1 }
      if direction == Direction.both.rawValue { returned += 1 }
    }
    return (all, returned)
  }
}
