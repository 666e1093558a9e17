import Loyalty
import Screen

extension DashboardState {
  /// Counts the answers of the members alone that a filter finds; an empty one is for everybody's.
  mutating func narrowNPS(to text: String) {
    nps.filterText = text
    nps.narrowed = nil
    followWords()
    if text.isEmpty {
      nps.narrowingGeneration += 1
      effects.append(.narrowAnswers(nil))
      return refreshNPS()
    }
    countAnswers()
  }

  /// Has the answers of the members counted that the filter finds.
  mutating func countAnswers() {
    guard let filter = try? MemberFilter(parsing: nps.filterText, mask: mask) else { return }
    nps.narrowingGeneration += 1
    effects.append(.narrowAnswers(Engine.Narrowing(generation: nps.narrowingGeneration, filter: filter)))
  }

  mutating func receive(_ answer: NarrowedAnswers) {
    guard answer.generation == nps.narrowingGeneration, answer.reading == data.shown?.reading else { return }
    nps.narrowed = answer.figures
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
