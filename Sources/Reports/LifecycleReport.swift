import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// How many members are in which stage, where they came from, and how far they are on the path: what
/// `koxtop report lifecycle` prints.
package struct LifecycleReport: Sendable {
  package var measures: MemberMeasures
  package var language: Language

  package init(measures: MemberMeasures, language: Language = .english) {
    self.measures = measures
    self.language = language
  }

  private var stages: [LifecycleStage?] { LifecycleStage.allCases + [nil] }
  private var path: [PathStage] { PathStage.stages(measures.path.rules) }

  /// JSON is one object, CSV a row a move between stages, text has tables of both.
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
    let lifecycle = measures.lifecycle
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", measures.moment.zone.string(from: measures.moment.now))
      writer.field("time_zone", measures.moment.zone.identifier)
      writer.field("mode", lifecycle.rules.mode)
      writer.field("common_rhythm", lifecycle.commonRhythm)
      writer.field("members_with_rhythm", lifecycle.withRhythm)
      writer.field("members", stages.reduce(0) { $0 + lifecycle.count($1) })
      writer.key("stages")
      writer.object { writer in
        for stage in LifecycleStage.allCases { writer.field(stage.id, lifecycle.count(stage)) }
        writer.field("unknown", lifecycle.count(nil))
      }
      writer.key("path")
      writer.object { writer in
        for stage in path { writer.field(stage.id, measures.path.count(stage)) }
      }
      writer.field("retention_30d", measures.moves.first?.retention)
      writer.field("repeat_purchase_rate", measures.repeatPurchaseRate)
      writer.field("buyers_365d", measures.buyers)
      writer.key("moves")
      writer.array { writer in
        for moves in measures.moves { writer.object { write(moves, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ moves: StageMoves, to writer: inout JSONWriter) {
    writer.field("days", moves.days)
    writer.field("retention", moves.retention)
    writer.field("reactivation", moves.reactivation)
    writer.key("from")
    writer.object { writer in
      for from in stages {
        writer.key(from?.id ?? "none")
        writer.object { writer in
          for to in stages { writer.field(to?.id ?? "none", moves[from, to]) }
        }
      }
    }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["days", "from", "to", "members"])
    for moves in measures.moves {
      for from in stages {
        for to in stages {
          writer.cell(moves.days)
          writer.cell(from?.id ?? "none")
          writer.cell(to?.id ?? "none")
          writer.cell(moves[from, to])
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  private func name(_ stage: LifecycleStage?) -> String {
    stage.map { language.word($0.id, of: .stage) } ?? "–"
  }

  private func percent(_ share: Double?) -> String { share.map { language.percent($0) } ?? "–" }

  private func text() -> [UInt8] {
    let lifecycle = measures.lifecycle
    var bytes = ReportText.heading(.lifecycleReportTitle, moment: measures.moment, language: language)
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
    return bytes
  }
}
