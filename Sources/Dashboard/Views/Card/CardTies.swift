import Canvas
import Community
import Loyalty
import Texts

/// Whom a member is tied to, and who of these are tied to each other.
struct CardTies {
  var count: Int
  var mutual: Int
  var embedded: Double
  var group: Int?
  /// The strongest ties.
  var ties: [(name: String, tie: TieGraph.Tie)]
  /// By two places among `ties`, whether these two are tied.
  var areTied: [[Bool]]

  private static let shown = 8

  /// Nil where the member has no ties, or they aren't known.
  init?(_ roster: Roster, _ member: Member.Index) {
    guard let figures = roster.measures?.ties, let embedded = figures.embedded(member) else { return nil }
    let ties = figures.graph.ties(of: member).prefix(Self.shown)
    count = figures.ties(member)
    mutual = figures.reciprocalTies(member)
    self.embedded = embedded
    group = figures.group(member)
    self.ties = ties.map { (CommunityWords.name($0.member, roster), $0) }
    areTied = ties.map { one in ties.map { figures.graph.areTied(one.member, $0.member) } }
  }

  func lines(_ context: ViewContext, columns: Int) -> [Line] {
    let summary = context.text(
      .cardTiesLine, ["count": count, "mutual": mutual, "embedded": context.language.percent(embedded)])
    let glyphs = context.look.glyphs
    let isASCII = glyphs.kind == .ascii
    let full = String(Character(glyphs.horizontalSteps[glyphs.horizontalSteps.count - 1].base))
    let most = ties.map(\.tie.activities).max() ?? 1
    let names = min(ties.map(\.name.cellWidth).max() ?? 0, max(8, columns / 3))
    var lines: [Line] = [
      .heading(
        context.text(.cardTies),
        right: group.map { [Piece(context.text(.cardTiesGroup, ["group": $0]), .muted)] } ?? []),
      Line(summary, .muted),
    ]
    for (place, (name, tie)) in ties.enumerated() {
      let arrow =
        switch tie.direction {
        case .both: isASCII ? "<>" : "⇄ "
        case .out: isASCII ? "->" : "→ "
        default: isASCII ? "<-" : "← "
        }
      let bar = String(repeating: full, count: max(1, tie.activities * 8 / most))
      var right = [Piece("\(tie.activities)", .number)]
      if ties.count > 1 {
        right.append(Piece("  "))
        for other in ties.indices {
          // The upper half says the same as the lower, and stays so that each row can be read by itself.
          let isTied = areTied[place][other]
          right.append(
            Piece(
              other == place ? (isASCII ? "\\" : "╲") : isTied ? (isASCII ? "#" : "■") : "·",
              isTied ? .barFill : .muted))
        }
      }
      lines.append(
        Line(
          [
            Piece(arrow + " ", .label), Piece(name, width: names), Piece(" "),
            Piece(bar, .barFill, width: 8),
          ], right: right))
    }
    if count > ties.count {
      lines.append(Line(context.text(.cardTiesMore, ["count": count - ties.count]), .muted))
    }
    return lines
  }
}
