import Community
import Screen
import Texts

extension DashboardState {
  mutating func openExport() {
    let isMarked = !members.marks.isEmpty
    overlay = .export(
      ExportState(
        path: LineEditor(defaultPath(.csv)),
        count: isMarked ? members.marks.count : members.list.total ?? members.list.rows.count,
        isMarked: isMarked))
  }

  /// `members-2026-03-01.csv`, in the working folder.
  private func defaultPath(_ format: ExportState.Format) -> String {
    "members-\(zone.day(of: clock)).\(format.rawValue)"
  }

  mutating func press(_ key: Key, in export: ExportState) {
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
    overlay = .export(export)
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
    if case .touches(let keys) = export.sending { return writeTouches(export, keys, mayReplace: mayReplace) }
    if export.sending != nil { return writeRecalls(export, mayReplace: mayReplace) }
    guard let data = data.shown else { return }
    var export = export
    let path = export.path.text
    guard path.contains(where: { !$0.isWhitespace }) else {
      say(.warning, .exportNeedsName)
      return
    }
    export.step = .writing
    overlay = .export(export)
    generations.export += 1
    effects.append(
      .export(
        ExportRequest(
          generation: generations.export, data: data, rows: members.list.rows, order: members.order,
          marks: export.isMarked ? members.marks : nil, columns: members.columns, format: export.format,
          path: path, mayReplace: mayReplace)))
  }

  mutating func receive(_ outcome: ExportOutcome) {
    guard case .export(var export) = overlay, export.step == .writing else { return }
    switch outcome {
    case .written(let count, let path):
      overlay = nil
      say(.success, .exported, ["count": count, "path": path])
    case .exists:
      export.step = .overwrite
      overlay = .export(export)
    case .cancelled:
      overlay = nil
    case .failed(let problem):
      export.step = .editing
      overlay = .export(export)
      message = Message(.error, language.text(problem))
    }
  }
}
