import Bytes
import Community
import Feeds
import Loyalty

/// A small community made by hand, that grows as a test says.
package struct Shop {
  package var community = Community()
  package var delta = Delta()
  package let zone = Zone(identifier: "+08:00", offset: 8 * 3600)

  /// Noon of 1 March 2026 in the shop's zone.
  package static let noon = Instant(seconds: 1_772_337_600)

  /// Members `m1`, `m2`, …; every third is 小…, cities alternate, and number n has spent n × 10.
  package init(members count: Int) {
    for number in 1...max(1, count) where count > 0 {
      add(
        member: "m\(number)", name: number % 3 == 0 ? "小\(number)" : "Ann \(number)",
        city: number % 2 == 0 ? "上海" : "北京")
      order(by: "m\(number)", amount: Int64(number) * 10, daysAgo: number % 50)
    }
    settle()
  }

  package mutating func add(member id: String, name: String, city: String) {
    let index = Member.Index(community.members.count)
    id.withBytes { bytes in
      _ = community.members.append(id: bytes)
      community.memberIDs.insert(bytes, index: Int(index.rawValue))
    }
    let city = community.symbols.intern(city)
    community.members.update(index) { block, row in
      block.names.set(name, row: row)
      block.city[row] = city.rawValue
    }
    delta.touched.append(index)
  }

  package mutating func order(by id: String, amount: Int64, daysAgo: Int) {
    guard let member = community.member(id: id) else { return }
    let at = Shop.noon.adding(seconds: -86_400 * Int64(daysAgo) - 60)
    if community[.orders].segments.isEmpty { community[.orders].segments = [Segment(feed: .orders)] }
    var segment = community[.orders].segments[0]
    segment.at.append(at.rawValue)
    segment.member.append(member.rawValue)
    segment.integers[OrderField.amount.slot].append(amount * 100)
    segment.newest = max(segment.newest, at)
    segment.count += 1
    community[.orders].segments[0] = segment
    delta.touched.append(member)
  }

  /// Brings the histories up to the rows.
  package mutating func settle() {
    community[historyOf: .orders] = History(
      table: community[.orders], memberCount: community.members.count)
  }

  package var snapshot: Snapshot { Snapshot(community: community, zone: zone, report: ReadingReport()) }

  /// What was added since this was asked last.
  package mutating func takeDelta() -> Delta {
    settle()
    defer { delta = Delta() }
    return delta
  }
}
