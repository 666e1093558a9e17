import Community

/// The points of one account, told lot by lot and line by line: where each point came from and where it went.
package struct PointsLedger: Sendable {
  /// Points issued together, which expire together.
  package struct Lot: Hashable, Sendable {
    package var issuedAt: Instant
    /// The instant at which what is left is gone.
    package var expires: Instant
    package var issued: Int64
    package var taken: Int64
    /// What was left when the lot expired.
    package var expired: Int64
    /// What may still be spent.
    package var open: Int64
    /// The line that issued it.
    package var line: Int
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case earned
    /// What the social coefficient adds to the line before.
    case social
    /// Points taken for a reward.
    case redeemed
    /// Points taken back for a refund.
    case takenBack = "taken_back"
    /// Points taken for another reason.
    case adjusted
    case expired
  }

  /// So many points of one lot.
  package struct Part: Hashable, Sendable {
    package var lot: Int
    package var points: Int64
  }

  /// A change of the balance, with the record that it's from.
  package struct Line: Hashable, Sendable {
    package var at: Instant
    package var kind: Kind
    package var member: Member.Index
    /// Where the points came from or went: the record's reason, or the programme's word.
    package var reason: String?
    /// Above 0 for points issued.
    package var delta: Int64
    /// What should have been taken as well, which there wasn't.
    package var dropped: Int64 = 0
    package var balance: Int64 = 0
    /// The lots that points were issued as, taken from or lost with.
    package var parts: [Part] = []
    package var feed: Feed?
    package var row: Row?
    /// The reward that points were redeemed for.
    package var reward: String?
    /// The order, as far as a record names it.
    package var order: String?
    /// Whose first purchase it was.
    package var person: Member.Index?
    /// The referrals that the social coefficient counts.
    package var referrals: Int?
    /// Whether the record says when points expire though it takes some: that means nothing.
    package var isNegativeLot = false
  }

  /// Those who share the account, the main member of the household first.
  package let members: [Member.Index]
  package private(set) var lots: [Lot] = []
  /// In order of time.
  package private(set) var lines: [Line] = []

  /// The sum of the open lots.
  package var balance: Int64 { lots.reduce(0) { $0 &+ $1.open } }
  package var openLots: [Lot] { lots.filter { $0.open > 0 }.sorted { $0.expires < $1.expires } }

  init(_ account: PointsAccount, of member: Member.Index) {
    members = account.pools.sharers(of: member)
    guard account.isListed(members[0].rawValue) else { return }
    let numbers = members.map(\.rawValue)
    let entries = account.reader.entries(of: numbers)
    var replay = account.replay(isBulk: false, keepsTakes: true)
    var sink = Sink()
    entries.withView {
      replay.run($0, members: numbers, referrals: account.reader.referrals, into: &sink)
    }
    let now = account.source.moment.now
    var takes = replay.book.takes[...]
    var lines: [(at: Int64, phase: Int, line: Line)] = []
    for change in sink.changes {
      var line = Line(change, account.source.community)
      if let lot = change.lot {
        line.parts = [Part(lot: lot, points: change.points)]
      } else {
        var rest = change.points
        while rest > 0, let take = takes.popFirst() {
          line.parts.append(Part(lot: take.lot, points: take.points))
          rest -= take.points
        }
      }
      lines.append((change.entry.at, 1, line))
    }
    for (number, lot) in replay.book.lots.enumerated() where lot.open > 0 && lot.expires <= now.rawValue {
      let source = entries[lot.entry]
      var line = Line(
        at: Instant(rawValue: lot.expires), kind: .expired, member: Member.Index(rawValue: source.member),
        reason: nil, delta: -lot.open)
      line.parts = [Part(lot: number, points: lot.open)]
      // What is gone at an instant is gone before anything happens at it, unless it came at that instant.
      lines.append((lot.expires, lot.issuedAt == lot.expires ? 2 : 0, line))
    }
    let order = lines.indices.sorted { left, right in
      (lines[left].at, lines[left].phase, left) < (lines[right].at, lines[right].phase, right)
    }
    var balance: Int64 = 0
    var issuers: [Int: Int] = [:]
    for place in order {
      var line = lines[place].line
      balance &+= line.delta
      line.balance = balance
      if line.delta > 0, let part = line.parts.first { issuers[part.lot] = self.lines.count }
      self.lines.append(line)
    }
    lots = replay.book.lots.enumerated().map { number, lot in
      let isGone = lot.expires <= now.rawValue
      return Lot(
        issuedAt: Instant(rawValue: lot.issuedAt), expires: Instant(rawValue: lot.expires),
        issued: lot.issued, taken: lot.issued - lot.open, expired: isGone ? lot.open : 0,
        open: isGone ? 0 : lot.open, line: issuers[number] ?? 0)
    }
  }

  fileprivate struct Change {
    var points: Int64
    var dropped: Int64 = 0
    /// The lot issued; nil where points were taken.
    var lot: Int?
    var entry: PointsEntry
    var referrals: Int?
  }

  private struct Sink: PointsSink {
    var changes: [Change] = []

    mutating func issued(_ points: Int64, lot: Int, for entry: PointsEntry, referrals: Int?) {
      changes.append(Change(points: points, lot: lot, entry: entry, referrals: referrals))
    }

    mutating func took(_ points: Int64, dropped: Int64, for entry: PointsEntry) {
      changes.append(Change(points: points, dropped: dropped, entry: entry))
    }
  }
}

extension PointsLedger.Line {
  fileprivate init(_ change: PointsLedger.Change, _ community: Community) {
    let entry = change.entry
    let isIssued = change.lot != nil
    at = Instant(rawValue: entry.at)
    member = Member.Index(rawValue: entry.member)
    delta = isIssued ? change.points : -change.points
    dropped = change.dropped
    reason = PointsWord.text(change.referrals == nil ? entry.reason : PointsWord.social, community)
    referrals = change.referrals
    isNegativeLot = entry.isNegativeLot
    kind = change.referrals != nil ? .social : isIssued ? .earned : .adjusted
    let row = Row(rawValue: entry.row)
    self.row = row
    switch entry.kind {
    case .change:
      feed = .points
      let (segment, offset) = community[.points][row]
      order = segment.text(PointField.order, offset)
      let symbol = segment.symbol(PointField.reward, offset)
      if symbol != .none { reward = community.symbols[symbol] }
      if reward != nil, !isIssued { kind = .redeemed }
    case .activity: feed = .activity
    case .purchase, .refund:
      feed = .orders
      let (segment, offset) = community[.orders][row]
      order =
        entry.kind == .refund ? segment.text(OrderField.refundOf, offset) : segment.ids[offset]
      if entry.kind == .refund { kind = .takenBack }
    case .referral:
      feed = .orders
      person = Member.Index(rawValue: entry.word)
    }
  }
}

extension Points {
  /// The lots and the ledger of the account that a member has or shares.
  ///
  /// - Complexity: O(*r* log *r*) for the account's *r* records.
  package func ledger(of member: Member.Index) -> PointsLedger {
    PointsLedger(PointsAccount(source: source, pools: pools, referrals: referrals), of: member)
  }
}
