import Bytes
import Community
import Synchronization

/// The triangles of a graph: three members each tied to both others.
struct Triangles: Sendable {
  /// By node, in how many triangles it is.
  let counts: [UInt32]
  /// By node, how many of its ties lie in a triangle.
  let embedded: [UInt32]
  let total: Int

  /// Lists triangles by the forward algorithm: every tie points to the node of more ties, so that no row is longer
  /// than √(2*m*) (Schank & Wagner 2005; Latapy 2008).
  ///
  /// - Complexity: O(*m*^1.5) for *m* ties.
  /// - Returns: nil if cancelled.
  init?(
    _ graph: TieGraph, on computation: Computation
  ) {
    let forward = ForwardGraph(graph)
    let workers = computation.workers
    let parts = Mutex<[TrianglePart]>([])
    computation.forEach(workers) { worker in
      var part = TrianglePart(forward)
      let block = 4096
      for start in stride(from: worker * block, to: graph.nodeCount, by: workers * block) {
        if computation.isCancelled() { return }
        part.read(start..<min(graph.nodeCount, start + block), forward)
      }
      parts.withLock { $0.append(part) }
    }
    let found = parts.withLock { $0 }
    guard found.count == workers, var all = found.first else { return nil }
    for part in found.dropFirst() { all.add(part) }
    var counts = [UInt32](repeating: 0, count: graph.nodeCount)
    var embedded = counts
    for rank in counts.indices {
      let node = Int(forward.nodes[rank])
      counts[node] = all.counts[rank]
      for place in forward.row(rank) where all.isInTriangle[place] {
        embedded[node] += 1
        embedded[Int(forward.nodes[Int(forward.neighbors[place])])] += 1
      }
    }
    self.counts = counts
    self.embedded = embedded
    total = counts.reduce(0) { $0 + Int($1) } / 3
  }
}

/// The same graph with nodes numbered by how many ties they have, each tie kept once, towards the higher number.
private struct ForwardGraph: Sendable {
  /// By rank, the node.
  let nodes: [UInt32]
  let offsets: [UInt32]
  let neighbors: [UInt32]

  init(_ graph: TieGraph) {
    let count = graph.nodeCount
    var starts: [UInt32] = [0]
    for node in 0..<count {
      let degree = graph.degree(node)
      while starts.count < degree + 2 { starts.append(0) }
      starts[degree + 1] += 1
    }
    for degree in starts.indices.dropFirst() { starts[degree] += starts[degree - 1] }
    var nodes = [UInt32](repeating: 0, count: count)
    var ranks = nodes
    for node in 0..<count {
      let rank = starts[graph.degree(node)]
      starts[graph.degree(node)] += 1
      nodes[Int(rank)] = UInt32(node)
      ranks[node] = rank
    }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(count + 1)
    var neighbors: [UInt32] = []
    neighbors.reserveCapacity(graph.edgeCount)
    for rank in 0..<count {
      for place in graph.row(Int(nodes[rank])) {
        let other = ranks[Int(graph.neighbors[place])]
        if other > rank { neighbors.append(other) }
      }
      offsets.append(UInt32(neighbors.count))
    }
    self.nodes = nodes
    self.offsets = offsets
    self.neighbors = neighbors
  }

  @inline(__always)
  func row(_ rank: Int) -> Range<Int> { Int(offsets[rank])..<Int(offsets[rank + 1]) }
}

/// The triangles whose lowest rank is one of some.
private struct TrianglePart: Sendable {
  /// By rank.
  var counts: [UInt32]
  /// By place in the forward graph.
  var isInTriangle: [Bool]
  /// By rank, the place of the tie to it and 1, while its row is looked at.
  private var marks: [UInt32]

  init(_ graph: ForwardGraph) {
    counts = Array(repeating: 0, count: graph.nodes.count)
    isInTriangle = Array(repeating: false, count: graph.neighbors.count)
    marks = counts
  }

  mutating func add(_ other: TrianglePart) {
    for rank in counts.indices { counts[rank] += other.counts[rank] }
    for place in isInTriangle.indices where other.isInTriangle[place] { isInTriangle[place] = true }
  }

  mutating func read(_ ranks: Range<Int>, _ graph: ForwardGraph) {
    let neighbors = graph.neighbors
    marks.withMutableView { marks in
      counts.withMutableView { counts in
        isInTriangle.withMutableView { isInTriangle in
          for rank in ranks {
            let row = graph.row(rank)
            guard row.count > 1 else { continue }
            for place in row { marks[Int(neighbors[place])] = UInt32(place + 1) }
            for place in row {
              let middle = Int(neighbors[place])
              for far in graph.row(middle) {
                let third = Int(neighbors[far])
                let mark = marks[third]
                guard mark != 0 else { continue }
                counts[rank] += 1
                counts[middle] += 1
                counts[third] += 1
                isInTriangle[place] = true
                isInTriangle[far] = true
                isInTriangle[Int(mark) - 1] = true
              }
            }
            for place in row { marks[Int(neighbors[place])] = 0 }
          }
        }
      }
    }
  }
}
