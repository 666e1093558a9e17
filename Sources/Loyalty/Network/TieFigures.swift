import Community

/// How closely the members of a community are tied to each other, and not only to its hosts.
package struct TieFigures: Sendable {
  package let moment: Moment
  /// The window in days, today included.
  package let days: Int
  package let graph: TieGraph
  /// Ties ÷ all pairs of nodes. Nil for fewer than two nodes.
  package let density: Double?
  /// Ties in one direction, and those of them with a tie back ÷ all. Nil without ties.
  package let directedTies: Int
  package let reciprocity: Double?
  /// 3 × triangles ÷ pairs of ties that meet. Nil where no two ties meet.
  package let transitivity: Double?
  /// The mean over nodes of ties among those a node is tied to ÷ pairs of these, 0 for a node of fewer than two ties.
  /// Nil without nodes.
  package let meanClustering: Double?
  package let triangles: Int
  /// Nodes by component, the largest first.
  package let components: [Int]
  /// Ties of members with hosts ÷ these and those among members. Nil without either.
  package let hubDependence: Double?
  package let hostTies: Int
  /// Replies in the window, and how many of them members wrote.
  package let replies: Int
  package let memberReplies: Int
  /// Members without whom a component falls apart, those who'd leave most others cut off first.
  package let bridges: [Bridge]
  /// Groups found in the ties; nil while they aren't computed.
  package private(set) var groups: TieGroups?
  private let reciprocal: [UInt32]
  private let embeddedTies: [UInt32]

  /// A member whose loss would part a component.
  package struct Bridge: Hashable, Sendable {
    package let member: Member.Index
    /// Members who'd be cut off from the largest part left.
    package let cut: Int
    /// Into how many parts the component would fall.
    package let parts: Int
  }

  /// - Parameters:
  ///   - workers, perform: as for `MemberFigures`.
  /// - Complexity: O(members + activities + *m*^1.5) for *m* ties.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    guard
      let reading = TieReading(
        community: community, figures: figures, workers: workers, perform: perform, isCancelled: isCancelled),
      let triangles = Triangles(
        reading.graph, workers: workers, perform: perform, isCancelled: isCancelled),
      let components = Components(reading.graph, isCancelled: isCancelled)
    else { return nil }
    moment = figures.moment
    days = community.program.community.tieDays
    let graph = reading.graph
    self.graph = graph
    let nodes = Double(graph.nodeCount)
    let edges = Double(graph.edgeCount)
    density = graph.nodeCount > 1 ? 2 * edges / (nodes * (nodes - 1)) : nil
    let arcs = graph.arcs
    directedTies = arcs.all
    reciprocity = arcs.all > 0 ? Double(arcs.returned) / Double(arcs.all) : nil
    var meeting = 0.0
    var clustering = 0.0
    for node in 0..<graph.nodeCount {
      let degree = Double(graph.degree(node))
      let pairs = degree * (degree - 1) / 2
      meeting += pairs
      if pairs > 0 { clustering += Double(triangles.counts[node]) / pairs }
    }
    self.triangles = triangles.total
    transitivity = meeting > 0 ? 3 * Double(triangles.total) / meeting : nil
    meanClustering = graph.nodeCount > 0 ? clustering / nodes : nil
    self.components = components.sizes.sorted(by: >)
    hostTies = reading.hostPairs
    let all = graph.edgeCount + reading.hostPairs
    hubDependence = all > 0 ? Double(reading.hostPairs) / Double(all) : nil
    replies = reading.replies
    memberReplies = reading.memberReplies
    bridges = components.bridges.map {
      Bridge(member: Member.Index(rawValue: graph.members[$0.node]), cut: $0.cut, parts: $0.parts)
    }.sorted { $0.cut != $1.cut ? $0.cut > $1.cut : $0.member < $1.member }
    embeddedTies = triangles.embedded
    reciprocal = (0..<graph.nodeCount).map { node in
      graph.row(node).reduce(0) {
        $0 + (graph.directions[$1] == TieGraph.Direction.both.rawValue ? 1 : 0)
      }
    }
  }

  /// Receives the groups found in the same ties.
  package mutating func receive(_ groups: TieGroups) { self.groups = groups }

  // MARK: All

  package var nodes: Int { graph.nodeCount }
  package var edges: Int { graph.edgeCount }

  /// Replies by members ÷ all replies. Nil without any.
  package var memberAnswers: Double? { replies > 0 ? Double(memberReplies) / Double(replies) : nil }

  // MARK: One member

  /// How many other members the member is tied to, in either direction.
  package func ties(_ member: Member.Index) -> Int { graph.node(of: member).map(graph.degree) ?? 0 }

  /// How many others the member is tied to both ways.
  package func reciprocalTies(_ member: Member.Index) -> Int {
    graph.node(of: member).map { Int(reciprocal[$0]) } ?? 0
  }

  /// The share of the member's ties that lie in a triangle; nil without ties.
  package func embedded(_ member: Member.Index) -> Double? {
    graph.node(of: member).map { Double(embeddedTies[$0]) / Double(graph.degree($0)) }
  }

  /// The number of the member's group, from 1; nil without ties, or while groups aren't found.
  package func group(_ member: Member.Index) -> Int? {
    guard let node = graph.node(of: member) else { return nil }
    return groups?.number(ofNode: node)
  }
}
