import Bytes
import Community
import JSONTape

/// Hosts and campaigns, of which there are few: their records are read one by one.
struct TreeRecord {
  private let value: TapeValue
  private let zone: Zone
  private(set) var faults: [RecordReader.FieldProblem] = []

  init(_ value: TapeValue, zone: Zone) {
    self.value = value
    self.zone = zone
  }

  /// The last value of a key; nil where it's absent or null.
  private func field(_ name: StaticString) -> TapeValue? {
    var found: TapeValue?
    for (key, value) in value.fields where name.withUTF8Buffer({ $0.elementsEqual(key.bytes) }) {
      found = value.isNull ? nil : value
    }
    return found
  }

  private mutating func refuse(
    _ name: StaticString, _ reason: SetAsideProblem, _ value: TapeValue, range: String? = nil
  ) {
    faults.append(
      RecordReader.FieldProblem(
        field: "\(name)", reason: reason, value: value.shortText,
        hint: acceptedForm(reason, value) ?? (reason == .outOfRange ? range : nil)))
  }

  mutating func text(_ name: StaticString) -> String? {
    guard let value = field(name) else { return nil }
    guard value.kind == .string else {
      refuse(name, .wrongType(expected: .text), value)
      return nil
    }
    return value.utf8.isEmpty ? nil : String(decoding: value.utf8, as: UTF8.self)
  }

  mutating func id(_ name: StaticString) -> String? {
    guard let value = field(name) else { return nil }
    switch value.kind {
    case .string: return value.utf8.isEmpty ? nil : String(decoding: value.utf8, as: UTF8.self)
    case .integer: return String(value.integer)
    case .unsigned: return String(value.unsigned)
    default:
      refuse(name, .wrongType(expected: .id), value)
      return nil
    }
  }

  mutating func time(_ name: StaticString) -> Instant? {
    guard let value = field(name) else { return nil }
    do throws(TimeProblem) {
      switch value.kind {
      case .string: return value.utf8.isEmpty ? nil : try Instant.parse(value.utf8, zone: zone)
      case .integer: return try Instant.parse(epoch: value.integer)
      case .double: return try Instant.parse(epoch: value.double)
      case .unsigned: refuse(name, .outOfRange, value)
      default: refuse(name, .wrongType(expected: .time), value)
      }
    } catch {
      refuse(name, SetAsideProblem(error), value)
    }
    return nil
  }

  mutating func integer(_ name: StaticString, in range: ClosedRange<Int64>) -> Int? {
    guard let value = field(name) else { return nil }
    switch ReadNumber(value) {
    case .integer(let integer) where range.contains(integer): return Int(integer)
    case .number(let number) where number != number.rounded():
      refuse(name, .wrongType(expected: .wholeNumber), value)
    case .number(let number) where range.contains(Int64(exactly: number) ?? .min): return Int(number)
    case .notANumber: refuse(name, .wrongType(expected: .wholeNumber), value)
    default: refuse(name, .outOfRange, value, range: "\(range.lowerBound)–\(range.upperBound)")
    }
    return nil
  }

  mutating func number(_ name: StaticString, in range: ClosedRange<Double>) -> Double? {
    guard let value = field(name) else { return nil }
    switch ReadNumber(value) {
    case .integer(let integer) where range.contains(Double(integer)): return Double(integer)
    case .number(let number) where range.contains(number): return number
    case .notANumber: refuse(name, .wrongType(expected: .number), value)
    default: refuse(name, .outOfRange, value, range: "\(range.lowerBound)–\(range.upperBound)")
    }
    return nil
  }

  /// Objects of an array, with what is wrong in them named after the array.
  mutating func objects<Element>(_ name: StaticString, _ make: (inout TreeRecord) -> Element?) -> [Element] {
    guard let value = field(name) else { return [] }
    guard value.kind == .array else {
      refuse(name, .wrongType(expected: .array), value)
      return []
    }
    var elements: [Element] = []
    for (index, value) in value.elements.enumerated() {
      guard value.kind == .object else {
        faults.append(
          .init(field: "\(name).\(index)", reason: .wrongType(expected: .object), value: value.shortText))
        continue
      }
      var record = TreeRecord(value, zone: zone)
      if let element = make(&record) {
        elements.append(element)
      } else if record.faults.isEmpty {
        record.faults.append(.init(field: "id", reason: .missing))
      }
      for var fault in record.faults {
        fault.field = "\(name).\(index).\(fault.field)"
        faults.append(fault)
      }
    }
    return elements
  }
}

/// Makes something of each record, where that goes.
struct TreeSink<Element>: RecordSink {
  let feed: Feed
  let zone: Zone
  let make: (inout TreeRecord) -> Element?
  let add: (Element) -> Void
  private(set) var fieldFaults: [RecordReader.FieldProblem] = []

  init(
    _ feed: Feed, zone: Zone, make: @escaping (inout TreeRecord) -> Element?,
    add: @escaping (Element) -> Void
  ) {
    self.feed = feed
    self.zone = zone
    self.make = make
    self.add = add
  }

  var hasFaults: Bool { !fieldFaults.isEmpty }

  mutating func read(_ value: TapeValue) -> RecordReader.RecordProblem? {
    fieldFaults = []
    guard value.kind == .object else { return .init(reason: .notAnObject, value: value.shortText) }
    var record = TreeRecord(value, zone: zone)
    guard let element = make(&record) else {
      guard let fault = record.faults.first(where: { $0.field == "id" }) else {
        return .init(
          field: "id", reason: .missing, hint: FieldNames.unknown(meant: "id", of: feed, in: value))
      }
      return .init(field: "id", reason: fault.reason, value: fault.value, hint: fault.hint)
    }
    fieldFaults = record.faults
    add(element)
    return nil
  }

  var readsFlatRecords: Bool { false }

  mutating func readFlat(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ cursor: inout Int, _ end: Int
  ) -> Bool { false }

  mutating func endBlock() {}
}

extension Host {
  init?(_ record: inout TreeRecord) {
    guard let id = record.id("id") else { return nil }
    self.init(id: id, name: record.text("name"), region: record.text("region"), store: record.text("store"))
  }
}

extension Campaign {
  init?(_ record: inout TreeRecord) {
    guard let id = record.id("id") else { return nil }
    self.init(id: id)
    name = record.text("name")
    play = record.id("play")
    arms = record.objects("arms") { arm in
      guard let id = arm.id("id") else { return nil }
      return Arm(id: id, name: arm.text("name"), share: arm.number("share", in: 0...1))
    }
    starts = record.time("starts")
    ends = record.time("ends")
    goal = record.text("goal")
    windowDays = record.integer("window_days", in: 1...36_500)
  }
}
