import Community

/// How much may be appended before the measures are computed for all members again.
package struct AppendShare: Hashable, Sendable {
  /// Records appended ÷ members.
  package var share: Double
  /// Up to so many members any append is beyond the share: there a computation for all takes a fraction of a second.
  package var smallFolder: Int

  package init(share: Double, smallFolder: Int) {
    self.share = share
    self.smallFolder = smallFolder
  }

  /// 5 % of the members, in folders of more than 20,000.
  package static let standard = AppendShare(share: 0.05, smallFolder: 20_000)

  package func isExceeded(by records: Int, members: Int) -> Bool {
    members <= smallFolder ? records > 0 : Double(records) > share * Double(members)
  }
}

/// Says when measures are to be computed for all members again: at first, when the day turns, when the programme or the
/// list of hosts changes, when the clock is set back, when what was appended since exceeds a share, and as soon as there
/// is time for it.
///
/// In between measures follow what is appended, member by member, so that a folder that is written to all day comes to
/// rest between appends. Then these are as if computed for all:
///
/// - points, tiers (unless they go by share), balances of accounts, and the counts made of them;
/// - due touchpoints, but for what a rule takes from stages, tiers or points;
/// - everything that isn't a measure: figures of members, the overview, satisfaction, the stream of activity.
///
/// These stay as they were until the next computation for all, and the header says since when: stages and path, scores, minds and personas, segments,
/// what the model of purchases says, stakes of recalls, tiers by share, layers of contributors and challenges, ties and
/// their groups, figures of hosts, the board of tiers, satisfaction by stage and tier. A member who was added since has
/// none of them yet.
package struct MeasuresLedger: Sendable {
  private struct Basis: Equatable {
    var program: Program
    var today: Day
    var zone: Zone
    var hosts: Int
  }

  package let share: AppendShare
  private var basis: Basis?
  private var now = Instant.unknown
  /// Since measures were asked for last.
  private var records = 0

  package init(share: AppendShare = .standard) { self.share = share }

  /// Takes note of records appended.
  package mutating func append(_ records: Int) { self.records += records }

  /// Whether something was appended that only a computation for all takes up whole.
  package var isBehind: Bool { records > 0 }

  /// Whether measures of all members are due; if so, they count as computed from now on.
  ///
  /// - Parameter hasTime: whether little is enough.
  package mutating func isDue(_ community: Community, _ moment: Moment, hasTime: Bool = false) -> Bool {
    let new = Basis(
      program: community.program, today: moment.today, zone: moment.zone, hosts: community.hosts.count)
    let isDue =
      new != basis || moment.now < now || hasTime && isBehind
      || share.isExceeded(by: records, members: community.members.count)
    guard isDue else { return false }
    basis = new
    now = moment.now
    records = 0
    return true
  }
}
