/// The forms that a report can take.
package enum ReportFormat: String, CaseIterable, Sendable {
  case json, text, csv
}
