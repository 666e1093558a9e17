import Community
import Loyalty
import TestCommunities
import Testing

extension CommunityBuilder {
  func tieFigures(_ moment: String, workers: Int = 1) -> TieFigures {
    // Only a cancelled computation has no result.
    guard
      var result = TieFigures(
        community: community, figures: figures(moment), on: Computation(workers: workers)),
      let groups = TieGroups(result, community: community)
    else { preconditionFailure("cancelled") }
    result.receive(groups)
    return result
  }

  /// Members `m0` and so on with a thanks along each tie.
  static func tied(_ ties: [(Int, Int)], members: Int = 0) -> CommunityBuilder {
    var builder = CommunityBuilder()
    for number in 0..<members { builder.member("m\(number)", joined: "2025-01-01") }
    // All have joined before the first thanks.
    for (one, other) in ties {
      for number in [one, other] { builder.member("m\(number)", joined: "2025-01-01") }
    }
    for (one, other) in ties { builder.activity("m\(one)", "2026-03-01", "thanks", to: "m\(other)") }
    return builder
  }
}

private func rounded(_ value: Double?) -> Double? { value.map { ($0 * 1e6).rounded() / 1e6 } }

@Suite struct TieFiguresTests {
  @Test func goldenNumbersOfTheKarateClub() throws {
    let figures = CommunityBuilder.tied(KarateClub.ties).tieFigures("2026-03-10")
    #expect(figures.nodes == 34)
    #expect(figures.edges == 78)
    #expect(rounded(figures.density) == 0.139037)
    #expect(rounded(figures.transitivity) == 0.255682)
    #expect(rounded(figures.meanClustering) == 0.570638)
    #expect(figures.components == [34])
    #expect(figures.triangles == 45)
    #expect(figures.reciprocity == 0)
    #expect(figures.hubDependence == 0)
    let groups = try #require(figures.groups)
    // The best modularity known of this graph, proved optimal (Brandes et al. 2008), is 0.4198.
    #expect(rounded(groups.modularity) == 0.41979)
    #expect(groups.all.count == 4)
    let members = groups.all.reduce(0) { $0 + $1.size }
    let ends = groups.all.reduce(0) { $0 + 2 * $1.inside + $1.outside }
    #expect(members == 34)
    #expect(ends == 2 * 78)
  }

  @Test func smallGroupsAreFoundInALargeCommunityToo() throws {
    // Groups of seven in a ring, each tied to the next one by a single tie.
    var ring: [(Int, Int)] = []
    for group in 0..<60 {
      for one in 0..<7 { for other in 0..<one { ring.append((7 * group + one, 7 * group + other)) } }
      ring.append((7 * group, 7 * ((group + 1) % 60) + 1))
    }
    var builder = CommunityBuilder.tied(ring)
    let found = builder.tieFigures("2026-03-10")
    let groups = try #require(found.groups)
    let sizes = groups.all.map(\.size)
    #expect(sizes == Array(repeating: 7, count: 60))
    let isWhole = groups.all.allSatisfy { $0.inside == 21 && $0.outside == 2 }
    #expect(isWhole)
    // Where chance reaches through the whole community, neighbours are one: that's what modularity alone would have.
    builder.community.program.community.horizon = 1_000_000
    let joined = try #require(builder.tieFigures("2026-03-10").groups)
    #expect(joined.all.count < 60)
    #expect(try #require(joined.modularity) > (try #require(groups.modularity)))
  }

