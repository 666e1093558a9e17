/// The forms that a report can take.
public enum ReportFormat: String, CaseIterable, Sendable {
  case json, text, csv
}
