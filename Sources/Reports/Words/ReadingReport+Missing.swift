import Feeds
import Texts

extension ReadingReport {
  /// Whether figures lack something as a whole, or are of another zone or another now than was asked for: files that
  /// couldn't be read, settings, data of time zones, or everything.
  package var lacksData: Bool {
    isWithoutData || !unreadFiles.isEmpty || machineZoneProblem != nil
      || programProblems.contains(where: \.changesDays)
  }

  /// What couldn't be read or used, in one line; nil when nothing is wrong.
  package func missingLine(folder: String, in language: Language) -> String? {
    var parts: [String] = []
    let unread = unreadFiles
    if let first = unread.first {
      parts.append(
        language.text(
          .missingFiles,
          [
            "count": unread.count, "total": unread.count + feeds.reduce(0) { $0 + $1.files.count },
            "file": first.file, "reason": first.words(in: language),
          ]))
    } else if isWithoutData {
      parts.append(language.text(.missingEverything, ["folder": folder]))
    }
    for problem in programProblems.prefix(3) {
      let isUnreadable = if case .unreadable = problem { true } else { false }
      parts.append(
        language.text(
          isUnreadable ? .missingProgram : .missingSetting, ["reason": problem.text(in: language)]))
    }
    if let machineZoneProblem {
      parts.append(language.text(.missingZone, ["reason": machineZoneProblem.text(in: language)]))
    }
    let others = setAside.count - unread.count
    if others > 0 { parts.append(language.text(.missingRecords, ["count": others])) }
    let strays = strays.count { $0.isData }
    if strays > 0 { parts.append(language.text(.missingStrays, ["count": strays])) }
    guard !parts.isEmpty else { return nil }
    let check = language.text(.missingCheck, ["folder": folder])
    return language == .english
      ? "\(parts.joined(separator: "; ")). \(check)" : "\(parts.joined(separator: "；"))。\(check)"
  }
}

extension ProgramProblem {
  /// Whether days or what counts as now are others than somebody asked for.
  fileprivate var changesDays: Bool {
    switch self {
    case .unreadable, .noZoneData: true
    case .badValue(let path, _, _), .wrongType(let path, _): path == "time_zone" || path == "as_of"
    case .unknownKey, .tiers: false
    }
  }
}
