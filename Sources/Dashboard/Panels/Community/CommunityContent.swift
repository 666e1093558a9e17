import Canvas
import Community
import Loyalty
import Reports
import Texts

/// Words what the panel of the community shows.
struct CommunityContent {
  let roster: Roster
  let measures: MemberMeasures?
  let stream: [Row]
  let context: ViewContext

  var community: Community { roster.community }
  var rules: Program.CommunityRules { community.program.community }

  /// Lines of a list at most; the table of members has all.
  static let list = 50

  func blocks(_ section: CommunitySection) -> [CommunityBlock] {
    switch section {
    case .activity: measures?.activity.map(activityBlocks) ?? [waiting(.communityWaiting)]
    case .ties: measures?.ties.map(tieBlocks) ?? [waiting(.tiesWaiting)]
    case .hosts: measures?.hosts.map(hostBlocks) ?? [waiting(.hostsWaiting)]
    case .live: liveBlocks
    }
  }

  private func waiting(_ phrase: Phrase) -> CommunityBlock { .text(Line(context.text(phrase), .muted)) }

  // MARK: Words

  func pair(_ name: Phrase, _ value: String, note: String = "") -> CommunityBlock {
    .text(Line([Piece(context.text(name), .label)], right: figure(value, note)))
  }

  private func figure(_ value: String, _ note: String) -> [Piece] {
    [Piece(value, .number)] + (note.isEmpty ? [] : [Piece(" " + note, .muted)])
  }

  func heading(_ phrase: Phrase, note: String = "") -> CommunityBlock {
    .text(.heading(context.text(phrase), right: note.isEmpty ? [] : [Piece(note, .muted)]))
  }

  func decimal(_ value: Double?, _ decimals: Int = 2) -> String {
    value.map { context.language.number($0, decimals: decimals) } ?? "–"
  }

  func percent(_ share: Double?, _ decimals: Int = 0) -> String {
    share.map { context.language.percent($0, decimals: decimals) } ?? "–"
  }

  /// By how much something changed; empty where there was nothing before.
  func change(_ now: Int, _ before: Int) -> String {
    guard before > 0 else { return "" }
    return CommunityWords.growth(Double(now) / Double(before) - 1, in: context.language)
  }

  /// A filter's value with quotes where it needs them.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty && value != "none"
      && value.allSatisfy { !$0.isWhitespace && !",，\"“”*".contains($0) }
    return isPlain ? value : "\"\(value.filter { !"\"“”".contains($0) })\""
  }
}
