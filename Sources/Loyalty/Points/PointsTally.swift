import Community

/// Sums over accounts of points, to which accounts are added and from which they are taken away.
struct PointsTally: Sendable {
  /// Points with the number of records they are from, or of accounts that hold them.
  struct Sum: Hashable, Sendable {
    var points: Int64 = 0
    var records = 0
    /// Of accounts, the members who share them.
    var members = 0

    static func += (left: inout Sum, right: Sum) {
      left.points &+= right.points
      left.records += right.records
      left.members += right.members
    }
    static prefix func - (sum: Sum) -> Sum {
      Sum(points: 0 &- sum.points, records: -sum.records, members: -sum.members)
    }
  }

  /// What became of the points that were issued in one calendar quarter.
  struct Cohort: Hashable, Sendable {
    var issued: Int64 = 0
    var taken: Int64 = 0
    var expired: Int64 = 0

    static func += (left: inout Cohort, right: Cohort) {
      left.issued &+= right.issued
      left.taken &+= right.taken
      left.expired &+= right.expired
    }
    static prefix func - (cohort: Cohort) -> Cohort {
      Cohort(issued: 0 &- cohort.issued, taken: 0 &- cohort.taken, expired: 0 &- cohort.expired)
    }
  }

  struct Reason: Hashable, Sendable {
    var word: UInt32
    var earned = Sum()
    var burnt = Sum()
    var dropped = Sum()
  }

  /// Accounts with points, with any record at all, and in which points were dropped.
  private(set) var holders = 0
  /// The members of accounts with points.
  private(set) var holdingMembers = 0
  private(set) var accounts = 0
  private(set) var short = 0
  /// Records that take points and yet say when they expire.
  private(set) var negativeLots = 0
  private(set) var balance: Int64 = 0
  /// By place in `Points.windows`: points that expire, and accounts that hold them.
  private(set) var expiring = Points.windows.map { _ in Sum() }
  private(set) var reasons: [Reason] = []
  private var places: [UInt32: Int] = [:]
  private var latest: (word: UInt32, place: Int) = (0, -1)
  /// By calendar quarter since 1970.
  private(set) var cohorts: [Cohort] = []

  /// Adds an account.
  ///
  /// - Parameter members: how many share it.
  mutating func count(_ standing: Points.Standing, members: Int) {
    accounts += 1
    if standing.balance > 0 {
      holders += 1
      holdingMembers += members
    }
    if standing.dropped > 0 { short += 1 }
    balance &+= standing.balance
    for place in expiring.indices where standing.expiring(place) > 0 {
      expiring[place] += Sum(points: standing.expiring(place), records: 1, members: members)
    }
  }

  mutating func earn(_ points: Int64, _ word: UInt32) {
    reasons[place(word)].earned += Sum(points: points, records: 1)
  }

  mutating func burn(_ points: Int64, dropped: Int64, _ word: UInt32) {
    let place = place(word)
    reasons[place].burnt += Sum(points: points, records: 1)
    if dropped > 0 { reasons[place].dropped += Sum(points: dropped, records: 1) }
  }

  mutating func countNegativeLot() { negativeLots += 1 }

  @inline(__always)
  private mutating func place(_ word: UInt32) -> Int {
    if latest.word == word, latest.place >= 0 { return latest.place }
    let place = find(word)
    latest = (word, place)
    return place
  }

  private mutating func find(_ word: UInt32) -> Int {
    if let place = places[word] { return place }
    places[word] = reasons.count
    reasons.append(Reason(word: word))
    return reasons.count - 1
  }

  /// Adds what became of a lot.
  mutating func add(_ lot: LotBook.Lot, issuedOn quarter: Int, now: Int64) {
    if quarter >= cohorts.count {
      cohorts += Array(repeating: Cohort(), count: quarter + 1 - cohorts.count)
    }
    cohorts[quarter].issued &+= lot.issued
    cohorts[quarter].taken &+= lot.issued - lot.open
    if lot.expires <= now { cohorts[quarter].expired &+= lot.open }
  }

  mutating func add(_ other: PointsTally) { add(other, 1) }
  mutating func remove(_ other: PointsTally) { add(other, -1) }

  private mutating func add(_ other: PointsTally, _ step: Int) {
    holders += step * other.holders
    holdingMembers += step * other.holdingMembers
    accounts += step * other.accounts
    short += step * other.short
    negativeLots += step * other.negativeLots
    balance &+= other.balance &* Int64(step)
    for place in expiring.indices {
      expiring[place] += step > 0 ? other.expiring[place] : -other.expiring[place]
    }
    for reason in other.reasons {
      let place = place(reason.word)
      reasons[place].earned += step > 0 ? reason.earned : -reason.earned
      reasons[place].burnt += step > 0 ? reason.burnt : -reason.burnt
      reasons[place].dropped += step > 0 ? reason.dropped : -reason.dropped
    }
    if other.cohorts.count > cohorts.count {
      cohorts += Array(repeating: Cohort(), count: other.cohorts.count - cohorts.count)
    }
    for (quarter, cohort) in other.cohorts.enumerated() {
      cohorts[quarter] += step > 0 ? cohort : -cohort
    }
  }
}

extension Day {
  /// Calendar quarters since the first of 1970.
  var quarterNumber: Int {
    let (year, month, _) = civil
    return max(0, (year - 1970) * 4 + (month - 1) / 3)
  }
}
