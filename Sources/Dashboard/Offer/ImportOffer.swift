import Community
import Imports
import Reports
import Screen
import Texts

/// What an import would make of a source, to be looked over, changed and run: shown before the dashboard where a folder holds
/// exports and no feeds yet.
struct ImportOffer {
  enum Phase {
    case planning
    case plan
    case running(ImportProgress)
    case failed(String)
    case done(ImportOutcome)
  }

  /// A field of the source, or a whole form that needs no mapping.
  struct Row {
    var part: Int
    /// Table and field of the part's mapping; nil for a form that is known by name.
    var place: (table: Int, field: Int)?
    var name: String
    var samples: String
    var target: String
    var problem: String?
  }

  /// What the loop is to do.
  enum Effect: Equatable {
    case none
    case plan
    case run
    /// Ends: true goes on to the dashboard.
    case end(Bool)
  }

  let source: String
  let folder: String
  let language: Language
  var phase = Phase.planning
  private(set) var parts: [ImportOutcome.Part] = []
  private(set) var rows: [Row] = []
  /// Mappings that were changed, by their part's identity.
  private(set) var edited: [String: Mapping] = [:]
  var dateOrder: TimeForm.Order?
  var selected = 0
  var message = ""

  init(source: String, folder: String, language: Language) {
    self.source = source
    self.folder = folder
    self.language = language
  }

  /// Takes what the source looks like.
  mutating func receive(_ outcome: ImportOutcome) {
    parts = outcome.parts
    phase = .plan
    makeRows()
  }

  /// Why it can't be run yet; nil when it can.
  var obstacle: String? { rows.lazy.compactMap(\.problem).first }

  /// Whether there are dates that can be read both ways, or somebody said how.
  var hasDateQuestion: Bool {
    dateOrder != nil
      || parts.contains { $0.notes.contains { if case .ambiguousDates = $0 { true } else { false } } }
  }

  // MARK: Keys

  mutating func press(_ key: Key) -> Effect {
    message = ""
    switch phase {
    case .planning: return key.isQuit ? .end(false) : .none
    case .running: return key.isQuit ? .end(false) : .none
    case .failed: return key == Key(.enter) || key.isQuit ? .end(false) : .none
    case .done: return key == Key(.enter) || key.isQuit ? .end(true) : .none
    case .plan: break
    }
    switch key.code {
    case .up, .character("k"): selected = max(0, selected - 1)
    case .down, .character("j"): selected = min(rows.count - 1, selected + 1)
    case .home: selected = 0
    case .end: selected = max(0, rows.count - 1)
    case .left, .character("h"): change(by: -1)
    case .right, .character("l"): change(by: 1)
    case .character("d") where hasDateQuestion:
      dateOrder = dateOrder == .dayFirst ? .monthFirst : .dayFirst
      return .plan
    case .enter:
      if let obstacle {
        message = obstacle
        return .none
      }
      return .run
    case .escape, .character("q"): return .end(false)
    default: break
    }
    return .none
  }

  /// Gives the selected field the next target that the feed has, or none.
  private mutating func change(by step: Int) {
    guard rows.indices.contains(selected), let place = rows[selected].place else { return }
    let part = rows[selected].part
    guard var mapping = parts[part].mapping else { return }
    let feed = mapping.tables[place.table].feed
    let targets: [String?] = [nil] + FeedTargets.names(of: feed).filter { !$0.hasSuffix("*") }
    var field = mapping.tables[place.table].fields[place.field]
    let index = targets.firstIndex(of: field.to) ?? 0
    field.to = targets[(index + step + targets.count) % targets.count]
    field.type = FeedTargets.type(of: field.to, in: feed)
    if field.type == .datetime || field.type == .date {
      field.format = field.format ?? "any"
    } else {
      field.format = nil
    }
    mapping.tables[place.table].fields[place.field] = field
    if mapping.tables[place.table].primaryKey.contains(field.name), field.to != "id" {
      mapping.tables[place.table].primaryKey = []
    }
    parts[part].mapping = mapping
    parts[part].notes =
      mapping.missingTargets
      + parts[part].notes.filter { if case .ambiguousDates = $0 { true } else { false } }
    edited[parts[part].identity] = mapping
    makeRows()
  }

  // MARK: Rows

  private mutating func makeRows() {
    rows = []
    for (number, part) in parts.enumerated() {
      guard let mapping = part.mapping else {
        rows.append(
          Row(
            part: number, name: part.format.title,
            samples: language.text(.importFiles, ["count": part.files]), target: language.text(.offerKnown)))
        continue
      }
      for (table, plan) in mapping.tables.enumerated() {
        for (index, field) in plan.fields.enumerated() {
          rows.append(row(number, part, table, index, field, plan.feed))
        }
      }
      for note in part.notes {
        if case .missingTarget(let feed, let target) = note {
          rows.append(
            Row(
              part: number, name: "–", samples: "", target: title(of: target, in: feed),
              problem: language.text(
                .importNoteMissing, ["feed": language.text(feed), "target": language.target(target)])))
        }
      }
    }
    selected = max(0, min(selected, rows.count - 1))
  }

  private func row(
    _ number: Int, _ part: ImportOutcome.Part, _ table: Int, _ index: Int, _ field: MappedField, _ feed: Feed
  ) -> Row {
    var problem: String?
    for note in part.notes {
      if case .ambiguousDates(field.name, let value) = note {
        problem = language.text(.offerAmbiguous, ["value": value])
      }
    }
    return Row(
      part: number, place: (table, index), name: field.name,
      samples: part.samples[field.name]?.joined(separator: language == .english ? ", " : "、") ?? "",
      target: field.to.map { title(of: $0, in: feed) } ?? language.text(.importNotTaken),
      problem: problem)
  }

  private func title(of target: String, in feed: Feed) -> String {
    "\(language.text(feed)) · \(language.target(target))"
  }
}

extension Key {
  fileprivate var isQuit: Bool { self == Key(.escape) || self == Key("q") || self == Key("c", .ctrl) }
}
