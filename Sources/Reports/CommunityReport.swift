import Loyalty
import Texts

import Community
import JSONTape

/// Who is active, who contributes how much, and where: what `koxtop report community` prints.
///
/// JSON is one object, CSV a row a figure, text has tables.
package struct CommunityReport: Report {
  let roster: Roster
  let activity: ActivityFigures
  let challenges: Challenges
  package let language: Language

  /// Newest activities that are printed.
  static let newest = 20

  package var moment: Moment { roster.moment }

  /// Nil when the roster's measures have no activity.
  package init?(roster: Roster, language: Language = .english) {
    guard let activity = roster.measures?.activity, let challenges = roster.measures?.challenges else {
      return nil
    }
    self.roster = roster
    self.activity = activity
    self.challenges = challenges
    self.language = language
  }

  var community: Community { roster.community }
  var rules: Program.CommunityRules { community.program.community }
  var stream: [Row] { ActivityStream.newest(Self.newest, in: community, moment: roster.moment) }

  // MARK: JSON

  package func json() -> ReportContent {
    object { writer in
      writer.object("windows_days") { writer in
        writer.field("wau", 7)
        writer.field("mau", 30)
        writer.field("contributors", rules.layerDays)
        writer.field("heat_map", 28)
        writer.field("came_back", rules.comeBackDays)
      }
      for (name, value) in figures { write(value, name, to: &writer) }
      writer.key("daily")
      writer.array { writer in for count in activity.daily { writer.value(count) } }
      writeLayers(to: &writer)
      writer.key("heat_map")
      writer.array { writer in
        for day in 0..<7 {
          writer.array { writer in
            for hour in 0..<24 { writer.value(activity.heat[day * 24 + hour]) }
          }
        }
      }
      writer.key("spaces")
      writer.array { writer in
        for space in activity.spaces {
          writer.object { writer in
            writer.field("space", community.symbols[space.name])
            writer.field("activities", space.activities)
            writer.field("activities_before", space.activitiesBefore)
            writer.field("growth", space.growth)
            writer.field("members", space.members)
          }
        }
      }
      writer.key("weeks")
      writer.array { writer in
        for week in activity.weeks {
          writer.object { writer in
            writer.field("from", week.first.description)
            writer.field("content", week.content)
            writer.field("benefits", week.benefits)
            writer.field("interactions", week.interactions)
          }
        }
      }
      writer.objects("challenges", challenges.all) { write($0, to: &$1) }
      writer.objects("newest", stream) { write($0, to: &$1) }
    }
  }

  private func write(_ value: Figure, _ name: String, to writer: inout JSONWriter) {
    switch value {
    case .count(let count): writer.field(name, count)
    case .ratio(let ratio): writer.field(name, ratio)
    case .money(let money): writer.field(name, hundredths: money.rawValue)
    }
  }

  private func writeLayers(to writer: inout JSONWriter) {
    writer.object("contributors") { writer in
      for layer in ContributorLayer.allCases { writer.field(layer.id, activity.count(layer)) }
    }
    writer.object("contributors_before") { writer in
      for layer in ContributorLayer.allCases { writer.field(layer.id, activity.countBefore(layer)) }
    }
    writer.object("moves") { writer in
      for from in layers {
        writer.key(from?.id ?? "none")
        writer.object { writer in
          for to in layers { writer.field(to?.id ?? "none", activity.layerMoves[from, to]) }
        }
      }
    }
  }

  private func write(_ challenge: Challenge, to writer: inout JSONWriter) {
    writer.field("challenge", community.symbols[challenge.name])
    writer.field("from", challenge.first.description)
    writer.field("length", challenge.length)
    writer.field("day", challenge.isRunning ? challenge.today : nil)
    writer.field("participants", challenge.participants.count)
    writer.key("check_ins")
    writer.array { writer in
      for day in 1..<max(1, min(challenge.length, challenge.today) + 1) {
        writer.value(challenge.checkIns(on: day))
      }
    }
    writer.key("kept")
    writer.array { writer in for share in challenge.kept { writer.value(share) } }
    writer.object("streaks") { writer in
      for participant in challenge.isRunning ? challenge.participants : [] {
        writer.field(community.members.id(participant.member), challenge.streak(of: participant))
      }
    }
    writer.key("missed_yesterday")
    writer.array { writer in
      for participant in challenge.missedYesterday { writer.value(community.members.id(participant.member)) }
    }
  }

  private func write(_ row: Row, to writer: inout JSONWriter) {
    let (segment, offset) = community[.activity][row]
    writer.field("at", roster.moment.zone.string(from: segment.instant(offset)))
    let party = segment.party(offset)
    writer.field("member", party.member.map { community.members.id($0) })
    writer.field("host", party.host.map { community.hosts[$0].id })
    writer.field("type", community.symbols[segment.symbol(ActivityField.type, offset)])
    let space = segment.symbol(ActivityField.space, offset)
    writer.field("space", space == .none ? nil : community.symbols[space])
    writer.field("text", segment.text(ActivityField.text, offset))
  }

  var layers: [ContributorLayer?] { ContributorLayer.allCases + [nil] }
}

