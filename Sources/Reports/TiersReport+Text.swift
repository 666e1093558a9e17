import Canvas
import Community
import Loyalty
import Texts

extension TiersReport {
  /// Members of each list that text shows; JSON and CSV have more.
  private static let textRows = 20

  private func money(_ amount: Money) -> String { language.money(amount, currency: currency) }
  private func percent(_ share: Double?) -> String { share.map { language.percent($0, decimals: 1) } ?? "–" }
  private func name(_ tier: Int?) -> String { language.name(ofTier: tier, rules) }

  private var timing: [(name: String, value: String)] {
    [
      (language.text(.tierProgramme), rules.programme),
      (
        language.text(.tierQuarterEnd),
        language.text(
          .tierDaysLeft, ["day": tiers.comingDay.description, "count": tiers.daysLeft])
      ),
    ]
  }

  func text() -> [UInt8] {
    var bytes = ReportText.heading(.tiersReportTitle, moment: tiers.moment, language: language)
    bytes += ReportText.pairs(timing)
    bytes += pyramid()
    bytes.append(0x0A)
    bytes += forecast()
    bytes += moves()
    bytes += pastTasks()
    bytes += fairness()
    bytes += benefits()
    return bytes
  }

  /// The highest tier first, as in a pyramid.
  private func pyramid() -> [UInt8] {
    ReportText.table(
      [
        language.text(.tierTitle), language.text(.reportMembers), language.text(.tierShare),
        language.text(.tierSpend, ["days": figures.spendDays]), language.text(.tierSpendShare),
        language.text(.tierMeanValue), language.text(.tierUp), language.text(.tierKeep),
        language.text(.tierDrop), language.text(.tierTasks), language.text(.tierGrace),
      ],
      rows: (figures.levels.reversed() + [figures.without]).map { level in
        let value = level.meanLifetimeValue.map { Money(rawValue: Int64(($0 * 100).rounded())) }
        return [
          name(level.tier), language.number(level.members), percent(level.share), money(level.spend),
          percent(level.spendShare), value.map(money) ?? "–", language.number(level.up),
          language.number(level.keep), language.number(level.drop), language.number(level.tasks),
          language.number(level.grace),
        ]
      }, alignments: [.left] + Array(repeating: .right, count: 10))
  }

  private func line(_ text: String) -> [UInt8] { Array((text + "\n").utf8) }

  private func forecast() -> [UInt8] {
    var bytes: [UInt8] = []
    let up = tiers.members(.up)
    let misses = tiers.membersWithTask().filter { tiers.outlook($0) != .drop }
    let levels = figures.levels
    bytes += line(language.text(.tierForecastUp, ["count": up.count]))
    bytes += list(up) { history in
      language.missing(history.missingToNext, currency: currency)
    }
    bytes += line(language.text(.tierForecastKeep, ["count": levels.reduce(0) { $0 + $1.keep }]))
    bytes += line(language.text(.tierForecastDrop, ["count": levels.reduce(0) { $0 + $1.drop }]))
    bytes += list(tiers.members(.drop)) { history in
      language.missing(history.missingToKeep, currency: currency)
    }
    bytes += line(language.text(.tierForecastMiss, ["count": misses.count]))
    bytes += list(misses) { history in
      language.missing(history.missingToKeep, currency: currency)
    }
    return bytes + [0x0A]
  }

  private func list(_ members: [Member.Index], _ missing: (TierHistory) -> String) -> [UInt8] {
    guard !members.isEmpty else { return [] }
    var bytes = ReportText.table(
      [
        "  " + language.text(.columnID), language.text(.tierTitle), language.text(.tierMisses),
        language.text(.tierMissing),
      ],
      rows: members.prefix(TiersReport.textRows).map { member in
        [
          "  " + roster.community.members.id(member), name(tiers.tier(member)),
          language.number(tiers.misses(member)), missing(history(of: member)),
        ]
      }, alignments: [.left, .left, .right, .left])
    if members.count > TiersReport.textRows {
      bytes += line("  " + language.text(.tierMore, ["count": members.count - TiersReport.textRows]))
    }
    return bytes
  }

  private func moves() -> [UInt8] {
    let moves = figures.moves
    let places = [nil] + rules.tiers.indices.map { Optional($0) }
    let title = language.text(
      .tierMoves,
      [
        "from": zone.day(of: moves.from).adding(days: 1).description,
        "to": zone.day(of: moves.to).description,
      ])
    return ReportText.table(
      [title] + places.map(name),
      rows: places.map { from in [name(from)] + places.map { language.number(moves[from, $0]) } },
      alignments: [.left] + places.map { _ in .right }) + [0x0A]
  }

