import Bytes
import Community

/// Conditions held against the sums of windows.
extension TierMachine {
  /// Whether a condition holds.
  func isMet(_ node: Int32, _ values: MutableBufferView<Int64>, day: Int32) -> Bool {
    plan.nodes.withView { nodes in
      plan.children.withView { children in isMet(node, values, day, nodes, children) }
    }
  }

  private func isMet(
    _ number: Int32, _ values: MutableBufferView<Int64>, _ day: Int32,
    _ nodes: BufferView<TierPlan.Node>, _ children: BufferView<Int32>
  ) -> Bool {
    let node = nodes[Int(number)]
    switch node.kind {
    case .least: return value(Int(node.value), values, day) >= node.least
    case .all:
      for place in 0..<Int(node.count)
      where !isMet(children[Int(node.first) + place], values, day, nodes, children) {
        return false
      }
      return true
    case .any:
      for place in 0..<Int(node.count)
      where isMet(children[Int(node.first) + place], values, day, nodes, children) {
        return true
      }
      return false
    }
  }

  /// The value of a metric in a window; for NPS -1 without an answer in it.
  @inline(__always)
  func value(_ place: Int, _ values: MutableBufferView<Int64>, _ day: Int32) -> Int64 {
    guard place % TierPlan.metrics == TierMetric.lastNPS.place else { return values[place] }
    let window = place / TierPlan.metrics
    if window < rolling { return scoreDay >= day - plan.rollingDays[window] + 1 ? score : -1 }
    if window == plan.quarterWindow {
      return scoreDay >= calendar.quarters[calendar.quarter(of: day)].firstDay ? score : -1
    }
    return scoreAt >= since ? score : -1
  }

  /// The value that a minimum is held against now.
  func value(_ minimum: TierMinimum) -> Int64 { value(plan.place(minimum), values.view, day) }

  /// How far a condition is met now, 0–1: of several the one that is met least, of alternatives the one that is met best.
  func progress(_ node: Int32) -> Double { progress(node, values.view, day) }

  func progress(_ number: Int32, _ values: MutableBufferView<Int64>, _ day: Int32) -> Double {
    let node = plan.nodes[Int(number)]
    switch node.kind {
    case .least:
      let value = value(Int(node.value), values, day)
      if value >= node.least { return 1 }
      return max(0, Double(value) / Double(node.least))
    case .all:
      var least = 1.0
      for place in 0..<Int(node.count) {
        least = min(least, progress(plan.children[Int(node.first) + place], values, day))
      }
      return least
    case .any:
      var most = 0.0
      for place in 0..<Int(node.count) {
        most = max(most, progress(plan.children[Int(node.first) + place], values, day))
      }
      return most
    }
  }
}