  @Test func tiesOfOneMember() {
    var builder = CommunityBuilder()
    builder.activity("a", "2026-03-01", "reply", to: "b")
    builder.activity("a", "2026-03-01", "thanks", to: "b")
    builder.activity("b", "2026-03-01", "reaction", to: "a")
    builder.activity("c", "2026-03-01", "mention", to: "a")
    builder.activity("b", "2026-03-01", "mention", to: "c")
    builder.activity("a", "2026-03-01", "mention", to: "d")
    builder.activity("d", "2026-03-01", "login")
    let figures = builder.tieFigures("2026-03-10")
    let a = builder.index("a")
    #expect(figures.ties(a) == 3)
    #expect(figures.reciprocalTies(a) == 1)
    #expect(figures.embedded(a) == 2.0 / 3)
    #expect(figures.embedded(builder.index("d")) == 0)
    #expect(figures.directedTies == 5)
    #expect(figures.reciprocity == 2.0 / 5)
    let ties = figures.graph.ties(of: a).map { "\(builder.community.members.id($0.member)) \($0.activities)" }
    #expect(ties == ["b 3", "c 1", "d 1"])
    #expect(figures.graph.ties(of: a).map(\.direction) == [.both, .back, .out])
    #expect(figures.bridges.map(\.member) == [a])
    #expect(figures.bridges.first?.cut == 1)
  }

  @Test func whatIsNoTie() {
    var builder = CommunityBuilder()
    builder.community.program.bots = ["robot"]
    builder.host("h1")
    builder.activity("a", "2026-03-01", "thanks", to: "a")
    builder.activity("a", "2026-03-01", "thanks", to: "?nobody")
    builder.activity("a", "2026-03-01", "reply", replyTo: "not in the feed")
    builder.activity("a", "2026-03-01", "reply")
    builder.activity("a", "2026-03-01", "thanks", to: "robot")
    builder.activity("robot", "2026-03-01", "thanks", to: "a")
    builder.activity("a", "2026-03-01", "post", to: "b")
    builder.activity("b", "2025-06-01", "thanks", to: "a")
    builder.activity("b", "2026-03-20", "thanks", to: "a")
    let none = builder.tieFigures("2026-03-10")
    #expect(none.nodes == 0 && none.edges == 0 && none.components.isEmpty)
    #expect(none.density == nil && none.reciprocity == nil && none.transitivity == nil)
    #expect(none.meanClustering == nil && none.hubDependence == nil)
    #expect(none.groups?.all.isEmpty == true && none.groups?.modularity == nil)
    #expect(none.ties(builder.index("a")) == 0 && none.embedded(builder.index("a")) == nil)
    #expect(none.memberAnswers == 1)

    builder.activity("a", "2026-03-01", "thanks", to: "h1")
    builder.hostDeed("h1", "2026-03-01", "reply", to: "a")
    builder.hostDeed("h1", "2026-03-01", "reply", to: "b")
    builder.hostDeed("h1", "2026-03-01", "reply", to: "?nobody")
    let hosts = builder.tieFigures("2026-03-10")
    #expect(hosts.nodes == 0)
    #expect(hosts.hostTies == 2)
    #expect(hosts.hubDependence == 1)
    #expect(hosts.memberAnswers == 2.0 / 5)
  }

  @Test func anAnswerIsATieToTheAuthor() {
    var builder = CommunityBuilder()
    builder.host("h1")
    builder.activity("a", "2025-01-01", "post", id: "long ago, with an id of many bytes")
    builder.hostDeed("h1", "2026-02-01", "post", id: "lesson")
    builder.activity("b", "2026-03-01", "reply", replyTo: "long ago, with an id of many bytes")
    builder.activity("b", "2026-03-01", "reaction", replyTo: "lesson")
    builder.activity("a", "2026-03-01", "reply", to: "c", replyTo: "lesson")
    builder.activity("c", "2026-03-01", "login")
    for workers in [1, 3] {
      let figures = builder.tieFigures("2026-03-10", workers: workers)
      #expect(figures.ties(builder.index("a")) == 2)
      #expect(figures.ties(builder.index("b")) == 1)
      #expect(figures.hostTies == 1)
    }
  }

