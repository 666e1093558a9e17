import Canvas
import Community
import Loyalty
import Screen
import Texts

extension DashboardState {
  /// The section that takes the keys. Where the pyramid always stands beside the others, it takes none.
  var tiersSection: TiersSection {
    tiers.section == .pyramid && TiersLayout.showsPyramid(size) ? .forecast : tiers.section
  }

  /// The sections that have a tab.
  var tiersSections: [TiersSection] {
    TiersSection.allCases.filter { $0 != .pyramid || !TiersLayout.showsPyramid(size) }
  }

  mutating func receive(_ board: TierBoard) {
    guard board.generation >= tiers.board?.generation ?? 0 else { return }
    tiers.board = board
    if var whatIf = tiers.whatIf {
      if whatIf.saved != board.tiers.rules {
        // The rules were saved, here or elsewhere: what was tried begins anew.
        whatIf.saved = board.tiers.rules
        whatIf.rules = board.tiers.rules
      }
      tiers.whatIf = whatIf
      tryOut()
    }
    for section in TiersSection.allCases { follow(section) }
  }

  // MARK: Lists

  /// The list of a section; nil where it has none.
  func tiersList(_ section: TiersSection) -> TiersList? {
    guard let board = tiers.board else { return nil }
    let view = TiersWords(context: viewContext, board: board, history: { tierHistory(of: $0, board) })
    switch section {
    case .forecast: return view.forecast(tiers.group)
    case .points: return board.points.map { view.reminders($0) }
    case .benefits: return view.fairness
    case .whatIf: return tiers.whatIf.map { view.thresholds($0) }
    case .pyramid, .moves, .rfm: return nil
    }
  }

  /// The position of a section's selected line.
  func tiersSelected(_ section: TiersSection) -> Int { tiers.places[section]?.scroll.selected ?? 0 }

  /// Keeps a section's selection on what is selected, wherever it stands now.
  private mutating func follow(_ section: TiersSection) {
    guard let list = tiersList(section) else { return }
    var place = tiers.places[section] ?? ListPlace()
    if let key = place.key, let position = (0..<list.count).first(where: { list.key($0) == key }) {
      place.scroll.selected = position
    }
    let height = tiersRows(of: section)
    place.select(place.scroll.selected, count: list.count, height: height) { list.key($0) }
    tiers.places[section] = place
  }

  mutating func moveTiers(_ motion: Motion) {
    let section = tiersSection
    let height = tiersRows(of: section)
    var place = tiers.places[section] ?? ListPlace()
    if let list = tiersList(section) {
      let target = motion.target(from: place.scroll.selected, count: list.count, page: height)
      place.select(target, count: list.count, height: height) { list.key($0) }
    } else {
      let count = tiersBlocks(section, columns: 80, viewContext).count
      let target = motion.target(from: place.scroll.top, count: count, page: max(1, height))
      place.scroll.top = max(0, min(target, count - 1))
    }
    tiers.places[section] = place
  }

  mutating func scrollTiers(by delta: Int) { moveTiers(.lines(delta)) }

  mutating func selectTiersRow(_ section: TiersSection, _ position: Int, isDouble: Bool) {
    show(section)
    guard let list = tiersList(section), position < list.count else { return }
    var place = tiers.places[section] ?? ListPlace()
    place.select(position, count: list.count, height: tiersRows(of: section)) { list.key($0) }
    tiers.places[section] = place
    if isDouble { openFromTiers() }
  }

  // MARK: Sections

  mutating func turnTiers(_ step: Int) {
    let sections = tiersSections
    let place = sections.firstIndex(of: tiersSection) ?? 0
    show(sections[(place + step + sections.count) % sections.count])
  }

  mutating func show(_ section: TiersSection) {
    tiers.section = section
    if section != .forecast, section != .pyramid { tiers.beside = section }
    if section == .whatIf, tiers.whatIf == nil, let board = tiers.board {
      tiers.whatIf = WhatIfState(rules: board.tiers.rules, saved: board.tiers.rules)
      tryOut()
    }
    follow(section)
  }

  mutating func turnForecast() {
    tiers.group = tiers.group == .atRisk ? .rising : .atRisk
    tiers.places[.forecast] = ListPlace()
    show(.forecast)
  }

  /// Why Enter opens nothing; nil when it does.
  var tiersOpenReason: Phrase? {
    if tiers.board == nil { return .tiersNotReady }
    if tiersSection == .whatIf { return selectedThreshold == nil ? .tiersNoThreshold : nil }
    if [.pyramid, .moves, .rfm].contains(tiersSection) { return nil }
    if tiersList(tiersSection) == nil { return .tiersOpensNothing }
    return tiersMember == nil ? .reasonNoMember : nil
  }

  /// Why the section's members can't be listed in the table; nil when they can.
  var tiersListReason: Phrase? {
    if tiers.board == nil { return .tiersNotReady }
    return switch tiersSection {
    case .forecast, .points, .whatIf: nil
    case .pyramid, .moves, .rfm, .benefits: .tiersOpensNothing
    }
  }

