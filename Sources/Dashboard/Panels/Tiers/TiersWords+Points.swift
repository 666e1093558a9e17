import Canvas
import Community
import Loyalty
import Reports
import Texts

extension TiersWords {
  // MARK: Points

  func points(columns: Int) -> [TiersBlock] {
    guard let figures = board.points else { return [.line(Line(context.text(.tiersPointsPending), .muted))] }
    let points = figures.points
    if points.accounts == 0 { return [.line(Line(context.text(.tiersPointsEmpty), .muted))] }
    func line(_ title: Phrase, _ value: String, _ role: Role = .number) -> TiersBlock {
      .line(Line([Piece(context.text(title), .label)], right: [Piece(value, role)]))
    }
    var blocks: [TiersBlock] = [
      .line(
        .heading(
          context.text(.pointsBalance), right: [Piece(context.number(points.balance), .number)]))
    ]
    blocks += Points.windows.compactMap { days in
      points.expiring(within: days).map { expiring in
        .line(
          Line(
            [Piece(context.text(.pointsExpiringIn, ["days": days]), .label)],
            right: [
              Piece(
                language.accounts(expiring.accounts, members: expiring.members) + "  ", .muted),
              Piece(context.number(expiring.points), .number),
            ]))
      }
    }
    if points.pools.count > 0 {
      blocks.append(
        .line(Line(context.text(.pointsHouseholdsOnce, ["count": points.pools.count]), .muted)))
    }
    blocks += [
      line(.pointsLiability, context.money(units: points.liability), .money),
      line(.pointsBreakage, points.breakage.map { language.percent($0, decimals: 1) } ?? "–"),
    ]
    if let last = points.cohorts.last(where: { $0.open == 0 }) {
      blocks.append(
        .line(
          Line(
            [Piece(context.text(.tiersLastCohort, ["quarter": last.id]), .muted)],
            right: [Piece(percent(last.breakage), .number)])))
    }
    let response = figures.response
    if response.redemptions > 0 {
      blocks += [
        line(
          .tiersNextAction,
          context.text(
            .tiersNextActionValue,
            [
              "time": response.median.map { language.age(milliseconds: $0) } ?? "–",
              "followed": context.number(response.followed), "redeemed": context.number(response.redemptions),
            ]), .text),
        .line(
          Line(
            [Piece(context.text(.pointsAgain, ["days": PointsResponse.days]), .label)],
            right: [
              Piece(
                context.text(
                  .pointsAgainValue,
                  [
                    "again": context.number(response.membersAgain),
                    "members": context.number(response.members),
                  ]))
            ])),
      ]
    } else {
      blocks.append(line(.pointsNextAction, context.text(.pointsNoRedemptions), .muted))
    }
    let words = PointsWords(language: language, community: board.community)
    for (title, sums) in [(Phrase.pointsEarned, points.earned), (.pointsBurnt, points.burnt)] {
      guard let most = sums.first?.points, most > 0 else { continue }
      let shown = sums.prefix(3)
      blocks.append(.line(.heading(context.text(title))))
      blocks.append(
        .widget(
          BarChart(
            items: shown.map {
              ChartItem(
                label: words.reason($0.reason), value: Double($0.points), text: context.number($0.points))
            }), rows: shown.count,
          plain: sums.map { "\(words.reason($0.reason)): \(context.number($0.points))" }))
    }
    if points.shortAccounts > 0 {
      blocks.append(line(.pointsShort, context.number(points.shortAccounts), .warning))
    }
    if points.negativeLots > 0 {
      blocks.append(line(.pointsNegativeLots, context.number(points.negativeLots), .warning))
    }
    let faults = points.pools.faults(board.community)
    if faults.namesAnother > 0 {
      blocks.append(line(.pointsHouseholdChains, context.number(faults.namesAnother), .warning))
    }
    if faults.unknown > 0 {
      blocks.append(line(.pointsHouseholdUnknown, context.number(faults.unknown), .warning))
    }
    return blocks
  }

