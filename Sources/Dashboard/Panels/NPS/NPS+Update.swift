import Canvas
import Community
import Loyalty
import Texts

extension DashboardState {
  // MARK: What is shown

  /// Sections that can be gone through on this screen: beside others, the score is always there.
  var npsSections: [NPSSection] {
    size.columns >= DashboardLayout.cardBeside
      ? NPSSection.allCases.filter { $0 != .score } : NPSSection.allCases
  }

  /// The section that takes the keys.
  var npsSection: NPSSection {
    npsSections.contains(nps.section) ? nps.section : .words
  }

  mutating func turnNPS(_ step: Int) {
    let sections = npsSections
    let place = sections.firstIndex(of: npsSection) ?? 0
    openNPS(sections[(place + step + sections.count) % sections.count])
  }

  mutating func openNPS(_ section: NPSSection) {
    nps.section = section
    if [.groups, .topics, .drivers].contains(section) { nps.list = section }
    nps.isWall = false
    if section == .drivers { askForDrivers() }
  }

  /// Turns to the next way to tell answers apart.
  mutating func turnDimension() {
    let all = AnswerDimension.allCases
    let place = all.firstIndex(of: nps.dimension) ?? 0
    nps.dimension = all[(place + 1) % all.count]
    nps.places[.groups] = nil
    if npsSection != .groups { openNPS(.groups) }
  }

  // MARK: Lists

  /// The answers of the list of words as it's shown.
  var npsAnswers: [SurveyAnswer] { nps.held ?? nps.figures?.answers ?? [] }

  /// The groups of the dimension chosen; empty where what tells them apart isn't known.
  var npsGroups: [AnswerGroup] { nps.figures?.satisfaction.groups(by: nps.dimension) ?? [] }

  /// The names of a section's lines, top to bottom.
  func npsKeys(_ section: NPSSection) -> [String] {
    guard let figures = nps.figures, let community = data.shown?.community else { return [] }
    switch section {
    case .groups: return npsGroups.map { $0.key ?? "" }
    case .topics: return figures.satisfaction.topics.map(\.id)
    case .words: return npsAnswers.map { $0.key(in: community) }
    case .loop: return figures.open.map { $0.key(in: community) }
    case .score, .drivers: return []
    }
  }

  mutating func moveNPS(_ motion: Motion) {
    let section = npsSection
    if section == .words, nps.held == nil, let figures = nps.figures, !figures.answers.isEmpty {
      if case .first = motion { return }
      // Whoever goes into the words reads them: they stand still until the top is asked for again.
      holdWords(figures)
      return selectNPS(0)
    }
    if section == .words, case .first = motion { return followWords() }
    let count = npsKeys(section).count
    guard count > 0 else { return }
    let selected = nps.places[section]?.scroll.selected ?? 0
    selectNPS(motion.target(from: selected, count: count, page: npsPage))
  }

  mutating func selectNPS(_ position: Int) {
    let section = npsSection
    let keys = npsKeys(section)
    var place = nps.places[section] ?? ListPlace()
    place.select(position, count: keys.count, height: npsPage) { keys[$0] }
    nps.places[section] = place
  }

  private mutating func holdWords(_ figures: NPSFigures) {
    guard let shown = data.shown else { return }
    nps.hold(figures.answers, shown.community)
  }

  /// Lets the newest words come in on top again.
  mutating func followWords() {
    nps.letGo()
    nps.places[.words] = nil
  }

  /// Where the newest words are, nobody is selected: they move.
  func npsSelected(_ section: NPSSection) -> Int? {
    if section == .words, nps.held == nil { return nil }
    let count = npsKeys(section).count
    guard count > 0 else { return nil }
    return min(nps.places[section]?.scroll.selected ?? 0, count - 1)
  }

  /// Rows of a list on screen.
  var npsPage: Int { max(1, NPSLayout(self).rows(of: npsSection)) }

  /// The answer that keys are about.
  var npsAnswer: SurveyAnswer? {
    switch npsSection {
    case .words: npsSelected(.words).map { npsAnswers[$0] }
    case .loop: npsSelected(.loop).flatMap { nps.figures?.open[$0] }
    default: nil
    }
  }

  /// The topic that keys are about.
  var npsTopic: TopicFigures? {
    guard npsSection == .topics, let topics = nps.figures?.satisfaction.topics else { return nil }
    return npsSelected(.topics).map { topics[$0] }
  }

  // MARK: New figures

