public import Community
public import JSONTape

extension Program {
  /// Reads `program.json`. A key that can't be used keeps its default and makes a problem; the others count.
  public static func read(_ text: [UInt8]) -> (program: Program, problems: [ProgramProblem]) {
    do throws(JSONError) {
      return read(try JSONValue(parsing: text))
    } catch {
      let reason = text.withUnsafeBufferPointer { SetAsideReason(error.fault, in: $0) }
      return (Program(), [.unreadable(reason, line: error.line, column: error.column)])
    }
  }

  /// Reads the file of a programme, with the state of the file that was read.
  static func read(
    at path: String, _ opener: any FileOpener
  ) -> (program: Program, problems: [ProgramProblem], status: FileStatus?) {
    var status: FileStatus?
    do throws(StreamFault) {
      let text: [UInt8]
      do throws(FileFault) {
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
      return (Program(), [.unreadable(SetAsideReason(error), line: nil, column: nil)], status)
    }
  }

  /// Reads a programme's tree.
  public static func read(_ tree: JSONValue) -> (program: Program, problems: [ProgramProblem]) {
    var program = Program()
    var problems: [ProgramProblem] = []
    guard tree.fields != nil else {
      return (program, [.unreadable(.notAnObject, line: nil, column: nil)])
    }
    for (path, value) in leaves(tree, under: "") {
      guard let key = Program.keys.first(where: { $0.path == path }) else {
        // A table in place of a value, or a value in place of a table.
        if Program.keys.contains(where: { $0.path.hasPrefix(path + ".") }) {
          problems.append(.wrongType(path: path, expected: .object))
        } else {
          problems.append(.unknownKey(path: path, nearest: nearestName(to: path, among: Program.keys.lazy.map(\.path))))
        }
        continue
      }
      if value.isNull { continue }
      if let problem = program.set(key, value) { problems.append(problem) }
    }
    return (program, problems)
  }

  /// The effective programme: every key with its value.
  public var json: JSONValue {
    var root = JSONValue.object([])
    for key in Program.keys {
      root.insert(value(of: key.path), at: key.path.split(separator: ".").map(String.init))
    }
    return root
  }

  /// Values by path; objects on the way to known keys are walked into, others are values.
  private static func leaves(_ tree: JSONValue, under prefix: String) -> [(String, JSONValue)] {
    var seen: Set<String> = []
    var leaves: [(String, JSONValue)] = []
    for field in (tree.fields ?? []).reversed() where seen.insert(field.key).inserted {
      let path = prefix + field.key
      let isTable = field.value.fields != nil && Program.keys.contains { $0.path.hasPrefix(path + ".") }
      leaves += isTable ? Program.leaves(field.value, under: path + ".").reversed() : [(path, field.value)]
    }
    return leaves.reversed()
  }

  private mutating func set(_ key: Key, _ value: JSONValue) -> ProgramProblem? {
    switch key.kind {
    case .text:
      guard let text = value.string else { return .wrongType(path: key.path, expected: .text) }
      return set(key.path, text) ? nil : .badValue(path: key.path, value: text)
    case .boolean:
      guard let bool = value.bool else { return .wrongType(path: key.path, expected: .boolean) }
      if key.path == "mask.names" { masksNames = bool }
    case .texts:
      guard let elements = value.elements else { return .wrongType(path: key.path, expected: .array) }
      let texts = elements.compactMap { $0.string ?? $0.integer.map { String($0) } }
      guard texts.count == elements.count else { return .wrongType(path: key.path, expected: .text) }
      if key.path == "community.bots" { bots = texts }
    case .asOf:
      switch value {
      case .string("now"): asOf = .now
      case .string("latest"): asOf = .latest
      case .string(let text) where isTime(text): asOf = .fixed(text)
      case .integer(let number) where isTime(String(number)): asOf = .fixed(String(number))
      case .string(let text): return .badValue(path: key.path, value: text)
      default: return .wrongType(path: key.path, expected: .time)
      }
    }
    return nil
  }

  private func isTime(_ text: String) -> Bool {
    withUTF8(text) { (try? Instant.parse($0.assumingMemoryBound(to: UInt8.self), zone: .utc)) != nil }
  }

  /// Sets a text; false when the key doesn't take it.
  private mutating func set(_ path: String, _ text: String) -> Bool {
    switch path {
    case "name": name = text.isEmpty ? nil : text
    case "currency":
      guard text.utf8.count == 3, text.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) else {
        return false
      }
      currency = text
    case "time_zone":
      guard (try? Zone.named(text)) != nil else { return false }
      timeZone = text
    default: return false
    }
    return true
  }

  private func value(of path: String) -> JSONValue {
    switch path {
    case "name": name.map { .string($0) } ?? .null
    case "currency": .string(currency)
    case "time_zone": timeZone.map { .string($0) } ?? .null
    case "as_of":
      switch asOf {
      case .now: "now"
      case .latest: "latest"
      case .fixed(let text): .string(text)
      }
    case "mask.names": .bool(masksNames)
    case "community.bots": .array(bots.map { .string($0) })
    default: .null
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
