import Bytes
import Algorithms
import Community
import Synchronization

/// Replies of hosts to members: those that name a member, and those to what a member did.
struct HostReplies: Sendable {
  /// To whom, when, and which row of the activity it is.
  struct Reply: Hashable, Comparable, Sendable {
    var member: UInt32
    var at: Int64
    var row: Row

    static func < (left: Reply, right: Reply) -> Bool {
      (left.member, left.at, left.row) < (right.member, right.at, right.row)
    }
  }

  /// In order of member and time.
  private(set) var settled: [Reply] = []
  /// By member, those that came since.
  private var added: [UInt32: [Reply]] = [:]
  private var segments = 0
  private var rowsOfLast = 0

  /// Finds all replies, those to come included.
  ///
  /// - Complexity: O(activities), divided among workers; O(*r* log *r*) for *r* replies.
  /// - Returns: nil if cancelled.
  init?(
    _ community: Community, on computation: Computation = .serial
  ) {
    let (direct, asked) = HostReplies.scan(community, fromSegment: 0, row: 0)
    settled = direct
    if computation.isCancelled() { return nil }
    if !asked.isEmpty {
      let all = community[.activity].segments
      let found = Mutex<[Reply]>([])
      let workers = max(1, min(computation.workers, all.count))
      computation.forEach(workers) { worker in
        for number in stride(from: worker, to: all.count, by: workers) where !computation.isCancelled() {
          let replies = asked.replies(toAuthorsOf: all[number])
          if !replies.isEmpty { found.withLock { $0 += replies } }
        }
      }
      settled += found.withLock { $0 }
    }
    if computation.isCancelled() { return nil }
    settled.sort()
    mark(community)
  }

  /// Takes up activities that were appended. Whom an answer to an id concerns is looked up among the newest activities
  /// only.
  ///
  /// - Complexity: O(activities appended), O(65,536) where one of them answers an id.
  /// - Returns: members who were answered.
  mutating func update(_ community: Community) -> [UInt32] {
    var (new, asked) = HostReplies.scan(community, fromSegment: max(0, segments - 1), row: rowsOfLast)
    if !asked.isEmpty {
      for segment in community[.activity].segments.suffix(2) { new += asked.replies(toAuthorsOf: segment) }
    }
    for reply in new { added[reply.member, default: []].append(reply) }
    mark(community)
    return new.map(\.member)
  }

  private mutating func mark(_ community: Community) {
    segments = community[.activity].segments.count
    rowsOfLast = community[.activity].segments.last?.count ?? 0
  }

  /// The settled replies to a range of members.
  func settled(of members: Range<Int>) -> ArraySlice<Reply> {
    settled[place(of: members.lowerBound)..<place(of: members.upperBound)]
  }

  /// A member's replies in order of time.
  func replies(to member: Member.Index) -> [Reply] {
    let replies = settled(of: member.value..<member.value + 1)
    guard let later = added[member.rawValue] else { return Array(replies) }
    return (replies + later).sorted()
  }

  private func place(of member: Int) -> Int {
    settled.partitioningIndex { $0.member >= member }
  }

  private static func scan(_ community: Community, fromSegment start: Int, row first: Int) -> (
    [Reply], Asked
  ) {
    var replies: [Reply] = []
    var asked = Asked()
    guard let type = community.symbols.symbol(of: "reply")?.rawValue else { return ([], asked) }
    for (number, segment) in community[.activity].segments.enumerated().dropFirst(start) {
      let types = segment.symbols[ActivityField.type.slot]
      guard !types.isEmpty else { continue }
      let members = segment.member
      for row in (number == start ? first : 0)..<segment.count
      where members[row] >= 0x8000_0000 && types[row] == type && segment.party(row).host != nil {
        let at = segment.at[row]
        let place = Row(segment: number, offset: row)
        let to = segment.to.isEmpty ? Participant.none : Participant(rawValue: segment.to[row])
        if let member = to.member {
          replies.append(Reply(member: member.rawValue, at: at, row: place))
        } else if to == .none {
          segment.texts[ActivityField.replyTo.slot].withBytes(row: row) { id in
            if let id { asked.add(id, at: at, row: place) }
          }
        }
      }
    }
    return (replies, asked)
  }

  /// Replies that name what they answer in place of a member.
  private struct Asked: Sendable {
    private var ids = IDTable()
    private var replies: [[(at: Int64, row: Row)]] = []

    var isEmpty: Bool { replies.isEmpty }

    mutating func add(_ id: ByteView, at: Int64, row: Row) {
      if let place = ids.index(of: id) {
        replies[place].append((at, row))
        return
      }
      ids.insert(id, index: replies.count)
      replies.append([(at, row)])
    }

    /// The replies to what members did by the rows of a segment.
    func replies(toAuthorsOf segment: Segment) -> [Reply] {
      var found: [Reply] = []
      for row in 0..<segment.count where segment.member[row] < 0x8000_0000 {
        segment.ids.withBytes(row: row) { id in
          guard let id, let place = ids.index(of: id) else { return }
          found += replies[place].map { Reply(member: segment.member[row], at: $0.at, row: $0.row) }
        }
      }
      return found
    }
  }
}
