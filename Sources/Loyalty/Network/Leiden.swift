/// Groups in a graph that are tied more closely among themselves than chance would have it, found by the Leiden
/// algorithm (Traag, Waltman & van Eck 2019) for modularity: nodes move between groups until none gains by it, the
/// groups are refined into well-connected parts, the parts become nodes, and so on.
///
/// Nodes are taken in a fixed order, and the best move is taken rather than a random one, so that the same graph has
/// the same groups.
///
/// Modularity holds a graph against one in which everybody may meet everybody; in a large one any two small groups
/// with a single tie between them would be one (Fortunato & Barthélemy 2007). So chance reaches as far as somebody
/// can know people, and not through the whole graph: `horizon` nodes.
struct Leiden: Sendable {
  /// By node, the number of its group: the largest is 0, of those equally large the one with the lowest node is
  /// first.
  let groups: [UInt32]
  /// Nodes by group.
  let sizes: [Int]
  /// Σ of ties inside ÷ *m* − (ends inside ÷ 2*m*)². Nil without ties.
  let modularity: Double?

  /// Rounds over all levels: later ones begin with the groups of those before, and seldom change much.
  private static let rounds = 3

  /// - Parameters:
  ///   - resolution: more finds smaller groups.
  ///   - horizon: how many nodes chance reaches; in a graph of no more it's that of modularity.
  /// - Complexity: O(*m*) by pass; a handful of passes.
  /// - Returns: nil if cancelled.
  init?(_ graph: TieGraph, resolution: Double = 1, horizon: Int = .max, isCancelled: () -> Bool) {
    let base = WeightedGraph(graph)
    // Among as many nodes as the horizon holds, a tie is so many times as likely as in the whole graph.
    let resolution = resolution * max(1, Double(base.count) / Double(max(1, horizon)))
    var groups = (0..<UInt32(base.count)).map { $0 }
    for _ in 0..<Leiden.rounds {
      guard let next = Leiden.round(base, groups, resolution, isCancelled) else { return nil }
      let isStable = next == groups
      groups = next
      if isStable { break }
    }
    let (numbered, sizes) = Leiden.numbered(groups)
    self.groups = numbered
    self.sizes = sizes
    modularity = base.modularity(of: numbered, groups: sizes.count)
  }

  private static func round(
    _ base: WeightedGraph, _ start: [UInt32], _ resolution: Double, _ isCancelled: () -> Bool
  ) -> [UInt32]? {
    var level = base
    var partition = start
    /// By node of the base, its node in the level.
    var places: [UInt32] = []
    while true {
      guard let moved = level.moveNodes(partition, resolution, isCancelled) else { return nil }
      partition = moved
      let parts = level.refine(partition, resolution)
      let next = level.joined(parts.places, count: parts.count)
      if next.count == level.count { break }
      var groups = [UInt32](repeating: 0, count: next.count)
      for node in partition.indices { groups[Int(parts.places[node])] = partition[node] }
      // Groups of the next level are named after one of its nodes, as those of the first are.
      groups = firstNodes(groups, below: level.count)
      places = places.isEmpty ? parts.places : places.map { parts.places[Int($0)] }
      partition = groups
      level = next
    }
    let groups = places.isEmpty ? partition : places.map { partition[Int($0)] }
    return firstNodes(groups, below: base.count)
  }

  /// Names each group after its lowest node, so that equal groups have equal names.
  private static func firstNodes(_ groups: [UInt32], below bound: Int) -> [UInt32] {
    var names = [UInt32](repeating: .max, count: bound)
    return groups.indices.map { node in
      let group = Int(groups[node])
      if names[group] == .max { names[group] = UInt32(node) }
      return names[group]
    }
  }

  private static func numbered(_ groups: [UInt32]) -> ([UInt32], [Int]) {
    var sizes = [Int](repeating: 0, count: groups.count)
    for group in groups { sizes[Int(group)] += 1 }
    let order = sizes.indices.filter { sizes[$0] > 0 }.sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1
    }
    var numbers = [UInt32](repeating: 0, count: groups.count)
    for (number, group) in order.enumerated() { numbers[group] = UInt32(number) }
    return (groups.map { numbers[Int($0)] }, order.map { sizes[$0] })
  }
}