  /// Takes up the answers of a new state of the folder. What is selected stays where it is on the screen.
  mutating func refreshNPS() {
    guard let shown = data.shown else { return nps.figures = nil }
    let satisfaction = nps.narrowed ?? shown.satisfaction
    let before = nps.figures?.satisfaction.nps.score
    let sections: [NPSSection] = [.groups, .topics, .loop, .words].filter { nps.places[$0] != nil }
    // Rows of another reading can't be named any more.
    let old = nps.reading == shown.reading ? sections.map { npsKeys($0) } : sections.map { _ in [] }
    nps.figures = NPSFigures(satisfaction, shown.community)
    if nps.reading != shown.reading {
      // The answers of some members alone are still being counted.
      let isComplete = nps.filterText.isEmpty || nps.narrowed != nil
      nps.findHeld(shown.community, isComplete: isComplete)
      followTopicAnswers(shown)
      if isComplete { nps.reading = shown.reading }
    }
    for (section, old) in zip(sections, old) where section != .words || nps.held != nil {
      let new = npsKeys(section)
      nps.places[section]?.follow(from: old, to: new)
    }
    roll(from: before, to: satisfaction.nps.score)
    forgetSettledAnswers()
  }

  /// Rows are places within one reading. The filter stays in force, and what is on screen is worked out anew.
  mutating func forgetRowsOfNPS() {
    decisions.answers = [:]
    if !nps.filterText.isEmpty { countAnswers() }
    nps.narrowed = nil
    nps.drivers?.isOutdated = true
    if panel == .nps, npsSection == .drivers { askForDrivers() }
  }

  /// Finds the open list of answers about a topic in another reading, with the same one selected.
  private mutating func followTopicAnswers(_ shown: DashboardData) {
    guard let open = overlay as? TopicAnswers, let figures = nps.figures else { return }
    let topic = shown.program.satisfaction.topics.first { $0.id == open.topic.id }
    let answers = topic.map { figures.satisfaction.answers(about: $0, shown.community) } ?? []
    guard let topic, !answers.isEmpty else { return overlay = nil }
    var new = TopicAnswers(topic: topic, answers: answers, shown.community)
    let key = open.keys.dropFirst(open.scroll.selected).first
    let place = key.flatMap { new.keys.firstIndex(of: $0) } ?? open.scroll.selected
    new.scroll.select(place, count: answers.count, height: overlayPage)
    overlay = new
  }

  /// Lets the number run to its new value, where somebody sees it and the terminal is one for it.
  private mutating func roll(from old: Double?, to new: Double?) {
    guard let new, let old, panel == .nps, !isASCII else { return nps.roll = nil }
    let from = nps.roll?.value ?? old
    nps.roll = from.rounded() == new.rounded() ? nil : ScoreRoll(from: from, to: new)
  }

  // MARK: Opening

  /// Why Enter opens nothing; nil when it does.
  var npsOpenReason: Phrase? {
    switch npsSection {
    case .words, .loop:
      guard let answer = npsAnswer else { return .reasonNoAnswer }
      return answer.member == nil ? .reasonAnonymous : nil
    case .topics:
      guard let topic = npsTopic else { return .reasonNoTopic }
      return topic.topic != nil && topic.mentions > 0 ? nil : .reasonNothingToOpen
    case .groups: return npsGroupFilter == nil ? .reasonNothingToOpen : nil
    case .score, .drivers: return .reasonNothingToOpen
    }
  }

  mutating func openFromNPS() {
    if let reason = npsOpenReason { return say(.information, reason) }
    switch npsSection {
    case .words, .loop: if let answer = npsAnswer { openCard(of: answer) }
    case .topics:
      guard let topic = npsTopic?.topic, let figures = nps.figures, let shown = data.shown else { return }
      let answers = figures.satisfaction.answers(about: topic, shown.community)
      overlay = TopicAnswers(topic: topic, answers: answers, shown.community)
    case .groups: if let filter = npsGroupFilter { openMembers(filter: filter) }
    case .score, .drivers: break
    }
  }

  /// Goes to the member who gave an answer, to come back from.
  mutating func openCard(of answer: SurveyAnswer) {
    guard let shown = data.shown, let member = answer.member else {
      return say(.information, .reasonAnonymous)
    }
    openCard(ofMember: shown.community.members.id(member))
  }

  /// The filter that lists the members of the selected group; nil where none does.
  private var npsGroupFilter: String? {
    guard let selected = npsSelected(.groups), let key = npsGroups[selected].key else { return nil }
    let field: String
    switch nps.dimension {
    case .tier: field = "tier"
    case .stage: field = "stage"
    case .channel: field = "channel"
    case .store: field = "store"
    case .region: field = "region"
    case .host: field = "host"
    case .surveyStage: return nil
    }
    return MemberFilter.fieldNames.contains(field) ? "\(field):\"\(key)\"" : nil
  }
}

extension DashboardState {
  // MARK: The mouse

  mutating func pressNPS(_ section: NPSSection, _ position: Int, isDouble: Bool) {
    if npsSection != section { openNPS(section) }
    if section == .words, nps.held == nil, let figures = nps.figures { holdWords(figures) }
    selectNPS(position)
    if isDouble { openFromNPS() }
  }

  /// Ends what is going on here; false where nothing is.
  mutating func escapeNPS() -> Bool {
    if stopDrivers() { return true }
    if nps.isWall {
      nps.isWall = false
    } else if nps.held != nil {
      followWords()
    } else if !nps.filterText.isEmpty {
      narrowNPS(to: "")
    } else {
      return false
    }
    return true
  }
}