  func reminders(_ figures: PointsFigures) -> TiersList {
    let reminders = figures.reminders.reminders
    let title = context.text(
      .tiersReminders, ["due": context.number(figures.reminders.dueCount), "days": figures.reminders.days])
    let specs = [
      ColumnSpec(context.text(.columnName), minimum: 10, ideal: 18, weight: 1, importance: 99),
      ColumnSpec(context.text(.pointsPoints), alignment: .right, minimum: 5, ideal: 7, importance: 98),
      ColumnSpec(context.text(.pointsExpires), minimum: 10, ideal: 10, importance: 97),
      ColumnSpec(context.text(.pointsReminded), minimum: 8, ideal: 10, importance: 96),
      ColumnSpec(context.text(.pointsChannels), minimum: 8, ideal: 16, weight: 1, importance: 90),
    ]
    return TiersList(
      title: .heading(title, right: dueByCalendar), specs: specs, count: reminders.count,
      empty: context.text(.tiersNobodyToRemind, ["days": figures.reminders.days]),
      key: { board.id(reminders[$0].member) }, member: { reminders[$0].member },
      row: { position in
        let reminder = reminders[position]
        let channels = board.community.openChannels(of: reminder.member).map(\.channel)
        return [
          .text(board.roster.name(of: reminder.member) ?? board.id(reminder.member), .text),
          .text(context.number(reminder.points), .number),
          .text(language.date(reminder.expires, in: context.zone), .date),
          .text(
            reminder.reminded.map { language.date($0, in: context.zone) } ?? context.text(.pointsNotReminded),
            reminder.reminded == nil ? .warning : .muted),
          .text(
            channels.isEmpty
              ? context.text(.pointsNoChannel) : context.language.channels(channels).joined(separator: ", "),
            .muted),
        ]
      })
  }

  /// How many the calendar has due for a reminder today, which are fewer: its rule has a filter and days of its own, and
  /// the contact cap leaves some out.
  private var dueByCalendar: [Piece] {
    guard let calendar = board.roster.measures?.touchpoints,
      let place = calendar.rules.firstIndex(where: { $0.id == PointsReminders.rule })
    else { return [] }
    return [Piece(context.text(.tiersRemindersDue, ["count": calendar.today.count(place)]), .muted)]
  }

  // MARK: Benefits and fairness

  func benefits(columns: Int) -> [TiersBlock] {
    let benefits = board.figures.benefits
    let places = rules.tiers.indices.map { $0 }
    var blocks: [TiersBlock] = []
    if benefits.rows.isEmpty {
      blocks.append(.line(Line(context.text(.tiersNoBenefits), .muted)))
    } else {
      let members = places.map { place in board.figures.levels[place].members }
      let entries = benefits.rows.map { row in
        places.map { place -> NumberMatrix.Entry in
          let count = row.members[place]
          if row.reward == nil { return NumberMatrix.Entry(row.isGiven[place] ? "✓" : "·", role: .muted) }
          if !row.isGiven[place], count == 0 { return NumberMatrix.Entry("·", role: .muted) }
          let share = members[place] > 0 ? Double(count) / Double(members[place]) : 0
          return NumberMatrix.Entry(
            "\(context.number(count)) (\(language.percent(share)))", role: count == 0 ? .warning : .number)
        }
      }
      let names = benefits.rows.map { row -> String in
        row.text.map { language.text($0) } ?? row.reward ?? ""
      }
      let heads = places.map { name($0) }
      blocks.append(
        .widget(
          NumberMatrix(
            rowHeads: names, columnHeads: heads, entries: entries,
            corner: context.text(.tiersBenefitsTitle, ["days": TierBenefits.days])),
          rows: names.count + 1,
          plain: zip(names, entries).map { name, row in
            "\(name): " + zip(heads, row).map { "\($0) \($1.text)" }.joined(separator: "; ")
          }))
      let unused = benefits.rows.filter(\.isUnused).count
      if unused > 0 { blocks.append(.line(Line(context.text(.tiersUnused, ["count": unused]), .warning))) }
    }
    return blocks
  }

