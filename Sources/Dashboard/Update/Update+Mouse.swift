import Canvas
import Screen

extension DashboardState {
  /// Lines that one turn of the wheel scrolls.
  static let wheelLines = 3

  mutating func mouse(_ event: MouseEvent, _ target: Target?) {
    switch event.kind {
    case .wheelUp: wheel(-Self.wheelLines, target)
    case .wheelDown: wheel(Self.wheelLines, target)
    case .press where event.button == .left: press(target, isDouble: false)
    case .double where event.button == .left: press(target, isDouble: true)
    case .press where event.button == .right:
      message = nil
      run(.appBack)
    default: break
    }
  }

  private mutating func wheel(_ delta: Int, _ target: Target?) {
    if overlay != nil { return wheelInOverlay(delta) }
    switch (panel, target) {
    case (.members, .card), (.members, .cardTab): scrollCard(by: delta)
    case (.members, _): scrollTable(by: delta)
    case (.tiers, _): scrollTiers(by: delta)
    case (.recall, .card), (.recall, .recallTab): scrollRecall(delta)
    case (.recall, _):
      recall.top += delta
      clampRecall()
    case (.community, _): moveCommunity(.lines(delta))
    case (.nps, _): moveNPS(.lines(delta))
    case (.touchpoints, _): moveTouchpoints(.lines(delta))
    case (.overview, _):
      overview.move(by: delta, count: overviewLines.count, height: layout.body.rows)
    }
  }

  private mutating func press(_ target: Target?, isDouble: Bool) {
    message = nil
    if overlay != nil { return pressInOverlay(target, isDouble: isDouble) }
    switch target {
    case .panel(let panel): run(panel.command)
    case .command(let id):
      if let command = CommandID(rawValue: id) { run(command) }
    case .overviewLine(let line):
      overview.selected = line
      if isDouble { run(.overviewOpen) }
    case .memberRow(let position):
      members.card.hasFocus = false
      select(position)
      if isDouble { run(.membersCard) }
    case .tiersRow(let section, let position): selectTiersRow(section, position, isDouble: isDouble)
    case .tiersSection(let section): show(section)
    case .recallRow(let position):
      selectRecall(position)
      if isDouble { run(.recallOpen) }
    case .recallTab(let tab):
      recall.tab = tab
      recall.scroll = 0
    case .npsRow(let section, let position): pressNPS(section, position, isDouble: isDouble)
    case .npsSection(let section): openNPS(section)
    case .communityLine(let section, let key):
      selectCommunity(section, key)
      if isDouble { run(.communityOpen) }
    case .communitySection(let section): openCommunity(section)
    case .touchpointRow(let position): pressTouchpoint(position, isDouble: isDouble)
    case .touchpointSection(let section): touchpoints.section = section
    case .memberColumn(let column): if !isDouble { sort(by: column) }
    case .queryLine where panel == .recall: if recall.editor == nil { run(.recallFilter) }
    case .queryLine where panel == .touchpoints:
      if touchpoints.editor == nil { run(.touchpointFilter) }
    case .queryLine: if members.editor == nil { run(.membersFilter) }
    case .card: members.card.hasFocus = true
    case .cardTab(let tab):
      members.card.tab = tab
      members.card.scroll = 0
    case .overlay, .overlayLine, nil: break
    }
  }
}
