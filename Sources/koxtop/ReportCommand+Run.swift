import ArgumentParser
import Community
import Dashboard
import Feeds
import Loyalty
import Reports
import Texts

extension ReportCommand {
  func run() throws {
    try reportingFailures {
      if panel == .members { privacy.record("report members", in: try source.path()) }
      let language = languages.chosen
      let folder = try source.open(language: language, isUnmasked: privacy.unmask)
      var reading = folder.reading
      switch panel {
      case .members:
        let filter = try members.chosenFilter(mask: reading.roster.mask, language: language)
        let query = MemberQuery(filter: filter, order: try members.chosenOrder())
        let columns = try members.chosenColumns()
        if filter.columns.union(columns + [query.order.column]).contains(where: \.isMeasured) {
          reading.measure()
        }
        if filter.columns.union(columns + [query.order.column]).contains(where: \.isOfCommunity) {
          reading.measureCommunity()
        }
        let rows = reading.roster.rows(query, limit: members.limit)
        let report = MembersReport(
          roster: reading.roster, members: rows, columns: columns, language: language)
        try report.write(format, to: StandardOutput.write)
      case .overview:
        let report = OverviewReport(snapshot: reading.snapshot, figures: reading.overview, language: language)
        try report.write(format, to: StandardOutput.write)
      case .lifecycle:
        reading.measure()
        guard let measures = reading.roster.measures else { break }
        try LifecycleReport(measures: measures, language: language).write(format, to: StandardOutput.write)
      case .rfm:
        reading.measure()
        guard let measures = reading.roster.measures else { break }
        try RFMReport(roster: reading.roster, measures: measures, language: language).write(
          format, to: StandardOutput.write)
      case .recall:
        reading.measure()
        guard let figures = RecallFigures(roster: reading.roster, manager: nil) else { break }
        try RecallReport(figures: figures, language: language).write(format, to: StandardOutput.write)
      case .nps:
        if satisfaction.by?.isMeasured ?? false { reading.measure() }
        let figures = reading.satisfaction(
          windowDays: satisfaction.window, weeks: satisfaction.by == .week ? .window : .trend)
        let report = NPSReport(figures: figures, grouping: satisfaction.by, language: language)
        try report.write(format, to: StandardOutput.write)
      case .drivers:
        let outcome = drivers.outcome ?? .nps
        guard let figures = reading.drivers(of: outcome) else { break }
        let report = DriversReport(
          figures: figures, outcome: outcome, moment: reading.moment,
          rules: reading.snapshot.community.program.satisfaction, language: language)
        try report.write(format, to: StandardOutput.write)
      case .tiers:
        let member = try chosenMember.index(in: reading.roster)
        reading.measure()
        guard let figures = reading.roster.measures?.tierFigures else { break }
        let report = TiersReport(figures: figures, roster: reading.roster, language: language)
        if let member {
          try report.write(member, format, to: StandardOutput.write)
        } else {
          try report.write(format, to: StandardOutput.write)
        }
      case .points:
        let roster = reading.roster
        let member = try chosenMember.index(in: roster)
        guard let points = Points(roster: roster) else { break }
        if let member {
          let report = PointsLedgerReport(roster: roster, member: member, points: points, language: language)
          try report.write(format, to: StandardOutput.write)
        } else if let figures = PointsFigures(points, roster: roster) {
          let report = PointsReport(roster: roster, figures: figures, language: language)
          try report.write(format, to: StandardOutput.write)
        }
      case .community:
        reading.measureCommunity()
        try CommunityReport(roster: reading.roster, language: language)?.write(
          format, to: StandardOutput.write)
      case .ties:
        reading.measureCommunity()
        try TiesReport(roster: reading.roster, language: language)?.write(format, to: StandardOutput.write)
      case .hosts:
        reading.measureCommunity()
        try HostsReport(roster: reading.roster, language: language)?.write(format, to: StandardOutput.write)
      case .account:
        let roster = reading.roster
        let member = try chosenMember.index(in: roster)
        guard let account = EmotionalAccounts(roster: roster) else { break }
        if let member {
          let report = AccountLedgerReport(
            roster: roster, member: member, account: account, language: language)
          try report.write(format, to: StandardOutput.write)
        } else {
          let report = AccountReport(roster: roster, account: account, language: language)
          try report.write(format, to: StandardOutput.write)
        }
      case .touchpoints:
        try touchpoints.write(reading, format, language)
      case .program:
        let report = ProgramReport(
          program: reading.snapshot.community.program, problems: reading.snapshot.report.programProblems,
          moment: reading.moment, language: language)
        try report.write(format, to: StandardOutput.write)
      case .clv:
        let question = try purchases.question(until: reading.moment.today)
        let value = reading.snapshot.community.program.lifetimeValue
        let report = CLVReport(
          roster: reading.roster, question: question,
          terms: CustomerLifetimeValue(margin: value.margin, yearlyDiscount: value.discount),
          language: language)
        try report?.write(format, to: StandardOutput.write)
      }
    }
  }
}

extension MemberArguments {
  func chosenColumns() throws -> [MemberColumn] {
    guard let columns else { return MemberColumn.standard }
    if columns == "all" { return MemberColumn.allCases }
    let names = columns.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    if names.isEmpty { throw ValidationError("--columns names no column.") }
    return try names.map { try column($0, option: "--columns") }
  }

  func chosenOrder() throws -> MemberOrder {
    guard let sort else { return .standard }
    let isReversed = sort.hasPrefix("-")
    var order = MemberOrder(
      by: try column(String(isReversed ? sort.dropFirst() : sort[...]), option: "--sort"))
    if isReversed { order.direction = order.direction == .ascending ? .descending : .ascending }
    return order
  }

  private func column(_ name: String, option: String) throws -> MemberColumn {
    if let column = MemberColumn(filterName: name) { return column }
    let names = MemberColumn.allCases.map(\.id)
    let hint = Spelling.nearest(to: name, in: names).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "\(option): there is no column '\(name)'. \(hint ?? "Columns: \(names.joined(separator: ", ")).")")
  }

  func chosenFilter(mask: Mask, language: Language) throws -> MemberFilter {
    guard let text = `where` else { return .all }
    do throws(FilterProblem) {
      return try MemberFilter(parsing: text, mask: mask)
    } catch {
      let characters = Array(text)
      let range = error.range.clamped(to: 0..<characters.count)
      let mark = MemberArguments.pointer(at: range, in: characters)
      throw ValidationError("--where: \(error.text(in: language))\n  \(text)\n  \(mark)")
    }
  }

  /// Carets under the characters of a range.
  private static func pointer(at range: Range<Int>, in characters: [Character]) -> String {
    let before = String(characters[..<range.lowerBound]).cellWidth
    let width = max(1, String(characters[range]).cellWidth)
    return String(repeating: " ", count: before) + String(repeating: "^", count: width)
  }
}

extension Roster {
  /// The first members that a query finds, or all.
  fileprivate func rows(_ query: MemberQuery, limit: Int?) -> [Member.Index] {
    if let limit, (1...10_000).contains(limit) { return firstScreenful(query, count: limit).rows }
    let rows = all(query)?.rows ?? []
    return limit.map { Array(rows.prefix($0)) } ?? rows
  }
}
