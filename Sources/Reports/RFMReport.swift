import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Scores for recency, frequency and money with their cut-offs, and the eight classes: what `koxtop report rfm` prints.
package struct RFMReport: Sendable {
  package var roster: Roster
  package var measures: MemberMeasures
  package var language: Language

  package init(roster: Roster, measures: MemberMeasures, language: Language = .english) {
    self.roster = roster
    self.measures = measures
    self.language = language
  }

  private var rfm: RFM { measures.rfm }

  /// JSON is one object with the members at its end, CSV a row a member, text has the cut-offs and classes.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    switch format {
    case .json: try writeJSON(to: sink)
    case .csv: try writeCSV(to: sink)
    case .text: try text().withUnsafeBytes { try sink($0) }
    }
  }

  /// Members with scores, in order of their ids.
  private var scored: [Member.Index] {
    let query = MemberQuery(order: MemberOrder(.id, .ascending))
    return (roster.all(query)?.rows ?? []).filter { rfm.rfmClass($0) != nil }
  }

  private func writeJSON(to sink: ReportSink) rethrows {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("as_of", measures.moment.zone.string(from: measures.moment.now))
    writer.field("time_zone", measures.moment.zone.identifier)
    writer.field("window_days", rfm.windowDays)
    writer.field("scored", rfm.scored)
    writer.key("measures")
    writer.array { writer in
      for measure in RFM.Measure.allCases { writer.object { write(measure, to: &$0) } }
    }
    writer.key("classes")
    writer.array { writer in
      for rfmClass in RFMClass.ordered {
        writer.object { writer in
          writer.field("rfm_class", rfmClass.id)
          writer.field("label", Language.english.word(rfmClass.id, of: .rfmClass))
          writer.field("label_zh", Language.simplifiedChinese.word(rfmClass.id, of: .rfmClass))
          writer.field("members", rfm.count(rfmClass))
        }
      }
    }
    writer.key("members")
    writer.beginArray()
    var piece = writer.bytes
    for (number, member) in scored.enumerated() {
      piece += Array((number == 0 ? "\n" : ",\n").utf8)
      writer.removeAll()
      writer.object { writer in
        writer.field("id", roster.community.members.id(member))
        for measure in RFM.Measure.allCases { writer.field(measure.id, rfm.score(measure, member)) }
        writer.field("recency_days", rfm.value(.recency, member))
        writer.field("frequency", rfm.value(.frequency, member))
        writer.field("monetary", hundredths: rfm.value(.money, member))
        writer.field("rfm_class", rfm.rfmClass(member)?.id)
      }
      piece += writer.bytes
      try piece.flush(to: sink)
    }
    piece += Array("\n]}\n".utf8)
    try piece.flush(to: sink, always: true)
  }

  private func write(_ measure: RFM.Measure, to writer: inout JSONWriter) {
    writer.field("measure", "\(measure)")
    writer.field("mean_score", rfm.scored == 0 ? nil : rfm.mean(measure))
    writer.field("filled_bins", rfm.filledBins(measure))
    writer.key("bins")
    writer.array { writer in
      for bin in rfm.bins(measure) {
        writer.object { writer in
          writer.field("score", bin.score)
          writer.field("members", bin.size)
          if measure == .money {
            writer.field("from", hundredths: bin.values?.lowerBound)
            writer.field("to", hundredths: bin.values?.upperBound)
          } else {
            writer.field("from", bin.values?.lowerBound)
            writer.field("to", bin.values?.upperBound)
          }
        }
      }
    }
  }

  private func writeCSV(to sink: ReportSink) rethrows {
    var writer = CSVWriter()
    writer.row(["id", "r", "f", "m", "recency_days", "frequency", "monetary", "rfm_class"])
    for member in scored {
      writer.cell(roster.community.members.id(member))
      for measure in RFM.Measure.allCases { writer.cell(rfm.score(measure, member) ?? 0) }
      writer.cell(rfm.value(.recency, member) ?? 0)
      writer.cell(rfm.value(.frequency, member) ?? 0)
      writer.cell(hundredths: rfm.value(.money, member) ?? 0)
      writer.cell(rfm.rfmClass(member)?.id ?? "")
      writer.endRow()
      if writer.bytes.count >= reportPieceSize {
        try writer.bytes.withUnsafeBytes { try sink($0) }
        writer.removeAll()
      }
    }
    if !writer.bytes.isEmpty { try writer.bytes.withUnsafeBytes { try sink($0) } }
  }

  // MARK: Text

  private func cutOffs(_ measure: RFM.Measure, _ values: ClosedRange<Int64>?) -> String {
    guard let values else { return "–" }
    func word(_ value: Int64) -> String {
      switch measure {
      case .recency: language.days(Int(value))
      case .frequency: language.number(value)
      case .money:
        language.money(
          Money(rawValue: value), currency: roster.community.program.currency, precision: .exact)
      }
    }
    let (low, high) = (word(values.lowerBound), word(values.upperBound))
    return low == high ? low : "\(low) … \(high)"
  }

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.rfmReportTitle, moment: measures.moment, language: language)
    bytes += Array(
      (language.text(.reportScored, ["count": rfm.scored, "days": rfm.windowDays]) + "\n\n").utf8)
    let titles: [RFM.Measure: Phrase] = [
      .recency: .reportRecency, .frequency: .reportFrequency, .money: .reportMoneyScore,
    ]
    for measure in RFM.Measure.allCases {
      bytes += ReportText.table(
        [
          titles[measure].map { language.text($0) } ?? "", language.text(.reportMembers),
          language.text(.reportCutOffs),
        ],
        rows: rfm.bins(measure).reversed().map {
          ["\($0.score)", language.number($0.size), cutOffs(measure, $0.values)]
        }, alignments: [.left, .right, .left])
      if rfm.scored > 0, rfm.filledBins(measure) < 5 {
        bytes += Array((language.text(.reportTies, ["bins": rfm.filledBins(measure)]) + "\n").utf8)
      }
      bytes.append(0x0A)
    }
    bytes += ReportText.table(
      [language.text(.columnRFMClass), "", language.text(.reportMembers)],
      rows: RFMClass.ordered.map {
        [$0.id, language.word($0.id, of: .rfmClass), language.number(rfm.count($0))]
      }, alignments: [.left, .left, .right])
    return bytes
  }
}