  var fairness: TiersList {
    let fairness = board.figures.fairness
    let pairs = fairness.pairs
    let title = context.text(
      .tiersFairness,
      ["count": pairs.count, "share": language.percent(fairness.tolerance)])
    let specs = [
      ColumnSpec(context.text(.columnName), minimum: 6, ideal: 12, weight: 1, importance: 99),
      ColumnSpec(context.text(.tiersColumnTier), minimum: 6, ideal: 10, importance: 98),
      ColumnSpec(context.text(.columnSpend), alignment: .right, minimum: 7, ideal: 9, importance: 97),
      ColumnSpec(context.text(.tiersColumnOther), minimum: 6, ideal: 12, weight: 1, importance: 95),
      ColumnSpec(context.text(.tiersColumnTier), minimum: 6, ideal: 10, importance: 96),
      ColumnSpec(context.text(.columnSpend), alignment: .right, minimum: 7, ideal: 9, importance: 94),
    ]
    func who(_ member: Member.Index) -> ListCell {
      .text(board.roster.name(of: member) ?? board.id(member), .text)
    }
    return TiersList(
      title: .heading(title), specs: specs, count: pairs.count,
      empty: context.text(.tiersFair, ["count": fairness.compared]),
      key: { board.id(pairs[$0].lower) }, member: { pairs[$0].lower },
      row: { position in
        let pair = pairs[position]
        return [
          who(pair.lower), .text(name(tiers.tier(pair.lower)), .muted),
          .text(context.money(pair.lowerSpend), .money), who(pair.higher),
          .text(name(tiers.tier(pair.higher)), .positive), .text(context.money(pair.higherSpend), .money),
        ]
      })
  }

  // MARK: What if

