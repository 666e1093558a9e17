import Canvas
import Community
import Loyalty
import Reports
import Texts

/// The board of tiers in words, lines and charts.
struct TiersWords {
  var context: ViewContext
  var board: TierBoard
  /// A member's history; nil while it isn't gathered.
  var history: (Member.Index) -> TierHistory?

  var language: Language { context.language }
  var tiers: Tiers { board.tiers }
  var rules: Program.TierRules { board.tiers.rules }

  func name(_ tier: Int?) -> String {
    language.name(ofTier: tier.flatMap { rules.tiers.indices.contains($0) ? $0 : nil }, rules)
  }

  func missing(_ readings: [TierReading], _ rank: RankGap?) -> String {
    if let rank { return language.text(rank) }
    let open = readings.filter { !$0.isMet }
    return open.isEmpty ? "" : language.missing(open, currency: context.currency)
  }

  func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  // MARK: Forecast

  func forecastHead(_ group: ForecastGroup, key: String) -> [TiersBlock] {
    let up = board.figures.levels.reduce(board.figures.without.up) { $0 + $1.up }
    let keep = board.figures.levels.reduce(0) { $0 + $1.keep }
    let drop = board.figures.levels.reduce(0) { $0 + $1.drop }
    let end = Line(
      [
        Piece(context.text(.tiersQuarterEnds, ["day": language.date(tiers.comingDay)]), .heading),
        Piece("  " + context.text(.tiersDaysLeft, ["count": tiers.daysLeft]), .muted),
      ],
      right: [
        Piece("↑ ", .positive), Piece(context.text(.tiersGoUp, ["count": context.number(up)]), .number),
        Piece("  = ", .muted), Piece(context.text(.tiersStay, ["count": context.number(keep)]), .number),
        Piece("  ↓ ", .negative), Piece(context.text(.tiersGoDown, ["count": context.number(drop)]), .number),
      ])
    let shown =
      group == .atRisk
      ? context.text(.tiersAtRisk, ["count": board.atRisk.count])
      : context.text(.tiersRising, ["count": board.rising.count])
    let other =
      group == .atRisk
      ? context.text(.tiersRising, ["count": board.rising.count])
      : context.text(.tiersAtRisk, ["count": board.atRisk.count])
    return [
      .line(end),
      .line(Line([Piece(shown, .text)], right: [Piece("\(key) ", .footerKey), Piece(other, .muted)])),
    ]
  }

  func forecast(_ group: ForecastGroup) -> TiersList {
    let members = group == .atRisk ? board.atRisk : board.rising
    let names = rules.tiers.indices.map { name($0).cellWidth } + [context.text(.tiersKeepTask).cellWidth - 2]
    let tier = min(12, max(6, names.max() ?? 0))
    let specs = [
      ColumnSpec(context.text(.columnName), minimum: 8, ideal: 10, weight: 1, importance: 99),
      ColumnSpec(context.text(.tiersColumnTier), minimum: tier, ideal: tier, importance: 85),
      ColumnSpec(context.text(.tiersColumnOutlook), minimum: tier + 2, ideal: tier + 2, importance: 96),
      ColumnSpec(context.text(.tiersColumnMissing), minimum: 22, ideal: 24, weight: 3, importance: 98),
      ColumnSpec("", minimum: 4, ideal: 6, importance: 90),
      ColumnSpec(context.text(.tiersColumnMisses), alignment: .right, minimum: 6, ideal: 6, importance: 92),
      ColumnSpec(context.text(.columnID), minimum: 5, ideal: 8, importance: 80),
    ]
    return TiersList(
      specs: specs, count: members.count,
      empty: context.text(group == .atRisk ? .tiersNobodyAtRisk : .tiersNobodyRising),
      key: { board.id(members[$0]) }, member: { members[$0] },
      row: { row(members[$0], group) })
  }

  private func row(_ member: Member.Index, _ group: ForecastGroup) -> [ListCell] {
    let history = history(member)
    let gap = history.map {
      group == .atRisk
        ? missing($0.missingToKeep, $0.rankToKeep) : missing($0.missingToNext, $0.rankToNext)
    }
    let share = (group == .atRisk ? tiers.keep(member) : tiers.next(member)) ?? 0
    let outlook: ListCell
    switch (group, tiers.outlook(member)) {
    case (.rising, _): outlook = .text("↑ \(name(tiers.reached(member)))", .positive)
    case (_, .drop):
      outlook = .text("↓ \(name(tiers.tier(member).map { $0 - 1 }))", .negative)
    default: outlook = .text(context.text(.tiersKeepTask), .warning)
    }
    return [
      .text(board.roster.name(of: member) ?? board.id(member), .text),
      .text(name(tiers.tier(member)), .muted), outlook,
      .text(gap ?? String(Character(context.look.glyphs.ellipsis.base)), .text),
      .widget(Bar(share / 100, fill: group == .atRisk ? .series2 : .barFill)),
      .text(group == .atRisk ? "\(tiers.misses(member))/\(rules.misses)" : "", .number),
      .text(board.id(member), .link),
    ]
  }

