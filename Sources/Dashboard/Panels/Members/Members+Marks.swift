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
    sayUndoable(.marks(before, reading: reading), .marked, ["count": all.count])
  }

  mutating func markNone() {
    guard let data = data.shown else { return }
    let before = members.marks
    setMarks(Marks())
    sayUndoable(.marks(before, reading: data.reading), .unmarked, ["count": before.count])
  }

  /// Hands the selected member's id to the clipboard.
  mutating func copyID() {
    guard let id = members.selectedID else { return }
    effects.append(.copy(id))
    say(.success, .copied, ["text": id])
  }
}

extension Undo {
  /// The marks before, of one reading of the folder.
  static func marks(_ marks: Marks, reading: Int) -> Undo {
    Undo(name: "marks") { state in
      guard reading == state.data.shown?.reading else { return state.say(.information, .reasonNoUndo) }
      state.setMarks(marks)
      state.say(.success, .undone)
    }
  }
}
