import Community

extension MemberFilter {
  /// Makes the filter ready for a roster.
  ///
  /// - Complexity: O(terms × symbols).
  package func matcher(for roster: Roster) -> MemberMatcher {
    let compiler = FilterCompiler(roster: roster)
    let compiled = terms.map { term in
      MemberMatcher.Term(isNegated: term.isNegated, tests: term.tests.map(compiler.test))
    }
    return MemberMatcher(roster: roster, terms: compiled)
  }
}

/// Resolves the tests of a filter against a roster.
private struct FilterCompiler {
  let roster: Roster

  func test(_ test: MemberFilter.Test) -> MemberMatcher.Test {
    switch test {
    case .freeWord(let word):
      let pattern = FoldedPattern(word)
      return .freeWord(
        MemberMatcher.FreeWord(
          pattern: pattern, symbols: symbols(.part(pattern)),
          name: roster.mask.names ? .maskedName(pattern) : .part(pattern)))
    case .text(let column, let text): return self.text(column, text)
    case .known(let column): return column == .record ? .hasRecord(true) : .known(column)
    case .unknown(let column): return column == .record ? .hasRecord(false) : .unknown(column)
    case .range(let column, let range): return .range(column, range)
    case .decimal(let column, let range): return .decimal(column, range)
    case .choice(let column, let places): return .choice(column, places)
    case .time(let column, let time): return self.time(time).map { .time(column, $0) } ?? .never
    case .birthday(let test): return .birthday(test)
    case .boolean(_, let wanted): return .hasRecord(wanted)
    }
  }

  private func text(_ column: MemberColumn, _ test: MemberFilter.TextTest) -> MemberMatcher.Test {
    let match = match(column, test)
    if column.isSymbol { return .symbol(column, symbols(match)) }
    switch column {
    case .tags: return .tag(symbols(match))
    case .tier, .nextTier: return .tier(column, roster.tiers(passing: match))
    case .due:
      let rules = roster.measures?.touchpoints?.rules ?? []
      return .due(
        rules.map { rule in
          var id = rule.id
          return id.withUTF8 { match.passes(UnsafeRawBufferPointer($0)) }
        })
    case .consent:
      guard test.text.hasPrefix("-") else { return .consent(given: symbols(match), refused: none) }
      let channel = MemberFilter.TextTest(text: String(test.text.dropFirst()), extent: test.extent)
      return .consent(given: none, refused: symbols(self.match(column, channel)))
    default: return .text(column, match)
    }
  }

  private func match(_ column: MemberColumn, _ test: MemberFilter.TextTest) -> MemberMatcher.TextMatch {
    // A filter read while contacts were shown must not find parts of them now that they are masked.
    let isMasked = column == .name ? roster.mask.names : column.filterKind == .contact && roster.mask.contacts
    if column == .phone, test.extent != .wildcard || isMasked {
      let digits = test.text.utf8.filter { (48...57).contains($0) }
      if !digits.isEmpty { return .digits(digits, isWhole: isMasked || test.extent == .whole) }
    }
    switch test.extent {
    case .part where column == .name && isMasked: return .maskedName(FoldedPattern(test.text))
    case .part where !isMasked: return .part(FoldedPattern(test.text))
    case .wildcard where !isMasked: return .wildcard(WildcardPattern(test.text))
    case .part, .whole, .wildcard: return .whole(FoldedPattern(test.text))
    }
  }

  private var none: [Bool] { Array(repeating: false, count: roster.community.symbols.count) }

  private func symbols(_ match: MemberMatcher.TextMatch) -> [Bool] {
    var passing = none
    for (symbol, word) in roster.community.symbols.all {
      var word = word
      passing[Int(symbol.rawValue)] = word.withUTF8 { match.passes(UnsafeRawBufferPointer($0)) }
    }
    return passing
  }

  /// The instants that pass, nil when none can.
  private func time(_ test: MemberFilter.TimeTest) -> ClosedRange<Int64>? {
    let zone = roster.moment.zone
    let low: Int64
    let high: Int64
    switch test {
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