  // MARK: Pyramid

  func pyramid(columns: Int) -> [TiersBlock] {
    let figures = board.figures
    let levels = figures.levels.reversed() as [TierFigures.Level]
    let layers = levels.map { level in
      Pyramid.Layer(
        name(level.tier), value: Double(level.members),
        texts: [context.number(level.members), language.percent(level.share)])
    }
    var blocks: [TiersBlock] = [
      .line(
        .heading(context.text(.tiersPyramidTitle), right: [Piece(context.number(figures.members), .number)])),
      .widget(
        Pyramid(layers), rows: layers.count,
        plain: levels.map {
          "\(name($0.tier)): \(context.number($0.members)) (\(language.percent($0.share)))"
        }),
    ]
    if figures.without.members > 0 {
      blocks.append(
        .line(
          Line(
            [Piece(context.text(.tierNone), .muted)],
            right: [
              Piece(context.number(figures.without.members), .number),
              Piece(" " + language.percent(figures.without.share), .muted, width: 6, .right),
            ])))
    }
    let heads = [context.text(.tiersGMV), context.text(.tiersMeanCLV), "↑", "↓"]
    let entries = levels.map { level in
      [
        NumberMatrix.Entry(percent(level.spendShare)),
        NumberMatrix.Entry(level.meanLifetimeValue.map { context.money(units: $0) } ?? "–", role: .money),
        NumberMatrix.Entry(context.number(level.up), role: level.up > 0 ? .positive : .muted),
        NumberMatrix.Entry(context.number(level.drop), role: level.drop > 0 ? .negative : .muted),
      ]
    }
    blocks.append(.line(.blank))
    blocks.append(
      .widget(
        NumberMatrix(
          rowHeads: levels.map { name($0.tier) }, columnHeads: heads, entries: entries,
          corner: context.text(.tiersSpendDays, ["days": figures.spendDays])),
        rows: levels.count + 1,
        plain: zip(levels, entries).map { level, row in
          "\(name(level.tier)): " + zip(heads, row).map { "\($0) \($1.text)" }.joined(separator: "; ")
        }))
    blocks += tasks() + changes()
    return blocks
  }

  /// How many finished their keep tasks in past quarters in which anybody had one.
  private func tasks() -> [TiersBlock] {
    let past = tiers.pastTasks.filter { $0.tasks > 0 }.suffix(4)
    guard !past.isEmpty else { return [] }
    var blocks: [TiersBlock] = [.line(.blank), .line(.heading(context.text(.tiersTasks)))]
    for count in past.reversed() {
      let share = language.percent(Double(count.completed) / Double(count.tasks))
      blocks.append(
        .line(
          Line(
            [Piece(language.date(count.lastDay), .date)],
            right: [
              Piece(context.text(.tiersTasksDone, ["done": count.completed, "count": count.tasks]), .muted),
              Piece(share, .number, width: 6, .right),
            ])))
    }
    return blocks
  }

  /// Moves since the last opening.
  private func changes() -> [TiersBlock] {
    guard let changes = board.changes, let since = board.since else { return [] }
    var blocks: [TiersBlock] = [
      .line(.blank),
      .line(
        .heading(
          context.text(.tiersChanged),
          right: [Piece(language.dateAndTime(since, in: context.zone), .muted)])),
    ]
    if changes.isEmpty { return blocks + [.line(Line(context.text(.tiersNoChange), .muted))] }
    for change in changes.prefix(8) {
      blocks.append(
        .line(
          Line(
            [
              Piece(change.isUp ? "↑ " : "↓ ", change.isUp ? .positive : .negative),
              Piece(board.roster.name(of: change.member) ?? board.id(change.member)),
            ],
            right: [Piece("\(name(change.from)) → \(name(change.tier))", .muted)])))
    }
    if changes.count > 8 {
      blocks.append(.line(Line(context.text(.tiersMoreChanges, ["count": changes.count - 8]), .muted)))
    }
    return blocks
  }

  // MARK: Moves

  func moves(columns: Int) -> [TiersBlock] {
    let moves = board.figures.moves
    let places: [Int?] = rules.tiers.indices.reversed().map { $0 } + [nil]
    let names = places.map { name($0) }
    let title = context.text(
      .tiersMovesTitle,
      [
        "from": language.date(context.zone.day(of: moves.from).adding(days: 1)),
        "to": language.date(context.zone.day(of: moves.to)),
      ])
    var blocks: [TiersBlock] = [
      .line(
        .heading(
          title,
          right: [
            Piece("↑ \(context.number(moves.up))", .positive), Piece("  "),
            Piece("↓ \(context.number(moves.down))", .negative),
          ])),
      matrix(
        names, short(names, columns), corner: context.text(.tiersFromTo),
        rows: places.indices.map { from in places.indices.map { moves[places[from], places[$0]] } }),
    ]
    let stages: [LifecycleStage?] = LifecycleStage.allCases + [nil]
    let words = stages.map { stage in
      stage.map { language.word($0.id, of: .stage) } ?? context.text(.tiersNoStage)
    }
    for moves in board.measures.moves {
      blocks += [
        .line(.blank),
        .line(
          .heading(
            context.text(.reportMovesSince, ["days": moves.days]),
            right: [
              Piece(context.text(.tiersRetention) + " ", .muted), Piece(percent(moves.retention), .number),
            ])),
        matrix(
          words, short(words, columns), corner: context.text(.tiersFromTo),
          rows: stages.map { from in stages.map { moves[from, $0] } }),
      ]
    }
    return blocks
  }

