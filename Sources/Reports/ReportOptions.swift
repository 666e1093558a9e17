import ArgumentParser
import Texts

/// Options of the command line that some reports know and others don't.
///
/// `ReportCommand` has each of these groups once, whatever the number of reports that know it.
package protocol ReportOptions: ParsableArguments {
  /// The first of the options that was given, as it's typed; nil without any.
  var firstGiven: String? { get }

  /// Tells what is misspelt before a large folder is read.
  func check(language: Language, isUnmasked: Bool) throws

  /// Tells what doesn't fit a folder before anything of it is computed.
  func check(in reading: FolderReading) throws
}

extension ReportOptions {
  package func check(language: Language, isUnmasked: Bool) {}
  package func check(in reading: FolderReading) {}
}

/// For reports that know no options but those that all know.
package struct NoReportOptions: ReportOptions {
  package init() {}

  package var firstGiven: String? { nil }
}
