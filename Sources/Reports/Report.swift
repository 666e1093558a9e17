import Canvas
import JSONTape
import Loyalty
import Texts

/// What is known of one side of a folder, to be written as JSON, as CSV or as text.
///
/// A report says what it consists of in each form; how it gets out, in pieces, is the same for all.
package protocol Report: Sendable {
  /// What counts as now.
  var moment: Moment { get }
  /// Of what people read; the keys of JSON and the headers of CSV have none.
  var language: Language { get }

  func json() -> ReportContent
  func csv() -> ReportContent
  func text() -> ReportContent
}

extension Report {
  package func content(_ format: ReportFormat) -> ReportContent {
    switch format {
    case .json: json()
    case .csv: csv()
    case .text: text()
    }
  }

  /// Writes the report, in pieces of about `ReportContent.pieceSize`.
  ///
  /// - Complexity: O(rows) in time, O(1) in memory beside the head.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    try content(format).write(to: sink)
  }
}

extension Report {
  /// The report as one JSON object, indented, that begins with the moment and its zone.
  func object(_ fields: (inout JSONWriter) -> Void) -> ReportContent {
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field(moment)
      fields(&writer)
    }
    writer.newline()
    return ReportContent(writer.bytes)
  }

  /// A title with the moment and its zone, and an empty line.
  func heading(_ title: Phrase) -> [UInt8] { heading(language.text(title)) }

  func heading(_ title: String) -> [UInt8] {
    let time = language.dateAndTime(moment.now, in: moment.zone)
    return ReportText.line(
      language.text(.reportHeading, ["title": title, "time": time, "zone": moment.zone.identifier]) + "\n")
  }

  /// A line with a phrase.
  func line(_ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue> = [:]) -> [UInt8] {
    ReportText.line(language.text(phrase, values))
  }

  /// A table with phrases for headings.
  func table(_ headings: [Phrase], rows: [[String]], alignments: [Alignment]) -> [UInt8] {
    ReportText.table(headings.map { language.text($0) }, rows: rows, alignments: alignments)
  }
}

extension JSONWriter {
  /// What counts as now, and the zone in which days are counted: the first fields of every report.
  mutating func field(_ moment: Moment) {
    field("as_of", moment.zone.string(from: moment.now))
    field("time_zone", moment.zone.identifier)
  }

  /// A field whose value is an object.
  mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// A field whose value is an array with an object for each element.
  mutating func objects<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ body: (Elements.Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    array { writer in
      for element in elements { writer.object { body(element, &$0) } }
    }
  }
}
