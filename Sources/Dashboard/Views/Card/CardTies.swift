import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CardPart {
  static let ties = CardPart(
    id: "ties", title: .cardTies,
    wide: .right { content, columns, _ in
      guard let ties = content.ties else { return [] }
      let context = content.context
      return [.heading(context.text(.cardTies), right: ties.groupPieces(context))]
        + ties.lines(context, columns: columns)
    }, lines: { LineList($0.tieLines(columns: $1)) },
    plain: { ["", $0.context.text(.cardTies)] + $0.tieLines(columns: plainColumns).map(\.text) })
}

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

  /// How many are shown at most.
  private static let most = 16

  /// Nil where the member has no ties, or they aren't known.
  init?(_ roster: Roster, _ member: Member.Index) {
    guard let figures = roster.measures?.ties, let embedded = figures.embedded(member) else { return nil }
    let ties = figures.graph.ties(of: member).prefix(Self.most)
    count = figures.ties(member)
    mutual = figures.reciprocalTies(member)
    self.embedded = embedded
    group = figures.group(member)
    self.ties = ties.map { (CommunityWords.name($0.member, roster), $0) }
    areTied = ties.map { one in ties.map { figures.graph.areTied(one.member, $0.member) } }
  }

  /// The number of the group found, where it's known.
  func groupPieces(_ context: ViewContext) -> [Piece] {
    group.map { [Piece(context.text(.cardTiesGroup, ["group": $0]), .muted)] } ?? []
  }

  /// - Parameter hasGroup: whether the first line names the member's group.
  func lines(_ context: ViewContext, columns: Int, hasGroup: Bool = false) -> [Line] {
    let summary = context.text(
      .cardTiesLine, ["count": count, "mutual": mutual, "embedded": context.language.percent(embedded)])
    let glyphs = context.look.glyphs
    let isASCII = glyphs.kind == .ascii
    let full = String(Character(glyphs.horizontalSteps[glyphs.horizontalSteps.count - 1].base))
    // Arrow, bar, count and the gaps take 18 columns, the name 10 at least.
    let shown = ties.prefix(max(4, min(columns < 84 ? Self.most : 8, columns - 28)))
    let numbers = shown.map { "\($0.tie.activities)" }
    let most = shown.map(\.tie.activities).max() ?? 1
    let room = max(8, columns - 18 - (shown.count > 1 ? shown.count : 0))
    let names = min(shown.map(\.name.cellWidth).max() ?? 0, room)
    var lines = [Line([Piece(summary, .muted)], right: hasGroup ? groupPieces(context) : [])]
    let square = isASCII ? "#" : "■"
    for (place, (name, tie)) in shown.enumerated() {
      let arrow =
        switch tie.direction {
        case .both: isASCII ? "<>" : "⇄ "
        case .out: isASCII ? "->" : "→ "
        default: isASCII ? "<-" : "← "
        }
      let bar = String(repeating: full, count: max(1, tie.activities * 8 / most))
      var right = [
        Piece(bar, .barFill, width: 8),
        Piece(numbers[place], .number, width: 1 + (numbers.map(\.count).max() ?? 1), .right),
      ]
      if shown.count > 1 {
        right.append(Piece("  "))
        for other in shown.indices {
          // The upper half says the same as the lower, and stays so that each row can be read by itself.
          let isTied = areTied[place][other]
          right.append(
            Piece(
              other == place ? (isASCII ? "\\" : "╲") : isTied ? square : "·", isTied ? .barFill : .muted))
        }
      }
      lines.append(Line([Piece(arrow + " ", .label), Piece(name, width: names)], right: right))
    }
    if count > shown.count {
      lines.append(Line(context.text(.cardTiesMore, ["count": count - shown.count]), .muted))
    }
    if shown.count > 1 { lines.append(Line(context.text(.cardTiesLegend, ["mark": square]), .muted)) }
    return lines
  }
}
