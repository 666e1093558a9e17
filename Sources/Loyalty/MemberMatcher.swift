import Bytes
import Community

/// A filter made ready for one roster: words are resolved to symbols, times to instants, texts to bytes, and columns to
/// where their values lie.
package struct MemberMatcher: Sendable {
  let roster: Roster
  let terms: [Term]

  struct Term: Sendable {
    var isNegated: Bool
    /// Of which one has to be met.
    var tests: [Test]
  }

  enum Test: Sendable {
    typealias Lookup<Values> = ColumnStorage.Lookup<Values>
    typealias Fill<Value> = ColumnStorage.Fill<Value>

    /// Terms that all have to hold.
    case all([Term])
    case text(Lookup<TextColumn>, TextMatch)
    /// By the id, or by the name unless that's nil.
    case inviter(Lookup<TextColumn>, TextMatch, name: TextMatch?)
    /// By symbol, whether it passes.
    case symbol(Lookup<[UInt32]>, [Bool])
    case symbols(Lookup<WordsColumn>, [Bool])
    /// By symbol, whether it passes where its flag is set and where it isn't.
    case flaggedSymbols(Lookup<WordsColumn>, set: [Bool], unset: [Bool])
    /// By place of the programme's word, whether it passes.
    case places(@Sendable (Roster, Range<Int>) -> [MemberPlaces], [Bool])
    /// By code of a word, 1 where it passes, else 0.
    case code(Fill<UInt8>, passing: [UInt8])
    /// Counts, hundredths of money, days, milliseconds since 1970.
    case whole(Fill<Int64>, ClosedRange<Int64>)
    case decimal(Fill<Double>, ClosedRange<Double>)
    case date(Lookup<[UInt32]>, MemberFilter.BirthdayTest)
    /// By month × 32 + day, whether it passes.
    case monthDays(Lookup<[UInt32]>, [Bool])
    /// The same as `symbols` for lists that measures gathered.
    case gathered(@Sendable (Roster, Int) -> WordsColumn?, [Bool])
    /// Members with a time in a span.
    case times(@Sendable (Roster) -> MemberTimes?, ClosedRange<Int64>)
    case flag(Lookup<[Bool]>, Bool)
    /// Whether the column has a value for the member, or has none.
    case known(MemberColumn, Bool)
    case never
  }

  enum TextMatch: Sendable {
    case part(FoldedPattern)
    case whole(FoldedPattern)
    case wildcard(WildcardPattern)
    /// A masked name: the whole, or what is shown of it.
    case maskedName(FoldedPattern)
    /// Digits of a phone number, whatever stands between them.
    case digits([UInt8], isWhole: Bool)
  }

  /// Whether words pass, by their codes: their places and one more, 0 for none.
  static func codes(_ passing: [Bool]) -> [UInt8] {
    var codes = [UInt8](repeating: 0, count: 256)
    for (place, passes) in passing.prefix(255).enumerated() where passes { codes[place + 1] = 1 }
    return codes
  }

  /// Whether a member is listed and passes the filter.
  ///
  /// - Complexity: O(bytes of the texts that are looked at).
  package func matches(_ member: Member.Index) -> Bool {
    guard roster.figures.entry(member).isListed else { return false }
    let (block, row) = roster.community.members.place(member)
    return withTemporaryView(repeating: UInt8(1), count: 1) { marks in
      withTemporaryView(repeating: UInt8(0), count: 1) { met in
        mark(terms, MemberRows(block: block, rows: row..<row + 1), marks, met)
      }
      return marks[0] != 0
    }
  }
}

/// Members side by side in one block of members.
struct MemberRows {
  let block: Int
  let rows: Range<Int>

  var first: Int { block << Members.blockShift + rows.lowerBound }
  var count: Int { rows.count }
}
