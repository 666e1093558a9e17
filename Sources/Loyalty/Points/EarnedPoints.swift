import Community

/// The points that each member earned, each with its instant: what a condition on points earned counts.
///
/// A member's own, whoever shares the account; with the extra of the social coefficient; whatever was taken back,
/// redeemed or lost later.
package struct EarnedPoints: Sendable {
  package struct Item: Hashable, Sendable {
    /// Milliseconds since 1970.
    package var at: Int64
    package var points: Int64
  }

  private let account: PointsAccount

  /// - Parameter points: as of the same data.
  package init(_ points: Points) {
    account = PointsAccount(source: points.source, pools: points.pools, referrals: points.referrals)
  }

  /// What a member earned up to now, in order of time.
  ///
  /// - Complexity: O(records of the member).
  package func of(_ member: Member.Index) -> [Item] {
    let entries = account.reader.entries(of: CollectionOfOne(member.rawValue))
    var replay = account.replay(isBulk: false)
    var sink = Sink()
    entries.withView {
      replay.run(
        $0, members: CollectionOfOne(member.rawValue), referrals: account.reader.referrals, into: &sink)
    }
    return sink.items
  }

  /// Calls `body` with what each member of a range earned, in order of time; members who earned nothing are passed over.
  ///
  /// - Complexity: O(all records that change points), with a sort of each member's.
  package func forEachMember(in members: Range<Int>, _ body: (Member.Index, [Item]) -> Void) {
    var replay = account.replay(isBulk: true)
    account.reader.forEachMember(in: members, isCancelled: { false }) { member, entries in
      var sink = Sink()
      let number = UInt32(member)
      replay.run(entries, members: CollectionOfOne(number), referrals: account.reader.referrals, into: &sink)
      if !sink.items.isEmpty { body(Member.Index(rawValue: number), sink.items) }
    }
  }

  private struct Sink: PointsSink {
    var items: [Item] = []

    mutating func issued(_ points: Int64, lot: Int, for entry: PointsEntry, referrals: Int?) {
      items.append(Item(at: entry.at, points: points))
    }

    mutating func took(_ points: Int64, dropped: Int64, for entry: PointsEntry) {}
  }
}
