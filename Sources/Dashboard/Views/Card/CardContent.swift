import Canvas
import Community
import Loyalty
import Reports
import Texts

/// A member's card, worded: lines for each of its parts, at a width.
struct CardContent {
  var detail: MemberDetail
  /// How many lines the entries of the long lists take; nil while that isn't known.
  var heights: CardHeights?
  /// Whether long lists are made to their end even so.
  var isWhole = false
  var writer: TimelineWriter
  /// Whom the member is tied to; nil without ties, or while they aren't known.
  var ties: CardTies?
  /// What is to be answered before any friendly word.
  var answersFirst: [RecallFlag] = []
  /// The window of ties; nil while they aren't worked out.
  var tieDays: Int?

  init(
    _ detail: MemberDetail, heights: CardHeights? = nil, isWhole: Bool = false, context: ViewContext
  ) {
    self.detail = detail
    self.heights = heights
    self.isWhole = isWhole
    let roster = detail.roster
    writer = TimelineWriter(context: context, roster: roster)
    ties = CardTies(roster, detail.member)
    tieDays = roster.measures?.ties?.days
  }

  var card: MemberCard { detail.card }
  var timeline: MemberTimeline { detail.timeline }
  var context: ViewContext { writer.context }

  var title: String { card.name ?? card.id }

  /// Below the title: the id, and what a glance should tell.
  var subtitle: Line {
    var pieces = [Piece(card.id, .link)]
    if card.name == nil { pieces.append(Piece("  " + context.text(.cardNoName), .muted)) }
    if let tags = card.profile.first(where: { $0.column == .tags }), case .list(let words) = tags.value {
      pieces.append(Piece("  " + words.joined(separator: " "), .badge))
    }
    return Line(pieces)
  }

  // MARK: Profile and figures

  func profile(columns: Int, latest: Int = 5) -> [Line] {
    let labels = labelColumns(columns)
    var lines: [Line] = answersFirst.flatMap { flag in
      let words = context.text(.answerFirstWords, ["what": flag.text(in: context.language)])
      return Line.paragraph(words, .warning, columns: columns)
    }
    if !card.hasRecord {
      lines += Line.paragraph(context.text(.cardNoRecord), .warning, columns: columns)
    }
    for item in card.profile where item.column != .tags {
      lines += Line.labelled(
        context.text(item.column.title), profileText(item), labelColumns: labels, columns: columns)
    }
    if !card.aliases.isEmpty {
      let words = card.aliases.map { "\(context.language.channels([$0.channel])[0]) \($0.id)" }.joined(
        separator: " · ")
      lines += Line.labelled(
        context.text(.cardAliases), words, labelColumns: labels, columns: columns)
    }
    if !lines.isEmpty { lines.append(.blank) }
    lines += loyaltyLines(columns: columns, context: context)
    lines.append(.heading(context.text(.cardFigures)))
    for figure in card.figures {
      lines.append(
        Line(
          [Piece(context.text(figure.column.title), .label)],
          right: [Piece(figureText(figure), figure.value.role)]))
      for part in figure.explanation(context, columns: columns - 2) {
        lines += Line.paragraph(part, .muted, columns: columns, indent: 2)
      }
      if case .tier(let standing) = figure.reason { lines += standing.bars(context, columns: columns) }
    }
    if latest > 0, !timeline.isEmpty {
      lines.append(.blank)
      lines.append(.heading(context.text(.cardLatest)))
      for entry in timeline.prefix(latest) { lines += writer.lines(entry, columns: columns) }
    }
    return lines
  }

  private func labelColumns(_ columns: Int) -> Int {
    let widest = MemberColumn.allCases.map { context.text($0.title).cellWidth }.max() ?? 0
    return min(widest + 2, columns / 2)
  }

  private func profileText(_ item: MemberCard.Item) -> String {
    switch (item.column, item.value) {
    case (.host, .text(let id)): return card.host?.name ?? id
    case (.birthday, .date(let birthday)):
      guard let year = birthday.year else { return birthday.description }
      let today = context.zone.day(of: context.now).civil
      let hadIt = (today.month, today.day) >= (birthday.month, birthday.day)
      let years = today.year - year - (hadIt ? 0 : 1)
      return "\(birthday) · \(context.text(.cardAge, ["years": years]))"
    case (.consent, .list(let channels)):
      return context.language.channels(channels).joined(separator: ", ")
    default: return context.longText(item.value)
    }
  }

  /// The value, and its age where it's a time.
  private func figureText(_ figure: MemberCard.Figure) -> String {
    switch figure.value {
    case .instant(let instant):
      "\(context.language.date(instant, in: context.zone)) · \(context.ago(instant))"
    default: context.longText(figure.value)
    }
  }

  /// Whom the member is tied to, or why there's nobody.
  func tieLines(columns: Int) -> [Line] {
    guard let ties else {
      let words =
        tieDays.map { context.text(.cardTiesNone, ["days": $0]) } ?? context.text(.tiesWaiting)
      return Line.paragraph(words, .muted, columns: columns)
    }
    return ties.lines(context, columns: columns, hasGroup: true)
  }

  // MARK: Timeline and sources

  func timelineLines(columns: Int) -> LineList {
    if timeline.isEmpty {
      return LineList(Line.paragraph(context.text(.cardNoEvents), .muted, columns: columns))
    }
    return list(
      timeline.count, heights?.timeline(columns: columns)
    ) { writer.lines(timeline[$0], columns: columns) }
  }

  /// A list of entries; where their heights aren't known, of the first ones, and how many follow.
  func list(_ count: Int, _ starts: LineStarts?, head: [Line] = [], _ make: @escaping (Int) -> [Line])
    -> LineList
  {
    if let starts { return LineList(head: head, starts: starts, make: make) }
    let shown = isWhole ? count : min(count, MemberDetails.few)
    var lines = head + (0..<shown).flatMap(make)
    if count > shown { lines.append(Line(context.text(.cardMore, ["count": count - shown]), .muted)) }
    return LineList(lines)
  }

  func sources(columns: Int) -> [Line] {
    if card.sources.isEmpty, !card.hasRecord {
      return Line.paragraph(context.text(.cardNothing), .muted, columns: columns)
    }
    let titles = Feed.allCases.map { context.text($0.title).cellWidth }.max() ?? 0
    func line(_ feed: Feed, _ note: String, _ count: Int) -> Line {
      Line(
        [Piece(context.text(feed.title), width: titles + 2), Piece(note, .muted)],
        right: [Piece(context.text(.cardRecords, ["count": count]), .number)])
    }
    var lines = [line(.members, "", card.hasRecord ? 1 : 0)]
    for source in card.sources {
      var notes: [String] = []
      if let newest = source.newest {
        notes.append(context.text(.cardNewest, ["age": context.ago(newest)]))
      }
      if source.upcoming > 0 { notes.append(context.text(.overviewLater, ["count": source.upcoming])) }
      lines.append(line(source.feed, notes.joined(separator: " · "), source.records))
    }
    return lines
  }
}
