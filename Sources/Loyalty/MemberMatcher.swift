import Community

/// A filter made ready for one roster: words are resolved to symbols, times to instants, texts to bytes.
package struct MemberMatcher: Sendable {
  let roster: Roster
  let terms: [Term]

  struct Term: Sendable {
    var isNegated: Bool
    var tests: [Test]
  }

  enum Test: Sendable {
    case freeWord(FreeWord)
    /// A symbol column and, by symbol, whether it passes.
    case symbol(MemberColumn, [Bool])
    case tag([Bool])
    /// By symbol, whether the channel passes as given and as refused.
    case consent(given: [Bool], refused: [Bool])
    /// By place of the rule, whether being due by it passes.
    /// By place of the tier, whether it passes.
    case tier(MemberColumn, [Bool])
    case due([Bool])
    case text(MemberColumn, TextMatch)
    case known(MemberColumn)
    case unknown(MemberColumn)
    case range(MemberColumn, ClosedRange<Int64>)
    case decimal(MemberColumn, ClosedRange<Double>)
    /// Places among the column's words.
    case choice(MemberColumn, Set<Int>)
    /// Milliseconds since 1970.
    case time(MemberColumn, ClosedRange<Int64>)
    case birthday(MemberFilter.BirthdayTest)
    case hasRecord(Bool)
    case never
  }

  /// Looks for a word in name, id, tags and city.
  final class FreeWord: Sendable {
    let pattern: FoldedPattern
    /// By symbol, whether the word is in it.
    let symbols: [Bool]
    /// Whether it's in any.
    let isSymbol: Bool
    let name: TextMatch

    init(pattern: FoldedPattern, symbols: [Bool], name: TextMatch) {
      self.pattern = pattern
      self.symbols = symbols
      self.isSymbol = symbols.contains(true)
      self.name = name
    }
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

  /// Whether a member is listed and passes the filter.
  ///
  /// - Complexity: O(bytes of the texts that are looked at).
  package func matches(_ member: Member.Index) -> Bool {
    let entry = roster.figures.entry(member)
    return entry.isListed && passes(member, entry)
  }

  /// Whether a listed member passes the filter.
  @inline(__always)
  func passes(_ member: Member.Index, _ entry: MemberFigures.Entry) -> Bool {
    for term in terms {
      var isMet = false
      for test in term.tests where passes(test, member, entry) {
        isMet = true
        break
      }
      if isMet == term.isNegated { return false }
    }
    return true
  }

  func passes(_ test: Test, _ member: Member.Index, _ entry: MemberFigures.Entry) -> Bool {
    let (block, row) = roster.community.members.place(member)
    switch test {
    case .freeWord(let word): return passes(word, member)
    case .symbol(let column, let passing):
      return passing[Int(roster.symbol(column, of: member))]
    case .tag(let passing):
      return roster.community.members.blocks[block].tags[row].contains { passing[Int($0)] }
    case .consent(let given, let refused):
      let words = roster.community.members.blocks[block].consents[row]
      var place = words.startIndex
      while place + 1 < words.endIndex {
        if words[place + 1] != 0 ? given[Int(words[place])] : refused[Int(words[place])] { return true }
        place += 2
      }
      return false
    case .tier(let column, let passing):
      return roster.tierPlace(column, of: member).map { $0 < passing.count && passing[$0] } ?? false
    case .due(let passing):
      guard let calendar = roster.measures?.touchpoints else { return false }
      return calendar.dueRules(of: member).contains { $0 < passing.count && passing[$0] }
    case .text(let column, let match):
      return roster.withText(column, of: member) { $0.map(match.passes) ?? false }
    case .known(let column): return isKnown(column, member, entry)
    case .unknown(let column): return !isKnown(column, member, entry)
    case .range(let column, let range): return number(column, member, entry).map(range.contains) ?? false
    case .decimal(let column, let range):
      return roster.decimal(column, of: member).map(range.contains) ?? false
    case .choice(let column, let places):
      return roster.word(column, of: member).map(places.contains) ?? false
    case .time(.lastTouch, let range):
      return roster.measures?.account?.lastTouch(member).map { range.contains($0.rawValue) } ?? false
    case .time(let column, let range):
      let time =
        switch column {
        case .joined: entry.joined
        case .lastSeen: entry.lastSeen
        case .tierSince: (roster.tierSince(member) ?? .unknown).rawValue
        default: entry.lastOrder
        }
      return range.contains(time)
    case .birthday(let test): return passes(test, roster.community.members.blocks[block].birthday[row])
    case .hasRecord(let wanted): return roster.community.members.blocks[block].hasRecord[row] == wanted
    case .never: return false
    }
  }

  private func passes(_ word: FreeWord, _ member: Member.Index) -> Bool {
    let (number, row) = roster.community.members.place(member)
    if word.symbols[Int(roster.community.members.blocks[number].city[row])] { return true }
    if roster.community.members.blocks[number].names.withBytes(
      row: row, { $0.map(word.name.passes) ?? false })
    {
      return true
    }
    if roster.community.members.blocks[number].ids.withBytes(
      row: row, { $0.map(word.pattern.isContained) ?? false })
    {
      return true
    }
    return roster.community.members.blocks[number].tags[row].contains { word.symbols[Int($0)] }
  }

  private func number(_ column: MemberColumn, _ member: Member.Index, _ entry: MemberFigures.Entry) -> Int64?
  {
    switch column {
    case .orders: Int64(entry.orders)
    case .spend: entry.spend
    case .averageOrder: Roster.average(entry.spend, entry.orders)?.rawValue
    case .silent: roster.silence(of: member).map(Int64.init)
    case .recencyScore, .frequencyScore, .moneyScore, .lifetimeValue, .stake, .contributions, .ties,
      .reciprocalTies, .group:
      roster.whole(column, of: member)
    case .misses: roster.whole(column, of: member)
    case .points, .expiring30, .expiring: roster.whole(column, of: member)
    default: nil
    }
  }

  private func isKnown(_ column: MemberColumn, _ member: Member.Index, _ entry: MemberFigures.Entry) -> Bool {
    let (block, row) = roster.community.members.place(member)
    switch column {
    case .joined: return entry.joined != Instant.unknown.rawValue
    case .silent: return max(entry.lastSeen, entry.joined) != Instant.unknown.rawValue
    case .lastSeen: return entry.lastSeen != Instant.unknown.rawValue
    case .lastOrder: return entry.lastOrder != Instant.unknown.rawValue
    case .orders, .averageOrder: return entry.orders != 0
    case .spend: return entry.spend != 0
    case .tags: return !roster.community.members.blocks[block].tags[row].isEmpty
    case .consent: return !roster.community.members.blocks[block].consents[row].isEmpty
    case .birthday: return roster.community.members.blocks[block].birthday[row] != 0
    case .record: return roster.community.members.blocks[block].hasRecord[row]
    case .city, .region, .store, .channel, .host:
      return roster.symbol(column, of: member) != Symbol.none.rawValue
    case .id, .name, .referrer, .household, .phone, .email:
      return roster.withText(column, of: member) { $0 != nil }
    case .points, .expiring30, .expiring: return roster.whole(column, of: member) != nil
    case .tier, .nextTier, .atRisk: return roster.word(column, of: member) != nil
    case .tierSince: return roster.tierSince(member) != nil
    case .misses: return (roster.whole(column, of: member) ?? 0) > 0
    case .next, .keep: return roster.decimal(column, of: member) != nil
    case .due: return roster.measures?.touchpoints?.dueRules(of: member).isEmpty == false
    case .stage, .path, .rfmClass, .segment, .contributorLayer, .challenge:
      return roster.word(column, of: member) != nil
    case .rhythm, .alive, .behaviour, .mind, .worth, .embedded:
      return roster.decimal(column, of: member) != nil
    case .contributions, .ties, .reciprocalTies: return roster.whole(column, of: member) ?? 0 != 0
    case .recencyScore, .frequencyScore, .moneyScore, .lifetimeValue, .stake, .group:
      return roster.whole(column, of: member) != nil
    case .balance: return roster.decimal(column, of: member) != nil
    case .band: return roster.word(column, of: member) != nil
    case .lastTouch: return roster.measures?.account?.lastTouch(member) != nil
    }
  }

  private func passes(_ test: MemberFilter.BirthdayTest, _ birthday: UInt32) -> Bool {
    guard birthday != 0 else { return false }
    let monthDay = Int(birthday & 511)
    switch test {
    case .days(let from, let through):
      return from <= through
        ? (from...through).contains(monthDay) : monthDay >= from || monthDay <= through
    case .years(let years): return birthday >> 9 != 0 && years.contains(Int(birthday >> 9))
    case .date(let date): return date.rawValue == birthday
    case .today:
      let (year, month, day) = roster.today.civil
      if month == 2, day == 28, !Day.isLeap(year), monthDay == 2 * 32 + 29 { return true }
      return monthDay == month * 32 + day
    }
  }
}

extension MemberMatcher.TextMatch {
  func passes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .part(let pattern): return pattern.isContained(in: bytes)
    case .whole(let pattern): return pattern.isWhole(bytes)
    case .wildcard(let pattern): return pattern.matches(bytes)
    case .maskedName(let pattern):
      if pattern.isWhole(bytes) { return true }
      // Only a name with a match somewhere can show it.
      guard pattern.isContained(in: bytes) else { return false }
      var shown = Masking.shownPart(ofName: String(decoding: bytes, as: UTF8.self))
      return shown.withUTF8 { pattern.isContained(in: UnsafeRawBufferPointer($0)) }
    case .digits(let digits, let isWhole): return Self.passes(digits, isWhole, bytes)
    }
  }

  /// Compares the digits of a number, whatever else stands in it.
  private static func passes(_ digits: [UInt8], _ isWhole: Bool, _ bytes: UnsafeRawBufferPointer) -> Bool {
    for start in 0..<bytes.count where isDigit(bytes[start]) {
      if bytes[start] == digits[0], let end = end(of: digits, bytes, start) {
        if !isWhole { return true }
        return !bytes[end...].contains(where: isDigit)
      }
      if isWhole { return false }
    }
    return false
  }

  /// Where digits that begin at `start` end, or nil where others come between.
  private static func end(of digits: [UInt8], _ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var place = start
    var found = 0
    while place < bytes.count, found < digits.count {
      if isDigit(bytes[place]) {
        guard bytes[place] == digits[found] else { return nil }
        found += 1
      }
      place += 1
    }
    return found == digits.count ? place : nil
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
