import Canvas
import Reports
import Texts

extension DashboardState {
  /// Paints what lies over the panel.
  func draw(_ overlay: Overlay, into frame: inout Frame, context: ViewContext) {
    let body = layout.body
    switch overlay {
    case .help(let scroll): helpList(scroll, context).draw(into: &frame, body, look: look)
    case .palette(let palette): paletteList(palette, context).draw(into: &frame, body, look: look)
    case .columns(let columns): columnList(columns, context).draw(into: &frame, body, look: look)
    case .sort(let scroll): sortList(scroll, context).draw(into: &frame, body, look: look)
    case .goto(let goto): gotoList(goto, context).draw(into: &frame, body, look: look)
    case .savedViews(let views): viewList(views, context).draw(into: &frame, body, look: look)
    case .problems(let scroll): problemList(scroll, context).draw(into: &frame, body, look: look)
    case .recallPlays(let scroll): playList(scroll, context).draw(into: &frame, body, look: look)
    case .recallPrompt(let prompt): promptSheet(prompt, context).draw(into: &frame, body, look: look)
    case .touchpoints(let overlay):
      touchpointSheet(overlay, context).draw(into: &frame, body, look: look)
    case .nps(.prompt(let prompt)): npsPromptSheet(prompt, context).draw(into: &frame, body, look: look)
    case .nps(.answers(let topic, let answers, let scroll)):
      answerList(topic, answers, scroll, context).draw(into: &frame, body, look: look)
    case .saveTiers: saveTiersSheet(context).draw(into: &frame, body, look: look)
    case .recallConfirm(let action): confirmation(action, context).draw(into: &frame, body, look: look)
    case .export(let export):
      ExportView(
        export: export, columns: members.columns, isMasked: !isUnmasked, manager: decisions.manager
      )
      .draw(into: &frame, body, context: context)
    }
  }

  /// The keys of a command as people read them, those of the config included.
  func keyLabels(_ id: CommandID) -> [String] {
    keyMap.keys(of: id).map { $0.label(isASCII: look.glyphs.kind == .ascii) }
  }

  /// The first key of a command; its id where it has none.
  func keyLabel(_ id: CommandID) -> String { keyLabels(id).first ?? id.rawValue }

  func hint(_ keys: String, _ title: Phrase) -> FooterView.Hint {
    FooterView.Hint(keys: keys, title: language.text(title))
  }

  private var arrows: String {
    look.glyphs.kind == .ascii ? "Up/Down" : "↑↓"
  }

  // MARK: Help

