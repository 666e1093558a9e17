import Community
import Feeds
import Synchronization

@testable import Dashboard

/// A small community made by hand, that grows as a test says.
struct Shop {
  var community = Community()
  var delta = Delta()
  let zone = Zone(identifier: "+08:00", offset: 8 * 3600)

  /// Noon of 1 March 2026 in the shop's zone.
  static let noon = Instant(seconds: 1_772_337_600)

  /// Members `m1`, `m2`, …; every third is 小…, cities alternate, and number n has spent n × 10.
  init(members count: Int) {
    for number in 1...max(1, count) where count > 0 {
      add(
        member: "m\(number)", name: number % 3 == 0 ? "小\(number)" : "Ann \(number)",
        city: number % 2 == 0 ? "上海" : "北京")
      order(by: "m\(number)", amount: Int64(number) * 10, daysAgo: number % 50)
    }
    settle()
  }

  mutating func add(member id: String, name: String, city: String) {
    let index = Member.Index(community.members.count)
    var id = id
    id.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
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

  mutating func order(by id: String, amount: Int64, daysAgo: Int) {
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
  mutating func settle() {
    community[historyOf: .orders] = History(
      table: community[.orders], memberCount: community.members.count)
  }

  var snapshot: Snapshot { Snapshot(community: community, zone: zone, report: ReadingReport()) }

  /// What was added since this was asked last.
  mutating func takeDelta() -> Delta {
    settle()
    defer { delta = Delta() }
    return delta
  }
}

/// A source that delivers what a test hands it.
final class ScriptedSource: FolderSource {
  private let deliver: @Sendable (ReaderEvent) -> Void
  private let first: [ReaderEvent]
  let stops = Atomic<Int>(0)
  let cancels = Atomic<Int>(0)

  init(first: [ReaderEvent], deliver: @escaping @Sendable (ReaderEvent) -> Void) {
    self.first = first
    self.deliver = deliver
  }

  func start() { for event in first { deliver(event) } }
  func stop() { stops.add(1, ordering: .relaxed) }
  func cancelLoad() {
    cancels.add(1, ordering: .relaxed)
    deliver(.failed(.cancelled))
  }
  func send(_ event: ReaderEvent) { deliver(event) }
}
