import Community
import Texts

extension MemberFilter {
  /// Makes the filter ready for a roster.
  ///
  /// - Complexity: O(terms × symbols).
  package func matcher(for roster: Roster) -> MemberMatcher {
    let compiler = FilterCompiler(roster: roster)
    return MemberMatcher(roster: roster, terms: terms.map(compiler.term))
  }
}

/// Resolves the tests of a filter against a roster.
private struct FilterCompiler {
  let roster: Roster

  func term(_ term: MemberFilter.Term) -> MemberMatcher.Term {
    MemberMatcher.Term(isNegated: term.isNegated, tests: term.tests.flatMap(tests))
  }

  /// Tests of which one has to be met.
  func tests(_ test: MemberFilter.Test) -> [MemberMatcher.Test] {
    switch test {
    case .all(let terms): [.all(terms.map(term))]
    case .freeWord(let word): freeWord(word)
    case .text(let column, let text): [self.text(column, text)]
    case .known(let column): [.known(column, true)]
    case .unknown(let column): [.known(column, false)]
    case .range(let column, let range): [self.range(column, range)]
    case .decimal(let column, let range): [decimal(column, range)]
    case .choice(let column, let places): [choice(column, places)]
    case .time(let column, let time): [span(of: time).map { self.range(column, $0) } ?? .never]
    case .birthday(let column, let test): [birthday(column, test)]
    case .boolean(let column, let wanted): [boolean(column, wanted)]
    }
  }

  /// Looks for a word in all columns that are searched.
  private func freeWord(_ word: String) -> [MemberMatcher.Test] {
    let pattern = FoldedPattern(word)
    let symbols = symbols(.part(pattern))
    let isSymbol = symbols.contains(true)
    return MemberColumn.searched.compactMap { column in
      switch column.storage {
      case .text(let masking, let texts):
        let isHidden = masking?.isHidden(by: roster.mask) ?? false
        return .text(texts, isHidden ? .maskedName(pattern) : .part(pattern))
      case .symbol(let lookup): return isSymbol ? .symbol(lookup, symbols) : nil
      case .symbols(let lists): return isSymbol ? .symbols(lists, symbols) : nil
      default: return nil
      }
    }
  }

  private func text(_ column: MemberColumn, _ test: MemberFilter.TextTest) -> MemberMatcher.Test {
    let match = match(column, test)
    switch column.storage {
    case .text(_, let texts): return .text(texts, match)
    case .inviter(let texts): return .inviter(texts, match, name: self.match(.name, test))
    case .symbol(let lookup): return .symbol(lookup, column == .host ? hosts(match) : symbols(match))
    case .symbols(let lists): return .symbols(lists, symbols(match))
    case .gathered(let lists): return .gathered(lists, symbols(match))
    case .flaggedSymbols(let lists):
      guard test.text.hasPrefix("-") else { return .flaggedSymbols(lists, set: words(match), unset: none) }
      let rest = MemberFilter.TextTest(text: String(test.text.dropFirst()), extent: test.extent)
      return .flaggedSymbols(lists, set: none, unset: words(self.match(column, rest)))
    case .name(let names, let fill):
      return .code(
        fill, passing: MemberMatcher.codes(names(roster).map { match.passes($0.id) || match.passes($0.name) })
      )
    case .names(let names, let places):
      return .places(places, names(roster).map { match.passes($0.id) || match.passes($0.name) })
    default: return .never
    }
  }

  private func match(_ column: MemberColumn, _ test: MemberFilter.TextTest) -> MemberMatcher.TextMatch {
    // A filter read while values were shown must not find parts of them now that they are masked.
    let isHidden = column.isHidden(by: roster.mask)
    if case .text(let masking?, _) = column.storage {
      if masking == .phone, test.extent != .wildcard || isHidden {
        let digits = test.text.utf8.filter { (48...57).contains($0) }
        if !digits.isEmpty { return .digits(digits, isWhole: isHidden || test.extent == .whole) }
      }
      if masking == .name, isHidden, test.extent == .part { return .maskedName(FoldedPattern(test.text)) }
    }
    switch test.extent {
    case .part where !isHidden: return .part(FoldedPattern(test.text))
    case .wildcard where !isHidden: return .wildcard(WildcardPattern(test.text))
    case .part, .whole, .wildcard: return .whole(FoldedPattern(test.text))
    }
  }

