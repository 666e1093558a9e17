import Canvas
import Community
import Feeds
import Loyalty
import Reports
import Texts

extension OverviewContent {
  /// Words the figures of the whole community.
  ///
  /// - Parameter today: what waits, with its words.
  init(shown: DashboardData, today: [(kind: TodayKind, line: Line)], context: ViewContext) {
    let (figures, report) = (shown.overview, shown.snapshot.report)
    let months = figures.months()
    tiles = Self.tiles(figures, months, context)
    let newest = tiles.isEmpty ? 0 : tiles.count - 1
    tiles.insert(Self.score(shown.satisfaction, context), at: newest)
    tiles.insert(contentsOf: Self.communityTiles(shown.roster, context), at: newest + 1)
    charts = Self.charts(months, context)
    sections =
      [Self.today(today, isKnown: shown.roster.measures != nil, context), Self.people(figures, context)]
      + (shown.roster.measures?.tierFigures.map { [Self.tiers($0, context)] } ?? [])
      + (shown.roster.measures.map { [Self.stages($0, context)] } ?? [])
      + (shown.roster.measures.flatMap { Self.community($0, context) }.map { [$0] } ?? [])
      + [Self.feeds(figures, report, context), Self.setAside(shown.setAside, report, context)]
  }

  // MARK: Tiles

  private static func tiles(
    _ figures: OverviewFigures, _ months: [OverviewFigures.Month], _ context: ViewContext
  ) -> [Tile] {
    guard months.count >= 2 else { return [] }
    let (current, before) = (months[months.count - 1], months[months.count - 2])
    let month = context.monthName(current.firstDay)
    let monthBefore = context.monthName(before.firstDay)
    func note(_ value: String) -> String {
      context.text(.overviewMonthNote, ["before": value, "monthBefore": monthBefore])
    }
    func soFar(_ value: String) -> String { context.text(.overviewValueSoFar, ["value": value]) }
    let seen = figures.seenShare
    let newest = figures.newestEvent
    return [
      Tile(
        title: context.text(.overviewMembers), value: context.number(figures.listed),
        note: context.text(
          .overviewMembersNote,
          [
            "count": current.joined, "month": month, "before": before.joined, "monthBefore": monthBefore,
          ]), line: .members),
      Tile(
        title: context.text(.overviewSeenTitle), value: seen.map { context.language.percent($0) } ?? "–",
        note: seen == nil
          ? context.text(.overviewTooFew)
          : context.text(.overviewSeenNote, ["count": figures.seen(inLast: 30), "total": figures.listed]),
        line: .seenRecently),
      Tile(
        title: context.text(.overviewOrders, ["month": month]), value: soFar(context.number(current.orders)),
        note: note(context.number(before.orders)), line: .feed(.orders)),
      Tile(
        title: context.text(.overviewMoney, ["month": month]), value: soFar(context.money(current.spend)),
        note: note(context.money(before.spend)), line: .feed(.orders)),
      Tile(
        title: context.text(.overviewNewest),
        value: newest.map { context.ago($0) } ?? "–",
        note: newest.map { context.language.dateAndTime($0, in: context.zone) }
          ?? context.text(.overviewNoEvents)),
    ]
  }

  /// The score; its interval and n beneath it, because the interval isn't symmetric.
  private static func score(_ figures: SatisfactionFigures, _ context: ViewContext) -> Tile {
    var tile = Tile(
      title: context.text(.npsReportScore), value: "–", note: context.text(.npsReportNobody),
      line: .today(.score))
    guard let score = figures.nps.score else { return tile }
    let responses = figures.nps.responses
    tile.value = context.points(score: score)
    tile.note =
      context.text(.npsColumnInterval) + " " + context.interval(figures.nps.interval()) + ", "
      + (figures.isLow(responses) ? context.text(.npsReportLow) + " " : "n ") + context.number(responses)
    return tile
  }

  // MARK: Charts

