import Canvas
import Community
import Loyalty

extension DashboardState {
  /// Paints the card of the selected member.
  func drawCard(into frame: inout Frame, _ rect: Rect, _ context: ViewContext) {
    let member = members.selectedMember.flatMap(cardMember)
    frame.cardLines = CardView(
      member: member, content: member.flatMap { cardContent(of: $0.index, context) }, part: members.card.part,
      scroll: members.card.scroll, isFocused: scope == .card
    ).draw(into: &frame, rect, context: context)
  }

  private func cardMember(_ member: Member.Index) -> CardMember? {
    guard let roster = data.shown?.roster else { return nil }
    return CardMember(
      index: member, id: roster.community.members.id(member), name: roster.name(of: member),
      records: roster.recordCount(of: member))
  }

  /// The card of a member, selected or not; nil while it isn't gathered.
  func cardContent(of member: Member.Index, _ context: ViewContext) -> CardContent? {
    guard let shown = data.shown, let (detail, heights) = details.detail(of: member, in: shown) else {
      return nil
    }
    var content = CardContent(detail, heights: heights, isWhole: details.isImmediate, context: context)
    let log = recall.figures?.board.log
    content.answersFirst = shown.roster.answersFirst(member, log?.state(of: member) ?? DecisionState())
    return content
  }

  /// How a member came to their tier; nil while that isn't gathered.
  func tierHistory(of member: Member.Index, _ board: TierBoard) -> TierHistory? {
    if let shown = data.shown, details.areMany(of: member, in: shown) {
      return details.detail(of: member, in: shown)?.0.tierHistory
    }
    return board.tiers.history(of: member, community: board.community, figures: board.roster.figures)
  }

  /// What has to be gathered for the frame just painted; nil for nothing more than is under way.
  mutating func detailRequest(_ wishes: [DetailWish]) -> DetailRequest? {
    guard !wishes.isEmpty, let shown = data.shown else { return nil }
    return details.request(wishes, in: shown, context: viewContext)
  }
}
