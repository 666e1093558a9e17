import Community
import Loyalty
import Texts

extension CommunityReport {
  /// Spaces that text shows; JSON has all.
  private static let spaces = 20

  private func decimal(_ value: Double?) -> String { value.map { language.number($0, decimals: 2) } ?? "–" }
  private func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  private func change(_ now: Int, _ before: Int) -> String {
    before > 0 ? " (\(CommunityWords.growth(Double(now) / Double(before) - 1, in: language)))" : ""
  }

  func text() -> [UInt8] {
    var bytes = ReportText.heading(.communityReportTitle, moment: roster.moment, language: language)
    bytes += ReportText.pairs(pairs)
    bytes += layerTable
    bytes.append(0x0A)
    bytes += heatTable
    if !activity.spaces.isEmpty {
      bytes.append(0x0A)
      bytes += spaceTable
    }
    bytes.append(0x0A)
    bytes += ReportText.table(
      [.communityWeek, .communityContent, .communityBenefits, .communityExchange].map { language.text($0) },
      rows: activity.weeks.map {
        [
          $0.first.description, language.number($0.content), language.number($0.benefits),
          language.number($0.interactions),
        ]
      }, alignments: [.left, .right, .right, .right])
    if !challenges.all.isEmpty {
      bytes.append(0x0A)
      bytes += challengeTable
    }
    if !stream.isEmpty {
      bytes.append(0x0A)
      bytes += streamTable
    }
    return bytes
  }

  private var pairs: [(name: String, value: String)] {
    let orders = activity.orders
    let parts = activity.participation
    return [
      (
        language.text(.communityDaily),
        "\(language.number(activity.yesterday)) / \(language.number(activity.members))"
      ),
      (
        language.text(.communityWeekly),
        language.number(activity.weekly) + change(activity.weekly, activity.weeklyBefore)
      ),
      (
        language.text(.communityMonthly),
        language.number(activity.monthly) + change(activity.monthly, activity.monthlyBefore)
      ),
      (
        language.text(.communityStickiness),
        activity.stickiness.map { language.percent($0, decimals: 1) } ?? "–"
      ),
      (language.text(.communityInteractions), decimal(activity.interactionsByMember)),
      (
        language.text(.communityHalf, ["total": activity.contributions]),
        language.number(activity.halfMadeBy)
      ),
      (language.text(.communityGini), "\(decimal(activity.gini)) / \(decimal(activity.giniOfAll))"),
      (
        language.text(.communityParticipation),
        [parts?.top, parts?.next, parts?.rest].map(percent).joined(separator: " / ")
      ),
      (
        language.text(.communityNewcomers, ["days": rules.comeBackDays]),
        "\(percent(activity.newcomers.share)) (\(activity.newcomers.cameBack)/\(activity.newcomers.joined))"
      ),
      (
        language.text(.communityMentions),
        activity.mentions == nil ? language.text(.communityNoWords) : decimal(activity.mentionRate)
      ),
      (
        language.text(.communityOrders),
        "\(decimal(orders.inside.ordersByMember)) / \(decimal(orders.outside.ordersByMember))"
          + (orders.ratio.map { "  × \(language.number($0, decimals: 1))" } ?? "")
      ),
    ]
  }

  private var layerTable: [UInt8] {
    ReportText.table(
      [.communityLayer, .communityNow, .communityBefore, .communityRose, .communityFell].map {
        language.text($0)
      },
      rows: layers.map { layer in
        [
          CommunityWords.name(layer, in: language), language.number(activity.count(layer)),
          language.number(activity.countBefore(layer)),
          layer.map { language.number(activity.layerMoves.rose(to: $0)) } ?? "",
          layer.map { language.number(activity.layerMoves.fell(from: $0)) } ?? "",
        ]
      }, alignments: [.left, .right, .right, .right, .right])
  }

  private var heatTable: [UInt8] {
    let title = language.text(.communityHeatTitle, ["days": 28])
    return Array((title + "\n").utf8)
      + ReportText.table(
        [""] + (0..<24).map { "\($0)" },
        rows: (0..<7).map { day in
          [CommunityWords.weekday(day, in: language)]
            + (0..<24).map { language.number(activity.heat[day * 24 + $0]) }
        }, alignments: [.left] + (0..<24).map { _ in .right })
  }

  private var spaceTable: [UInt8] {
    ReportText.table(
      [.communitySpace, .communityActivities, .communityGrowth, .communityActive].map { language.text($0) },
      rows: activity.spaces.prefix(Self.spaces).map { space in
        [
          community.symbols[space.name], language.number(space.activities),
          space.growth.map { CommunityWords.growth($0, in: language) } ?? "–",
          language.number(space.members),
        ]
      }, alignments: [.left, .right, .right, .right])
  }

  private var challengeTable: [UInt8] {
    ReportText.table(
      [
        .communityChallengeTitle, .communityWeek, .communityChallengeDay, .communityParticipants,
        .communityKept, .communityMissed, .communityLongest,
      ].map { language.text($0) },
      rows: challenges.all.map { challenge in
        [
          community.symbols[challenge.name], challenge.first.description,
          CommunityWords.day(of: challenge, in: language), language.number(challenge.participants.count),
          percent(challenge.kept.last),
          challenge.isRunning ? language.number(challenge.missedYesterday.count) : "–",
          language.number(challenge.participants.map(\.longestStreak).max() ?? 0),
        ]
      }, alignments: [.left, .left, .right, .right, .right, .right, .right])
  }

  private var streamTable: [UInt8] {
    ReportText.table(
      [.communityWhen, .communityWho, .communityWhat, .communityNewest].map { language.text($0) },
      rows: stream.map { row in
        let (segment, offset) = community[.activity][row]
        return [
          language.dateAndTime(segment.instant(offset), in: roster.moment.zone),
          CommunityWords.name(segment.party(offset), roster),
          CommunityWords.type(segment.symbol(ActivityField.type, offset), community, in: language),
          segment.text(ActivityField.text, offset) ?? "",
        ]
      }, alignments: [.left, .left, .left, .left])
  }
}
