import Bytes
import Community

/// How much of the community a member carries.
package enum ContributorLayer: UInt8, CaseIterable, Sendable {
  /// One of the fewest members who made half of all contributions.
  case core = 1
  /// At least one contribution.
  case contributor
  /// A reaction and no contribution.
  case reactor
  /// Activity, but neither.
  case lurker

  package var id: String { "\(self)" }
}

/// The layers of all members over one window.
struct ContributorLayers: Sendable {
  /// By member, the raw value of the layer, 0 without activity.
  let codes: [UInt8]
  /// How many members each layer has, by raw value; first those without activity.
  let counts: [Int]
  /// The fewest members who made half of all contributions.
  var halfMadeBy: Int { counts[Int(ContributorLayer.core.rawValue)] }

  /// - Parameters:
  ///   - contributions: by member.
  ///   - isActive, hasReacted: by member, whether there was any activity, or a reaction.
  /// - Complexity: O(members).
  init(
    contributions: [UInt32], counted: CountedMembers, community: Community,
    isActive: (Int) -> Bool, hasReacted: (Int) -> Bool
  ) {
    var codes = [UInt8](repeating: 0, count: contributions.count)
    for member in codes.indices where counted.flags[member] {
      let layer: ContributorLayer? =
        if contributions[member] > 0 { .contributor } else if hasReacted(member) { .reactor } else {
          isActive(member) ? .lurker : nil
        }
      codes[member] = layer?.rawValue ?? 0
    }
    for member in ContributorLayers.core(contributions, community) {
      codes[member] = ContributorLayer.core.rawValue
    }
    var counts = [Int](repeating: 0, count: ContributorLayer.allCases.count + 1)
    for code in codes { counts[Int(code)] += 1 }
    counts[0] = counted.count - counts.dropFirst().reduce(0, +)
    self.codes = codes
    self.counts = counts
  }

  /// The fewest members who made half of all contributions, taken by contributions, then by the bytes of their ids.
  private static func core(_ contributions: [UInt32], _ community: Community) -> [Int] {
    let total = contributions.reduce(0) { $0 + Int($1) }
    guard total > 0 else { return [] }
    var howMany: [UInt32: Int] = [:]
    for number in contributions where number > 0 { howMany[number, default: 0] += 1 }
    var rest = (total + 1) / 2
    for (number, members) in howMany.sorted(by: { $0.key > $1.key }) {
      let wanted = (rest + Int(number) - 1) / Int(number)
      guard wanted <= members else {
        rest -= members * Int(number)
        continue
      }
      let higher = contributions.indices.filter { contributions[$0] > number }
      let equal = contributions.indices.filter { contributions[$0] == number }
      return higher + FirstByID.select(wanted, of: equal, in: community.members)
    }
    return []
  }
}

/// Finds those of some members whose ids come first by their bytes.
enum FirstByID {
  private struct Key {
    var first: UInt64
    var second: UInt64
    var member: Int
  }

  /// - Complexity: O(members) on average.
  static func select(_ wanted: Int, of members: [Int], in table: Members) -> [Int] {
    guard wanted < members.count else { return members }
    guard wanted > 0 else { return [] }
    var keys = members.map { member in
      let (block, row) = table.place(Member.Index(member))
      return table.blocks[block].ids.withBytes(row: row) { bytes in
        Key(first: word(bytes, at: 0), second: word(bytes, at: 8), member: member)
      }
    }
    func precedes(_ left: Key, _ right: Key) -> Bool {
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      let one = table.id(Member.Index(left.member))
      return one.utf8.lexicographicallyPrecedes(table.id(Member.Index(right.member)).utf8)
    }
    // Quickselect: what stands before `low` is in, what stands from `high` on is out.
    var low = 0
    var high = keys.count
    while high - low > 1, wanted > low, wanted < high {
      let three = [keys[low], keys[(low + high) / 2], keys[high - 1]].sorted(by: precedes)
      let pivot = three[1]
      var place = low
      for index in low..<high where precedes(keys[index], pivot) {
        keys.swapAt(place, index)
        place += 1
      }
      // Ids differ, so just one key is the pivot's.
      if let own = keys[place..<high].firstIndex(where: { $0.member == pivot.member }) {
        keys.swapAt(place, own)
      }
      if wanted <= place { high = place } else { low = place + 1 }
    }
    return keys.prefix(wanted).map(\.member)
  }

  /// Eight bytes, the first one highest, zeros behind the last.
  private static func word(_ bytes: ByteView?, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in start..<start + 8 {
      word = word << 8
      if let bytes, index < bytes.count { word |= UInt64(bytes[index]) }
    }
    return word
  }
}

/// How many members went from one layer to another.
package struct LayerMoves: Hashable, Sendable {
  /// By raw value of the earlier layer, then of the later one; 0 stands for no activity.
  private var counts: [[Int]]

  init(from earlier: [UInt8], to later: [UInt8], counted: CountedMembers) {
    let size = ContributorLayer.allCases.count + 1
    var counts = [[Int]](repeating: Array(repeating: 0, count: size), count: size)
    for member in later.indices where counted.flags[member] {
      counts[Int(earlier[member])][Int(later[member])] += 1
    }
    self.counts = counts
  }

  /// Nil stands for no activity.
  package subscript(from: ContributorLayer?, to: ContributorLayer?) -> Int {
    counts[Int(from?.rawValue ?? 0)][Int(to?.rawValue ?? 0)]
  }

  /// Members who rose to a layer from a lower one or from none.
  package func rose(to layer: ContributorLayer) -> Int {
    counts.indices.filter { $0 == 0 || $0 > Int(layer.rawValue) }.reduce(0) {
      $0 + counts[$1][Int(layer.rawValue)]
    }
  }

  /// Members who fell from a layer to a lower one or to none.
  package func fell(from layer: ContributorLayer) -> Int {
    counts.indices.filter { $0 == 0 || $0 > Int(layer.rawValue) }.reduce(0) {
      $0 + counts[Int(layer.rawValue)][$1]
    }
  }
}
