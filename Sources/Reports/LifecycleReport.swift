import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// How many members are in which stage, where they came from, and how far they are on the path: what
/// `koxtop report lifecycle` prints.
///
/// JSON is one object, CSV a row a move between stages, text has tables of both.
package struct LifecycleReport: Report {
  package var measures: MemberMeasures
  package var language: Language

  package var moment: Moment { measures.moment }

  package init(measures: MemberMeasures, language: Language = .english) {
    self.measures = measures
    self.language = language
  }

  private var stages: [LifecycleStage?] { LifecycleStage.allCases + [nil] }
  private var path: [PathStage] { PathStage.stages(measures.path.rules) }

  package func json() -> ReportContent {
    let lifecycle = measures.lifecycle
    return object { writer in
      writer.field("mode", lifecycle.rules.mode)
      writer.field("common_rhythm", lifecycle.commonRhythm)
      writer.field("members_with_rhythm", lifecycle.withRhythm)
      writer.field("members", stages.reduce(0) { $0 + lifecycle.count($1) })
      writer.object("stages") { writer in
        for stage in LifecycleStage.allCases { writer.field(stage.id, lifecycle.count(stage)) }
        writer.field("unknown", lifecycle.count(nil))
      }
      writer.object("path") { writer in
        for stage in path { writer.field(stage.id, measures.path.count(stage)) }
      }
      writer.field("retention_30d", measures.moves.first?.retention)
      writer.field("repeat_purchase_rate", measures.repeatPurchaseRate)
      writer.field("buyers_365d", measures.buyers)
      writer.objects("moves", measures.moves) { write($0, to: &$1) }
    }
  }

  private func write(_ moves: StageMoves, to writer: inout JSONWriter) {
    writer.field("days", moves.days)
    writer.field("retention", moves.retention)
    writer.field("reactivation", moves.reactivation)
    writer.object("from") { writer in
      for from in stages {
        writer.key(from?.id ?? "none")
        writer.object { writer in
          for to in stages { writer.field(to?.id ?? "none", moves[from, to]) }
        }
      }
    }
  }

  package func csv() -> ReportContent {
    let rows = measures.moves.flatMap { moves in
      stages.flatMap { from in stages.map { (moves: moves, from: from, to: $0) } }
    }
    return .csv(["days", "from", "to", "members"], rows) { row, writer in
      writer.cell(row.moves.days)
      writer.cell(row.from?.id ?? "none")
      writer.cell(row.to?.id ?? "none")
      writer.cell(row.moves[row.from, row.to])
    }
  }

  private func name(_ stage: LifecycleStage?) -> String {
    stage.map { language.word($0.id, of: .stage) } ?? "–"
  }

  private func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  package func text() -> ReportContent {
    let lifecycle = measures.lifecycle
    var bytes = heading(.lifecycleReportTitle)
    bytes += ReportText.pairs([
      (
        language.text(.reportCommonRhythm), lifecycle.commonRhythm.map { "\(language.short($0)) d" } ?? "–"
      ),
      (language.text(.reportRetention), percent(measures.moves.first?.retention)),
      (language.text(.reportRepeatRate), percent(measures.repeatPurchaseRate)),
    ])
    let count = [language.text(.columnStage), language.text(.reportMembers)]
    bytes += ReportText.table(
      count, rows: stages.map { [name($0), language.number(lifecycle.count($0))] },
      alignments: [.left, .right])
    bytes.append(0x0A)
    bytes += ReportText.table(
      [language.text(.columnPath), language.text(.reportMembers)],
      rows: path.map { [language.word($0.id, of: .path), language.number(measures.path.count($0))] },
      alignments: [.left, .right])
    for moves in measures.moves {
      bytes.append(0x0A)
      bytes += ReportText.table(
        [language.text(.reportMovesSince, ["days": moves.days])] + stages.map(name),
        rows: stages.map { from in [name(from)] + stages.map { language.number(moves[from, $0]) } },
        alignments: [.left] + stages.map { _ in .right })
    }
    return ReportContent(bytes)
  }
}

extension LifecycleReport: NamedReport {
  package static let name = "lifecycle"
  package static let about = "members by stage and on the path, moves between stages, retention."
  package static let depth = FolderReading.Depth.measures

  package static func made(
    of reading: FolderReading, _ options: NoReportOptions, language: Language
  ) -> (any Report)? {
    reading.roster.measures.map { LifecycleReport(measures: $0, language: language) }
  }
}
