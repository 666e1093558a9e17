import Community
import Loyalty
import Texts

extension DashboardState {
  mutating func toggleMark() {
    guard let member = members.selectedMember else { return }
    var marks = members.marks
    marks.toggle(member)
    setMarks(marks)
    if members.revealing == nil { moveSelection(by: 1) }
  }

  mutating func setMarks(_ marks: Marks) {
    members.marks = marks
    members.markedTotals = nil
    addUpMarks()
  }

  /// Asks for the totals of the marked members anew.
  mutating func addUpMarks() {
    guard let data = data.shown, !members.marks.isEmpty else { return }
    members.generations.totals += 1
    effects.append(
      .addUp(TotalsRequest(generation: members.generations.totals, data: data, marks: members.marks)))
  }

  mutating func markAll() {
    guard let data = data.shown else { return }
    members.generations.marks += 1
    effects.append(
      .collectMarks(
        MarksRequest(generation: members.generations.marks, reading: data.reading, rows: members.list.rows)))
  }

  mutating func receive(_ marks: Marks, generation: Int, reading: Int) {
    guard generation == members.generations.marks, reading == data.shown?.reading else { return }
    let before = members.marks
    var all = before
    all.formUnion(marks)
    setMarks(all)
    sayUndoable(.marks(before: before, after: all), .marked, ["count": all.count])
  }

  mutating func markNone() {
    let before = members.marks
    setMarks(Marks())
    sayUndoable(.marks(before: before, after: Marks()), .unmarked, ["count": before.count])
  }

  /// Hands the selected member's id to the clipboard.
  mutating func copyID() {
    guard let id = members.selectedID else { return }
    effects.append(.copy(id))
    say(.success, .copied, ["text": id])
  }
}
