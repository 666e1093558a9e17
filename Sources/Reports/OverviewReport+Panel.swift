import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// What the panel shows beside counts of records: who waits for a person today, tiers, stages, the community.
extension OverviewReport {
  private var measures: MemberMeasures? { roster.measures }
  private var program: Program { snapshot.community.program }

  /// What the calendar has due, by rule, in its order.
  private var dues: [(id: String, count: Int)] {
    guard let calendar = measures?.touchpoints else { return [] }
    return calendar.rules.indices.map { (calendar.rules[$0].id, calendar.today.count($0)) }
  }

  // MARK: JSON

  func writePanel(to writer: inout JSONWriter) {
    let (nps, interval) = (satisfaction.nps, satisfaction.nps.interval())
    writer.object("nps") { writer in
      writer.field("score", nps.score)
      writer.field("n", nps.responses)
      writer.field("low", interval?.lowerBound)
      writer.field("high", interval?.upperBound)
      writer.field("low_n", satisfaction.isLow(nps.responses))
    }
    writer.object("today") { writeToday(to: &$0) }
    if let figures = measures?.tierFigures {
      writer.objects("tiers", figures.levels.reversed() + [figures.without]) { level, writer in
        writer.field("tier", level.tier.map { figures.tiers.rules.tiers[$0].id })
        writer.field("members", level.members)
        writer.field("spend_share", level.spendShare)
      }
      writer.field("tiers_up", up(figures))
      writer.field("tiers_drop", drop(figures))
      writer.field("quarter_end", figures.tiers.comingDay.description)
    }
    if let measures {
      writer.object("stages") { writer in
        for stage in LifecycleStage.allCases { writer.field(stage.id, measures.lifecycle.count(stage)) }
      }
      writer.object("path") { writer in
        for stage in PathStage.stages(measures.path.rules) {
          writer.field(stage.id, measures.path.count(stage))
        }
      }
      writer.field("retention_30d", measures.moves.first?.retention)
      writer.field("repeat_purchase_rate", measures.repeatPurchaseRate)
      writer.field("clv_at_risk", hundredths: measures.valueAtRisk?.rawValue)
    }
    writer.object("community") { writer in
      let (activity, ties) = (measures?.activity, measures?.ties)
      writer.field("active_30d", activity?.monthly)
      writer.field("mean_daily", activity.flatMap { mean($0) })
      writer.field("stickiness", activity?.stickiness)
      writer.field("half_made_by", activity?.halfMadeBy)
      writer.field("ties", ties?.edges)
      writer.field("hub_dependence", ties?.hubDependence)
      writer.field("replies_by_members", ties?.memberAnswers)
    }
    writer.field("set_aside", snapshot.report.setAside.count)
    writer.field("program_problems", snapshot.report.programProblems.count)
  }

  private func writeToday(to writer: inout JSONWriter) {
    writer.field("recalls", recalls?.toCall)
    writer.field("recalls_at_stake", recalls?.atStake)
    writer.field("recalls_held_out", recalls?.heldOut)
    writer.field("detractors", satisfaction.openDetractors)
    writer.field("detractors_24h", satisfaction.openDetractors(waitingHours: 24))
    writer.field("median_seconds_to_action", satisfaction.medianSecondsToAction)
    writer.field("birthdays", figures.birthdays)
    writer.field("touchpoints", dues.reduce(0) { $0 + $1.count })
    writer.object("touchpoints_by_rule") { writer in
      for due in dues { writer.field(due.id, due.count) }
    }
    writer.object("accounts") { writer in
      for band in AccountBand.allCases {
        writer.field(band.id, measures?.account?.summary.members(in: band))
      }
    }
  }

  private func up(_ figures: TierFigures) -> Int { figures.levels.reduce(figures.without.up) { $0 + $1.up } }
  private func drop(_ figures: TierFigures) -> Int { figures.levels.reduce(0) { $0 + $1.drop } }
  private func mean(_ activity: ActivityFigures) -> Double? {
    activity.stickiness.map { $0 * Double(activity.monthly) }
  }

  // MARK: Text

  private func percent(_ share: Double?, decimals: Int = 0) -> String {
    share.map { language.percent($0, decimals: decimals) } ?? "–"
  }

  private func money(_ units: Double) -> String {
    guard let amount = Int64(exactly: (units * 100).rounded()) else { return "–" }
    return language.money(Money(rawValue: amount), currency: program.currency)
  }

  func panelText() -> [UInt8] {
    var bytes = ReportText.line(language.text(.todayHeading))
    for line in today { bytes += ReportText.line("  " + line) }
    bytes.append(0x0A)
    if let figures = measures?.tierFigures {
      bytes += table(
        [.tierTitle, .reportMembers, .tierSpendShare],
        rows: (figures.levels.reversed() + [figures.without]).map { level in
          [
            language.name(ofTier: level.tier, figures.tiers.rules), language.number(level.members),
            percent(level.spendShare),
          ]
        }, alignments: [.left, .right, .right])
      bytes += ReportText.line(
        "\(language.text(.tierUp)) \(language.number(up(figures))), \(language.text(.tierDrop)) "
          + "\(language.number(drop(figures))), "
          + language.text(
            .tierDaysLeft,
            ["day": figures.tiers.comingDay.description, "count": figures.tiers.daysLeft]))
      bytes.append(0x0A)
    }
    if let measures { bytes += stages(measures) }
    return bytes + ReportText.pairs(community) + [0x0A]
  }

