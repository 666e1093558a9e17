import Community
import Loyalty
import Screen

/// Something about an answer that is to be typed before it's decided.
struct NPSPrompt: ListedOverlay {
  enum Kind: Hashable, Sendable {
    case note, close
    /// What was mended about a topic, and when.
    case fix(topic: String)
    /// Whose answers are to count.
    case filter
  }

  var kind: Kind
  var line: LineEditor
  /// What is wrong with a filter.
  var problem: FilterProblem?

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.npsPromptSheet(self, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    var prompt = self
    prompt.line.insert(text)
    prompt.problem = state.filterProblem(prompt)
    state.overlay = prompt
  }
}

/// The answers about a topic.
struct TopicAnswers: ListedOverlay {
  var topic: AnswerTopic
  var answers: [SurveyAnswer]
  /// The answers' names, which outlive a reading of the folder.
  let keys: [String]
  var scroll = ScrollState()

  init(topic: AnswerTopic, answers: [SurveyAnswer], _ community: Community) {
    self.topic = topic
    self.answers = answers
    keys = answers.map { $0.key(in: community) }
  }

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.answerList(topic, answers, scroll, context)
  }

  func press(_ key: Key, in state: inout DashboardState) {
    if key.code == .enter {
      if answers.indices.contains(scroll.selected) { state.openCard(of: answers[scroll.selected]) }
    } else if let motion = state.motion(for: key) {
      var answers = self
      answers.scroll = state.moved(scroll, motion, count: self.answers.count)
      state.overlay = answers
    }
  }

  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var answers = self
    answers.scroll.selected = line
    if isDouble { answers.press(Key(.enter), in: &state) } else { state.overlay = answers }
  }
}
