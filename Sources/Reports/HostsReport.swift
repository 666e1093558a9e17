import Loyalty
import Texts

import Community
import JSONTape

/// What hosts do for their members, and whom they have to look after: what `koxtop report hosts` prints.
package struct HostsReport: Sendable {
  let roster: Roster
  let hosts: HostFigures
  let language: Language

  /// Members of a list that text shows; JSON has all.
  private static let textRows = 20

  /// Nil when the roster's measures have no hosts.
  package init?(roster: Roster, language: Language = .english) {
    guard let hosts = roster.measures?.hosts else { return nil }
    self.roster = roster
    self.hosts = hosts
    self.language = language
  }

  private var community: Community { roster.community }
  private var rules: Program.CommunityRules { community.program.community }

  /// JSON is one object, CSV a row a host, text has the lists too.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func json() -> [UInt8] {
    let zone = roster.moment.zone
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("window_days", hosts.days)
      writer.field("members", hosts.members)
      writer.field("unanchored", hosts.unanchored)
      writer.key("hosts")
      writer.array { writer in
        for score in hosts.scores { writer.object { write(score, to: &$0) } }
      }
      write(hosts.coreGroup, "core_group", to: &writer)
      write(hosts.candidates, "candidates", to: &writer)
      if let invitable = hosts.invitable {
        write(invitable, "ready_to_invite", to: &writer)
      } else {
        writer.key("ready_to_invite")
        writer.null()
      }
      write(hosts.withoutStory, "without_story", to: &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ score: HostScore, to writer: inout JSONWriter) {
    writer.field("id", score.id)
    writer.field("name", score.name)
    writer.field("has_record", score.hasRecord)
    writer.field("members", score.members)
    writer.field("activities", score.activities)
    writer.field("asked", score.asked)
    writer.field("answered", score.answered)
    writer.field("answer_rate", score.answerRate)
    writer.field("median_reply_minutes", score.medianReply.map { Double($0) / 60 })
    writer.field("towards_members", score.towardsMembers)
    writer.field("proactive", score.proactive)
    writer.field("proactive_share", score.proactiveShare)
    writer.field("care_done", score.careDone)
    writer.field("care_missed", score.careMissed)
    writer.field("care_on_time", score.careOnTime)
    writer.field("silent_days", score.silentDays)
    writer.field("activities_on_silent_days", score.activitiesOnSilentDays)
    writer.field("other_days", score.otherDays)
    writer.field("activities_on_other_days", score.activitiesOnOtherDays)
  }

  private func write(_ rolls: [HostFigures.ListedMember], _ name: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.array { writer in
      for roll in rolls {
        writer.object { writer in
          writer.field("id", community.members.id(roll.member))
          writer.field("contributor_layer", roll.layer?.id)
          writer.field("contributions_30", roll.contributions)
          writer.field("reciprocal_ties", roll.reciprocalTies)
          writer.field("balance", roll.balance)
          writer.field("story_told", roll.hasToldStory)
        }
      }
    }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "id", "name", "members", "asked", "answered", "answer_rate", "median_reply_minutes", "towards_members",
      "proactive", "proactive_share", "care_on_time",
    ])
    for score in hosts.scores {
      writer.cell(score.id)
      writer.cell(score.name ?? "")
      writer.cell(score.members)
      writer.cell(score.asked)
      if let answered = score.answered { writer.cell(answered) } else { writer.cell() }
      writer.cell(score.answerRate ?? .nan)
      writer.cell(score.medianReply.map { Double($0) / 60 } ?? .nan)
      writer.cell(score.towardsMembers)
      writer.cell(score.proactive)
      writer.cell(score.proactiveShare ?? .nan)
      writer.cell(score.careOnTime ?? .nan)
      writer.endRow()
    }
    return writer.bytes
  }

  // MARK: Text

  private func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.hostsReportTitle, moment: roster.moment, language: language)
    let balance = language.short(rules.inviteBalance)
    bytes += ReportText.pairs([
      (
        language.text(.hostsUnanchored),
        "\(language.number(hosts.unanchored)) / \(language.number(hosts.members))"
      ),
      (language.text(.hostsCoreGroup, ["tag": rules.coreTag]), language.number(hosts.coreGroup.count)),
      (language.text(.hostsCandidates), language.number(hosts.candidates.count)),
      (
        language.text(.hostsInvitable, ["balance": balance]),
        hosts.invitable.map { language.number($0.count) } ?? language.text(.hostsNoBalance)
      ),
      (language.text(.hostsWithoutStory), language.number(hosts.withoutStory.count)),
    ])
    bytes += Array((language.text(.hostsWindow, ["days": hosts.days]) + "\n").utf8)
    bytes += ReportText.table(
      [
        .hostsHost, .hostsMembers, .hostsAsked, .hostsAnswered, .hostsReply, .hostsProactive, .hostsCare,
      ].map { language.text($0) },
      rows: hosts.scores.map { score in
        let name = score.name ?? score.id
        return [
          score.hasRecord ? name : "\(name) (\(language.text(.hostsNoRecord)))",
          language.number(score.members), language.number(score.asked),
          score.answered == nil ? language.text(.wordUnknown) : percent(score.answerRate),
          score.medianReply.map { language.duration(seconds: Double($0 / 60 * 60)) }
            ?? language.text(.wordUnknown),
          percent(score.proactiveShare), care(score),
        ]
      }, alignments: [.left, .right, .right, .right, .right, .right, .right])
    bytes += list(language.text(.hostsCoreRoster), hosts.coreGroup)
    bytes += list(language.text(.hostsCandidates), hosts.candidates)
    if let invitable = hosts.invitable {
      bytes += list(language.text(.hostsInvitable, ["balance": balance]), invitable)
    }
    bytes += list(language.text(.hostsWithoutStory), hosts.withoutStory)
    return bytes
  }

  /// The share with what it's of.
  private func care(_ score: HostScore) -> String {
    guard let done = score.careDone, let missed = score.careMissed else { return language.text(.wordUnknown) }
    return "\(percent(score.careOnTime)) (\(language.number(done))/\(language.number(done + missed)))"
  }

  private func list(_ title: String, _ rolls: [HostFigures.ListedMember]) -> [UInt8] {
    guard !rolls.isEmpty else { return [] }
    return Array("\n\(title)\n".utf8)
      + ReportText.table(
        [
          .hostsMember, .columnContributorLayer, .columnContributions, .columnReciprocalTies, .columnBalance,
          .hostsStory,
        ].map { language.text($0) },
        rows: rolls.prefix(Self.textRows).map { roll in
          [
            CommunityWords.name(roll.member, roster), CommunityWords.name(roll.layer, in: language),
            language.number(roll.contributions), roll.reciprocalTies.map { language.number($0) } ?? "–",
            roll.balance.map { language.number($0, decimals: 1) } ?? "–", roll.hasToldStory ? "✓" : "",
          ]
        }, alignments: [.left, .left, .right, .right, .right, .left])
  }
}
