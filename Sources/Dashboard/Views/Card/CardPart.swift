import Texts

/// A part of a member's card, as the capability declares it that the part is about; `all` lists them.
package struct CardPart: Hashable, Sendable {
  /// Where a part stands in a wide card, which shows several at once.
  enum WideForm: Sendable {
    /// In the left column, one below the other.
    case left(@Sendable (CardContent, _ columns: Int) -> [Line])
    /// Short, above the timeline: with a heading, of so many rows at most. No lines where there's nothing to show.
    case right(@Sendable (CardContent, _ columns: Int, _ rows: Int) -> [Line])
    /// Below the others at the right, as long as it is.
    case scrolled
  }

  let id: String
  let title: Phrase
  let wide: WideForm
  /// All of the part, where it has the card to itself.
  let lines: @Sendable (CardContent, _ columns: Int) -> LineList
  /// All of the part as labelled lines.
  let plain: @Sendable (CardContent) -> [String]

  /// Parts in the order of their tabs.
  static let all: [CardPart] = [profile, account, ties, timeline, sources]

  package static func == (one: CardPart, other: CardPart) -> Bool { one.id == other.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension CardPart {
  /// So wide that nothing is wrapped.
  static let plainColumns = 10_000

  static let profile = CardPart(
    id: "profile", title: .cardProfile, wide: .left { $0.profile(columns: $1, latest: 0) },
    lines: { LineList($0.profile(columns: $1)) },
    plain: { $0.profile(columns: plainColumns, latest: 0).map(\.text) })

  static let timeline = CardPart(
    id: "timeline", title: .cardTimeline, wide: .scrolled, lines: { $0.timelineLines(columns: $1) },
    plain: { content in
      ["", content.context.text(.cardTimeline)]
        + content.timeline.map { content.writer.sentence($0).painted }
    })

  static let sources = CardPart(
    id: "sources", title: .cardSources,
    wide: .left { [.blank, .heading($0.context.text(.cardSources))] + $0.sources(columns: $1) },
    lines: { LineList($0.sources(columns: $1)) },
    plain: { ["", $0.context.text(.cardSources)] + $0.sources(columns: plainColumns).map(\.text) })
}
