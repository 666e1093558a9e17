import Bytes
import Community
import JSONTape

extension TouchpointRule {
  private static let keys = [
    "id", "name", "trigger", "before", "after", "who", "text", "benefit", "value", "channel", "cost",
  ]

  /// Reads the calendar of a programme, whose order is kept. A rule that can't be used is left out and makes a
  /// problem; a wrong field keeps its default.
  static func read(_ elements: [JSONValue], at path: String) -> (
    rules: [TouchpointRule], problems: [ProgramProblem]
  ) {
    var rules: [TouchpointRule] = []
    var problems: [ProgramProblem] = []
    for (place, element) in elements.enumerated() {
      guard
        var reader = EntryReader(element, at: "\(path).\(place)", keys: keys, problems: &problems)
      else { continue }
      let rule = read(&reader, known: rules.map(\.id))
      problems += reader.problems
      if let rule { rules.append(rule) }
    }
    return (rules, problems)
  }

  private static func read(_ reader: inout EntryReader, known: [String]) -> TouchpointRule? {
    guard let id = reader.id() else { return nil }
    if known.contains(id) {
      reader.badValue("id", id)
      return nil
    }
    let standard = defaults.first { $0.id == id }
    let trigger = TouchpointTrigger.read(&reader)
    guard var rule = standard ?? trigger.map({ TouchpointRule(id: id, name: BilingualText(id), trigger: $0) })
    else {
      // What is wrong with a trigger that is given was told already.
      if reader["trigger"] == nil { reader.badValue("trigger", "") }
      return nil
    }
    if let trigger { rule.trigger = trigger }
    if let name = reader.bilingual("name") { rule.name = name }
    let days = 0...longestWindow
    let before = reader.whole("before", days) ?? rule.before
    let after = reader.whole("after", days) ?? rule.after
    if before + after <= longestWindow {
      (rule.before, rule.after) = (before, after)
    } else {
      reader.badValue("after", String(after))
    }
    if let who = reader.text("who") { rule.who = who }
    if let text = reader.bilingual("text") { rule.text = text }
    if let benefit = reader.bilingual("benefit") { rule.benefit = benefit }
    if let value = reader.number("value", -1000...1000) { rule.value = value }
    if let channel = reader.text("channel") { rule.channel = channel.isEmpty ? nil : channel }
    if let cost = reader.number("cost", 0...1e9) { rule.cost = cost }
    return rule
  }

  /// The rule as `program.json` has it.
  var json: JSONValue {
    .object([
      JSONValue.Field("id", .string(id)), JSONValue.Field("name", JSONValue(name)),
      JSONValue.Field("trigger", trigger.json),
      JSONValue.Field("before", .integer(Int64(before))), JSONValue.Field("after", .integer(Int64(after))),
      JSONValue.Field("who", .string(who)), JSONValue.Field("text", JSONValue(text)),
      JSONValue.Field("benefit", JSONValue(benefit)), JSONValue.Field("value", JSONValue(exact: value)),
      JSONValue.Field("channel", channel.map { .string($0) } ?? .null),
      JSONValue.Field("cost", JSONValue(exact: cost)),
    ])
  }
}

extension TouchpointTrigger {
  private static let weatherKeys = [
    "condition", "high_above", "high_below", "low_above", "low_below", "high_drop", "low_drop",
  ]

  /// The keys that a trigger has beside `on`.
  private var keys: [String] {
    switch self {
    case .birthday, .anniversary, .tierGained, .challengeMissed: []
    case .memberDay: ["day", "weekday"]
    case .weather: TouchpointTrigger.weatherKeys
    case .purchase: ["number"]
    case .afterPurchase, .complaintResolved, .tierAtRisk, .pointsExpiring, .hostSilent: ["days"]
    case .stageEntered: ["stage"]
    }
  }

  /// A word, or an object that says more under it: `{"on": "after_purchase", "days": 7}`.
  ///
  /// - Returns: nil without a trigger, and for one that can't be used, which makes a problem.
  fileprivate static func read(_ rule: inout EntryReader) -> TouchpointTrigger? {
    guard var value = rule["trigger"] else { return nil }
    if let word = value.string { value = .object([JSONValue.Field("on", .string(word))]) }
    let path = "\(rule.path).trigger"
    guard value.fields != nil else {
      rule.problems.append(.wrongType(path: path, expected: .object))
      return nil
    }
    let words = samples.map(\.id)
    let sample = samples.first { $0.id == value["on"]?.string }
    guard let sample else {
      let word = value["on"]?.string ?? ""
      rule.problems.append(
        .badValue(path: path + ".on", value: word, nearest: nearestName(to: word, among: words)))
      return nil
    }
    guard
      var reader = EntryReader(value, at: path, keys: ["on"] + sample.keys, problems: &rule.problems)
    else { return nil }
    let trigger = sample.read(&reader)
    rule.problems += reader.problems
    return trigger
  }

  /// The same kind of trigger with what is given. Days that are wrong keep their default; a day, a stage or a sign of
  /// the weather that is wrong makes the trigger useless.
  private func read(_ reader: inout EntryReader) -> TouchpointTrigger? {
    let days = 0...3650
    switch self {
    case .birthday, .anniversary, .tierGained, .challengeMissed: return self
    case .memberDay: return TouchpointTrigger.readMemberDay(&reader)
    case .weather: return TouchpointTrigger.readWeather(&reader)
    case .purchase(let number): return .purchase(number: reader.whole("number", 1...100_000) ?? number)
    case .afterPurchase(let standard): return .afterPurchase(days: reader.whole("days", days) ?? standard)
    case .complaintResolved(let standard):
      return .complaintResolved(days: reader.whole("days", days) ?? standard)
    case .tierAtRisk(let standard): return .tierAtRisk(days: reader.whole("days", 0...92) ?? standard)
    case .pointsExpiring(let standard): return .pointsExpiring(days: reader.whole("days", days) ?? standard)
    case .hostSilent(let standard): return .hostSilent(days: reader.whole("days", 1...3650) ?? standard)
    case .stageEntered(let standard):
      guard reader["stage"] != nil else { return .stageEntered(standard) }
      return reader.word("stage", among: TouchpointTrigger.stages).map { .stageEntered($0) }
    }
  }

