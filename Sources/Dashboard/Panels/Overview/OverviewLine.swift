import Community
import Loyalty
import Texts

/// A line of the Overview that can be selected, and what it opens.
package enum OverviewLine: Hashable, Sendable {
  case today(TodayKind)
  case members, buyers, repeatBuyers, seenRecently, silentLong, withoutRecord
  case stage(LifecycleStage)
  case path(PathStage)
  /// Members of the tier of an id, or without one (`none`).
  case tier(String)
  /// The community and its ties, by the section of their panel.
  case community(CommunitySection)
  case feed(Feed)
  case setAside

  /// The lines in their order from top to bottom.
  ///
  /// - Parameters:
  ///   - today: what waits.
  ///   - measures: without them there are no lines of stages.
  package static func all(today: [TodayKind], _ measures: MemberMeasures?) -> [OverviewLine] {
    var lines = today.map { OverviewLine.today($0) }
    lines += [.members, .buyers, .repeatBuyers, .seenRecently, .silentLong, .withoutRecord]
    lines += tiers(measures)
    lines += stages(measures)
    lines += community(measures)
    lines += Feed.allCases.map { OverviewLine.feed($0) }
    lines.append(.setAside)
    return lines
  }

  /// The lines of the community; none while it isn't computed.
  private static func community(_ measures: MemberMeasures?) -> [OverviewLine] {
    guard measures?.activity != nil else { return [] }
    return measures?.ties.map { $0.nodes > 0 } ?? false
      ? [.community(.activity), .community(.ties)] : [.community(.activity)]
  }

  /// The lines of the stages.
  static func stages(_ measures: MemberMeasures?) -> [OverviewLine] {
    guard let measures else { return [] }
    return LifecycleStage.allCases.map { .stage($0) }
      + PathStage.stages(measures.path.rules).map { .path($0) }
  }
}

extension OverviewLine {
  /// The lines of the tiers, the highest first.
  private static func tiers(_ measures: MemberMeasures?) -> [OverviewLine] {
    guard let figures = measures?.tierFigures else { return [] }
    return figures.tiers.rules.tiers.reversed().map { .tier($0.id) } + [.tier("none")]
  }
}

extension DashboardState {
  /// The lines that the Overview shows just now; none before the folder was read.
  package var overviewLines: [OverviewLine] {
    guard let shown = data.shown else { return [] }
    return OverviewLine.all(today: today(viewContext).map(\.kind), shown.roster.measures)
  }
}

extension DashboardState {
  /// Why Enter opens nothing; nil when it does.
  var overviewOpenReason: Phrase? {
    if let notReadReason { return notReadReason }
    let lines = overviewLines
    guard lines.indices.contains(overview.selected), case .feed = lines[overview.selected] else { return nil }
    return .lineOpensNothing
  }

  /// What Enter does on the selected line: a line that counts members lists exactly these.
  mutating func openOverviewLine() {
    let lines = overviewLines
    guard lines.indices.contains(overview.selected) else { return }
    switch lines[overview.selected] {
    case .today(let kind): TodaySource.all.first { $0.kind == kind }?.open(&self)
    case .members: openMembers(filter: "")
    case .buyers: openMembers(filter: "orders>0")
    case .repeatBuyers: openMembers(filter: "orders>1")
    case .seenRecently: openMembers(filter: "last_seen:30d")
    case .silentLong: openMembers(filter: "silent>90d")
    case .withoutRecord: openMembers(filter: "-has:record")
    case .stage(let stage): openMembers(filter: "stage:\(stage.id)")
    case .path(let stage): openMembers(filter: "path:\(stage.id)")
    case .tier(let id): openMembers(filter: id.contains(" ") ? "tier:\"\(id)\"" : "tier:\(id)")
    case .community(let section):
      openCommunity(section)
      visit(.community)
    case .feed: say(.information, .lineOpensNothing)
    case .setAside: overlay = ProblemsOverlay()
    }
  }
}
