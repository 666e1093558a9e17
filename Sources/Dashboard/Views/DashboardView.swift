import Canvas
import Community
import Feeds
import Loyalty
import Texts

/// Paints the whole frame of a state. Nothing in it takes longer with more members.
package func view(_ state: DashboardState) -> Frame {
  let look = state.look
  var frame = Frame(size: state.size, style: look[.text])
  let context = state.viewContext
  let layout = state.layout
  if layout.isTooSmall {
    TooSmallView(forms: state.tooSmallForms).draw(into: &frame, look: look)
    return frame
  }
  if state.data.shown == nil {
    state.waiting(context).draw(into: &frame, layout.body, context: context)
  } else {
    state.shownPanel.draw(state, into: &frame, context)
  }
  state.header(context).draw(into: &frame, layout.header, look: look)
  state.footer(context).draw(into: &frame, layout.footer, look: look)
  if let overlay = state.overlay {
    frame.cursor = nil
    overlay.draw(state, into: &frame, context)
  }
  return frame
}

extension DashboardState {
  var viewContext: ViewContext {
    ViewContext(
      language: language, look: look, now: followsClock ? clock : now, zone: zone, currency: currency)
  }

  /// Whether the wall clock counts as now. Figures are made anew only when they change, ages go on.
  private var followsClock: Bool {
    if case .now = asOf ?? data.shown?.program.asOf ?? .now { true } else { false }
  }

  fileprivate var tooSmallForms: [[String]] {
    let smallest = DashboardLayout.smallest
    let needs: KeyValuePairs<String, any PhraseValue> = [
      "columns": smallest.columns, "rows": smallest.rows, "hasColumns": size.columns,
      "hasRows": size.rows,
    ]
    return [
      [language.text(.frameTooSmall), language.text(.frameNeeds, needs)],
      [language.text(.frameTooSmall), language.text(.frameNeedsShort, needs)],
      [language.text(.frameNeedsShort, needs)],
      ["\(smallest.columns)×\(smallest.rows)"],
      ["\(Character(look.glyphs.ellipsis.base))"],
    ]
  }

  // MARK: Header

  fileprivate func header(_ context: ViewContext) -> HeaderView {
    HeaderView(
      programme: programName,
      tabs: Panels.all.map { panel in
        HeaderView.Tab(
          key: String(panel.digit), title: context.text(panel.id.title),
          isActive: panel.id == self.panel, panel: panel.id)
      }, remarks: remarks(context))
  }

  private func remarks(_ context: ViewContext) -> [HeaderView.Remark] {
    var remarks: [HeaderView.Remark] = []
    func add(_ text: String, _ role: Role, _ importance: Int) {
      remarks.append(HeaderView.Remark(text: text, role: role, importance: importance))
    }
    if problemCount > 0 {
      remarks.append(
        HeaderView.Remark(
          text: "! " + language.number(problemCount), role: .warning, importance: 8,
          target: .command(.appProblems)))
    }
    if isUnmasked { add(context.text(.frameUnmasked), .warning, 5) }
    if let shown = data.shown {
      if shown.snapshot.report.notes.contains(.networkMount) {
        add(context.text(.frameLooksEvery), .warning, 2)
      }
      if let time = shown.measuredAt {
        add(context.text(.frameMeasuredAt, ["time": language.time(time, in: zone)]), .message, 2)
      }
      if data.phase == .loading {
        let part = data.progress?.part.map { " " + language.percent($0) } ?? ""
        add(context.text(.frameReading) + part, .message, 4)
      }
      if data.phase == .stopped { add(context.text(.frameStopped), .warning, 4) }
      if readOnly != nil { add(context.text(.frameReadOnly), .badge, 3) }
      if !followsClock {
        let time = language.dateAndTime(now, in: zone)
        add(context.text(.frameAsOf, ["time": time]), .clock, 6)
      } else if let newest = shown.overview.newestEvent {
        let age = language.age(of: newest, at: clock)
        let isNew = clock.rawValue - newest.rawValue < 60_000
        add(isNew ? context.text(.frameDataNew) : context.text(.frameDataAge, ["age": age]), .clock, 6)
      } else {
        // Members alone are data too; what is lacking is what they did.
        let hasMembers = shown.roster.figures.listedCount > 0
        add(context.text(hasMembers ? .frameNoEvents : .frameNoData), .warning, 6)
      }
    }
    add(language.time(clock, in: zone), .clock, 1)
    return remarks
  }

  // MARK: Footer

  fileprivate func footer(_ context: ViewContext) -> FooterView {
    FooterView(hints: footerHints, message: message.map { footerMessage($0, context) })
  }

  private func footerMessage(_ message: Message, _ context: ViewContext) -> FooterView.Message {
    let role: Role =
      switch message.kind {
      case .information: .message
      case .success: .success
      case .warning: .warning
      case .error: .error
      }
    return FooterView.Message(
      text: message.text, role: role,
      undo: message.canUndo ? commandHint(.appUndo) : message.canRedo ? commandHint(.appRedo) : nil)
  }

  /// What stands in place of a panel while there's nothing to show.
  func waiting(_ context: ViewContext) -> NoticeView {
    switch data.phase {
    case .failed(let error):
      return NoticeView(
        lines: [
          (context.text(.progressFailed), .error), (language.text(error, folder: folder), .text),
        ])
    case .stopped:
      return NoticeView(
        lines: [
          (context.text(.progressStopped), .warning),
          (context.text(.progressStoppedHint, ["key": keyLabel(.appReload)]), .muted),
        ])
    case .loading, .ready:
      var notice = NoticeView(lines: [(context.text(.progressReading, ["folder": folder]), .heading)])
      guard let progress = data.progress else { return notice }
      notice.fraction = progress.part
      notice.lines += progress.lines(context).map { ($0, .muted) }
      notice.lines.append(("\(keyLabel(.appBack)) \(context.text(.frameStops))", .muted))
      return notice
    }
  }
}

extension LoadProgress {
  /// What is read, how far, how fast, how long it will take.
  func lines(_ context: ViewContext) -> [String] {
    let language = context.language
    var amount = [
      context.text(
        .progressAmount, ["done": language.bytes(bytesRead), "total": language.bytes(bytesTotal)])
    ]
    if let part { amount.insert(language.percent(part), at: 0) }
    if let rate {
      amount.append(context.text(.progressRate, ["rate": language.bytes(Int(rate))]))
      if rate > 0, bytesTotal > bytesRead {
        let left = language.duration(seconds: Double(bytesTotal - bytesRead) / rate)
        amount.append(context.text(.progressLeft, ["time": left]))
      }
    }
    return [
      file, amount.joined(separator: " · "), context.text(.progressRecords, ["count": records]),
    ].filter { !$0.isEmpty }
  }
}