// MARK: - CSV

extension CommunityReport {
  enum Figure {
    case count(Int?)
    case ratio(Double?)
    case money(Money)
  }

  /// Figures that are one number, with their names.
  var figures: [(String, Figure)] {
    let orders = activity.orders
    return [
      ("members", .count(activity.members)),
      ("dau", .count(activity.yesterday)), ("wau", .count(activity.weekly)),
      ("mau", .count(activity.monthly)), ("wau_before", .count(activity.weeklyBefore)),
      ("mau_before", .count(activity.monthlyBefore)), ("stickiness", .ratio(activity.stickiness)),
      ("stickiness_before", .ratio(activity.stickinessBefore)),
      ("interactions", .count(activity.interactions)),
      ("interactions_before", .count(activity.interactionsBefore)),
      ("interactions_per_member_month", .ratio(activity.interactionsByMember)),
      ("contributions", .count(activity.contributions)), ("without_activity", .count(activity.count(nil))),
      ("gini", .ratio(activity.gini)), ("gini_all", .ratio(activity.giniOfAll)),
      ("half_made_by", .count(activity.halfMadeBy)),
      ("made_by_top_1_percent", .ratio(activity.participation?.top)),
      ("made_by_next_9_percent", .ratio(activity.participation?.next)),
      ("made_by_other_90_percent", .ratio(activity.participation?.rest)),
      ("newcomers", .count(activity.newcomers.joined)),
      ("newcomers_came_back", .count(activity.newcomers.cameBack)),
      ("came_back", .ratio(activity.newcomers.share)),
      ("mentions", .count(activity.mentions)), ("mentions_before", .count(activity.mentionsBefore)),
      ("mention_rate", .ratio(activity.mentionRate)),
      ("members_inside", .count(orders.inside.members)), ("orders_inside", .count(orders.inside.orders)),
      ("spend_inside", .money(orders.inside.spend)),
      ("orders_per_member_inside", .ratio(orders.inside.ordersByMember)),
      ("members_outside", .count(orders.outside.members)), ("orders_outside", .count(orders.outside.orders)),
      ("spend_outside", .money(orders.outside.spend)),
      ("orders_per_member_outside", .ratio(orders.outside.ordersByMember)),
      ("orders_ratio", .ratio(orders.ratio)),
    ]
  }

  package func csv() -> ReportContent {
    var rows = figures
    rows += ContributorLayer.allCases.map { ("contributors_\($0.id)", .count(activity.count($0))) }
    rows += activity.daily.enumerated().map { place, count in
      let day = moment.today.adding(days: place - activity.daily.count)
      return ("active_\(day)", .count(count))
    }
    return .csv(["figure", "value"], rows) { row, writer in
      writer.cell(row.0)
      switch row.1 {
      case .count(let count): if let count { writer.cell(count) } else { writer.cell() }
      case .ratio(let ratio): writer.cell(ratio ?? .nan)
      case .money(let money): writer.cell(hundredths: money.rawValue)
      }
    }
  }
}

extension CommunityReport: NamedReport {
  package static let name = "community"
  package static let about = """
    who is active, who contributes how much, spaces, newcomers, challenges, the newest activities.
    """
  package static let depth = FolderReading.Depth.community

  package static func made(
    of reading: FolderReading, _ options: NoReportOptions, language: Language
  ) -> (any Report)? {
    CommunityReport(roster: reading.roster, language: language)
  }
}