  private static func readMemberDay(_ reader: inout EntryReader) -> TouchpointTrigger? {
    if reader["weekday"] != nil {
      if reader["weekday"]?.double != nil {
        return reader.whole("weekday", 1...7).map { .memberDay(.weekday($0)) }
      }
      return reader.word("weekday", among: weekdays).flatMap { weekdays.firstIndex(of: $0) }.map {
        .memberDay(.weekday($0 + 1))
      }
    }
    guard reader["day"] != nil else { return .memberDay(.dayOfMonth(18)) }
    return reader.whole("day", 1...31).map { .memberDay(.dayOfMonth($0)) }
  }

  /// One sign; of several the first in the order of the keys.
  private static func readWeather(_ reader: inout EntryReader) -> TouchpointTrigger? {
    if let condition = reader.text("condition") { return .weather(.condition(condition)) }
    let degrees = -100.0...100.0
    if let bound = reader.number("high_above", degrees) { return .weather(.highAbove(bound)) }
    if let bound = reader.number("high_below", degrees) { return .weather(.highBelow(bound)) }
    if let bound = reader.number("low_above", degrees) { return .weather(.lowAbove(bound)) }
    if let bound = reader.number("low_below", degrees) { return .weather(.lowBelow(bound)) }
    if let drop = reader.number("high_drop", 0...100) { return .weather(.highDrop(drop)) }
    if let drop = reader.number("low_drop", 0...100) { return .weather(.lowDrop(drop)) }
    if reader.problems.isEmpty { reader.badValue("condition", "") }
    return nil
  }

  fileprivate var json: JSONValue {
    var fields = [JSONValue.Field("on", .string(id))]
    func add(_ key: String, _ number: Double) {
      fields.append(JSONValue.Field(key, JSONValue(exact: number)))
    }
    switch self {
    case .birthday, .anniversary, .tierGained, .challengeMissed: break
    case .memberDay(.dayOfMonth(let day)): add("day", Double(day))
    case .memberDay(.weekday(let day)):
      let word = (1...7).contains(day) ? TouchpointTrigger.weekdays[day - 1] : String(day)
      fields.append(JSONValue.Field("weekday", .string(word)))
    case .weather(.condition(let word)): fields.append(JSONValue.Field("condition", .string(word)))
    case .weather(.highAbove(let bound)): add("high_above", bound)
    case .weather(.highBelow(let bound)): add("high_below", bound)
    case .weather(.lowAbove(let bound)): add("low_above", bound)
    case .weather(.lowBelow(let bound)): add("low_below", bound)
    case .weather(.highDrop(let drop)): add("high_drop", drop)
    case .weather(.lowDrop(let drop)): add("low_drop", drop)
    case .purchase(let number): add("number", Double(number))
    case .afterPurchase(let days), .complaintResolved(let days), .tierAtRisk(let days),
      .pointsExpiring(let days), .hostSilent(let days):
      add("days", Double(days))
    case .stageEntered(let stage): fields.append(JSONValue.Field("stage", .string(stage)))
    }
    return .object(fields)
  }
}

extension CadenceSlot {
  private static let keys = ["id", "name", "every", "kinds", "space"]

  /// Reads the cadence of a programme. A slot that can't be used is left out and makes a problem.
  static func read(_ elements: [JSONValue], at path: String) -> (
    slots: [CadenceSlot], problems: [ProgramProblem]
  ) {
    var slots: [CadenceSlot] = []
    var problems: [ProgramProblem] = []
    for (place, element) in elements.enumerated() {
      guard
        var reader = EntryReader(element, at: "\(path).\(place)", keys: keys, problems: &problems)
      else { continue }
      let slot = read(&reader, known: slots.map(\.id))
      problems += reader.problems
      if let slot { slots.append(slot) }
    }
    return (slots, problems)
  }

  private static func read(_ reader: inout EntryReader, known: [String]) -> CadenceSlot? {
    guard let id = reader.id() else { return nil }
    if known.contains(id) {
      reader.badValue("id", id)
      return nil
    }
    let standard = defaults.first { $0.id == id }
    var slot = standard ?? CadenceSlot(id: id, name: BilingualText(id), every: .week, kinds: [])
    if let name = reader.bilingual("name") { slot.name = name }
    if let every = reader.word("every", among: Period.allCases.map(\.rawValue)).flatMap(Period.init) {
      slot.every = every
    }
    if let kinds = reader.texts("kinds") { slot.kinds = kinds }
    if let space = reader.text("space") { slot.space = space.isEmpty ? nil : space }
    if slot.kinds.isEmpty {
      reader.badValue("kinds", "")
      return nil
    }
    return slot
  }

  var json: JSONValue {
    .object([
      JSONValue.Field("id", .string(id)), JSONValue.Field("name", JSONValue(name)),
      JSONValue.Field("every", .string(every.rawValue)),
      JSONValue.Field("kinds", .array(kinds.map { .string($0) })),
      JSONValue.Field("space", space.map { .string($0) } ?? .null),
    ])
  }
}