  private static func charts(
    _ months: [OverviewFigures.Month], _ context: ViewContext
  ) -> [Chart] {
    func chart(
      _ title: String, role: Role, _ value: (OverviewFigures.Month) -> Double,
      _ words: (Double) -> String
    ) -> Chart {
      let items = months.enumerated().map { index, month in
        ChartItem(
          label: axisLabel(month.firstDay, isFirst: index == 0, context), value: value(month),
          text: words(value(month)), role: index == months.count - 1 ? .series2 : role)
      }
      let most = months.max { value($0) < value($1) }
      var remarks: [Piece] = []
      if let most, value(most) > 0 {
        let month = context.language.month(most.firstDay.monthNumber)
        remarks.append(
          Piece(context.text(.overviewMost, ["value": words(value(most)), "month": month]) + "  ", .muted))
      }
      if let last = months.last {
        let month = context.monthName(last.firstDay)
        remarks.append(
          Piece(context.text(.overviewSoFar, ["month": month, "value": words(value(last))]), .series2))
      }
      return Chart(
        title: title, remarks: remarks, items: items, maximumText: words(most.map(value) ?? 0),
        summary: months.map { "\(context.language.month($0.firstDay.monthNumber)) \(words(value($0)))" }
          .joined(separator: ", "))
    }
    func compact(_ number: Double) -> String { context.language.compact(number) }
    let sign = context.language.sign(ofCurrency: context.currency)
    return [
      chart(context.text(.overviewJoinedByMonth), role: .barFill, { Double($0.joined) }, compact),
      chart(context.text(.overviewOrdersByMonth), role: .barFill, { Double($0.orders) }, compact),
      chart(
        context.text(.overviewMoneyByMonth), role: .barFill,
        { $0.spend.units }, { ($0 < 0 ? "-" : "") + sign + compact(abs($0)) }),
    ]
  }

  /// Year and month at the left edge, the year at each January, the month's name each quarter. What has no room
  /// beside the label before it is left out.
  private static func axisLabel(_ day: Day, isFirst: Bool, _ context: ViewContext) -> String {
    if isFirst { return context.language.month(day.monthNumber) }
    let (year, month, _) = day.civil
    if month == 1 { return "\(year)" }
    return month % 3 == 1 ? context.monthName(day) : ""
  }

  // MARK: Sections

  private static func today(
    _ lines: [(kind: TodayKind, line: Line)], isKnown: Bool, _ context: ViewContext
  ) -> Section {
    let nothing = Entry(line: Line(context.text(isKnown ? .todayNothing : .todayNotReady), .muted))
    return Section(
      heading: .heading(context.text(.todayHeading)),
      entries: lines.isEmpty ? [nothing] : lines.map { Entry(id: .today($0.kind), line: $0.line) })
  }

  private static func people(_ figures: OverviewFigures, _ context: ViewContext) -> Section {
    let listed = figures.listed
    let seen = figures.seen(inLast: 30)
    let lines: [(OverviewLine, Phrase, Int)] = [
      (.members, .overviewEveryone, listed), (.buyers, .overviewBuyers, figures.buyers),
      (.repeatBuyers, .overviewRepeatBuyers, figures.repeatBuyers), (.seenRecently, .overviewSeen, seen),
      (.silentLong, .overviewSilent, figures.silent(forMoreThan: 90)),
      (.withoutRecord, .overviewWithoutRecord, figures.withoutRecord),
    ]
    return Section(
      heading: .heading(context.text(.overviewPeople)),
      entries: lines.map { id, phrase, count in
        var right: [Piece] = []
        if id != .members, count > 0, listed > 0 {
          right.append(Piece(context.language.percent(Double(count) / Double(listed)) + "  ", .muted))
        }
        right.append(Piece(context.number(count), .number, width: 11, .right))
        return Entry(id: id, line: Line([Piece(context.text(phrase))], right: right))
      })
  }

