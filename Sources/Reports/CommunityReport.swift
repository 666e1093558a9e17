import Loyalty
import Texts

import Community
import JSONTape

/// Who is active, who contributes how much, and where: what `koxtop report community` prints.
package struct CommunityReport: Sendable {
  let roster: Roster
  let activity: ActivityFigures
  let challenges: Challenges
  let language: Language

  /// Newest activities that are printed.
  static let newest = 20

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

  /// JSON is one object, CSV a row a figure, text has tables.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  // MARK: JSON

  private func json() -> [UInt8] {
    let zone = roster.moment.zone
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.key("windows_days")
      writer.object { writer in
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
      writer.key("challenges")
      writer.array { writer in
        for challenge in challenges.all { writer.object { write(challenge, to: &$0) } }
      }
      writer.key("newest")
      writer.array { writer in
        for row in stream { writer.object { write(row, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ value: Figure, _ name: String, to writer: inout JSONWriter) {
    switch value {
    case .count(let count): writer.field(name, count)
    case .ratio(let ratio): writer.field(name, ratio)
    case .money(let money): writer.field(name, hundredths: money.rawValue)
    }
  }

  private func writeLayers(to writer: inout JSONWriter) {
    writer.key("contributors")
    writer.object { writer in
      for layer in ContributorLayer.allCases { writer.field(layer.id, activity.count(layer)) }
    }
    writer.key("contributors_before")
    writer.object { writer in
      for layer in ContributorLayer.allCases { writer.field(layer.id, activity.countBefore(layer)) }
    }
    writer.key("moves")
    writer.object { writer in
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
    writer.key("streaks")
    writer.object { writer in
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

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["figure", "value"])
    func row(_ name: String, _ value: Figure) {
      writer.cell(name)
      switch value {
      case .count(let count): if let count { writer.cell(count) } else { writer.cell() }
      case .ratio(let ratio): writer.cell(ratio ?? .nan)
      case .money(let money): writer.cell(hundredths: money.rawValue)
      }
      writer.endRow()
    }
    for (name, value) in figures { row(name, value) }
    for layer in ContributorLayer.allCases { row("contributors_\(layer.id)", .count(activity.count(layer))) }
    for (place, count) in activity.daily.enumerated() {
      let day = roster.moment.today.adding(days: place - activity.daily.count)
      row("active_\(day)", .count(count))
    }
    return writer.bytes
  }
}
