/// The parts that hang together, and the nodes that hold them together.
struct Components: Sendable {
  /// A node whose loss parts its component.
  struct Bridge: Hashable, Sendable {
    var node: Int
    /// How many members would be cut off from the largest part that's left.
    var cut: Int
    /// Into how many parts the rest would fall.
    var parts: Int
  }

  /// Nodes by component.
  private(set) var sizes: [Int] = []
  /// By node.
  private(set) var bridges: [Bridge] = []

  /// Depth-first search with low points (Hopcroft & Tarjan 1973), without recursion, because a path may be as long
  /// as there are nodes.
  ///
  /// - Complexity: O(*n* + *m*).
  /// - Returns: nil if cancelled.
  init?(_ graph: TieGraph, isCancelled: () -> Bool) {
    let count = graph.nodeCount
    var found = [UInt32](repeating: 0, count: count)
    var low = found
    var sizes = found
    var cursors = graph.offsets
    /// By node: nodes below it that hang on it alone, the largest such part, and how many parts there are.
    var cut = found
    var largest = found
    var parts = found
    var number: UInt32 = 0
    var path: [UInt32] = []
    var order: [UInt32] = []
    for root in 0..<count where found[root] == 0 {
      if isCancelled() { return nil }
      number += 1
      found[root] = number
      low[root] = number
      sizes[root] = 1
      path = [UInt32(root)]
      order = [UInt32(root)]
      while let last = path.last {
        let node = Int(last)
        if cursors[node] < graph.offsets[node + 1] {
          let other = Int(graph.neighbors[Int(cursors[node])])
          cursors[node] += 1
          if found[other] == 0 {
            number += 1
            if number & 0xFFFF == 0, isCancelled() { return nil }
            found[other] = number
            low[other] = number
            sizes[other] = 1
            path.append(UInt32(other))
            order.append(UInt32(other))
          } else {
            // The tie to where the search came from can't lower the node below that, so it needs no exception.
            low[node] = min(low[node], found[other])
          }
          continue
        }
        path.removeLast()
        guard let above = path.last.map({ Int($0) }) else { break }
        low[above] = min(low[above], low[node])
        sizes[above] += sizes[node]
        if low[node] >= found[above] {
          cut[above] += sizes[node]
          largest[above] = max(largest[above], sizes[node])
          parts[above] += 1
        }
      }
      self.sizes.append(Int(sizes[root]))
      for member in order {
        let node = Int(member)
        // What is left beyond the parts below is one more part, except for the root.
        let rest = sizes[root] - 1 - cut[node]
        let all = parts[node] + (rest > 0 ? 1 : 0)
        guard parts[node] > 0, all > 1 else { continue }
        let kept = max(largest[node], rest)
        bridges.append(Bridge(node: node, cut: Int(sizes[root] - 1 - kept), parts: Int(all)))
      }
    }
    bridges.sort { $0.node < $1.node }
  }
}
