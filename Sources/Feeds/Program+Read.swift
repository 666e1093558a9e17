import Bytes
import Community
import JSONTape

extension Program {
  /// Reads `program.json`. A key that can't be used keeps its default and makes a problem; the others count.
  package static func read(_ text: [UInt8]) -> (program: Program, problems: [ProgramProblem]) {
    do throws(PlacedJSONProblem) {
      return read(try JSONValue(parsing: text))
    } catch {
      let reason = text.withView { text in
        text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF])
          ? .utf16 : JSONDiagnosis(error.fault, in: text).reason
      }
      return (Program(), [.unreadable(reason, line: error.line, column: error.column)])
    }
  }

  /// Reads the file of a programme, with the state of the file that was read.
  static func read(
    at path: String, _ opener: any FileOpener
  ) -> (program: Program, problems: [ProgramProblem], status: FileStatus?) {
    var status: FileStatus?
    do throws(StreamProblem) {
      let text: [UInt8]
      do throws(FileReadProblem) {
        let file = try opener.open(path)
        let now = try file.status()
        status = now
        guard now.size <= 64 << 20 else {
          return (Program(), [.unreadable(.tooLong, line: nil, column: nil)], now)
        }
        text = try file.bytes(upTo: now.size)
      } catch {
        throw .file(error)
      }
      let (program, problems) = read(text)
      return (program, problems, status)
    } catch {
      return (Program(), [.unreadable(SetAsideProblem(error), line: nil, column: nil)], status)
    }
  }

  /// Reads a programme's tree.
  package static func read(_ tree: JSONValue) -> (program: Program, problems: [ProgramProblem]) {
    var program = Program()
    var problems: [ProgramProblem] = []
    guard tree.fields != nil else {
      return (program, [.unreadable(.notAnObject, line: nil, column: nil)])
    }
    // Ready-made tiers come before what changes them, wherever they stand.
    let leaves = leaves(tree, under: "")
    let isReadyMade = { (leaf: (path: String, value: JSONValue)) in leaf.path == "tiers.programme" }
    for (path, value) in leaves.filter(isReadyMade) + leaves.filter({ !isReadyMade($0) }) {
      guard let key = Program.keys.first(where: { $0.path == path }) else {
        // A table in place of a value, or a value in place of a table.
        if Program.keys.contains(where: { $0.path.hasPrefix(path + ".") }) {
          problems.append(.wrongType(path: path, expected: .object))
        } else {
          problems.append(
            .unknownKey(path: path, nearest: nearestName(to: path, among: Program.keys.lazy.map(\.path))))
        }
        continue
      }
      problems += program.set(key, value)
    }
    problems += program.tiers.problems.map { .tiers(path: $0.path, problem: $0.problem) }
    return (program, problems)
  }

  /// The effective programme: every key with its value.
  package var json: JSONValue {
    var root = JSONValue.object([])
    for key in Program.keys {
      root.insert(value(of: key.kind), at: key.path.split(separator: ".").map(String.init))
    }
    return root
  }

  /// Values by path; objects on the way to known keys are walked into, others are values. What is null isn't there.
  private static func leaves(_ tree: JSONValue, under prefix: String) -> [(path: String, value: JSONValue)] {
    var seen: Set<String> = []
    var leaves: [(path: String, value: JSONValue)] = []
    for field in (tree.fields ?? []).reversed() where seen.insert(field.key).inserted && !field.value.isNull {
      let path = prefix + field.key
      let isTable = field.value.fields != nil && Program.keys.contains { $0.path.hasPrefix(path + ".") }
      leaves += isTable ? Program.leaves(field.value, under: path + ".").reversed() : [(path, field.value)]
    }
    return leaves.reversed()
  }

  private mutating func set(_ key: Key, _ value: JSONValue) -> [ProgramProblem] {
    func wrongType(_ expected: SetAsideProblem.ExpectedType) -> [ProgramProblem] {
      [.wrongType(path: key.path, expected: expected)]
    }
    func badValue(_ text: String, nearest: String? = nil) -> [ProgramProblem] {
      [.badValue(path: key.path, value: text, nearest: nearest)]
    }
    switch key.kind {
    case .text(let place):
      guard let text = value.string else { return wrongType(.text) }
      self[keyPath: place] = text.isEmpty ? nil : text
    case .currency(let place):
      guard let text = value.string else { return wrongType(.text) }
      let isCode =
        text.utf8.count == 3 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
      guard isCode else { return badValue(text) }
      self[keyPath: place] = text
    case .timeZone(let place):
      guard let text = value.string else { return wrongType(.text) }
      do throws(ZoneProblem) {
        _ = try Zone.named(text)
        self[keyPath: place] = text
      } catch {
        switch error {
        case .unknown(_, let nearest): return badValue(text, nearest: nearest)
        case .noData: return [.noZoneData(path: key.path, value: text)]
        }
      }
    case .boolean(let place):
      guard let bool = value.bool else { return wrongType(.boolean) }
      self[keyPath: place] = bool
    case .texts(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let texts = elements.map { $0.string ?? $0.integer.map { String($0) } }
      self[keyPath: place] = texts.compactMap { $0 }
      return texts.enumerated().filter { $0.element == nil }.map { index, _ in
        .wrongType(path: "\(key.path).\(index)", expected: .text)
      }
    case .serviceBlocks(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let blocks = elements.map { $0.string.flatMap(ServiceBlock.init) }
      self[keyPath: place] = blocks.compactMap { $0 }
      return problems(of: blocks, in: elements, at: key.path)
    case .days(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let days = elements.map { $0.string.flatMap { Day($0) } }
      self[keyPath: place] = days.compactMap { $0 }
      return problems(of: days, in: elements, at: key.path)
    case .asOf(let place):
      guard let text = value.string ?? value.integer.map({ String($0) }) else { return wrongType(.time) }
      switch text {
      case "now": self[keyPath: place] = .now
      case "latest": self[keyPath: place] = .latest
      default:
        guard isTime(text) else {
          return badValue(text, nearest: nearestName(to: text, among: ["now", "latest"]))
        }
        self[keyPath: place] = .fixed(text)
      }
    case .word(let place):
      guard let text = value.string else { return wrongType(.text) }
      guard !text.isEmpty else { return badValue(text) }
      self[keyPath: place] = text
    case .choice(let place, let words):
      guard let text = value.string else { return wrongType(.text) }
      guard words.contains(text) else { return badValue(text, nearest: nearestName(to: text, among: words)) }
      self[keyPath: place] = text
    case .choices(let place, let words):
      guard let elements = value.elements else { return wrongType(.array) }
      let texts = elements.map { $0.string ?? $0.text() }
      self[keyPath: place] = texts.filter { words.contains($0) }
      return texts.filter { !words.contains($0) }.flatMap {
        badValue($0, nearest: nearestName(to: $0, among: words))
      }
    case .whole(let place, let range):
      guard let number = value.double else { return wrongType(.number) }
      guard let whole = Int(exactly: number), range.contains(whole) else { return badValue("\(number)") }
      self[keyPath: place] = whole
    case .number(let place, let range):
      guard let number = value.double else { return wrongType(.number) }
      guard range.contains(number) else { return badValue("\(number)") }
      self[keyPath: place] = number
    case .plays(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let (plays, problems) = RecallPlay.read(elements, at: key.path)
      self[keyPath: place] = plays
      return problems
    case .touchpointRules(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let (rules, problems) = TouchpointRule.read(elements, at: key.path)
      self[keyPath: place] = rules
      return problems
    case .accountKinds(let place, let isClosed):
      guard let elements = value.elements else { return wrongType(.array) }
      let (kinds, problems) = AccountKind.read(
        elements, at: key.path, over: self[keyPath: place], isClosed: isClosed)
      self[keyPath: place] = kinds
      return problems
    case .cadence(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let (slots, problems) = CadenceSlot.read(elements, at: key.path)
      self[keyPath: place] = slots
      return problems
    case .activityPoints(let place):
      guard let fields = value.fields else { return wrongType(.object) }
      let (activities, problems) = ActivityPoints.read(fields, onto: self[keyPath: place], at: key.path)
      self[keyPath: place] = activities
      return problems
    case .topics(let place):
      guard let elements = value.elements else { return wrongType(.array) }
      let (topics, problems) = AnswerTopic.read(elements, at: key.path)
      self[keyPath: place] = topics
      return problems
    case .tierProgramme(let place):
      guard let text = value.string else { return wrongType(.text) }
      guard let programme = TierProgramme(rawValue: text) else {
        return badValue(text, nearest: nearestName(to: text, among: TierProgramme.allCases.map(\.rawValue)))
      }
      self[keyPath: place].programme = text
      self[keyPath: place].tiers = programme.tiers
    case .tiers(let place):
      var problems: [ProgramProblem] = []
      let known = self[keyPath: place].tiers
      if let tiers = TierRule.read(value, at: key.path, known: known, &problems) {
        self[keyPath: place].tiers = tiers
      }
      return problems
    }
    return []
  }

  /// What couldn't be read of an array of texts.
  private func problems<Value>(of values: [Value?], in elements: [JSONValue], at path: String)
    -> [ProgramProblem]
  {
    zip(values, elements).enumerated().compactMap { index, pair in
      guard pair.0 == nil else { return nil }
      guard let text = pair.1.string else {
        return .wrongType(path: "\(path).\(index)", expected: .text)
      }
      return .badValue(path: "\(path).\(index)", value: text, nearest: nil)
    }
  }

  private func isTime(_ text: String) -> Bool {
    text.withBytes { (try? Instant.parse($0, zone: .utc)) != nil }
  }

  private func value(of kind: Key.Kind) -> JSONValue {
    switch kind {
    case .text(let place), .timeZone(let place): self[keyPath: place].map { .string($0) } ?? .null
    case .currency(let place): .string(self[keyPath: place])
    case .boolean(let place): .bool(self[keyPath: place])
    case .texts(let place), .choices(let place, _): .array(self[keyPath: place].map { .string($0) })
    case .serviceBlocks(let place): .array(self[keyPath: place].map { .string($0.description) })
    case .days(let place): .array(self[keyPath: place].map { .string($0.description) })
    case .asOf(let place):
      switch self[keyPath: place] {
      case .now: "now"
      case .latest: "latest"
      case .fixed(let text): .string(text)
      }
    case .word(let place), .choice(let place, _): .string(self[keyPath: place])
    case .whole(let place, _): .integer(Int64(self[keyPath: place]))
    case .number(let place, _):
      Int64(exactly: self[keyPath: place]).map { .integer($0) } ?? .number(self[keyPath: place])
    case .plays(let place): .array(self[keyPath: place].map(\.json))
    case .touchpointRules(let place): .array(self[keyPath: place].map(\.json))
    case .accountKinds(let place, _): .array(self[keyPath: place].map(\.json))
    case .cadence(let place): .array(self[keyPath: place].map(\.json))
    case .activityPoints(let place): ActivityPoints.json(self[keyPath: place])
    case .topics(let place): .array(self[keyPath: place].map(\.json))
    case .tierProgramme(let place): .string(self[keyPath: place].programme)
    case .tiers(let place): .array(self[keyPath: place].tiers.map(\.json))
    }
  }
}

extension JSONValue {
  fileprivate mutating func insert(_ value: JSONValue, at path: [String]) {
    guard case .object(var fields) = self, let key = path.first else { return }
    if path.count == 1 {
      fields.append(Field(key, value))
    } else {
      let place = fields.firstIndex { $0.key == key } ?? fields.count
      if place == fields.count { fields.append(Field(key, .object([]))) }
      fields[place].value.insert(value, at: Array(path.dropFirst()))
    }
    self = .object(fields)
  }
}
