import Bytes
import Community
import Loyalty

/// Whose details a frame shows.
package struct DetailWish: Hashable, Sendable {
  package var member: Member.Index
  /// How wide the lists of the card are that shows them; nil where there's no card.
  package var columns: Int?

  init(member: Member.Index, columns: Int? = nil) {
    self.member = member
    self.columns = columns
  }
}

/// What was gathered of members with many records, who can't be gone through within a frame.
package struct MemberDetails: Sendable {
  /// Up to so many records a member's details are gathered while a frame is painted: half a millisecond at most.
  static let few = 256
  /// So many members are kept.
  private static let most = 64

  /// Details, and which state of the folder they are of.
  struct Gathered: Sendable {
    @Boxed var detail: MemberDetail
    var generation: Int
    /// Of the lists at the width asked for last.
    var heights: CardHeights?
  }

  /// Whether everything is gathered while a frame is painted: there's one frame alone.
  var isImmediate = false
  private var reading = 0
  private var gathered: [Member.Index: Gathered] = [:]
  /// The members in `gathered`, the newest last.
  private var order: [Member.Index] = []
  /// What is being gathered; nil for nothing.
  private(set) var pending: DetailRequest?
  private var number = 0

  /// Whether a member's records are too many to be gone through within a frame.
  func areMany(of member: Member.Index, in data: DashboardData) -> Bool {
    !isImmediate && data.roster.recordCount(of: member) > Self.few
  }

  /// What is known of a member in a state of the folder, maybe of a moment ago; nil while it isn't gathered.
  func detail(of member: Member.Index, in data: DashboardData) -> (MemberDetail, CardHeights?)? {
    if !areMany(of: member, in: data) {
      return (data.roster.detail(of: member), nil)
    }
    guard data.reading == reading, let known = gathered[member] else { return nil }
    return (known.detail, known.heights)
  }

  /// The next request that a frame's wishes ask for; nil for none.
  mutating func request(_ wishes: [DetailWish], in data: DashboardData, context: ViewContext)
    -> DetailRequest?
  {
    for wish in wishes where areMany(of: wish.member, in: data) {
      let known = data.reading == reading ? gathered[wish.member] : nil
      let isFresh = known?.generation == data.generation
      if isFresh, wish.columns == nil || known?.heights?.columns == wish.columns { continue }
      // What is under way for this member comes to its end first: where records pour in there'd never be an end.
      if let pending, pending.wish == wish, pending.data.reading == data.reading { return nil }
      number += 1
      let request = DetailRequest(
        number: number, wish: wish, data: data, detail: isFresh ? known?.detail : nil, context: context)
      pending = request
      return request
    }
    return nil
  }

  mutating func receive(_ answer: DetailAnswer) {
    if answer.reading != reading {
      gathered = [:]
      order = []
      reading = answer.reading
    }
    gathered[answer.gathered.detail.member] = answer.gathered
    order.removeAll { $0 == answer.gathered.detail.member }
    order.append(answer.gathered.detail.member)
    if order.count > Self.most { gathered[order.removeFirst()] = nil }
    if answer.isComplete, pending?.number == answer.number { pending = nil }
  }

  /// Lets go of what was gathered of another reading.
  mutating func forget(allBut reading: Int) {
    guard reading != self.reading else { return }
    self = MemberDetails(isImmediate: isImmediate, reading: reading, number: number)
  }

  init() {}

  private init(isImmediate: Bool, reading: Int, number: Int) {
    self.isImmediate = isImmediate
    self.reading = reading
    self.number = number
  }
}

/// A member whose details are to be gathered.
package struct DetailRequest: Sendable {
  var number: Int
  var wish: DetailWish
  @Boxed var data: DashboardData
  /// Those of the same state of the folder, where only heights are missing.
  @Boxed var detail: MemberDetail?
  /// What heights depend on.
  @Boxed var context: ViewContext
}

/// What was gathered: first the details, then, with `isComplete`, the heights too.
package struct DetailAnswer: Sendable {
  var number: Int
  var reading: Int
  var gathered: MemberDetails.Gathered
  var isComplete: Bool
}
