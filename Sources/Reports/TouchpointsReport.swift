import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// The calendar of touchpoints: what `koxtop report touchpoints` prints.
package struct TouchpointsReport: Sendable {
  var roster: Roster
  var calendar: TouchpointCalendar
  var language: Language

  /// Nil while the roster has no calendar.
  package init?(roster: Roster, language: Language = .english) {
    guard let calendar = roster.measures?.touchpoints else { return nil }
    self.roster = roster
    self.calendar = calendar
    self.language = language
  }

  /// JSON is one object, CSV a row for each touch that is due, text has the matrix and what comes too.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private var community: Community { roster.community }
  private func id(_ member: Member.Index) -> String { community.members.id(member) }
  private func word(_ symbol: Symbol?) -> String? {
    symbol.flatMap { $0 == .none ? nil : community.symbols[$0] }
  }
  private func host(_ member: Member.Index) -> String? { word(community.members[\.host, member]) }

  // MARK: JSON

  private func json() -> [UInt8] {
    let zone = roster.moment.zone
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("members", roster.figures.listedCount)
      writer.field("window_days", TouchpointCalendar.windowDays)
      writer.field("due", calendar.dueCount)
      writer.key("rules")
      writer.array { writer in
        for place in calendar.rules.indices { writer.object { write(rule: place, to: &$0) } }
      }
      writer.key("problems")
      writer.array { writer in
        for problem in calendar.problems {
          writer.object { writer in
            writer.field("rule", problem.rule)
            writer.field("problem", problem.code)
            writer.field("text", problem.text(in: language))
          }
        }
      }
      writer.key("today")
      writer.array { writer in
        for due in calendar.dues() { writer.object { write(due, to: &$0) } }
      }
      writer.key("next_days")
      writer.array { writer in
        for day in calendar.nextDays { writer.object { write(day, to: &$0) } }
      }
      writer.key("missed")
      writer.array { writer in
        for (place, missed) in calendar.missed.enumerated() {
          for occasion in missed {
            writer.object { writer in
              writer.field("rule", calendar.rules[place].id)
              writer.field("member", id(occasion.member))
              writer.field("closed", occasion.closed.description)
            }
          }
        }
      }
      writer.key("cadence")
      writer.array { writer in
        for cadence in calendar.cadence { writer.object { write(cadence, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  /// Counts of a rule of which nothing is known are null.
  private func write(_ counts: OccasionCounts, isKnown: Bool, to writer: inout JSONWriter) {
    writer.field("due", isKnown ? counts.due : nil)
    writer.field("done", isKnown ? counts.done : nil)
    writer.field("missed", isKnown ? counts.missed : nil)
    writer.field("skipped", isKnown ? counts.skipped : nil)
    writer.field("waiting", isKnown ? counts.waiting : nil)
  }

  private func write(rule place: Int, to writer: inout JSONWriter) {
    let rule = calendar.rules[place]
    let isKnown = calendar.isKnown(place)
    writer.field("id", rule.id)
    writer.field("name", language.text(rule.name))
    writer.field("trigger", rule.trigger.id)
    writer.field("before", rule.before)
    writer.field("after", rule.after)
    writer.field("value", rule.value)
    writer.field("known", isKnown)
    write(calendar.counts(place), isKnown: isKnown, to: &writer)
    writer.key("tiers")
    writer.array { writer in
      for (number, tier) in calendar.tiers.enumerated() {
        writer.object { writer in
          writer.field("tier", tier)
          write(calendar.matrix[place][number], isKnown: isKnown, to: &writer)
        }
      }
    }
  }

  private func write(_ due: Due, to writer: inout JSONWriter) {
    writer.field("rule", calendar.rules[due.place].id)
    writer.field("member", id(due.member))
    writer.field("name", roster.name(of: due.member))
    writer.field("occasion", due.occasion.description)
    writer.field("closes", due.closes.description)
    writer.field("host", host(due.member))
    writer.field("handed_to", word(due.handedTo))
  }

  private func write(_ day: DayAhead, to writer: inout JSONWriter) {
    writer.field("day", day.day.description)
    writer.field("count", day.count)
    writer.key("rules")
    writer.array { writer in
      for (place, count) in day.counts.enumerated() where count > 0 {
        writer.object { writer in
          writer.field("rule", calendar.rules[place].id)
          writer.field("count", count)
          writer.key("members")
          writer.array { writer in for member in day.members[place] { writer.value(id(member)) } }
        }
      }
    }
  }

  private func write(_ cadence: Cadence, to writer: inout JSONWriter) {
    writer.field("id", cadence.slot.id)
    writer.field("name", language.text(cadence.slot.name))
    writer.field("every", cadence.slot.every.rawValue)
    writer.field("periods", cadence.over)
    writer.field("kept", cadence.kept)
    writer.key("history")
    writer.array { writer in
      for (number, period) in cadence.periods.enumerated() {
        writer.object { writer in
          writer.field("from", period.first.description)
          writer.field("count", period.count)
          let isOpen = number == cadence.periods.count - 1
          writer.field("state", period.isKept ? "kept" : isOpen ? "open" : "missed")
        }
      }
    }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["rule", "member", "occasion", "closes", "host", "handed_to"])
    for due in calendar.dues() {
      writer.row([
        calendar.rules[due.place].id, id(due.member), due.occasion.description, due.closes.description,
        host(due.member) ?? "", word(due.handedTo) ?? "",
      ])
    }
    return writer.bytes
  }

  // MARK: Text

  /// Members that text names for each rule; JSON and CSV have all.
  private static let textRows = 12

  private func name(_ place: Int) -> String { language.text(calendar.rules[place].name) }
  private func heading(_ text: String) -> [UInt8] { Array("\n\(text)\n".utf8) }
  private func label(_ member: Member.Index) -> String {
    let id = id(member)
    return roster.name(of: member).map { "\(id) \($0)" }?.painted ?? id.painted
  }

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.touchpointsReportTitle, moment: roster.moment, language: language)
    bytes += Array(
      (language.text(.touchpointMatrixTitle, ["days": TouchpointCalendar.windowDays]) + "\n").utf8)
    bytes += matrix()
    for problem in calendar.problems { bytes += Array("\(problem.text(in: language).painted)\n".utf8) }
    bytes += heading(language.text(.touchpointTodayTitle, ["count": calendar.dueCount]))
    bytes += today()
    bytes += heading(language.text(.touchpointNextTitle))
    bytes += nextDays()
    bytes += heading(language.text(.touchpointMissedTitle))
    bytes += missed()
    bytes += heading(language.text(.touchpointCadenceTitle))
    bytes += cadence()
    return bytes
  }

  private func matrix() -> [UInt8] {
    let columns: [(Phrase, KeyPath<OccasionCounts, Int>)] = [
      (.touchpointDue, \.due), (.touchpointDone, \.done), (.touchpointMissed, \.missed),
      (.touchpointSkipped, \.skipped), (.touchpointWaiting, \.waiting),
    ]
    let hasTiers = calendar.tiers.count > 1
    var rows: [[String]] = []
    for (place, rule) in calendar.rules.enumerated() {
      guard calendar.isKnown(place) else {
        let unknown = [rule.id, name(place)] + (hasTiers ? [""] : [])
        rows.append(unknown + columns.map { _ in language.text(.touchpointUnknown) })
        continue
      }
      var tiers: [(String?, OccasionCounts)] = [(nil, calendar.counts(place))]
      if hasTiers {
        tiers += zip(calendar.tiers, calendar.matrix[place]).map {
          ($0 ?? language.text(.touchpointNoTier), $1)
        }.filter { $0.1 != OccasionCounts() }
      }
      for (tier, counts) in tiers {
        let names = tier == nil ? [rule.id, name(place)] : ["", ""]
        rows.append(
          names + (hasTiers ? [tier ?? ""] : []) + columns.map { language.number(counts[keyPath: $0.1]) })
      }
    }
    let headings =
      [language.text(.touchpointRule), ""] + (hasTiers ? [language.text(.touchpointTier)] : [])
      + columns.map { language.text($0.0) }
    return ReportText.table(
      headings, rows: rows,
      alignments: Array(repeating: .left, count: hasTiers ? 3 : 2) + columns.map { _ in .right })
  }

  private func today() -> [UInt8] {
    var rows: [[String]] = []
    var more = 0
    for place in calendar.rules.indices {
      let count = calendar.today.count(place)
      more += max(0, count - Self.textRows)
    }
    for due in calendar.dues(limit: Self.textRows) {
      rows.append([
        name(due.place), label(due.member), due.occasion.description, due.closes.description,
        host(due.member)?.painted ?? "–", word(due.handedTo)?.painted ?? "",
      ])
    }
    let table = ReportText.table(
      [
        language.text(.touchpointRule), language.text(.touchpointWho), language.text(.touchpointOccasion),
        language.text(.touchpointCloses), language.text(.touchpointHost), language.text(.touchpointHanded),
      ], rows: rows, alignments: Array(repeating: .left, count: 6))
    return table + (more > 0 ? Array((language.text(.touchpointMore, ["count": more]) + "\n").utf8) : [])
  }

  private func nextDays() -> [UInt8] {
    var rows: [[String]] = []
    for day in calendar.nextDays {
      for (place, count) in day.counts.enumerated() where count > 0 {
        let members = day.members[place].prefix(4).map { id($0).painted }.joined(separator: " ")
        rows.append([
          day.day.description, name(place), language.number(count), members + (count > 4 ? " …" : ""),
        ])
      }
    }
    return ReportText.table(
      [
        language.text(.touchpointDay), language.text(.touchpointRule), language.text(.touchpointDue),
        language.text(.touchpointWho),
      ], rows: rows, alignments: [.left, .left, .right, .left])
  }

  private func missed() -> [UInt8] {
    let rows = calendar.missed.enumerated().flatMap { place, missed in
      missed.prefix(3).map { [name(place), label($0.member), $0.closed.description] }
    }
    return ReportText.table(
      [language.text(.touchpointRule), language.text(.touchpointWho), language.text(.touchpointCloses)],
      rows: rows, alignments: [.left, .left, .left])
  }

  private func cadence() -> [UInt8] {
    let rows = calendar.cadence.map { cadence in
      let missed = cadence.periods.dropLast().filter { !$0.isKept }.suffix(5).map(\.first.description)
      let isKept = cadence.periods.last?.isKept ?? false
      return [
        language.text(cadence.slot.name), language.text(cadence.slot.every.title),
        "\(cadence.kept)/\(cadence.over)", language.text(isKept ? .cadenceKept : .cadenceOpen),
        missed.joined(separator: " "),
      ]
    }
    return ReportText.table(
      [
        "", language.text(.cadenceEvery), language.text(.cadenceKept), language.text(.cadenceNow),
        language.text(.cadenceLast),
      ], rows: rows, alignments: [.left, .left, .right, .left, .left])
  }
}