  /// The member of the selected line.
  private var tiersMember: Member.Index? {
    let selected = tiersSelected(tiersSection)
    guard let list = tiersList(tiersSection), selected < list.count else { return nil }
    return list.member(selected)
  }

  /// Opens the selected line: the member, or the number to be tried.
  mutating func openFromTiers() {
    if let reason = tiersOpenReason { return say(.information, reason) }
    if tiersSection == .whatIf { return editThreshold() }
    if [.pyramid, .moves, .rfm].contains(tiersSection) { return openTiersCells(tiersSection) }
    guard let board = tiers.board, let member = tiersMember else { return }
    openCard(ofMember: board.id(member))
  }

  /// Lists the members of the section in the table, where they can be marked and exported.
  mutating func listFromTiers() {
    guard let board = tiers.board else { return say(.information, .tiersNotReady) }
    switch tiersSection {
    case .forecast where tiers.group == .atRisk: openMembers(filter: "at_risk:quarter,miss")
    case .forecast:
      if board.rising.isEmpty { return say(.information, .reasonNoMember) }
      let ids = board.rising.prefix(Self.listedIDs).map { "\"\(board.id($0))\"" }
      openMembers(filter: "id:" + ids.joined(separator: ","))
    case .points: openMembers(filter: "expiring<\(board.measures.points?.rules.remindDays ?? 30)d")
    case .whatIf:
      let movers = tiers.whatIf?.outcome?.movers(limit: Self.listedIDs) ?? []
      if movers.isEmpty { return say(.information, .reasonNoMember) }
      openMembers(filter: "id:" + movers.map { "\"\(board.id($0.member))\"" }.joined(separator: ","))
    default: say(.information, .tiersOpensNothing)
    }
  }

  /// Ids that a filter names at most.
  private static let listedIDs = 500

  // MARK: What if

  /// Why thresholds can't be saved; nil when they can.
  var saveReason: Phrase? {
    guard let whatIf = tiers.whatIf, whatIf.isChanged else { return .tiersNothingToSave }
    return readOnlyReason
  }

  var thresholds: [TierThreshold] { tiers.whatIf.map { $0.rules.thresholds } ?? [] }

  private var selectedThreshold: TierThreshold? {
    let selected = tiersSelected(.whatIf)
    return thresholds.indices.contains(selected) ? thresholds[selected] : nil
  }

  mutating func editThreshold() {
    guard let threshold = selectedThreshold, let whatIf = tiers.whatIf else {
      return say(.information, .tiersNoThreshold)
    }
    tiers.whatIf?.before = whatIf.rules
    tiers.whatIf?.line = LineEditor(
      TiersWords.typed(whatIf.rules.value(threshold), threshold, whatIf.rules))
  }

  /// Keys while a number is being typed. What it would do is worked out as it's typed.
  mutating func pressInThreshold(_ key: Key) {
    guard var line = tiers.whatIf?.line else { return }
    switch key.code {
    case .enter: tiers.whatIf?.line = nil
    case .escape:
      tiers.whatIf?.line = nil
      if let before = tiers.whatIf?.before { tryOut(before) }
    default:
      guard line.press(key) else { return }
      tiers.whatIf?.line = line
      applyTyped(line.text)
    }
  }

  mutating func applyTyped(_ text: String) {
    guard let threshold = selectedThreshold, let rules = tiers.whatIf?.rules else { return }
    guard let value = TiersWords.value(typed: text, threshold, rules) else {
      return say(.warning, .tiersNoNumber)
    }
    message = nil
    tryOut(rules.setting(threshold, to: value))
  }

  private mutating func tryOut(_ rules: Program.TierRules) {
    guard rules != tiers.whatIf?.rules else { return }
    tiers.whatIf?.rules = rules
    tryOut()
  }

  /// Goes back to what is in force.
  mutating func resetThresholds() {
    guard let whatIf = tiers.whatIf, whatIf.isChanged else {
      return say(.information, .tiersNothingToSave)
    }
    tryOut(whatIf.saved)
  }

  private mutating func tryOut() {
    guard let board = tiers.board, let rules = tiers.whatIf?.rules else { return }
    let generation = tiers.whatIfGeneration + 1
    tiers.whatIfGeneration = generation
    tiers.whatIf?.generation = generation
    effects.append(.whatIf(WhatIfRequest(generation: generation, board: board, rules: rules)))
  }

  mutating func receive(_ answer: WhatIfAnswer) {
    guard answer.generation == tiers.whatIf?.generation else { return }
    tiers.whatIf?.outcome = answer.outcome
  }

  // MARK: Saving

  mutating func tiersSaved(_ problem: ProgramFile.Problem?) {
    switch problem {
    case nil: say(.success, .tiersSavedMessage)
    case .unreadable(let path, let line, let column):
      message = Message(
        .error, language.text(.tiersUnreadable, ["file": path, "line": line, "column": column]))
    case .file(let problem): message = Message(.error, language.text(problem))
    }
  }
}