  private func pastTasks() -> [UInt8] {
    guard !tiers.pastTasks.isEmpty else { return [] }
    return ReportText.table(
      [
        language.text(.tierPastTasks), language.text(.tierJudged), language.text(.tierKept),
        language.text(.tierTasks), language.text(.tierCompleted), "%", language.text(.tierDropped),
      ],
      rows: tiers.pastTasks.suffix(8).map { count in
        [
          count.lastDay.description, language.number(count.judged), language.number(count.kept),
          language.number(count.tasks), language.number(count.completed), percent(count.completion),
          language.number(count.dropped),
        ]
      }, alignments: [.left] + Array(repeating: .right, count: 6)) + [0x0A]
  }

  private func fairness() -> [UInt8] {
    let pairs = figures.fairness.pairs
    var bytes = line(
      language.text(
        .tierFairness, ["count": pairs.count, "part": language.percent(figures.fairness.tolerance)]))
    guard !pairs.isEmpty else { return bytes + [0x0A] }
    bytes += ReportText.table(
      [
        "  " + language.text(.tierLower), language.text(.tierTitle), language.text(.reportSpend),
        language.text(.tierHigher), language.text(.tierTitle), language.text(.reportSpend),
      ],
      rows: pairs.prefix(TiersReport.textRows).map { pair in
        [
          "  " + roster.community.members.id(pair.lower), name(tiers.tier(pair.lower)),
          money(pair.lowerSpend), roster.community.members.id(pair.higher), name(tiers.tier(pair.higher)),
          money(pair.higherSpend),
        ]
      }, alignments: [.left, .left, .right, .left, .left, .right])
    if pairs.count > TiersReport.textRows {
      bytes += line("  " + language.text(.tierMore, ["count": pairs.count - TiersReport.textRows]))
    }
    return bytes + [0x0A]
  }

  private func benefits() -> [UInt8] {
    let rows = figures.benefits.rows
    guard !rows.isEmpty else { return [] }
    return ReportText.table(
      [language.text(.tierBenefit), language.text(.tierReward)] + rules.tiers.indices.map(name),
      rows: rows.map { row in
        [
          row.text.map { language.text($0) } ?? "–",
          (row.reward ?? "–") + (row.isUnused ? " (\(language.text(.tierUnused)))" : ""),
        ]
          + rules.tiers.indices.map { tier in
            let mark = row.isGiven[tier] ? "✓" : ""
            guard row.reward != nil else { return mark }
            let all = figures.levels[tier].members
            let part = all == 0 ? "–" : percent(Double(row.members[tier]) / Double(all))
            return mark.isEmpty ? part : "\(mark) \(part)"
          }
      }, alignments: [.left, .left] + rules.tiers.map { _ in .right })
  }

  func text(_ member: Member.Index) -> [UInt8] {
    let history = history(of: member)
    var bytes = ReportText.heading(.tiersReportTitle, moment: tiers.moment, language: language)
    var pairs: [(name: String, value: String)] = [
      (language.text(.columnID), roster.community.members.id(member)),
      (
        language.text(.tierTitle),
        name(tiers.tier(member))
          + (tiers.since(member).map { " (\(language.date($0, in: zone)))" } ?? "")
      ),
      (language.text(.tierMisses), language.number(tiers.misses(member))),
    ]
    pairs += timing
    if let next = tiers.nextTier(member), let progress = tiers.next(member) {
      pairs.append(
        (
          name(next),
          "\(language.percent(progress / 100)), \(language.text(.tierMissing)): "
            + language.missing(history.missingToNext, currency: currency)
        ))
    }
    if let keep = tiers.keep(member), let tier = tiers.tier(member), tier > 0 {
      var words =
        "\(language.percent(keep / 100)), \(language.text(.tierMissing)): "
        + language.missing(history.missingToKeep, currency: currency)
      if tiers.isGrace(member) { words += " (\(language.text(.tierGrace)))" }
      pairs.append((language.text(.tierKeep), words))
    }
    bytes += ReportText.pairs(pairs)
    bytes += ReportText.table(
      [language.text(.tierDay), language.text(.tierTitle), language.text(.tierReason)],
      rows: lines(history), alignments: [.left, .left, .left])
    return bytes
  }

  /// Moves, and quarters that were missed, in order of time.
  private func lines(_ history: TierHistory) -> [[String]] {
    var rows: [(day: Day, isMove: Bool, cells: [String])] = history.lines.map { line in
      let day = zone.day(of: line.at)
      return (
        day, true,
        [day.description, name(line.tier), language.text(line.reason, currency: currency)]
      )
    }
    for end in history.quarterEnds where !end.isKept {
      let words =
        "\(language.text(.tierQuarterMissed)) \(end.misses)/\(rules.misses): "
        + end.missing.map { language.text($0, currency: currency) }.joined(separator: ", ")
      rows.append((end.lastDay, false, [end.lastDay.description, name(end.tier), words]))
    }
    return rows.enumerated().sorted {
      ($0.element.day, $0.element.isMove ? 1 : 0, $0.offset) < (
        $1.element.day, $1.element.isMove ? 1 : 0, $1.offset
      )
    }.map(\.element.cells)
  }
}
