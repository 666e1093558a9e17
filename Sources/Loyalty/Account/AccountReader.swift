import Community

/// Turns the rows of the feeds into entries of accounts.
struct AccountReader: Sendable {
  let table: AccountTable
  let now: Int64
  private let nps: UInt32?
  private let limits: ComplaintLimits

  /// The feeds that entries come from, in the order in which entries of the same time are taken. Hosts' replies stand
  /// for activity, and decisions follow.
  static let feeds: [Feed] = [.orders, .activity, .touchpoints, .surveys, .complaints]

  init(_ community: Community, table: AccountTable, moment: Moment) {
    self.table = table
    now = moment.now.rawValue
    nps = community.symbols.symbol(of: "nps")?.rawValue
    limits = ComplaintLimits(community.program, zone: moment.zone)
  }

  /// Whether rows of a segment can make entries at all.
  func concerns(_ feed: Feed, _ segment: Segment) -> Bool {
    switch feed {
    case .touchpoints: !segment.symbols[TouchpointField.kind.slot].isEmpty
    case .surveys: nps != nil && !segment.symbols[SurveyField.kind.slot].isEmpty
    default: true
    }
  }

  /// Calls `body` with member and entry for each of some rows that make one, in order; future ones are left out.
  ///
  /// - Parameter isWanted: whether the entries of a member, given by its party, are wanted.
  @inline(__always)
  func forEachEntry(
    _ feed: Feed, _ segment: Segment, rows: Range<Int>, isWanted: (UInt32) -> Bool,
    _ body: (_ row: Int, _ member: UInt32, _ entry: AccountEntry) -> Void
  ) {
    guard concerns(feed, segment) else { return }
    let times = segment.at
    let members = segment.member
    switch feed {
    case .touchpoints:
      let kinds = segment.symbols[TouchpointField.kind.slot]
      let triggers = segment.symbols[TouchpointField.trigger.slot]
      let values = segment.integers[TouchpointField.value.slot]
      for row in rows where isWanted(members[row]) && times[row] <= now {
        let entry = table.entry(
          at: times[row], kind: kinds[row], trigger: triggers.isEmpty ? 0 : triggers[row],
          stated: values.isEmpty ? Segment.unknownInteger : values[row])
        body(row, members[row], entry)
      }
    case .orders:
      let amounts = segment.integers[OrderField.amount.slot]
      for row in rows where amounts[row] < 0 && isWanted(members[row]) && times[row] <= now {
        body(row, members[row], table.entry(.refund, at: times[row]))
      }
    case .surveys:
      let kinds = segment.symbols[SurveyField.kind.slot]
      let scores = segment.integers[SurveyField.score.slot]
      for row in rows where kinds[row] == nps && isWanted(members[row]) && times[row] <= now {
        if (0...6).contains(scores[row]) {
          body(row, members[row], table.entry(.detractor, at: times[row]))
        } else if (9...10).contains(scores[row]) {
          body(row, members[row], table.entry(.promoter, at: times[row]))
        }
      }
    case .complaints:
      let levels = segment.integers[ComplaintField.level.slot]
      let solutions = segment.times[ComplaintField.resolved.slot]
      for row in rows where isWanted(members[row]) {
        let level = levels.isEmpty || levels[row] == Segment.unknownInteger ? 3 : levels[row]
        if times[row] <= now {
          body(row, members[row], table.entry(.complaint(level: level), at: times[row]))
        }
        guard !solutions.isEmpty else { continue }
        let resolved = solutions[row]
        guard resolved <= now, limits.isInTime(level: Int(level), told: times[row], resolved: resolved) else {
          continue
        }
        body(row, members[row], table.entry(.complaintResolved, at: resolved))
      }
    default: break
    }
  }
}