  /// Heads of columns, the longest of them cut where all wouldn't fit.
  private func short(_ names: [String], _ columns: Int) -> [String] {
    let heads = max(context.text(.tiersFromTo).cellWidth, names.map(\.cellWidth).max() ?? 0)
    var room = names.map(\.cellWidth).max() ?? 0
    while room > 4, heads + names.reduce(0, { $0 + 2 + min($1.cellWidth, room) }) > columns { room -= 1 }
    return names.map { $0.truncated(to: room, ellipsis: context.look.glyphs.ellipsis) }
  }

  private func matrix(
    _ names: [String], _ heads: [String], corner: String, rows: [[Int]]
  ) -> TiersBlock {
    let entries = rows.enumerated().map { from, counts in
      counts.enumerated().map { to, count -> NumberMatrix.Entry in
        let role: Role = count == 0 ? .muted : from == to ? .number : to < from ? .positive : .negative
        return NumberMatrix.Entry(count == 0 ? "·" : context.number(count), role: role)
      }
    }
    return .widget(
      NumberMatrix(rowHeads: names, columnHeads: heads, entries: entries, corner: corner),
      rows: names.count + 1,
      plain: rows.enumerated().flatMap { from, counts in
        counts.enumerated().compactMap { to, count in
          count == 0 ? nil : "\(names[from]) → \(names[to]): \(context.number(count))"
        }
      })
  }

  // MARK: RFM

  func rfm(columns: Int) -> [TiersBlock] {
    let rfm = board.measures.rfm
    var blocks: [TiersBlock] = [
      .line(
        .heading(
          context.text(.tiersRFMTitle),
          right: [Piece(context.text(.reportScored, ["count": rfm.scored, "days": rfm.windowDays]), .muted)]))
    ]
    let rows = board.scores.enumerated().reversed().map { $0 }
    let heads = (1...5).map { "F\($0)" }
    blocks.append(
      .widget(
        NumberMatrix(
          rowHeads: rows.map { "R\($0.offset + 1)" }, columnHeads: heads,
          entries: rows.map { row in
            row.element.map { NumberMatrix.Entry(context.number($0), role: heat($0, rfm.scored)) }
          }, corner: "R × F"),
        rows: 6,
        plain: rows.map { row in
          "R\(row.offset + 1): "
            + row.element.enumerated().map { "F\($0 + 1) \(context.number($1))" }.joined(separator: "; ")
        }))
    for measure in RFM.Measure.allCases {
      blocks += [
        .line(.blank),
        .line(
          .heading(
            context.text(cutOffTitle(measure)),
            right: rfm.scored > 0 && rfm.filledBins(measure) < 5
              ? [Piece(context.text(.reportTies, ["bins": rfm.filledBins(measure)]), .warning)] : [])),
      ]
      for bin in rfm.bins(measure).reversed() {
        blocks.append(
          .line(
            Line(
              [
                Piece("\(measure.id.uppercased())\(bin.score)", .label, width: 4),
                Piece(values(bin, measure)),
              ],
              right: [Piece(context.number(bin.size), .number)])))
      }
    }
    blocks += [.line(.blank), .line(.heading(context.text(.columnRFMClass)))]
    for rfmClass in RFMClass.ordered {
      blocks.append(
        .line(
          Line(
            [
              Piece(rfmClass.id, .label, width: 5),
              Piece(language.word(rfmClass.id, of: .rfmClass)),
            ],
            right: [Piece(context.number(rfm.count(rfmClass)), .number)])))
    }
    return blocks
  }

  private func heat(_ count: Int, _ total: Int) -> Role {
    guard count > 0, total > 0 else { return .muted }
    // Four of a hundred are in each of 25 fields where they're even.
    let share = Double(count) / Double(total) * 25
    return share < 0.5 ? .heat1 : share < 1 ? .heat2 : share < 1.5 ? .heat3 : share < 2.5 ? .heat4 : .heat5
  }

  private func cutOffTitle(_ measure: RFM.Measure) -> Phrase {
    switch measure {
    case .recency: .reportRecency
    case .frequency: .reportFrequency
    case .money: .reportMoneyScore
    }
  }

  private func values(_ bin: RFM.Bin, _ measure: RFM.Measure) -> String {
    guard let values = bin.values else { return "–" }
    func word(_ value: Int64) -> String {
      switch measure {
      case .recency: language.days(Int(value))
      case .frequency: context.number(value)
      case .money: context.money(Money(rawValue: value))
      }
    }
    let (low, high) = (word(values.lowerBound), word(values.upperBound))
    return low == high ? low : "\(low) … \(high)"
  }
}
