import Community

/// Where a column's values lie, and how a block of them is had: all that reading, filtering and sorting have to know.
///
/// Values of the record are handed over as the column they are kept in, all others are written into room for a block;
/// so that sorting and filtering call nothing for a single row.
enum ColumnStorage: Sendable {
  /// Gives a column of one block of members.
  typealias Lookup<Values> = @Sendable (Members, _ block: Int) -> Values
  /// Writes the values of a block; rows that it leaves out stay unknown.
  typealias Fill<Value> = @Sendable (Roster, ColumnBlock<Value>) -> Void

  /// One text a member, perhaps masked.
  case text(TextMasking?, Lookup<TextColumn>)
  /// The id of another member: a text of the record unless that's the member's own id, else who invited the member first.
  case inviter(Lookup<TextColumn>)
  /// One symbol a member.
  case symbol(Lookup<[UInt32]>)
  /// Any number of symbols a member.
  case symbols(Lookup<WordsColumn>)
  /// The same, each followed by 1 or 0; with 0 it's shown with a minus.
  case flaggedSymbols(Lookup<WordsColumn>)
  /// Any number of symbols a member, gathered by measures; nil where they aren't known.
  case gathered(@Sendable (Roster, _ block: Int) -> WordsColumn?)
  /// Any number of times a member, of few members; nil where they aren't known. The newest stands for all where there's
  /// room for one.
  case times(@Sendable (Roster) -> MemberTimes?)
  /// `Birthday.rawValue`, 0 unknown.
  case date(Lookup<[UInt32]>)
  case flag(Lookup<[Bool]>)
  /// Counts, days or hundredths of money; `Int64.min` unknown.
  case whole(Fill<Int64>)
  /// Milliseconds since 1970; `Instant.unknown` unknown.
  case instant(Fill<Int64>)
  /// NaN unknown.
  case decimal(Fill<Double>)
  /// One of a few words: its place among them and one more, 0 unknown.
  case word([String], Fill<UInt8>)
  /// The same for words of the programme, of which there are fewer than 255.
  case name(@Sendable (Roster) -> [ProgramName], Fill<UInt8>)
  /// Any number of words of the programme: for members who have any, their places among them, ascending.
  case names(@Sendable (Roster) -> [ProgramName], @Sendable (Roster, Range<Int>) -> [MemberPlaces])

  /// What the values are unless a column says otherwise.
  var kind: ColumnKind {
    switch self {
    case .text, .inviter, .symbol: .text
    case .symbols, .gathered, .flaggedSymbols, .names: .list
    case .date: .date
    case .flag: .boolean
    case .whole: .count
    case .instant, .times: .instant
    case .decimal: .number
    case .word, .name: .word
    }
  }

  /// The texts behind a column that shows texts.
  var texts: Lookup<TextColumn>? {
    switch self {
    case .text(_, let texts), .inviter(let texts): texts
    default: nil
    }
  }
}

/// A word of the programme: its id, and what it's called.
package struct ProgramName: Hashable, Sendable {
  package var id: String
  package var name: BilingualText
}

/// The places of a member's words among those of the programme.
struct MemberPlaces {
  var member: Member.Index
  var places: [Int]
}

/// What of a text is hidden unless the mask shows it.
enum TextMasking: Sendable {
  case name, phone, email

  func isHidden(by mask: Mask) -> Bool { self == .name ? mask.names : mask.contacts }

  func masked(_ text: String) -> String {
    switch self {
    case .name: Masking.name(text)
    case .phone: Masking.phone(text)
    case .email: Masking.email(text)
    }
  }
}