  private static func feeds(
    _ figures: OverviewFigures, _ report: ReadingReport, _ context: ViewContext
  ) -> Section {
    let names = Feed.allCases.map { context.text($0.title).cellWidth }.max() ?? 0
    let entries = Feed.allCases.map { feed in
      let reading = report[feed]
      let title = Piece(context.text(feed.title), width: names + 2)
      if reading.files.isEmpty {
        let words = context.text(
          .overviewMissing, ["file": "\(feed.name).jsonl", "what": context.text(feed.fills)])
        return Entry(
          id: .feed(feed), line: Line([Piece(title.text, .disabled, width: names + 2), Piece(words, .muted)]))
      }
      var notes = [
        reading.files.count == 1
          ? reading.files[0].path : context.text(.overviewFiles, ["count": reading.files.count])
      ]
      if reading.duplicates > 0 {
        notes.append(context.text(.overviewDuplicates, ["count": reading.duplicates]))
      }
      let upcoming = figures.feed(feed).upcoming
      if upcoming > 0, feed != .weather {
        notes.append(context.text(.overviewLater, ["count": upcoming]))
      }
      let count = Piece(context.number(figures.feed(feed).records), .number, width: 11, .right)
      return Entry(
        id: .feed(feed), line: Line([title, Piece(notes.joined(separator: ", "), .muted)], right: [count]))
    }
    return Section(
      heading: .heading(
        context.text(.overviewFeeds), right: [Piece(context.text(.overviewRecords), .muted)]),
      entries: entries)
  }

  private static func setAside(
    _ summary: SetAsideSummary, _ report: ReadingReport, _ context: ViewContext
  ) -> Section {
    var entries: [Entry] = []
    let problems = report.programProblems.count
    let strays = report.strays.count { $0.isData }
    if report.problemCount == 0 {
      let tick = String(Character(context.look.glyphs.tick.base))
      entries.append(
        Entry(
          id: .setAside,
          line: Line([Piece(tick + " ", .success), Piece(context.text(.overviewNothingSetAside))])))
    } else {
      let words =
        summary.total == 0 && strays > 0
        ? context.text(.missingStrays, ["count": strays])
        : context.text(.overviewSetAsideCount, ["count": summary.total])
      entries.append(
        Entry(
          id: .setAside,
          line: Line(
            [Piece("! ", .warning), Piece(words, .warning)],
            right: [Piece(context.text(.overviewCheckHint), .muted)])))
    }
    if problems > 0 {
      entries.append(
        Entry(line: Line(context.text(.overviewProgramProblems, ["count": problems]), .warning, indent: 2)))
    }
    if strays > 0, summary.total > 0 {
      entries.append(Entry(line: Line(context.text(.missingStrays, ["count": strays]), .warning, indent: 2)))
    }
    if let problem = report.machineZoneProblem {
      let words = context.text(.missingZone, ["reason": problem.text(in: context.language)])
      entries.append(Entry(line: Line(words, .warning, indent: 2)))
    }
    let shown = 6
    for entry in summary.entries.prefix(shown) {
      entries.append(
        Entry(
          line: Line(
            [
              Piece(context.number(entry.count), .number, width: 7, .right), Piece("  "),
              Piece(entry.newest.reasonText(in: context.language)),
            ], right: [Piece(entry.newest.placeText, .muted)])))
    }
    if summary.entries.count > shown {
      let more = context.text(.overviewMoreReasons, ["count": summary.entries.count - shown])
      entries.append(Entry(line: Line(more, .muted, indent: 9)))
    }
    for note in report.notes {
      entries.append(Entry(line: Line(note.text(in: context.language), .muted, indent: 2)))
    }
    return Section(heading: .heading(context.text(.overviewSetAside)), entries: entries)
  }
}

extension ViewContext {
  /// `Mar`, `3月`.
  func monthName(_ day: Day) -> String { text(Phrase.months[day.civil.month - 1]) }
}
