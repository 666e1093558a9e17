import Loyalty
import Texts

import Community
import JSONTape

/// How closely members are tied to each other: what `koxtop report ties` prints.
package struct TiesReport: Sendable {
  let roster: Roster
  let ties: TieFigures
  let silence: SilentDays?
  let language: Language

  /// Groups and bridges that text shows; JSON and CSV have all.
  private static let textRows = 20

  /// Nil when the roster's measures have no ties.
  package init?(roster: Roster, language: Language = .english) {
    guard let ties = roster.measures?.ties else { return nil }
    self.roster = roster
    self.ties = ties
    silence = roster.measures?.hosts?.silence
    self.language = language
  }

  private var groups: [TieGroups.Group] { ties.groups?.all ?? [] }
  private var community: Community { roster.community }

  /// JSON is one object, CSV a row a group, text has groups and bridges as tables.
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
      writer.field("window_days", ties.days)
      writer.field("nodes", ties.nodes)
      writer.field("edges", ties.edges)
      writer.field("directed_ties", ties.directedTies)
      writer.field("density", ties.density)
      writer.field("reciprocity", ties.reciprocity)
      writer.field("triangles", ties.triangles)
      writer.field("transitivity", ties.transitivity)
      writer.field("mean_clustering", ties.meanClustering)
      writer.field("components", ties.components.count)
      writer.field("largest_component", ties.components.first ?? 0)
      writer.field("host_ties", ties.hostTies)
      writer.field("hub_dependence", ties.hubDependence)
      writer.field("replies", ties.replies)
      writer.field("replies_by_members", ties.memberReplies)
      writer.field("answers_by_members", ties.memberAnswers)
      writer.field("activity_per_silent_day", silence?.bySilentDay)
      writer.field("activity_per_other_day", silence?.byOtherDay)
      writer.field("silent_day_ratio", silence?.ratio)
      writer.field("modularity", ties.groups?.modularity)
      writer.field("agreement_with_spaces", ties.groups?.agreement)
      writer.field("members_with_space", ties.groups?.placed)
      writer.key("groups")
      writer.array { writer in
        for group in groups { writer.object { write(group, to: &$0) } }
      }
      writer.key("bridges")
      writer.array { writer in
        for bridge in ties.bridges {
          writer.object { writer in
            writer.field("id", community.members.id(bridge.member))
            writer.field("cut_off", bridge.cut)
            writer.field("parts", bridge.parts)
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ group: TieGroups.Group, to writer: inout JSONWriter) {
    writer.field("id", group.id)
    writer.field("size", group.size)
    writer.field("ties_inside", group.inside)
    writer.field("ties_outside", group.outside)
    writer.field("space", group.space == .none ? nil : community.symbols[group.space])
    writer.field("members_of_space", group.atHome)
    writer.key("centre")
    writer.array { writer in for member in group.centre { writer.value(community.members.id(member)) } }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["id", "size", "ties_inside", "ties_outside", "space", "members_of_space"])
    for group in groups {
      writer.cell(group.id)
      writer.cell(group.size)
      writer.cell(group.inside)
      writer.cell(group.outside)
      writer.cell(community.symbols[group.space])
      writer.cell(group.atHome)
      writer.endRow()
    }
    return writer.bytes
  }

  // MARK: Text

  private func decimal(_ value: Double?, _ decimals: Int = 3) -> String {
    value.map { language.number($0, decimals: decimals) } ?? "–"
  }

  private func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.tiesReportTitle, moment: roster.moment, language: language)
    bytes += ReportText.pairs([
      (language.text(.tiesNodes), language.number(ties.nodes)),
      (language.text(.tiesEdges, ["days": ties.days]), language.number(ties.edges)),
      (language.text(.tiesDensity), decimal(ties.density, 6)),
      (language.text(.tiesReciprocity), decimal(ties.reciprocity)),
      (language.text(.tiesTransitivity), decimal(ties.transitivity, 6)),
      (language.text(.tiesClustering), decimal(ties.meanClustering, 6)),
      (
        language.text(.tiesComponents),
        "\(language.number(ties.components.count)) / \(language.number(ties.components.first ?? 0))"
      ),
      (
        language.text(.tiesHub),
        "\(percent(ties.hubDependence)) (\(language.number(ties.hostTies))/"
          + "\(language.number(ties.hostTies + ties.edges)))"
      ),
      (
        language.text(.tiesAnswers),
        "\(percent(ties.memberAnswers)) (\(language.number(ties.memberReplies))/"
          + "\(language.number(ties.replies)))"
      ),
      (
        language.text(.tiesSilent),
        "\(decimal(silence?.ratio, 2)) (\(decimal(silence?.bySilentDay, 2)) / "
          + "\(decimal(silence?.byOtherDay, 2)))"
      ),
      (
        language.text(.tiesGroups),
        "\(language.number(groups.count)), \(decimal(ties.groups?.modularity))"
      ),
      (language.text(.tiesAgreement), decimal(ties.groups?.agreement)),
    ])
    bytes += ReportText.table(
      [.tiesGroup, .tiesSize, .tiesInside, .tiesOutside, .tiesHome, .tiesCentre].map { language.text($0) },
      rows: groups.prefix(Self.textRows).map { group in
        [
          "\(group.id)", language.number(group.size), language.number(group.inside),
          language.number(group.outside),
          group.space == .none
            ? "–" : "\(community.symbols[group.space]) (\(group.atHome)/\(group.size))",
          group.centre.prefix(3).map { CommunityWords.name($0, roster) }.joined(separator: ", "),
        ]
      }, alignments: [.right, .right, .right, .right, .left, .left])
    guard !ties.bridges.isEmpty else { return bytes }
    bytes.append(0x0A)
    bytes += ReportText.table(
      [.tiesBridge, .tiesCut, .tiesParts].map { language.text($0) },
      rows: ties.bridges.prefix(Self.textRows).map { bridge in
        [
          CommunityWords.name(bridge.member, roster), language.number(bridge.cut),
          language.number(bridge.parts),
        ]
      }, alignments: [.left, .right, .right])
    return bytes
  }
}