  @Test func aLongChainNeedsNoDeepStack() {
    let chain = (0..<3000).map { ($0, $0 + 1) }
    let figures = CommunityBuilder.tied(chain).tieFigures("2026-03-10")
    #expect(figures.components == [3001])
    #expect(figures.bridges.count == 2999)
    #expect(figures.bridges.first?.cut == 1500)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func agreesWithTryingEverything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let members = Int.random(in: 2...26, using: &random)
    let count = Int.random(in: 1...(members * 3), using: &random)
    let arcs = (0..<count).map { _ in
      (Int.random(in: 0..<members, using: &random), Int.random(in: 0..<members, using: &random))
    }
    let builder = CommunityBuilder.tied(arcs, members: members)
    let naive = NaiveGraph(arcs.map { [$0.0, $0.1] }, members)
    for workers in [1, 2] {
      let figures = builder.tieFigures("2026-03-10", workers: workers)
      #expect(figures.nodes == naive.nodes.count)
      #expect(figures.edges == naive.edges)
      #expect(rounded(figures.density) == rounded(naive.density))
      #expect(figures.triangles == naive.triangles.count)
      #expect(rounded(figures.transitivity) == rounded(naive.transitivity))
      #expect(rounded(figures.meanClustering) == rounded(naive.meanClustering))
      #expect(rounded(figures.reciprocity) == rounded(naive.reciprocity))
      #expect(figures.components == naive.components(without: nil))
      for number in 0..<members {
        let member = Member.Index(number)
        #expect(figures.ties(member) == naive.others(number).count)
        #expect(figures.reciprocalTies(member) == naive.reciprocal(number))
        #expect(rounded(figures.embedded(member)) == rounded(naive.embedded(number)))
      }
      let bridges = naive.nodes.filter { node in
        let left = naive.components(without: node).count
        return left > naive.components(without: nil).count
      }
      #expect(figures.bridges.map(\.member.value).sorted() == bridges)
      for bridge in figures.bridges {
        let parts = naive.parts(leftWithout: bridge.member.value)
        #expect(bridge.parts == parts.count)
        #expect(bridge.cut == parts.dropFirst().reduce(0, +))
      }
      checkGroups(figures, naive)
    }
  }

  /// Groups hang together, their modularity is what their ties make it, and no single move makes it better.
  private func checkGroups(_ figures: TieFigures, _ naive: NaiveGraph) {
    let groups = naive.nodes.map { figures.group(Member.Index($0)) ?? 0 }
    guard naive.edges > 0, let modularity = figures.groups?.modularity else { return }
    #expect(abs(naive.modularity(groups) - modularity) < 1e-9)
    for group in Set(groups) {
      let own = zip(naive.nodes, groups).filter { $0.1 == group }.map(\.0)
      #expect(naive.isConnected(own))
    }
    for place in groups.indices {
      for other in Set(groups).union([0]) {
        var moved = groups
        moved[place] = other
        #expect(naive.modularity(moved) <= modularity + 1e-9)
      }
    }
  }
}

/// The same graph as a set of pairs, with every figure by its definition.
private struct NaiveGraph {
  let arcs: Set<[Int]>
  let members: Int

  init(_ arcs: [[Int]], _ members: Int) {
    self.arcs = Set(arcs.filter { $0[0] != $0[1] })
    self.members = members
  }

  func isTied(_ one: Int, _ other: Int) -> Bool {
    arcs.contains([one, other]) || arcs.contains([other, one])
  }
  func others(_ node: Int) -> [Int] { (0..<members).filter { isTied(node, $0) } }
  var nodes: [Int] { (0..<members).filter { !others($0).isEmpty } }
  var edges: Int { nodes.reduce(0) { $0 + others($1).count } / 2 }

  var density: Double? {
    let pairs = Double(nodes.count * (nodes.count - 1)) / 2
    return pairs > 0 ? Double(edges) / pairs : nil
  }

  var reciprocity: Double? {
    arcs.isEmpty ? nil : Double(arcs.count { arcs.contains([$0[1], $0[0]]) }) / Double(arcs.count)
  }

  var triangles: [[Int]] {
    var found: [[Int]] = []
    for a in 0..<members {
      for b in 0..<a where isTied(a, b) {
        for c in 0..<b where isTied(a, c) && isTied(b, c) { found.append([a, b, c]) }
      }
    }
    return found
  }

  var transitivity: Double? {
    let meeting = nodes.reduce(0) { $0 + others($1).count * (others($1).count - 1) / 2 }
    return meeting > 0 ? 3 * Double(triangles.count) / Double(meeting) : nil
  }

