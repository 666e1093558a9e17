/// One level of the Leiden algorithm: an undirected graph with weights, whose nodes stand for one or more members.
struct WeightedGraph: Sendable {
  private let offsets: [UInt32]
  private let neighbors: [UInt32]
  private let weights: [UInt32]
  /// By node, the sum of the weights at it, ties within it counted twice.
  private let strengths: [Double]
  /// Twice the sum of all weights.
  private let total: Double

  var count: Int { strengths.count }

  init(_ graph: TieGraph) {
    offsets = graph.offsets
    neighbors = graph.neighbors
    weights = [UInt32](repeating: 1, count: graph.neighbors.count)
    strengths = (0..<graph.nodeCount).map { Double(graph.degree($0)) }
    total = Double(graph.neighbors.count)
  }

  private init(
    offsets: [UInt32], neighbors: [UInt32], weights: [UInt32], strengths: [Double], total: Double
  ) {
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
    self.strengths = strengths
    self.total = total
  }

  // MARK: Moving

  /// Moves nodes to the groups where they gain most, until no node gains by moving.
  ///
  /// - Parameter start: by node, its group, named by a number below `count`.
  /// - Returns: the groups, or nil if cancelled.
  func moveNodes(_ start: [UInt32], _ resolution: Double, _ isCancelled: () -> Bool) -> [UInt32]? {
    guard count > 0, total > 0 else { return start }
    var groups = start
    var ends = [Double](repeating: 0, count: count)
    var sizes = [UInt32](repeating: 0, count: count)
    for node in 0..<count {
      ends[Int(groups[node])] += strengths[node]
      sizes[Int(groups[node])] += 1
    }
    var empty = sizes.indices.reversed().filter { sizes[$0] == 0 }.map { UInt32($0) }
    // A ring of nodes whose surroundings changed.
    var queue = (0..<UInt32(count)).map { $0 }
    var isQueued = [Bool](repeating: true, count: count)
    var head = 0
    var queued = count
    var linked = [UInt32](repeating: 0, count: count)
    var touched: [UInt32] = []
    let scale = resolution / total
    // Gains are whole weights less a product: what is smaller than this is rounding.
    let least = 1e-9
    var steps = 0
    while queued > 0 {
      steps += 1
      if steps & 0xFFFF == 0, isCancelled() { return nil }
      let node = Int(queue[head])
      head = head + 1 == count ? 0 : head + 1
      queued -= 1
      isQueued[node] = false
      let own = groups[node]
      touched.removeAll(keepingCapacity: true)
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let group = groups[Int(neighbors[place])]
        if linked[Int(group)] == 0 { touched.append(group) }
        linked[Int(group)] += weights[place]
      }
      let strength = strengths[node]
      ends[Int(own)] -= strength
      var best = own
      var gain = Double(linked[Int(own)]) - scale * strength * ends[Int(own)]
      for group in touched where group != own {
        let other = Double(linked[Int(group)]) - scale * strength * ends[Int(group)]
        if other > gain + least {
          best = group
          gain = other
        }
      }
      for group in touched { linked[Int(group)] = 0 }
      if gain < -least, sizes[Int(own)] > 1, let free = empty.popLast() { best = free }
      ends[Int(best)] += strength
      guard best != own else { continue }
      groups[node] = best
      sizes[Int(own)] -= 1
      sizes[Int(best)] += 1
      if sizes[Int(own)] == 0 { empty.append(own) }
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let other = Int(neighbors[place])
        guard !isQueued[other], groups[other] != best else { continue }
        isQueued[other] = true
        queue[(head + queued) % count] = UInt32(other)
        queued += 1
      }
    }
    return groups
  }

  // MARK: Refining

  /// Divides groups into well-connected parts: nodes by themselves join parts of their group where they gain.
  ///
  /// - Returns: by node, its part, numbered in the order of their first nodes.
  func refine(_ groups: [UInt32], _ resolution: Double) -> (places: [UInt32], count: Int) {
    guard total > 0 else { return ((0..<UInt32(count)).map { $0 }, count) }
    var groupEnds = [Double](repeating: 0, count: count)
    for node in 0..<count { groupEnds[Int(groups[node])] += strengths[node] }
    var parts = (0..<UInt32(count)).map { $0 }
    var ends = strengths
    var sizes = [UInt32](repeating: 1, count: count)
    /// By part, the weight of its ties to the rest of its group.
    var outward = [Double](repeating: 0, count: count)
    for node in 0..<count {
      for place in Int(offsets[node])..<Int(offsets[node + 1])
      where groups[Int(neighbors[place])] == groups[node] && Int(neighbors[place]) != node {
        outward[node] += Double(weights[place])
      }
    }
    var linked = [UInt32](repeating: 0, count: count)
    var touched: [UInt32] = []
    let scale = resolution / total
    func isWellConnected(_ part: Int, in group: Int) -> Bool {
      outward[part] >= scale * ends[part] * (groupEnds[group] - ends[part])
    }
    for node in 0..<count where sizes[node] == 1 && parts[node] == UInt32(node) {
      let group = Int(groups[node])
      guard isWellConnected(node, in: group) else { continue }
      touched.removeAll(keepingCapacity: true)
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let other = Int(neighbors[place])
        guard groups[other] == groups[node], other != node else { continue }
        let part = parts[other]
        if linked[Int(part)] == 0 { touched.append(part) }
        linked[Int(part)] += weights[place]
      }
      var best = node
      var gain = 0.0
      for part in touched where isWellConnected(Int(part), in: group) {
        let other = Double(linked[Int(part)]) - scale * strengths[node] * ends[Int(part)]
        if other > gain {
          best = Int(part)
          gain = other
        }
      }
      if best != node {
        parts[node] = UInt32(best)
        outward[best] += outward[node] - 2 * Double(linked[best])
        ends[best] += strengths[node]
        sizes[best] += 1
        sizes[node] = 0
      }
      for part in touched { linked[Int(part)] = 0 }
    }
    var numbers = [UInt32](repeating: .max, count: count)
    var found: UInt32 = 0
    for node in 0..<count {
      let part = Int(parts[node])
      if numbers[part] == .max {
        numbers[part] = found
        found += 1
      }
      parts[node] = numbers[part]
    }
    return (parts, Int(found))
  }

  // MARK: Joining

  /// The graph whose nodes are parts of this one's.
  func joined(_ parts: [UInt32], count size: Int) -> WeightedGraph {
    var starts = [UInt32](repeating: 0, count: size + 1)
    for part in parts { starts[Int(part) + 1] += 1 }
    for part in 0..<size { starts[part + 1] += starts[part] }
    var cursors = starts
    var nodes = [UInt32](repeating: 0, count: count)
    for node in 0..<count {
      let part = Int(parts[node])
      nodes[Int(cursors[part])] = UInt32(node)
      cursors[part] += 1
    }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(size + 1)
    var neighbors: [UInt32] = []
    var weights: [UInt32] = []
    var strengths = [Double](repeating: 0, count: size)
    var linked = [UInt32](repeating: 0, count: size)
    var touched: [UInt32] = []
    for part in 0..<size {
      touched.removeAll(keepingCapacity: true)
      for index in Int(starts[part])..<Int(starts[part + 1]) {
        let node = Int(nodes[index])
        strengths[part] += self.strengths[node]
        for place in Int(self.offsets[node])..<Int(self.offsets[node + 1]) {
          let other = parts[Int(self.neighbors[place])]
          guard Int(other) != part else { continue }
          if linked[Int(other)] == 0 { touched.append(other) }
          linked[Int(other)] += self.weights[place]
        }
      }
      for other in touched {
        neighbors.append(other)
        weights.append(linked[Int(other)])
        linked[Int(other)] = 0
      }
      offsets.append(UInt32(neighbors.count))
    }
    return WeightedGraph(
      offsets: offsets, neighbors: neighbors, weights: weights, strengths: strengths, total: total)
  }

  // MARK: Modularity

  /// Nil without ties.
  func modularity(of groups: [UInt32], groups size: Int) -> Double? {
    guard total > 0 else { return nil }
    var inside = 0.0
    var ends = [Double](repeating: 0, count: size)
    for node in 0..<count {
      ends[Int(groups[node])] += strengths[node]
      for place in Int(offsets[node])..<Int(offsets[node + 1])
      where groups[Int(neighbors[place])] == groups[node] {
        inside += Double(weights[place])
      }
    }
    return inside / total - ends.reduce(0) { $0 + $1 / total * ($1 / total) }
  }
}
