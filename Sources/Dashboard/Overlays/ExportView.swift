import Canvas
import Loyalty
import Reports
import Texts

/// The form of an export: who, in which format, which columns, to which file.
struct ExportView {
  var export: ExportState
  var columns: [MemberColumn]
  var isMasked: Bool

  func draw(into frame: inout Frame, _ bounds: Rect, context: ViewContext) {
    let popup = Popup(title: context.text(.overlayExport), size: Size(columns: 72, rows: 10))
    let room = bounds.inset(left: 2, top: 1, right: 2, bottom: 1)
    popup.draw(into: &frame.grid, room, look: context.look)
    frame.mark(popup.frame(in: room), as: .overlay)
    let context = context.over(.popup)
    let inside = popup.inner(in: room)
    let who =
      export.sending?.title(context)
      ?? context.text(export.isMarked ? .overlayExportMarked : .overlayExportListed, ["count": export.count])
    let titles = columns.map { context.text($0.title) }.joined(separator: ", ")
    var rows: [(Phrase, [Piece])] = [
      (.overlayExportWho, [Piece(who, .heading)]),
      (.overlayExportFormat, formats(context)),
    ]
    if export.sending == nil { rows.insert((.overlayExportColumns, [Piece(titles)]), at: 1) }
    let labels = (rows.map(\.0) + [.overlayExportFile]).map { context.text($0).cellWidth }.max() ?? 0
    for (index, row) in rows.enumerated() {
      Line([Piece(context.text(row.0), .label, width: labels + 2)] + row.1)
        .draw(into: &frame.grid, inside.line(index), look: context.look)
    }
    let file = inside.line(rows.count)
    let sign = context.text(.overlayExportFile)
    let pad = String(repeating: " ", count: labels + 1 - sign.cellWidth)
    let cursor = frame.cursor
    InputLine(sign: sign + pad, line: export.path).draw(into: &frame, file, look: context.look)
    if export.step != .editing { frame.cursor = cursor }
    note(context).draw(into: &frame.grid, inside.line(rows.count + 2), look: context.look)
    hints(context).draw(into: &frame.grid, inside.line(inside.rows - 1), look: context.look)
  }

  private func formats(_ context: ViewContext) -> [Piece] {
    ExportState.Format.allCases.flatMap { format in
      let isChosen = format == export.format
      return [
        Piece(isChosen ? "(•) " : "( ) ", isChosen ? .mark : .muted),
        Piece(format.rawValue.uppercased() + "   ", isChosen ? .heading : .text),
      ]
    }
  }

  private func note(_ context: ViewContext) -> Line {
    switch export.step {
    case .overwrite: Line(context.text(.overlayExportExists), .warning)
    case .writing: Line(context.text(.overlayExportWriting), .message)
    case .editing where export.sending != nil: Line(context.text(.sendingInFull), .muted)
    case .editing:
      isMasked && columns.contains { $0.isHidden(by: Mask(names: false, contacts: true)) }
        ? Line(context.text(.overlayExportMasked), .muted) : .blank
    }
  }

  private func hints(_ context: ViewContext) -> Line {
    let hints: [(String, Phrase)] =
      switch export.step {
      case .editing: [("Enter", .hintWrite), ("Tab", .hintFormat), ("Esc", .hintClose)]
      case .overwrite: [("y", .hintReplace), ("n", .hintKeep), ("Esc", .hintCancel)]
      case .writing: [("Esc", .hintStop)]
      }
    return Line(
      hints.flatMap { keys, title in
        [Piece(keys + " ", .popupTitle), Piece(context.text(title) + "  ", .muted)]
      })
  }
}