  var meanClustering: Double? {
    guard !nodes.isEmpty else { return nil }
    let sum = nodes.reduce(0.0) { sum, node in
      let near = others(node)
      guard near.count > 1 else { return sum }
      let links = near.reduce(0) { links, one in links + near.count { isTied(one, $0) } } / 2
      return sum + Double(links) / (Double(near.count * (near.count - 1)) / 2)
    }
    return sum / Double(nodes.count)
  }

  func reciprocal(_ node: Int) -> Int {
    others(node).count { arcs.contains([node, $0]) && arcs.contains([$0, node]) }
  }

  func embedded(_ node: Int) -> Double? {
    let near = others(node)
    guard !near.isEmpty else { return nil }
    return Double(near.count { one in near.contains { isTied(one, $0) } }) / Double(near.count)
  }

  /// Sizes of what hangs together among some nodes.
  private func flooded(_ nodes: Set<Int>) -> [Set<Int>] {
    var rest = nodes
    var found: [Set<Int>] = []
    while let start = rest.first {
      var part: Set<Int> = [start]
      var edge = [start]
      while let node = edge.popLast() {
        for other in others(node) where nodes.contains(other) && part.insert(other).inserted {
          edge.append(other)
        }
      }
      rest.subtract(part)
      found.append(part)
    }
    return found
  }

  func components(without node: Int?) -> [Int] {
    flooded(Set(nodes).subtracting(node.map { [$0] } ?? [])).map(\.count).sorted(by: >)
  }

  /// Of the component that a node is in, the parts without it.
  func parts(leftWithout node: Int) -> [Int] {
    let own = flooded(Set(nodes)).first { $0.contains(node) } ?? []
    return flooded(own.subtracting([node])).map(\.count).sorted(by: >)
  }

  func isConnected(_ some: [Int]) -> Bool { flooded(Set(some)).count == 1 }

  func modularity(_ groups: [Int]) -> Double {
    let double = 2 * Double(edges)
    var sum = 0.0
    for (i, one) in nodes.enumerated() {
      for (j, other) in nodes.enumerated() where groups[i] == groups[j] {
        let expected = Double(others(one).count * others(other).count) / double
        sum += (isTied(one, other) ? 1 : 0) - expected
      }
    }
    return sum / double
  }
}

@Suite struct AdjustedRandIndexTests {
  /// The same by looking at every pair: 2 (*ad* − *bc*) ÷ ((*a* + *b*)(*b* + *d*) + (*a* + *c*)(*c* + *d*)).
  private func naive(_ one: [UInt32], _ other: [UInt32]) -> Double? {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    for left in one.indices {
      for right in 0..<left {
        switch (one[left] == one[right], other[left] == other[right]) {
        case (true, true): a += 1
        case (true, false): b += 1
        case (false, true): c += 1
        case (false, false): d += 1
        }
      }
    }
    let whole = (a + b) * (b + d) + (a + c) * (c + d)
    return whole > 0 ? 2 * (a * d - b * c) / whole : nil
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func agreesWithLookingAtAllPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let one = (0..<80).map { _ in UInt32.random(in: 0..<6, using: &random) }
    let chance = (0..<80).map { _ in UInt32.random(in: 0..<9, using: &random) }
    let near = one.map { UInt32.random(in: 0..<5, using: &random) == 0 ? 7 : $0 }
    for other in [chance, near, one] {
      let value = try #require(adjustedRandIndex(one, other))
      #expect(abs(value - (try #require(naive(one, other)))) < 1e-12)
      #expect(adjustedRandIndex(other, one) == value)
    }
    #expect(abs(try #require(adjustedRandIndex(one, chance))) < 0.1)
    #expect(adjustedRandIndex(one, one) == 1)
  }

  @Test func knownValues() {
    #expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 3, 3]) == 1)
    // Two classes of three against three of two: 2 pairs together of 15, 1.2 expected, 4.5 at most.
    let value = adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])
    let expected = (2 - 1.2) / (4.5 - 1.2)
    #expect(rounded(value) == rounded(expected))
    #expect(adjustedRandIndex([0], [0]) == nil)
    #expect(adjustedRandIndex([0, 0], [1, 1]) == nil)
  }
}
