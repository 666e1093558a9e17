import Canvas
import Loyalty
import Texts

extension OverviewContent {
  /// How many are active in the community, and how much of the talk goes on without hosts.
  static func communityTiles(_ roster: Roster, _ context: ViewContext) -> [Tile] {
    var active = Tile(
      title: context.text(.overviewCommunity), value: "–", note: context.text(.todayNotReady),
      line: .community(.activity))
    var answers = Tile(
      title: context.text(.overviewAnswers), value: "–", note: context.text(.todayNotReady),
      line: .community(.ties))
    if let activity = roster.measures?.activity {
      active.value = context.number(activity.monthly)
      active.note = context.text(.communityEmpty)
      if let stickiness = activity.stickiness {
        let daily = stickiness * Double(activity.monthly)
        active.note = context.text(
          .overviewCommunityNote,
          [
            "daily": daily < 9999.5
              ? context.language.number(daily, decimals: daily < 9.95 ? 1 : 0)
              : context.language.compact(daily),
            "stickiness": context.language.percent(stickiness, decimals: 1),
          ])
      }
    }
    if let ties = roster.measures?.ties {
      answers.note = context.text(.overviewNoReplies, ["days": ties.days])
      if let share = ties.memberAnswers {
        answers.value = context.language.percent(share)
        answers.note = context.text(
          .overviewAnswersNote, ["share": ties.hubDependence.map { context.language.percent($0) } ?? "–"])
      }
    }
    return [active, answers]
  }

  /// Who is active and who carries the community, and how much of it hangs on hosts. Nil while it isn't computed.
  static func community(_ measures: MemberMeasures, _ context: ViewContext) -> Section? {
    guard let activity = measures.activity else { return nil }
    func percent(_ share: Double?, _ decimals: Int = 0) -> String {
      share.map { context.language.percent($0, decimals: decimals) } ?? "–"
    }
    func line(_ section: CommunitySection, _ pieces: [(Phrase, String)]) -> Entry {
      var words: [Piece] = []
      for (name, value) in pieces {
        if !words.isEmpty { words.append(Piece(" · ", .muted)) }
        words += [Piece(context.text(name) + " ", .label), Piece(value, .number)]
      }
      return Entry(id: .community(section), line: Line(words))
    }
    var entries = [
      line(
        .activity,
        [
          (.communityMonthly, context.number(activity.monthly)),
          (.communityStickinessShort, percent(activity.stickiness, 1)),
          (.communityHalfShort, context.number(activity.halfMadeBy)),
        ])
    ]
    if let ties = measures.ties, ties.nodes > 0 {
      entries.append(
        line(
          .ties,
          [
            (.tiesEdgesShort, context.number(ties.edges)),
            (.tiesHubShort, percent(ties.hubDependence)),
            (.tiesAnswersShort, percent(ties.memberAnswers)),
          ]))
    }
    return Section(heading: .heading(context.text(.communityReportTitle)), entries: entries)
  }
}