  private func helpList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    var rows: [ListOverlay.Row] = []
    let labels = Dictionary(
      uniqueKeysWithValues: Command.all.map { ($0.id, keyLabels($0.id).joined(separator: " ")) })
    let columns = min(100, layout.body.columns - 8)
    let keyColumns = min(20, (labels.values.map(\.cellWidth).max() ?? 0) + 2)
    for group in Command.Group.all {
      let commands = Command.all.filter { $0.group == group && labels[$0.id]?.isEmpty == false }
      guard !commands.isEmpty else { continue }
      if !rows.isEmpty { rows.append(ListOverlay.Row(line: .blank, isHeading: true)) }
      rows.append(ListOverlay.Row(line: .heading(context.text(group.title)), isHeading: true))
      for command in commands {
        for (index, line) in context.text(command.help).lines(of: columns - keyColumns).enumerated() {
          rows.append(
            ListOverlay.Row(
              line: Line([
                Piece(index == 0 ? labels[command.id] ?? "" : "", .footerKey, width: keyColumns),
                Piece(line),
              ]), target: .command(command.id)))
        }
      }
    }
    return ListOverlay(
      title: context.text(.overlayHelp), count: rows.count, row: { rows[$0] }, scroll: scroll,
      hasSelection: false, hints: [hint(arrows, .hintScroll), hint("Esc", .hintClose)], columns: columns,
      isTall: true)
  }

  // MARK: Palette

  private func paletteList(_ palette: PaletteState, _ context: ViewContext) -> ListOverlay {
    let titles = Command.all.map { context.text($0.title).cellWidth }.max() ?? 0
    return ListOverlay(
      title: context.text(.overlayPalette),
      input: InputLine(
        sign: ":", line: palette.line, placeholder: context.text(.overlayPalettePlaceholder)),
      count: palette.matches.count,
      row: { index in
        let match = palette.matches[index]
        let id = match.command.id
        let reason = match.command.reason(self)
        let title = context.text(match.command.title)
        var pieces = Self.pieces(title, matched: match.positions)
        pieces.append(Piece("", width: max(2, titles + 2 - title.cellWidth)))
        pieces.append(Piece(context.text(reason ?? match.command.help), .muted))
        return ListOverlay.Row(
          line: Line(pieces, right: [Piece(keyLabels(id).joined(separator: " "), .footerKey)]),
          isDisabled: reason != nil)
      }, scroll: palette.scroll, empty: context.text(.overlayPaletteEmpty),
      hints: [hint("Enter", .hintRun), hint("Esc", .hintClose)], columns: 84)
  }

  /// A title cut where matching characters begin and end.
  private static func pieces(_ title: String, matched positions: [Int]) -> [Piece] {
    let wanted = Set(positions)
    var pieces: [Piece] = []
    for (index, character) in title.enumerated() {
      let role: Role = wanted.contains(index) ? .match : .text
      if pieces.last?.role == role {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(String(character), role))
      }
    }
    return pieces
  }

  // MARK: Columns and order

  private func columnList(_ columns: ColumnsState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.overlayColumns), count: columns.items.count,
      row: { index in
        let item = columns.items[index]
        return ListOverlay.Row(
          line: Line([
            Piece(context.text(item.column.title), width: 14), Piece(context.text(item.column.about), .muted),
          ]), isMarked: item.isShown)
      }, scroll: columns.scroll,
      hints: [
        hint("Space", .hintShow), hint("J K", .hintMove), hint("r", .hintReset), hint("Esc", .hintClose),
      ], columns: 70)
  }

  private func sortList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    let columns = Self.sortColumns
    let glyphs = look.glyphs
    return ListOverlay(
      title: context.text(.overlaySort), count: columns.count,
      row: { index in
        let column = columns[index]
        let isCurrent = column == members.order.column
        let sign = members.order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending
        return ListOverlay.Row(
          line: Line([
            Piece(isCurrent ? String(Character(sign.base)) : "", .title, width: 2),
            Piece(context.text(column.title), isCurrent ? .heading : .text, width: 14),
            Piece(context.text(column.about), .muted),
          ]))
      }, scroll: scroll,
      hints: [
        hint("Enter", .hintChoose), hint(keyLabel(.membersSort), .hintTurn), hint("Esc", .hintClose),
      ], columns: 66)
  }

  // MARK: Jump and saved views

  private func gotoList(_ goto: GotoState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.overlayGoto),
      input: InputLine(
        sign: String(Character(look.glyphs.selected.base)), line: goto.line,
        placeholder: context.text(.overlayGotoPlaceholder)),
      count: goto.candidates.count,
      row: { index in
        let candidate = goto.candidates[index]
        return ListOverlay.Row(
          line: Line(
            [
              Piece(candidate.id, .link, width: 16),
              Piece(candidate.name ?? context.text(.cardNoName), candidate.name == nil ? .muted : .text),
            ], right: [Piece(candidate.city ?? "", .muted)]))
      }, scroll: goto.scroll,
      empty: context.text(goto.line.isEmpty ? .overlayGotoEmpty : .overlayGotoNobody),
      hints: [hint("Enter", .hintJump), hint("Esc", .hintClose)], columns: 56)
  }

  private func viewList(_ views: SavedViewsState, _ context: ViewContext) -> ListOverlay {
    let saved = members.savedViews
    let glyphs = look.glyphs
    return ListOverlay(
      title: context.text(.overlayViews),
      input: views.naming.map {
        InputLine(
          sign: context.text(.overlayViewName), line: $0,
          placeholder: context.text(.overlayViewNamePlaceholder))
      },
      count: saved.count,
      row: { index in
        let view = saved[index]
        let sign = view.order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending
        return ListOverlay.Row(
          line: Line(
            [
              Piece(view.name + "  ", view.name == members.viewName ? .heading : .text),
              Piece(view.filter.isEmpty ? context.text(.membersEveryone) : view.filter, .muted),
            ],
            right: [
              Piece("\(context.text(view.order.column.title)) \(Character(sign.base))", .muted)
            ]))
      }, scroll: views.scroll, hasSelection: views.naming == nil,
      empty: context.text(.overlayViewsEmpty),
      hints: views.naming == nil
        ? [
          hint("Enter", .hintOpen), hint("n", .hintSave), hint("d", .hintDelete), hint("Esc", .hintClose),
        ] : [hint("Enter", .hintSaveName), hint("Esc", .hintCancel)], columns: 72)
  }
}
