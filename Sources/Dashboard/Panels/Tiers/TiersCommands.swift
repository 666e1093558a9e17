import Texts

extension Command.Scope {
  static let tiers = Command.Scope(digit: 3)
}

extension TiersPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("tiers", .groupTiers), in: .tiers,
    [
      Command(
        "tiers.open", keys: "enter", footer: 10,
        named: {
          switch $0.tiersSection {
          case .whatIf: .hintNewValue
          case .pyramid, .moves, .rfm: .hintOpen
          case .forecast, .points, .benefits: .hintShowCard
          }
        }, unless: \.tiersOpenReason
      ) { $0.openFromTiers() },
      Command("tiers.pyramid", keys: "p", unless: \.tiersReason) { $0.openTiersCells(.pyramid) },
      Command("tiers.next-section", keys: "] right", footer: 15) { $0.turnTiers(1) },
      Command("tiers.previous-section", keys: "[ left") { $0.turnTiers(-1) },
      Command(
        .tiersGroup, keys: "o", footer: 20,
        named: { $0.tiers.group == .atRisk ? .hintShowRising : .hintShowFalling }, unless: \.tiersReason
      ) { $0.turnForecast() },
      Command("tiers.list", keys: "m", footer: 30, unless: \.tiersListReason) { $0.listFromTiers() },
      Command(
        "tiers.what-if", keys: "w", footer: 40,
        unless: { $0.tiersReason ?? ($0.tiersSection == .whatIf ? .reasonWhatIfOpen : nil) }
      ) { $0.show(TiersSection.whatIf) },
      Command(
        "tiers.reset", keys: "x", footer: 45,
        unless: { $0.tiers.whatIf?.isChanged == true ? nil : .tiersNothingToSave }
      ) { $0.resetThresholds() },
      Command(.tiersSave, keys: "S", footer: 50, unless: \.saveReason) { $0.overlay = TiersSaving() },
    ])
}

extension CommandID {
  static let tiersGroup: CommandID = "tiers.group"
  static let tiersSave: CommandID = "tiers.save"
}

extension DashboardState {
  fileprivate var tiersReason: Phrase? { tiers.board == nil ? .tiersNotReady : nil }
}
