import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CommunityContent {
  func hostBlocks(_ hosts: HostFigures) -> [CommunityBlock] {
    guard !hosts.scores.isEmpty else {
      return [
        .text(Line(context.text(.hostsEmpty), .heading)),
        .text(Line(context.text(.hostsEmptyHint), .muted)),
      ]
    }
    let balance = context.language.short(rules.inviteBalance)
    var blocks = [
      heading(.hostsReportTitle, note: context.text(.communityDays, ["days": hosts.days])),
      scoreHeads,
    ]
    blocks += hosts.scores.map(score)
    blocks += [
      .choice(
        Line(
          [Piece(context.text(.hostsUnanchored), .label)],
          right: [
            Piece(context.number(hosts.unanchored), .number),
            Piece(" / \(context.number(hosts.members))", .muted),
          ]), key: "unanchored", opens: .filter("host:none" + withoutBots)),
      .choice(
        Line(
          [Piece(context.text(.hostsCoreGroup, ["tag": rules.coreTag]), .label)],
          right: [Piece(context.number(hosts.coreGroup.count), .number)]), key: "core group",
        opens: .filter("tag:\(Self.quoted(rules.coreTag))" + withoutBots)),
      .text(.blank),
    ]
    if hosts.coreGroup.isEmpty {
      blocks += [
        .text(Line(context.text(.hostsNoCore, ["tag": rules.coreTag]), .muted)), .text(.blank),
      ]
    } else {
      blocks += list(context.text(.hostsCoreRoster), hosts.coreGroup, "core")
    }
    blocks += list(context.text(.hostsCandidates), hosts.candidates, "candidate")
    blocks += list(
      context.text(.hostsInvitable, ["balance": balance]), hosts.invitable, "invite", showsBalance: true)
    blocks += list(context.text(.hostsWithoutStory), hosts.withoutStory, "story")
    return blocks
  }

  /// Bots count in no figure of the community, and so they aren't in the lists behind these.
  private var withoutBots: String {
    community.program.bots.map { " -id:\(Self.quoted($0)) -tag:\(Self.quoted($0))" }.joined()
  }

  private static let widths = [8, 9, 8, 10, 11]

  private var scoreHeads: CommunityBlock {
    let heads: [Phrase] = [.hostsMembers, .hostsAnswered, .hostsReplyShort, .hostsProactive, .hostsCareShort]
    return .text(
      Line(
        [Piece(context.text(.hostsHost), .muted)],
        right: zip(heads, Self.widths).map { Piece(context.text($0), .muted, width: $1, .right) }))
  }

  private func score(_ score: HostScore) -> CommunityBlock {
    let reply = score.medianReply.map { seconds in
      seconds < 3600
        ? context.language.age(milliseconds: Int64(seconds) * 1000)
        : context.language.duration(seconds: Double((seconds + 1800) / 3600 * 3600))
    }
    let fields = [
      context.number(score.members), score.answered == nil ? "?" : percent(score.answerRate),
      reply ?? "?", percent(score.proactiveShare), percent(score.careOnTime),
    ]
    return .choice(
      Line(
        [Piece(score.name ?? score.id)]
          + (score.hasRecord ? [] : [Piece(" " + context.text(.hostsNoRecord), .muted)]),
        right: zip(fields, Self.widths).map { Piece($0, .number, width: $1, .right) }),
      key: "host \(score.id)", opens: .filter("host:\(Self.quoted(score.id))" + withoutBots))
  }

  /// A list of members; nil where what decides who is on it isn't known.
  private func list(
    _ title: String, _ rolls: [HostFigures.ListedMember]?, _ name: String, showsBalance: Bool = false
  ) -> [CommunityBlock] {
    guard let rolls else {
      return [.text(.heading(title)), .text(Line(context.text(.hostsNoBalance), .muted)), .text(.blank)]
    }
    var blocks = [
      CommunityBlock.text(
        .heading(title, right: [Piece(context.number(rolls.count), .number)]))
    ]
    let shown = rolls.prefix(Self.list)
    let amounts = shown.map { roll in
      showsBalance
        ? context.text(.hostsBalance, ["balance": decimal(roll.balance, 1)])
        : context.text(.hostsContributions, ["count": roll.contributions])
    }
    let ties = shown.map { $0.reciprocalTies.map { context.text(.hostsMutual, ["count": $0]) } ?? "" }
    let widest = ties.map(\.cellWidth).max() ?? 0
    let story = "\(Character(context.look.glyphs.tick.base)) \(context.text(.hostsToldStory))"
    let isStoryShown = shown.contains(where: \.hasToldStory)
    for ((roll, amount), tie) in zip(zip(shown, amounts), ties) {
      let id = community.members.id(roll.member)
      var right = [Piece(amount, .number), Piece(tie, .muted, width: widest + 2, .right)]
      if isStoryShown {
        right.append(Piece(roll.hasToldStory ? story : "", .muted, width: story.cellWidth + 2, .right))
      }
      blocks.append(
        .choice(
          Line(
            [
              Piece(CommunityWords.name(roll.member, roster)),
              Piece(" " + (roll.layer.map { CommunityWords.name($0, in: context.language) } ?? ""), .muted),
            ], right: right), key: "\(name) \(id)", opens: .member(id)))
    }
    return blocks + [.text(.blank)]
  }

  // MARK: Live

  /// The newest activities, each with who did what where.
  var liveBlocks: [CommunityBlock] {
    guard !stream.isEmpty else {
      return [
        .text(Line(context.text(.communityEmpty), .heading)),
        .text(Line(context.text(.communityEmptyHint), .muted)),
      ]
    }
    // By what they tell, as rows are places within one reading; those that tell the same are counted.
    var seen: [String: Int] = [:]
    return [heading(.communityNewest)]
      + stream.map { row in
        let key = key(row)
        seen[key, default: 0] += 1
        return live(row, key: "\(key) \(seen[key, default: 0])")
      }
  }

  private func key(_ row: Row) -> String {
    let (segment, offset) = community[.activity][row]
    if let id = segment.ids[offset] { return id }
    let member = segment.party(offset).member.map { community.members.id($0) } ?? ""
    let type = community.symbols[segment.symbol(ActivityField.type, offset)]
    return "\(member) \(segment.at[offset]) \(type)"
  }

  private func live(_ row: Row, key: String) -> CommunityBlock {
    let (segment, offset) = community[.activity][row]
    let party = segment.party(offset)
    let space = segment.symbol(ActivityField.space, offset)
    let words = segment.text(ActivityField.text, offset) ?? ""
    var pieces = [
      Piece(context.age(segment.instant(offset)), .muted, width: 7, .right),
      Piece(" " + CommunityWords.name(party, roster) + " ", party.host == nil ? .text : .badge),
      Piece(
        CommunityWords.type(segment.symbol(ActivityField.type, offset), community, in: context.language),
        .label),
    ]
    if !segment.to.isEmpty {
      let to = Participant(rawValue: segment.to[offset])
      if to.member != nil || to.host != nil {
        let arrow = context.look.glyphs.kind == .ascii ? " > " : " → "
        pieces.append(Piece(arrow + CommunityWords.name(to, roster)))
      }
    }
    if !words.isEmpty { pieces.append(Piece("  " + words, .muted)) }
    let right = space == .none ? [] : [Piece(community.symbols[space], .muted)]
    let line = Line(pieces, right: words.isEmpty ? right : [])
    guard let member = party.member else { return .text(line) }
    return .choice(line, key: key, opens: .member(community.members.id(member)))
  }
}
