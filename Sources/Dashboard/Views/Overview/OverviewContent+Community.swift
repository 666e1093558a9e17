import Canvas
import Loyalty
import Texts

extension OverviewContent {
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
