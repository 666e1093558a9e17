import Community

/// Groups found in the ties, beside the spaces that members are active in.
package struct TieGroups: Sendable {
  package struct Group: Hashable, Sendable {
    /// From 1, the largest first.
    package let id: Int
    package let size: Int
    /// Ties among its members, and of these with others.
    package let inside: Int
    package let outside: Int
    /// The space where most of its members are at home, with how many they are.
    package let space: Symbol
    package let atHome: Int
    /// Its members with the most ties inside, up to five.
    package let centre: [Member.Index]
  }

  /// The largest first.
  package let all: [Group]
  /// Σ of ties inside ÷ *m* − (ends inside ÷ 2*m*)². Nil without ties.
  package let modularity: Double?
  /// The adjusted Rand index of the groups and the spaces where members are at home, over those who have one.
  package let agreement: Double?
  /// How many members have a space where they are at home.
  package let placed: Int
  private let groups: [UInt32]

  /// - Complexity: O(*m*) by pass of the Leiden algorithm, and O(activities).
  /// - Returns: nil if cancelled.
  package init?(
    _ figures: TieFigures, community: Community, isCancelled: () -> Bool = { false }
  ) {
    let graph = figures.graph
    let rules = community.program.community
    guard
      let leiden = Leiden(
        graph, resolution: rules.resolution, horizon: rules.horizon, isCancelled: isCancelled),
      let homes = TieGroups.homes(graph, community, figures, isCancelled)
    else { return nil }
    groups = leiden.groups
    modularity = leiden.modularity
    let known = homes.indices.filter { homes[$0] != 0 }
    placed = known.count
    agreement = adjustedRandIndex(known.map { leiden.groups[$0] }, known.map { homes[$0] })
    all = TieGroups.summed(leiden, homes, graph, community.symbols)
  }

  func number(ofNode node: Int) -> Int { Int(groups[node]) + 1 }

  /// The members of a group, by the number of its ties inside, then in the order of the members.
  ///
  /// - Complexity: O(nodes).
  package func members(of group: Int, in graph: TieGraph) -> [Member.Index] {
    groups.indices.filter { Int(groups[$0]) + 1 == group }.map { Member.Index(rawValue: graph.members[$0]) }
  }

  /// By node, the space in which the member was active most often in the window, as a symbol's raw value; 0 for none.
  /// Of those equally often the one whose name comes first counts.
  private static func homes(
    _ graph: TieGraph, _ community: Community, _ figures: TieFigures, _ isCancelled: () -> Bool
  ) -> [UInt32]? {
    let from = figures.moment.start(ofWindow: figures.days).rawValue
    let now = figures.moment.now.rawValue
    func forEach(_ body: (Int, UInt32) -> Void) -> Bool {
      for segment in community[.activity].segments {
        if isCancelled() { return false }
        let spaces = segment.symbols[ActivityField.space.slot]
        guard !spaces.isEmpty, segment.newest.rawValue >= from || !segment.newest.isKnown else { continue }
        for row in 0..<segment.count
        where spaces[row] != 0 && segment.at[row] >= from && segment.at[row] <= now {
          guard let member = segment.party(row).member, let node = graph.node(of: member) else { continue }
          body(node, spaces[row])
        }
      }
      return true
    }
    var starts = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    guard forEach({ node, _ in starts[node + 1] += 1 }) else { return nil }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    var cursors = starts
    var rooms = [UInt32](repeating: 0, count: Int(starts[graph.nodeCount]))
    guard
      forEach({ node, space in
        rooms[Int(cursors[node])] = space
        cursors[node] += 1
      })
    else { return nil }
    return (0..<graph.nodeCount).map { node in
      let own = rooms[Int(starts[node])..<Int(starts[node + 1])].sorted()
      var best: UInt32 = 0
      var most = 0
      var start = 0
      for index in own.indices where index + 1 == own.count || own[index + 1] != own[index] {
        let length = index + 1 - start
        start = index + 1
        if length < most { continue }
        if length == most, !isBefore(own[index], best, community.symbols) { continue }
        best = own[index]
        most = length
      }
      return best
    }
  }

  private static func isBefore(_ one: UInt32, _ other: UInt32, _ symbols: SymbolTable) -> Bool {
    symbols[Symbol(rawValue: one)].utf8.lexicographicallyPrecedes(symbols[Symbol(rawValue: other)].utf8)
  }

  private static func summed(
    _ leiden: Leiden, _ homes: [UInt32], _ graph: TieGraph, _ symbols: SymbolTable
  ) -> [Group] {
    let count = leiden.sizes.count
    var inside = [Int](repeating: 0, count: count)
    var outside = inside
    var centres = [[(ties: Int, node: Int)]](repeating: [], count: count)
    var rooms: [[UInt32: Int]] = Array(repeating: [:], count: count)
    for node in 0..<graph.nodeCount {
      let group = Int(leiden.groups[node])
      var own = 0
      for place in graph.row(node) {
        if leiden.groups[Int(graph.neighbors[place])] == leiden.groups[node] { own += 1 }
      }
      inside[group] += own
      outside[group] += graph.degree(node) - own
      if homes[node] != 0 { rooms[group][homes[node], default: 0] += 1 }
      if centres[group].count < 5 || centres[group][4].ties < own {
        let place = centres[group].firstIndex { $0.ties < own } ?? centres[group].count
        centres[group].insert((own, node), at: place)
        if centres[group].count > 5 { centres[group].removeLast() }
      }
    }
    return (0..<count).map { group in
      let home = rooms[group].max { left, right in
        left.value != right.value ? left.value < right.value : isBefore(right.key, left.key, symbols)
      }
      return Group(
        id: group + 1, size: leiden.sizes[group], inside: inside[group] / 2, outside: outside[group],
        space: Symbol(rawValue: home?.key ?? 0), atHome: home?.value ?? 0,
        centre: centres[group].map { Member.Index(rawValue: graph.members[$0.node]) })
    }
  }
}
