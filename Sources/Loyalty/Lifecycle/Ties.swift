import Bytes
import Community

/// Ties between members within the last days: replies, reactions, mentions and thanks from one to another. Where the
/// activity doesn't say to whom, it goes to the author of what it answers.
struct Ties: Sendable {
  /// By member, how many others it's tied to both ways.
  private(set) var reciprocal: [UInt32]

  static let types = ["reply", "reaction", "mention", "thanks"]

  /// - Complexity: O(members + activities), O(*t* log *t*) for *t* ties.
  /// - Returns: nil if cancelled.
  init?(
    community: Community, figures: MemberFigures, moment: Moment, days: Int, isCancelled: () -> Bool
  ) {
    reciprocal = [UInt32](repeating: 0, count: community.members.count)
    let pairs = Ties.pairs(community, figures, moment, days, isCancelled)
    guard var pairs else { return nil }
    pairs.sort()
    // Both members in the upper bits, the direction in the lowest: opposite ties are neighbours.
    for place in pairs.indices.dropFirst() where pairs[place] == pairs[place - 1] | 1 && pairs[place] & 1 == 1
    {
      guard pairs[place] != pairs[place - 1] else { continue }
      reciprocal[Int(pairs[place] >> 32)] += 1
      reciprocal[Int(pairs[place] >> 1 & 0x7FFF_FFFF)] += 1
    }
  }

  private static func pairs(
    _ community: Community, _ figures: MemberFigures, _ moment: Moment, _ days: Int, _ isCancelled: () -> Bool
  ) -> [UInt64]? {
    var isTie = [Bool](repeating: false, count: community.symbols.count)
    for type in types {
      if let symbol = community.symbols.symbol(of: type) { isTie[Int(symbol.rawValue)] = true }
    }
    let from = moment.start(ofWindow: days).rawValue
    let now = moment.now.rawValue
    let bots = Bots(community)
    var pairs: [UInt64] = []
    var answers = Answers()
    func add(_ one: UInt32, _ other: UInt32) {
      guard one != other, one < 0x8000_0000, other < 0x8000_0000, Int(other) < figures.count,
        figures.isListed(Member.Index(rawValue: one)), figures.isListed(Member.Index(rawValue: other)),
        !bots.contains(one), !bots.contains(other)
      else { return }
      let (low, high) = one < other ? (one, other) : (other, one)
      pairs.append(UInt64(low) << 32 | UInt64(high) << 1 | (one < other ? 0 : 1))
    }
    for segment in community[.activity].segments {
      if isCancelled() { return nil }
      let types = segment.symbols[ActivityField.type.slot]
      guard !types.isEmpty else { continue }
      for row in 0..<segment.count where isTie[Int(types[row])] {
        guard segment.at[row] >= from, segment.at[row] <= now, Int(segment.member[row]) < figures.count else {
          continue
        }
        if !segment.to.isEmpty, segment.to[row] != Participant.none.rawValue {
          add(segment.member[row], segment.to[row])
        } else {
          segment.texts[ActivityField.replyTo.slot].withBytes(row: row) { id in
            if let id { answers.add(by: segment.member[row], to: id) }
          }
        }
      }
    }
    answers.forEachAuthor(in: community) { add($0, $1) }
    return pairs
  }
}

/// Activities that answer others, by the ids of what they answer.
private struct Answers {
  private var ids = IDTable()
  /// By place of the id, who answered.
  private var answering: [[UInt32]] = []

  mutating func add(by member: UInt32, to id: ByteView) {
    if let place = ids.index(of: id) {
      if answering[place].last != member { answering[place].append(member) }
      return
    }
    ids.insert(id, index: answering.count)
    answering.append([member])
  }

  /// Calls `body` with who answered and whose activity that was.
  func forEachAuthor(in community: Community, _ body: (UInt32, UInt32) -> Void) {
    guard !answering.isEmpty else { return }
    for segment in community[.activity].segments {
      for row in 0..<segment.count {
        segment.ids.withBytes(row: row) { id in
          guard let id, let place = ids.index(of: id) else { return }
          for member in answering[place] { body(member, segment.member[row]) }
        }
      }
    }
  }
}