  /// A number as it's typed: units for spend, percent for shares.
  static func typed(_ value: Int64, _ threshold: TierThreshold, _ rules: Program.TierRules) -> String {
    guard isHundredths(threshold, rules) else { return "\(value)" }
    let rest = value % 100
    return rest == 0 ? "\(value / 100)" : "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// What a typed number means; nil for what isn't one.
  static func value(typed text: String, _ threshold: TierThreshold, _ rules: Program.TierRules) -> Int64? {
    let isHundredths = isHundredths(threshold, rules)
    let text = text.filter { !" ,，".contains($0) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let units = Int64(first), (0...1_000_000_000).contains(units) else {
      return nil
    }
    guard isHundredths else { return parts.count == 1 ? units : nil }
    var hundredths: Int64 = 0
    if parts.count == 2, !parts[1].isEmpty {
      guard parts[1].count <= 2, let decimals = Int64(parts[1]), decimals >= 0 else { return nil }
      hundredths = parts[1].count == 1 ? decimals * 10 : decimals
    }
    let value = units * 100 + hundredths
    return threshold.part == .share && value > 10_000 ? nil : value
  }

  private static func isHundredths(_ threshold: TierThreshold, _ rules: Program.TierRules) -> Bool {
    threshold.part == .share || rules.minimum(threshold)?.metric == .spend
  }

  private func written(_ value: Int64, _ threshold: TierThreshold, _ rules: Program.TierRules) -> String {
    if threshold.part == .share { return language.percent(Double(value) / 10_000, decimals: 1) }
    return rules.minimum(threshold)?.metric == .spend
      ? context.exactMoney(Money(rawValue: value)) : context.number(value)
  }

  func thresholds(_ whatIf: WhatIfState) -> TiersList {
    let thresholds = whatIf.rules.thresholds
    let specs = [
      ColumnSpec(context.text(.tiersColumnTier), minimum: 8, ideal: 12, importance: 98),
      ColumnSpec("", minimum: 6, ideal: 8, importance: 90),
      ColumnSpec(context.text(.tiersColumnThreshold), minimum: 20, ideal: 34, weight: 1, importance: 97),
      ColumnSpec(context.text(.tiersColumnInForce), alignment: .right, minimum: 7, ideal: 10, importance: 96),
      ColumnSpec(context.text(.tiersColumnTried), alignment: .right, minimum: 8, ideal: 12, importance: 99),
    ]
    return TiersList(
      title: .heading(context.text(.tiersThresholds)), specs: specs, count: thresholds.count,
      empty: context.text(.tiersNoThreshold),
      key: { "\(thresholds[$0])" }, member: { _ in nil },
      row: { position in
        let threshold = thresholds[position]
        let minimum = whatIf.rules.minimum(threshold)
        let kind: Phrase =
          switch threshold.part {
          case .qualify: .tiersQualify
          case .keep: .tiersKeepRule
          case .share: .tiersShare
          }
        let saved = whatIf.saved.value(threshold)
        let tried = whatIf.rules.value(threshold)
        return [
          .text(name(threshold.tier), .label), .text(context.text(kind), .muted),
          .text(
            minimum.map { "\(language.text($0.metric)) · \(language.text($0.window))" }
              ?? context.text(.tiersOfMembers),
            .text),
          .text(written(saved, threshold, whatIf.saved), .number),
          .text(
            saved == tried ? "" : written(tried, threshold, whatIf.rules), saved == tried ? .muted : .warning),
        ]
      })
  }

  /// What the rules tried would make of the members.
  func whatIf(_ whatIf: WhatIfState, columns: Int, saveKey: String) -> [TiersBlock] {
    var blocks: [TiersBlock] = []
    if let line = whatIf.line {
      blocks.append(
        .line(
          Line([
            Piece(context.text(.tiersType) + " ", .label), Piece(line.text + "_", .input),
          ])))
    } else {
      let hint =
        whatIf.isChanged ? context.text(.tiersSaveHint, ["key": saveKey]) : context.text(.tiersWhatIfHint)
      blocks.append(.line(Line(hint, whatIf.isChanged ? .warning : .muted)))
    }
    guard let outcome = whatIf.outcome else {
      return blocks + [.line(Line(context.text(.tiersTrying), .muted))]
    }
    blocks.append(
      .line(
        .heading(
          context.text(.tiersWouldMove, ["count": outcome.up + outcome.down]),
          right: [
            Piece("↑ \(context.number(outcome.up))", .positive), Piece("  "),
            Piece("↓ \(context.number(outcome.down))", .negative),
          ])))
    let places: [Int?] = rules.tiers.indices.reversed().map { $0 } + [nil]
    func change(_ before: Int, _ after: Int) -> NumberMatrix.Entry {
      let gap = after - before
      if gap == 0 { return NumberMatrix.Entry("=", role: .muted) }
      return NumberMatrix.Entry(
        (gap > 0 ? "+" : "−") + context.number(abs(gap)), role: gap > 0 ? .positive : .negative)
    }
    let heads = [
      context.text(.reportMembers), context.text(.tiersAfter), "+/−", context.text(.tiersGMV),
      context.text(.tiersAfter),
    ]
    let entries = places.map { place -> [NumberMatrix.Entry] in
      let members = outcome.members(place)
      let spend = outcome.spendShare(place)
      return [
        NumberMatrix.Entry(context.number(members.before)), NumberMatrix.Entry(context.number(members.after)),
        change(members.before, members.after), NumberMatrix.Entry(percent(spend?.before)),
        NumberMatrix.Entry(
          percent(spend?.after), role: spend?.before == spend?.after ? .number : .warning),
      ]
    }
    blocks.append(
      .widget(
        NumberMatrix(rowHeads: places.map { name($0) }, columnHeads: heads, entries: entries),
        rows: places.count + 1, plain: []))
    for mover in outcome.firstMovers.prefix(4) {
      blocks.append(
        .line(
          Line(
            [Piece(board.roster.name(of: mover.member) ?? board.id(mover.member))],
            right: [Piece("\(name(mover.from)) → \(name(mover.to))", .muted)])))
    }
    return blocks
  }
}
