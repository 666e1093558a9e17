import Community

/// Who is due on a day, by rule.
package struct DueList: Sendable {
  /// By place of the rule: the last day of the window and the member, those whose window closes first in front.
  var byRule: [[DatedKey]] = []
  /// By member, where the member's rules begin in `placesByMember`.
  private var starts: [UInt32] = []
  private var placesByMember: [UInt16] = []
  private var changed: [UInt32: [UInt16]] = [:]

  init() {}

  init(_ byRule: [[DatedKey]], count: Int) {
    self.byRule = byRule
    starts = [UInt32](repeating: 0, count: count + 1)
    for keys in byRule {
      for key in keys { starts[Int(key.member) + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    placesByMember = [UInt16](repeating: 0, count: Int(starts[count]))
    for (place, keys) in byRule.enumerated() {
      for key in keys {
        placesByMember[Int(next[Int(key.member)])] = UInt16(place)
        next[Int(key.member)] += 1
      }
    }
  }

  /// How many touches are due in all.
  package var count: Int { byRule.reduce(0) { $0 + $1.count } }

  /// How many members are due by a rule.
  package func count(_ place: Int) -> Int { byRule.indices.contains(place) ? byRule[place].count : 0 }

  /// Who is due by a rule, those whose window closes first in front.
  package func members(_ place: Int) -> [Member.Index] {
    byRule.indices.contains(place) ? byRule[place].map { Member.Index(rawValue: $0.member) } : []
  }

  /// Places of the rules by which a member is due, in order.
  func rules(of member: UInt32) -> [Int] {
    if !changed.isEmpty, let places = changed[member] { return places.map(Int.init) }
    guard Int(member) + 1 < starts.count else { return [] }
    return placesByMember[Int(starts[Int(member)])..<Int(starts[Int(member) + 1])].map(Int.init)
  }

  /// Those of some members who are due, with the places of their rules.
  func places(in members: Range<Int>) -> [MemberPlaces] {
    members.compactMap { member in
      let places = rules(of: UInt32(member))
      return places.isEmpty ? nil : MemberPlaces(member: Member.Index(member), places: places)
    }
  }

  /// Replaces what a member is due by.
  mutating func set(
    _ dues: [(place: Int, key: DatedKey)], of member: UInt32, before: [(place: Int, key: DatedKey)]
  ) {
    for (place, key) in before {
      let index = byRule[place].firstPlace(from: key)
      if index < byRule[place].count, byRule[place][index] == key { byRule[place].remove(at: index) }
    }
    for (place, key) in dues { byRule[place].insert(key, at: byRule[place].firstPlace(from: key)) }
    changed[member] = dues.map { UInt16($0.place) }
  }
}

/// A day and a member in one number; sorted by day, then member.
struct DatedKey: RawRepresentable, Hashable, Comparable, Sendable {
  var rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ day: Int32, _ member: UInt32) { rawValue = UInt64(UInt32(max(0, day))) << 32 | UInt64(member) }
  var day: Int32 { Int32(truncatingIfNeeded: rawValue >> 32) }
  var member: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  static func < (left: DatedKey, right: DatedKey) -> Bool { left.rawValue < right.rawValue }

  /// In order.
  ///
  /// - Complexity: O(*n*) where members ascend and days lie close together, else O(*n* log *n*).
  static func sorted(_ keys: [DatedKey]) -> [DatedKey] {
    guard var first = keys.first?.day, var last = keys.first?.day else { return [] }
    var isAscending = true
    var before: UInt32 = 0
    for key in keys {
      first = min(first, key.day)
      last = max(last, key.day)
      isAscending = isAscending && key.member >= before
      before = key.member
    }
    guard isAscending, last - first < 1024 else { return keys.sorted() }
    var starts = [Int](repeating: 0, count: Int(last - first) + 2)
    for key in keys { starts[Int(key.day - first) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var sorted = keys
    for key in keys {
      sorted[starts[Int(key.day - first)]] = key
      starts[Int(key.day - first)] += 1
    }
    return sorted
  }
}
