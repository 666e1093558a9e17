/// Members counted by what the purchase models look at: frequency, recency and age, in whole days.
///
/// Members who are alike are evaluated once.
package struct FoldedPurchases: Hashable, Sendable {
  /// Members who are alike.
  package struct Group: Hashable, Sendable {
    /// Days with purchases after the first one.
    package var frequency: Int
    /// Days from the first to the last purchase.
    package var recency: Int
    /// Days from the first purchase to the end of what is looked at.
    package var age: Int
    package var count: Int

    package init(frequency: Int, recency: Int, age: Int, count: Int) {
      self.frequency = frequency
      self.recency = recency
      self.age = age
      self.count = count
    }
  }

  /// Groups of one frequency.
  struct Run: Hashable, Sendable {
    var frequency: Int
    var groups: Range<Int>
    var members: Int
  }

  /// In order of frequency, then age, then recency; each combination once.
  package let groups: [Group]
  let runs: [Run]
  package let customers: Int
  /// Members who bought on more than one day.
  package let repeaters: Int
  /// Days with purchases after the first one, of all members.
  package let repeats: Int

  /// - Complexity: O(*n* log *n*) for groups in no order, O(*n*) where each stands once and in order.
  package init(_ unordered: [Group]) {
    func key(_ group: Group) -> (Int, Int, Int) { (group.frequency, group.age, group.recency) }
    var groups = unordered
    let isOrdered = unordered.indices.dropFirst().allSatisfy { key(unordered[$0 - 1]) < key(unordered[$0]) }
    if !isOrdered {
      groups = []
      for group in unordered.sorted(by: { key($0) < key($1) }) {
        if let last = groups.last, key(last) == key(group) {
          groups[groups.count - 1].count += group.count
        } else {
          groups.append(group)
        }
      }
    }
    var runs: [Run] = []
    var start = 0
    while start < groups.count {
      let frequency = groups[start].frequency
      var end = start
      var members = 0
      while end < groups.count, groups[end].frequency == frequency {
        members += groups[end].count
        end += 1
      }
      runs.append(Run(frequency: frequency, groups: start..<end, members: members))
      start = end
    }
    self.groups = groups
    self.runs = runs
    customers = runs.reduce(0) { $0 + $1.members }
    repeaters = runs.reduce(0) { $0 + ($1.frequency > 0 ? $1.members : 0) }
    repeats = runs.reduce(0) { $0 + $1.frequency * $1.members }
  }

  /// About so many of the members, evenly spaced in order of frequency, age and recency; all if there are
  /// fewer.
  func sample(_ size: Int) -> FoldedPurchases {
    guard customers > size else { return self }
    var sample: [Group] = []
    var passed = 0
    for var group in groups {
      // Members are taken at the multiples of customers / size.
      let before = passed * size / customers
      passed += group.count
      group.count = passed * size / customers - before
      if group.count > 0 { sample.append(group) }
    }
    return FoldedPurchases(sample)
  }
}

extension FoldedPurchases {
  /// The median gap between purchase days of all members, in days; nil where nobody bought on two. The gaps of one
  /// member count as equally long, because their first and last day are all that is known here.
  ///
  /// - Complexity: O(*n* log *n*) in the number of groups.
  package var medianGap: Double? {
    guard repeats > 0 else { return nil }
    let gaps = groups.filter { $0.frequency > 0 }
      .map { (gap: Double($0.recency) / Double($0.frequency), count: $0.frequency * $0.count) }
      .sorted { $0.gap < $1.gap }
    var before = 0
    for (index, gap) in gaps.enumerated() {
      before += gap.count
      if 2 * before > repeats { return gap.gap }
      if 2 * before == repeats, index + 1 < gaps.count { return (gap.gap + gaps[index + 1].gap) / 2 }
    }
    return nil
  }
}