  private func range(_ column: MemberColumn, _ range: ClosedRange<Int64>) -> MemberMatcher.Test {
    switch column.storage {
    case .whole(let fill), .instant(let fill): .whole(fill, range)
    case .times(let times): .times(times, range)
    default: .never
    }
  }

  private func decimal(_ column: MemberColumn, _ range: ClosedRange<Double>) -> MemberMatcher.Test {
    if case .decimal(let fill) = column.storage { .decimal(fill, range) } else { .never }
  }

  private func choice(_ column: MemberColumn, _ places: Set<Int>) -> MemberMatcher.Test {
    guard case .word(let words, let fill) = column.storage else { return .never }
    return .code(fill, passing: MemberMatcher.codes(words.indices.map(places.contains)))
  }

  private func birthday(_ column: MemberColumn, _ test: MemberFilter.BirthdayTest) -> MemberMatcher.Test {
    guard case .date(let dates) = column.storage else { return .never }
    guard case .period(let period) = test else { return .date(dates, test) }
    var passing = [Bool](repeating: false, count: 512)
    for day in period.days(around: roster.today) {
      for monthDay in Birthday.monthDays(keptOn: day) { passing[Int(monthDay)] = true }
    }
    return .monthDays(dates, passing)
  }

  private func boolean(_ column: MemberColumn, _ wanted: Bool) -> MemberMatcher.Test {
    if case .flag(let flags) = column.storage { .flag(flags, wanted) } else { .never }
  }

  private var none: [Bool] { Array(repeating: false, count: roster.community.symbols.count) }

  private func symbols(_ match: MemberMatcher.TextMatch) -> [Bool] {
    var passing = none
    for number in passing.indices.dropFirst() {
      passing[number] = match.passes(roster.community.symbols[Symbol(rawValue: UInt32(number))])
    }
    return passing
  }

  /// Channels are found by what they are called too.
  private func words(_ match: MemberMatcher.TextMatch) -> [Bool] {
    var passing = symbols(match)
    for number in passing.indices.dropFirst() where !passing[number] {
      let phrase = Phrase.word(roster.community.symbols[Symbol(rawValue: UInt32(number))])
      passing[number] = phrase?.templates.contains(where: match.passes) ?? false
    }
    return passing
  }

  /// Hosts are found by their names too.
  private func hosts(_ match: MemberMatcher.TextMatch) -> [Bool] {
    var passing = symbols(match)
    for host in roster.community.hosts where host.name.map(match.passes) ?? false {
      if let symbol = roster.community.symbols.symbol(of: host.id) { passing[Int(symbol.rawValue)] = true }
    }
    return passing
  }

  /// The instants that pass, nil when none can.
  private func span(of test: MemberFilter.TimeTest) -> ClosedRange<Int64>? {
    let zone = roster.moment.zone
    let low: Int64
    let high: Int64
    switch test {
    case .period(let period, let comparison):
      return span(of: .days(FilterValues.range(period.span(around: roster.today), comparison)))
    case .days(let days):
      low = zone.instant(of: days.lowerBound).rawValue
      high = zone.end(of: days.upperBound).rawValue
    case .ages(let ages):
      low = zone.instant(of: roster.today.adding(days: -ages.upperBound)).rawValue
      high = zone.end(of: roster.today.adding(days: -ages.lowerBound)).rawValue
    case .times(let from, let through):
      low = from.map { instant($0, zone) } ?? Instant.unknown.rawValue + 1
      high = through.map { instant($0, zone) } ?? .max
    }
    return low <= high ? low...high : nil
  }

  private func instant(_ time: MemberFilter.TimeTest.Time, _ zone: Zone) -> Int64 {
    (FilterValues.instant(time.text, zone: zone)?.rawValue ?? 0) + time.shift
  }
}