  /// The sentences of the panel's list of today.
  private var today: [String] {
    var lines: [String] = []
    func add(_ text: String, _ remarks: [String]) {
      lines.append(remarks.isEmpty ? text : text + " · " + remarks.joined(separator: " · "))
    }
    if let recalls, recalls.toCall > 0 {
      let text =
        recalls.countAtStake > 0
        ? language.text(.todayRecalls, ["count": recalls.toCall, "money": money(recalls.atStake)])
        : language.text(.todayRecallsUnknown, ["count": recalls.toCall])
      add(
        text,
        recalls.heldOut > 0 ? [language.text(.recallHeldOutCount, ["count": recalls.heldOut])] : [])
    }
    if satisfaction.openDetractors > 0 {
      var remarks = [
        language.text(.todayDetractorsLong, ["count": satisfaction.openDetractors(waitingHours: 24)])
      ]
      if let seconds = satisfaction.medianSecondsToAction {
        remarks.append(
          language.text(.npsMedianAnswer, ["time": language.duration(seconds: Double(seconds))]))
      }
      add(language.text(.todayDetractors, ["count": satisfaction.openDetractors]), remarks)
    }
    if figures.birthdays > 0 {
      let due = dues.first { $0.id == "birthday" }
      add(
        language.text(.todayBirthdays, ["count": figures.birthdays]),
        due.map { [language.text(.todayBirthdaysDue, ["count": $0.count])] } ?? [])
    }
    let due = dues.filter { $0.count > 0 }
    if !due.isEmpty {
      let rules = program.touchpoints.rules
      let names = due.map { due in
        (rules.first { $0.id == due.id }.map { language.text($0.name) } ?? due.id) + " "
          + language.number(due.count)
      }
      add(language.text(.todayTouchpoints, ["count": due.reduce(0) { $0 + $1.count }]), names)
    }
    if let summary = measures?.account?.summary, summary.members(in: .overdrawn) > 0 {
      let others = AccountBand.allCases.dropFirst().map { band in
        "\(language.word(band.id, of: .band)) \(language.number(summary.members(in: band)))"
      }
      add(language.text(.todayOverdrawn, ["count": summary.members(in: .overdrawn)]), others)
    }
    if let score = satisfaction.nps.score, let interval = satisfaction.nps.interval() {
      let n = language.number(satisfaction.nps.responses)
      add(
        "NPS " + language.plain(score),
        [
          language.text(.npsColumnInterval) + " " + language.plain(interval.lowerBound) + " … "
            + language.plain(interval.upperBound),
          satisfaction.isLow(satisfaction.nps.responses) ? language.text(.npsReportLow) + " \(n)" : "n \(n)",
        ])
    }
    return lines.isEmpty ? [language.text(.todayNothing)] : lines
  }

  private func stages(_ measures: MemberMeasures) -> [UInt8] {
    let steps = PathStage.stages(measures.path.rules)
    var bytes = table(
      [.columnStage, .reportMembers],
      rows: LifecycleStage.allCases.map {
        [language.word($0.id, of: .stage), language.number(measures.lifecycle.count($0))]
      }, alignments: [.left, .right])
    bytes.append(0x0A)
    bytes += table(
      [.columnPath, .reportMembers],
      rows: steps.map { [language.word($0.id, of: .path), language.number(measures.path.count($0))] },
      alignments: [.left, .right])
    bytes.append(0x0A)
    return bytes
      + ReportText.pairs([
        (language.text(.reportRetention), percent(measures.moves.first?.retention)),
        (language.text(.reportRepeatRate), percent(measures.repeatPurchaseRate)),
        (
          language.text(.overviewAtRisk),
          measures.valueAtRisk.map { language.money($0, currency: program.currency) } ?? "–"
        ),
      ])
  }

  private var community: [(name: String, value: String)] {
    guard let activity = measures?.activity else { return [] }
    var pairs = [
      (language.text(.communityMonthly), language.number(activity.monthly)),
      (language.text(.communityStickiness), percent(activity.stickiness, decimals: 1)),
      (language.text(.communityHalfShort), language.number(activity.halfMadeBy)),
    ]
    if let ties = measures?.ties {
      pairs += [
        (language.text(.tiesEdgesShort), language.number(ties.edges)),
        (language.text(.tiesHubShort), percent(ties.hubDependence)),
        (language.text(.overviewAnswers), percent(ties.memberAnswers)),
      ]
    }
    return pairs.map { (name: $0.0, value: $0.1) }
  }
}
