import Community

extension Points {
  /// Points with how many records they are from, by the reason that the records have or the programme's word.
  package struct ReasonSum: Hashable, Sendable {
    /// Nil for records without a reason.
    package var reason: String?
    package var points: Int64
    package var records: Int
  }

  /// What became of the points issued in one calendar quarter.
  package struct Cohort: Hashable, Sendable {
    package var year: Int
    package var quarter: Int
    package var issued: Int64
    /// Redeemed, taken back or taken for another reason.
    package var taken: Int64
    package var expired: Int64

    /// As in `2026Q3`.
    package var id: String { "\(year)Q\(quarter)" }
    package var open: Int64 { issued - taken - expired }
    /// Expired ÷ issued; nil where nothing was issued.
    package var breakage: Double? { issued > 0 ? Double(expired) / Double(issued) : nil }
  }

  /// Points earned by reason, the most in front.
  package var earned: [ReasonSum] { sums(\.earned) }

  /// Points redeemed, taken back and taken otherwise, by reason, the most in front.
  package var burnt: [ReasonSum] { sums(\.burnt) }

  /// What couldn't be taken because there was no more, by reason, the most in front.
  package var droppedSums: [ReasonSum] { sums(\.dropped) }

  private func sums(_ sum: KeyPath<PointsTally.Reason, PointsTally.Sum>) -> [ReasonSum] {
    tally.reasons.filter { $0[keyPath: sum].records > 0 }.map { reason in
      ReasonSum(
        reason: PointsWord.text(reason.word, source.community), points: reason[keyPath: sum].points,
        records: reason[keyPath: sum].records)
    }.sorted { left, right in
      if left.points != right.points { return left.points > right.points }
      return (left.reason ?? "").utf8.lexicographicallyPrecedes((right.reason ?? "").utf8)
    }
  }

  /// Calendar quarters in which points were issued, oldest first.
  package var cohorts: [Cohort] {
    tally.cohorts.enumerated().filter { $0.element.issued != 0 }.map { number, cohort in
      Cohort(
        year: 1970 + number / 4, quarter: number % 4 + 1, issued: cohort.issued, taken: cohort.taken,
        expired: cohort.expired)
    }
  }

  /// All points ever issued, those that were taken for any reason, and those that expired.
  package var issued: Int64 { tally.cohorts.reduce(0) { $0 &+ $1.issued } }
  package var taken: Int64 { tally.cohorts.reduce(0) { $0 &+ $1.taken } }
  package var expired: Int64 { tally.cohorts.reduce(0) { $0 &+ $1.expired } }

  /// What may be spent now, pools counted once.
  package var balance: Int64 { tally.balance }
  /// Accounts with points, with any record, and in which something couldn't be taken.
  package var holders: Int { tally.holders }
  /// Members with points, those who share a pool one by one: whom `points>0` finds.
  package var holdingMembers: Int { tally.holdingMembers }
  package var accounts: Int { tally.accounts }
  package var shortAccounts: Int { tally.short }
  /// Records that take points and yet say when they expire; that time means nothing.
  package var negativeLots: Int { tally.negativeLots }

  /// Points that expire within so many calendar days, one of `windows`, with how many accounts hold them, and how many
  /// members these are of: more where households share a pool.
  package func expiring(within days: Int) -> (points: Int64, accounts: Int, members: Int)? {
    guard let place = Points.windows.firstIndex(of: days) else { return nil }
    let sum = tally.expiring[place]
    return (sum.points, sum.records, sum.members)
  }

  /// Expired ÷ issued, of all points ever issued; nil where none were.
  package var breakage: Double? { issued > 0 ? Double(expired) / Double(issued) : nil }

  /// What the points that may be spent are expected to cost, in currency units: points × value × expected redemption.
  package var liability: Double { Double(balance) * rules.value * rules.expectedRedemption }

  /// Accounts in which something couldn't be taken, by the main member, in the order of members.
  ///
  /// - Complexity: O(members).
  package var shortMembers: [Member.Index] {
    if tally.short == 0 { return [] }
    return (0..<count).lazy.map { Member.Index($0) }.filter { member in
      (dropped(member) ?? 0) > 0 && (pools.main(of: member) ?? member) == member
    }
  }
}
