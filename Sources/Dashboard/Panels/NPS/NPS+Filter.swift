import Loyalty
import Screen

extension DashboardState {
  /// Counts the answers of the members alone that a filter finds; an empty one is for everybody's.
  mutating func narrowNPS(to text: String) {
    nps.filterText = text
    nps.narrowed = nil
    nps.narrowingGeneration += 1
    if text.isEmpty {
      effects.append(.narrowAnswers(nil))
      followWords()
      return refreshNPS()
    }
    guard let filter = try? MemberFilter(parsing: text, mask: mask) else { return }
    effects.append(.narrowAnswers(Engine.Narrowing(generation: nps.narrowingGeneration, filter: filter)))
  }

  mutating func receive(_ answer: NarrowedAnswers) {
    guard answer.generation == nps.narrowingGeneration, answer.reading == data.shown?.reading else { return }
    let isFirst = nps.narrowed == nil
    nps.narrowed = answer.figures
    if isFirst { followWords() }
    refreshNPS()
  }

  /// What is wrong with the filter that is being typed; nil where it can be read.
  func filterProblem(_ prompt: NPSPrompt) -> FilterProblem? {
    guard case .filter = prompt.kind else { return nil }
    do {
      _ = try MemberFilter(parsing: prompt.line.text, mask: mask)
      return nil
    } catch {
      return error
    }
  }
}
