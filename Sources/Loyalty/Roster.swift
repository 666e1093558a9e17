import Bytes
import Community

/// The members with their figures as of one moment: what panels, reports and exports read.
package struct Roster: Sendable {
  package let community: Community
  package let figures: MemberFigures
  package let moment: Moment
  package let mask: Mask
  /// Stages, scores and values, once computed; they may be of a moment ago.
  @Boxed package private(set) var measures: MemberMeasures?
  /// The day of the moment, kept because ages of every row need it.
  let today: Day
  let idOrder: IDOrder

  package init(
    community: Community, figures: MemberFigures, moment: Moment, mask: Mask, measures: MemberMeasures? = nil
  ) {
    self.init(
      community: community, figures: figures, moment: moment, mask: mask, measures: measures,
      idOrder: IDOrder())
  }

  private init(
    community: Community, figures: MemberFigures, moment: Moment, mask: Mask, measures: MemberMeasures?,
    idOrder: IDOrder
  ) {
    self.community = community
    self.figures = figures
    self.moment = moment
    self.mask = mask
    _measures = Boxed(wrappedValue: measures)
    self.today = moment.today
    self.idOrder = idOrder
  }

  /// The roster after data was appended or time went on, which keeps what holds for the same ids, and the
  /// measures until there are newer ones. Not for a folder read anew.
  package func updated(community: Community, figures: MemberFigures, moment: Moment, mask: Mask? = nil)
    -> Roster
  {
    Roster(
      community: community, figures: figures, moment: moment, mask: mask ?? self.mask, measures: measures,
      idOrder: idOrder)
  }

  /// The same roster with other measures.
  package func with(_ measures: MemberMeasures?) -> Roster {
    Roster(
      community: community, figures: figures, moment: moment, mask: mask, measures: measures,
      idOrder: idOrder)
  }

  /// How many members there are, whether listed or not.
  package var count: Int { min(community.members.count, figures.count) }

  /// The value of a column, masked where it has to be.
  package subscript(column: MemberColumn, member: Member.Index) -> ColumnValue { value(column, of: member) }

  /// The value of a column, masked where it has to be.
  package func value(_ column: MemberColumn, of member: Member.Index) -> ColumnValue {
    let (block, row) = community.members.place(member)
    switch column.storage {
    case .text, .inviter, .symbol: return text(column, of: member).map { .text($0) } ?? .unknown
    case .symbols(let lists):
      return list(lists(community.members, block)[row].map { community.symbols[Symbol(rawValue: $0)] })
    case .gathered(let lists):
      return list((lists(self, block)?[row] ?? []).map { community.symbols[Symbol(rawValue: $0)] })
    case .times(let times): return times(self)?.newest(of: member).map { .instant($0) } ?? .unknown
    case .flaggedSymbols(let lists): return list(flagged(lists(community.members, block)[row]))
    case .date(let dates):
      let date = dates(community.members, block)[row]
      return date == 0 ? .unknown : .date(Birthday(rawValue: date))
    case .flag(let flags): return .boolean(flags(community.members, block)[row])
    case .whole(let fill):
      let value = read(fill, of: member)
      if value == .unknown { return .unknown }
      return column.kind == .money
        ? .money(Money(rawValue: value)) : column.kind == .days ? .days(Int(value)) : .count(Int(value))
    case .instant(let fill):
      return Instant(rawValue: read(fill, of: member)).known.map { .instant($0) } ?? .unknown
    case .decimal(let fill):
      let value = read(fill, of: member)
      if value.isNaN { return .unknown }
      return column.kind == .percent ? .percent(value) : .number(value)
    case .word(let words, let fill):
      let code = Int(read(fill, of: member))
      return code == 0 ? .unknown : .word(column, words[code - 1])
    case .name(let names, let fill):
      let code = Int(read(fill, of: member))
      if code == 0 { return .unknown }
      let word = names(self)[code - 1]
      return .named(id: word.id, word.name)
    case .names(let names, let places):
      let words = names(self)
      let own = places(self, member.value..<member.value + 1).flatMap(\.places).map { words[$0] }
      return own.isEmpty ? .unknown : .names(own)
    }
  }

  /// The member's name as shown, or nil.
  package func name(of member: Member.Index) -> String? { text(.name, of: member) }

  /// Calendar days since the member was last seen; never seen: since joining; without any date, nil.
  package func silence(of member: Member.Index) -> Int? {
    silence(figures.entry(member))
  }

  @inline(__always)
  func silence(_ entry: MemberFigures.Entry) -> Int? {
    let since = entry.lastSeen != Instant.unknown.rawValue ? entry.lastSeen : entry.joined
    guard let instant = Instant(rawValue: since).known else { return nil }
    return today.days(since: moment.zone.day(of: instant))
  }

  /// Spend by purchase, rounded half to even; nil without a purchase.
  @inline(__always)
  static func average(_ spend: Int64, _ orders: UInt32) -> Money? {
    guard orders > 0 else { return nil }
    let count = Int64(orders)
    var quotient = spend / count
    let rest = (spend % count).magnitude * 2
    if rest > count.magnitude || (rest == count.magnitude && quotient & 1 != 0) {
      quotient += spend < 0 ? -1 : 1
    }
    return Money(rawValue: quotient)
  }

  private func list(_ words: [String]) -> ColumnValue { words.isEmpty ? .unknown : .list(words) }

  /// Words by pairs of a symbol and 1 or 0; with a minus before those of 0.
  private func flagged(_ pairs: ArraySlice<UInt32>) -> [String] {
    stride(from: pairs.startIndex, to: pairs.endIndex - 1, by: 2).map { place in
      (pairs[place + 1] != 0 ? "" : "-") + community.symbols[Symbol(rawValue: pairs[place])]
    }
  }

  private func text(_ column: MemberColumn, of member: Member.Index) -> String? {
    let text = withText(column, of: member) { $0.map { String(decoding: $0, as: UTF8.self) } }
    guard case .text(let masking?, _) = column.storage, masking.isHidden(by: mask) else { return text }
    return text.map(masking.masked)
  }
}
