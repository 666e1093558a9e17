import Algorithms
import Community
import Synchronization

/// What stands in a member's emotional account.
package enum AccountBand: UInt8, CaseIterable, Hashable, Sendable {
  case overdrawn, thin, warm, deep

  /// The word in filters and reports.
  package var id: String { "\(self)" }
}

/// What the brand has put in and taken out with every member, as of one moment: balances with their bands, and what
/// they come to over all listed members.
///
/// A balance is the sum of value × factor × 2^(−age ÷ half-life) over its entries, ages in whole calendar days; 0
/// without entries. Nothing dated after the moment counts.
package struct EmotionalAccounts: Sendable {
  /// Of one member.
  struct Entry: Sendable {
    var balance = 0.0
    /// The newest touchpoint or `touch`, in milliseconds since 1970.
    var lastTouch = Instant.unknown.rawValue
    /// Whether the summary counts it: that of a listed member.
    var isCounted = false
  }

  static let blockShift = MemberFigures.blockShift
  static let blockSize = MemberFigures.blockSize

  private(set) var blocks: [[Entry]] = []
  package private(set) var count = 0
  /// The moment up to which entries count.
  package private(set) var moment: Moment
  package private(set) var summary = AccountSummary()
  package let rules: Program.AccountRules
  private var table: AccountTable
  private var log: DecisionLog
  private var hostReplies: HostReplies

  /// Computes the balances of all members.
  ///
  /// - Complexity: O(members + events), a pass over the columns for every 262,144 members.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, moment: Moment, on computation: Computation = .serial
  ) {
    self.moment = moment
    rules = community.program.account
    let table = AccountTable(community)
    let log = DecisionLog(community: community, moment: moment)
    let replies = HostReplies(community, on: computation)
    guard let replies else { return nil }
    self.table = table
    self.log = log
    hostReplies = replies
    count = community.members.count
    let touches = AccountTouch.all(log, count: count)
    let workers = computation.workers
    let size =
      min(AccountsPart.limit, max(EmotionalAccounts.blockSize, (count + workers - 1) / workers))
      / EmotionalAccounts.blockSize * EmotionalAccounts.blockSize
    let starts = Array(stride(from: 0, to: count, by: size))
    let parts = Mutex<[AccountsPart?]>(Array(repeating: nil, count: starts.count))
    let last = count
    computation.forEach(starts.count) { number in
      let members = starts[number]..<min(last, starts[number] + size)
      let part = AccountsPart(
        members, community: community, figures: figures, moment: moment, table: table, replies: replies,
        touches: touches, isCancelled: computation.isCancelled)
      parts.withLock { $0[number] = part }
    }
    var check = AccountCheck.Cases()
    var tally = AccountTally(slots: table.slots.count)
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      blocks += part.blocks
      check.add(part.cases)
      tally.add(part.tally)
    }
    if computation.isCancelled() { return nil }
    summary = AccountSummary(
      tally, table: table, check: AccountCheck(check, days: rules.checkDays),
      unknown: UnknownKinds(community, log: log, table: table, now: moment.now))
  }

  // MARK: Reading

  @inline(__always)
  func entry(_ member: Member.Index) -> Entry? {
    guard member.value < count else { return nil }
    return blocks[member.value >> EmotionalAccounts.blockShift][
      member.value & (EmotionalAccounts.blockSize - 1)]
  }

  /// The balance of a member; nil for one that isn't known yet.
  @inline(__always)
  package func balance(_ member: Member.Index) -> Double? { entry(member)?.balance }

  package func band(_ member: Member.Index) -> AccountBand? { entry(member).map { rules.band($0.balance) } }

  /// The newest touchpoint, or decision to touch.
  package func lastTouch(_ member: Member.Index) -> Instant? {
    entry(member).flatMap { Instant(rawValue: $0.lastTouch).known }
  }

  /// Listed members with a balance below 0, the lowest first.
  ///
  /// - Complexity: O(members).
  package func overdrawn(limit: Int = .max) -> [Member.Index] {
    var found: [(balance: Double, member: Member.Index)] = []
    for (number, block) in blocks.enumerated() {
      for (row, entry) in block.enumerated() where entry.balance < 0 {
        if entry.isCounted {
          found.append((entry.balance, Member.Index(number << EmotionalAccounts.blockShift + row)))
        }
      }
    }
    let areInOrder = { (left: (balance: Double, member: Member.Index), right: (Double, Member.Index)) in
      (left.balance, left.member) < right
    }
    guard limit < found.count else { return found.sorted(by: areInOrder).map(\.member) }
    return found.min(count: limit, sortedBy: areInOrder).map(\.member)
  }

  // MARK: Changes

  /// Computes the accounts of some members anew, after events of theirs were added or decisions taken; new members
  /// are taken up by themselves. Balances, bands, the mean and who is overdrawn change at once. What the summary says of
  /// kinds, repairs and moments beyond expectation stays as it was until all is computed anew: taking out what a member
  /// had brought to them would need the member's entries of before. Where the day has changed, all has to be computed anew.
  ///
  /// - Complexity: O(events of these members + events appended).
  package mutating func update(
    _ touched: [Member.Index], community: Community, figures: MemberFigures, moment: Moment
  ) {
    self.moment = moment
    if table.symbolCount != community.symbols.count { table = AccountTable(community) }
    var members = Set(touched.lazy.map(\.rawValue))
    members.formUnion(log.update(community: community, moment: moment).lazy.map(\.rawValue))
    members.formUnion(hostReplies.update(community))
    while count < community.members.count {
      if count & (EmotionalAccounts.blockSize - 1) == 0 { blocks.append([]) }
      blocks[count >> EmotionalAccounts.blockShift].append(Entry())
      members.insert(UInt32(count))
      count += 1
    }
    for raw in members where Int(raw) < count {
      let member = Member.Index(rawValue: raw)
      let place = member.value & (EmotionalAccounts.blockSize - 1)
      let old = blocks[member.value >> EmotionalAccounts.blockShift][place]
      let ledger = ledger(of: member, community)
      let new = Entry(
        balance: ledger.balance, lastTouch: (ledger.lastTouch ?? .unknown).rawValue,
        isCounted: member.value < figures.count && figures.isListed(member))
      if old.isCounted { summary.count(old.balance, rules.band(old.balance), -1) }
      if new.isCounted { summary.count(new.balance, rules.band(new.balance), 1) }
      blocks[member.value >> EmotionalAccounts.blockShift][place] = new
    }
  }

  /// What is in a member's account, entry by entry.
  ///
  /// - Complexity: O(events of the member), O(*n* log *n*) for *n* entries.
  package func ledger(of member: Member.Index, _ community: Community) -> AccountLedger {
    AccountLedger(
      of: member, community: community, table: table, log: log, replies: hostReplies, moment: moment)
  }
}

extension Program.AccountRules {
  /// The band of a balance.
  @inline(__always)
  package func band(_ balance: Double) -> AccountBand {
    balance < 0 ? .overdrawn : balance < warm ? .thin : balance < deep ? .warm : .deep
  }
}

/// A decision to touch that stands.
struct AccountTouch: Sendable {
  var member: UInt32
  var at: Int64
  var rule: Symbol

  /// All that stand, in the order of their lines.
  static func all(_ log: DecisionLog, count: Int) -> [AccountTouch] {
    log.decisions.indices.compactMap { number in
      let decision = log.decisions[number]
      guard decision.action == .touch, let member = decision.member, member.value < count, log.stands(number)
      else { return nil }
      return AccountTouch(member: member.rawValue, at: decision.at.rawValue, rule: decision.rule)
    }
  }
}
