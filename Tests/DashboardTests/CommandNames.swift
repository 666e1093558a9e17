@testable import Dashboard

/// Commands that tests name.
extension CommandID {
  static let appMouse: CommandID = "app.mouse"
  static let appPalette: CommandID = "app.palette"
  static let membersExport: CommandID = "members.export"
  static let membersGoto: CommandID = "members.goto"
  static let touchpointSkip: CommandID = "touchpoints.skip"
  static let touchpointSnooze: CommandID = "touchpoints.snooze"
  static let touchpointHand: CommandID = "touchpoints.hand"
  static let touchpointMarkAll: CommandID = "touchpoints.mark-all"
  static let touchpointSearch: CommandID = "touchpoints.search"
  static let touchpointExport: CommandID = "touchpoints.export"
  static let recallRecall: CommandID = "recall.recall"
  static let recallPlay: CommandID = "recall.play"
  static let recallSnooze: CommandID = "recall.snooze"
  static let npsOpen: CommandID = "nps.open"
  static let npsClose: CommandID = "nps.close"
  static let npsWall: CommandID = "nps.wall"
  static let tiersOpen: CommandID = "tiers.open"
}
