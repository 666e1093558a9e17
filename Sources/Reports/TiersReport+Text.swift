import Canvas
import Community
import Loyalty
import Texts

extension TiersReport {
  /// Members of each list that text shows; JSON and CSV have more.
  private static let textRows = 20

  package func text() -> ReportContent {
    var bytes = heading(.tiersReportTitle)
    bytes += ReportText.pairs(timing)
    bytes += pyramid()
    bytes.append(0x0A)
    bytes += forecast()
    bytes += moves()
    bytes += pastTasks()
    bytes += fairness()
    bytes += benefits()
    return ReportContent(bytes)
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

  private func forecast() -> [UInt8] {
    var bytes: [UInt8] = []
    let up = tiers.members(.up)
    let misses = tiers.membersWithTask().filter { tiers.outlook($0) != .drop }
    let levels = figures.levels
    bytes += line(.tierForecastUp, ["count": up.count])
    bytes += list(up) { history in
      language.missing(history.missingToNext, history.rankToNext, currency: currency)
    }
    bytes += line(.tierForecastKeep, ["count": levels.reduce(0) { $0 + $1.keep }])
    bytes += line(.tierForecastDrop, ["count": levels.reduce(0) { $0 + $1.drop }])
    bytes += list(tiers.members(.drop)) { history in
      language.missing(history.missingToKeep, history.rankToKeep, currency: currency)
    }
    bytes += line(.tierForecastMiss, ["count": misses.count])
    bytes += list(misses) { history in
      language.missing(history.missingToKeep, history.rankToKeep, currency: currency)
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
      bytes += ReportText.line(
        "  " + language.text(.tierMore, ["count": members.count - TiersReport.textRows]))
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
      .tierFairness, ["count": pairs.count, "part": language.percent(figures.fairness.tolerance)])
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
      bytes += ReportText.line("  " + language.text(.tierMore, ["count": pairs.count - TiersReport.textRows]))
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
}
