import Canvas
import Imports
import Reports
import Texts

extension ImportOffer {
  /// One frame of the offer.
  func grid(size: Size, look: Look) -> Grid {
    var grid = Grid(size: size, style: look[.text])
    let (header, rest) = Rect(size: size).split(top: 1)
    let (body, footer) = rest.split(bottom: 1)
    grid.fill(header, style: look[.header])
    grid.put(
      " " + language.text(.offerTitle, ["source": source.painted, "folder": folder.painted]), in: header,
      style: look[.header], ellipsis: look.glyphs.ellipsis)
    let room = body.inset(left: 1, top: 1, right: 1)
    switch phase {
    case .planning: grid.put(language.text(.offerPlanning), in: room.line(0), style: look[.muted])
    case .plan: drawPlan(into: &grid, room, look)
    case .running(let progress): drawRunning(into: &grid, room, progress, look)
    case .failed(let text): TextBlock(text, role: .error).draw(into: &grid, room, look: look)
    case .done(let outcome): drawDone(into: &grid, room, outcome, look)
    }
    grid.fill(footer, style: look[.footer])
    grid.put(
      " " + (message.isEmpty ? hints : message), in: footer, style: look[message.isEmpty ? .footer : .message]
    )
    return grid
  }

  /// Keys that do something just now.
  private var hints: String {
    switch phase {
    case .planning, .running: return language.text(.offerKeysRunning)
    case .failed: return language.text(.offerKeysFailed)
    case .done: return language.text(.offerKeysDone)
    case .plan: break
    }
    var keys: [Phrase] = []
    if rows.count > 1 { keys.append(.offerKeyChoose) }
    if rows.indices.contains(selected), rows[selected].place != nil { keys.append(.offerKeyChange) }
    if hasDateQuestion { keys.append(.offerKeyDates) }
    if obstacle == nil, !rows.isEmpty { keys.append(.offerKeyImport) }
    keys.append(.offerKeyDecline)
    return keys.map { language.text($0) }.joined(separator: "  ")
  }

  private func drawPlan(into grid: inout Grid, _ rect: Rect, _ look: Look) {
    let (intro, rest) = rect.split(top: obstacle == nil ? 2 : 3)
    grid.put(
      language.text(.offerIntro), in: intro.line(0), style: look[.muted], ellipsis: look.glyphs.ellipsis)
    if let obstacle {
      grid.put(obstacle, in: intro.line(1), style: look[.warning], ellipsis: look.glyphs.ellipsis)
    }
    let specs = [
      ColumnSpec(language.text(.importField), minimum: 8, ideal: 18, weight: 1, importance: 3),
      ColumnSpec(language.text(.importSamples), minimum: 8, ideal: 24, weight: 2, importance: 1),
      ColumnSpec(language.text(.importBecomes), minimum: 8, ideal: 22, weight: 1, importance: 3),
      ColumnSpec(language.text(.offerProblem), minimum: 8, ideal: 20, weight: 1, importance: 2),
    ]
    let height = max(1, rest.rows - 1)
    let offset = max(0, min(selected - height / 2, rows.count - height))
    Table(
      specs, rows: rows.map { [$0.name.painted, $0.samples.painted, $0.target, $0.problem ?? ""] },
      roles: [.text, .muted, .link, .warning], selected: selected, offset: offset
    ).draw(into: &grid, rest, look: look)
  }

  private func drawRunning(into grid: inout Grid, _ rect: Rect, _ progress: ImportProgress, _ look: Look) {
    let share = progress.bytesTotal > 0 ? min(1, Double(progress.bytesDone) / Double(progress.bytesTotal)) : 0
    Progress(
      label: language.text(.offerRunning), fraction: share,
      text: language.text(.offerRecords, ["count": progress.records])
    ).draw(into: &grid, rect, look: look)
    grid.put(progress.file.painted, in: rect.line(2), style: look[.muted], ellipsis: look.glyphs.ellipsis)
  }

  private func drawDone(into grid: inout Grid, _ rect: Rect, _ outcome: ImportOutcome, _ look: Look) {
    var line = 0
    func put(_ text: String, _ role: Role) {
      grid.put(text, in: rect.line(line), style: look[role], ellipsis: look.glyphs.ellipsis)
      line += 1
    }
    for change in outcome.changes {
      put(language.text(.offerMade, ["feed": language.text(change.feed), "count": change.records]), .success)
    }
    guard outcome.rejections.count > 0 else { return }
    line += 1
    put(language.text(.importLeftOut, ["count": outcome.rejections.count]), .warning)
    let counts = outcome.rejections.counts.sorted {
      ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
    }
    for (reason, count) in counts where line < rect.rows {
      put("  \(language.number(count)) · \(language.text(reason))", .text)
    }
    line += 1
    for rejection in outcome.rejections.listed where line < rect.rows {
      put("  " + language.text(rejection).painted, .muted)
    }
  }
}
