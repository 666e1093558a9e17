import Texts

/// A report that `koxtop report NAME` prints: its name, what it knows of the command line, and how it's made.
///
/// Whoever adds one writes a type in a file of its own and names it in `ReportCatalogue.all`; choices, help, and which
/// options belong to which report follow from there.
package protocol NamedReport: Report {
  associatedtype Options: ReportOptions = NoReportOptions

  /// The word on the command line.
  static var name: String { get }
  /// What it tells, in a sentence of the help.
  static var about: String { get }
  /// Whether it can show phone numbers and e-mail addresses; if so, showing them in full is logged.
  static var showsContacts: Bool { get }
  /// Why there's no such form of the report; nil where there is.
  static func problem(with format: ReportFormat) -> String?

  /// How much of the folder is computed before the report is made, whatever the options.
  static var depth: FolderReading.Depth { get }
  /// The same by the options.
  static func depth(_ options: Options, in reading: FolderReading) throws -> FolderReading.Depth

  /// The report, or in its place the one that the options ask for.
  ///
  /// - Parameter reading: computed to the report's depth.
  /// - Returns: nil where there's nothing to tell of.
  static func made(
    of reading: FolderReading, _ options: Options, language: Language
  ) throws -> (any Report)?
}

extension NamedReport {
  package static var showsContacts: Bool { false }
  package static func problem(with format: ReportFormat) -> String? { nil }
  package static var depth: FolderReading.Depth { .figures }
  package static func depth(_ options: Options, in reading: FolderReading) -> FolderReading.Depth { depth }
}
