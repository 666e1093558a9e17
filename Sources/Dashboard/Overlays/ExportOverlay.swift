import Community
import Screen
import Texts

/// Where and how to write members to a file.
package struct ExportState: Sendable {
  package enum Format: String, CaseIterable, Sendable { case csv, json }

  /// A list for sending in place of the table.
  struct Sending: Sendable {
    /// What it is the list of.
    var title: @Sendable (ViewContext) -> String
    /// The list as of now; nil where what it's made of has gone.
    var list: @Sendable (DashboardState) -> (any SendingList)?
  }

  package enum Step: Hashable, Sendable {
    case editing
    /// A file of that name exists: to be replaced or not?
    case overwrite
    case writing
  }

  package var format = Format.csv
  package var path: LineEditor
  /// How many members are written.
  package var count: Int
  /// Whether those are the marked ones, else the listed.
  package var isMarked: Bool
  /// What it is the list for sending of; nil for the table.
  var sending: Sending?
  package var step = Step.editing
}

extension ExportState: Overlay {
  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    ExportView(export: self, columns: state.members.columns, isMasked: !state.isUnmasked)
      .draw(into: &frame, state.layout.body, context: context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    guard step == .editing else { return }
    var export = self
    export.path.insert(text)
    state.overlay = export
  }

  var escapeTitle: Phrase {
    switch step {
    case .editing: .hintCancel
    case .overwrite: .hintKeep
    case .writing: .hintStop
    }
  }

  /// Goes back to the form, stops the writing, or closes.
  func escape(in state: inout DashboardState) {
    switch step {
    case .editing: state.overlay = nil
    case .overwrite:
      var export = self
      export.step = .editing
      state.overlay = export
    case .writing:
      state.effects.append(.cancelExport)
      state.overlay = nil
      state.say(.information, .exportCancelled)
    }
  }
}

extension DashboardState {
  mutating func openExport() {
    let isMarked = !members.marks.isEmpty
    overlay = ExportState(
      path: LineEditor(defaultPath(.csv)),
      count: isMarked ? members.marks.count : members.list.total ?? members.list.rows.count,
      isMarked: isMarked)
  }

  /// `members-2026-03-01.csv`, in the working folder.
  private func defaultPath(_ format: ExportState.Format) -> String {
    "members-\(zone.day(of: clock)).\(format.rawValue)"
  }

  fileprivate mutating func press(_ key: Key, in export: ExportState) {
    var export = export
    switch export.step {
    case .writing: return
    case .overwrite:
      switch key {
      case Key("y"), Key("Y"), Key(.enter): return write(export, mayReplace: true)
      case Key("n"), Key("N"): export.step = .editing
      default: return
      }
    case .editing:
      switch key.code {
      case .enter: return write(export, mayReplace: false)
      case .tab, .up, .down: export = turned(export)
      default: _ = export.path.press(key)
      }
    }
    overlay = export
  }

  /// The other format, and a name that ends so.
  private func turned(_ export: ExportState) -> ExportState {
    var export = export
    let formats = ExportState.Format.allCases
    let index = formats.firstIndex(of: export.format) ?? 0
    let format = formats[(index + 1) % formats.count]
    let ending = ".\(export.format.rawValue)"
    let path = export.path.text
    if path.hasSuffix(ending) {
      export.path = LineEditor(String(path.dropLast(ending.count)) + ".\(format.rawValue)")
    }
    export.format = format
    return export
  }

  private mutating func write(_ export: ExportState, mayReplace: Bool) {
    guard let data = data.shown else { return }
    let list = export.sending?.list(self)
    if export.sending != nil, list == nil { return }
    var export = export
    let path = export.path.text
    guard path.contains(where: { !$0.isWhitespace }) else { return say(.warning, .exportNeedsName) }
    export.step = .writing
    overlay = export
    exportGeneration += 1
    if let list {
      effects.append(
        .exportForSending(
          SendingRequest(
            generation: exportGeneration, list: list, format: export.format, path: path,
            mayReplace: mayReplace, hasByteOrderMark: writesByteOrderMark)))
    } else {
      effects.append(
        .export(
          ExportRequest(
            generation: exportGeneration, data: data, rows: members.list.rows, order: members.order,
            marks: export.isMarked ? members.marks : nil, columns: members.columns, format: export.format,
            path: path, mayReplace: mayReplace, hasByteOrderMark: writesByteOrderMark)))
    }
  }

  mutating func receive(_ outcome: ExportOutcome) {
    guard var export = overlay as? ExportState, export.step == .writing else { return }
    switch outcome {
    case .written(let count, let path):
      overlay = nil
      say(.success, .exported, ["count": count, "path": path])
    case .sent(let file, let path):
      overlay = file.leftOut.isEmpty ? nil : LeftOutOverlay(leftOut: file.leftOut)
      say(.success, .exported, ["count": file.count, "path": path])
    case .exists:
      export.step = .overwrite
      overlay = export
    case .cancelled:
      overlay = nil
    case .failed(let problem):
      export.step = .editing
      overlay = export
      message = Message(.error, language.text(problem))
    }
  }
}
