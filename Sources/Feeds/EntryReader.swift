import Bytes
import Community
import JSONTape

/// Reads the fields of one object in a list of the programme. What isn't as it should be keeps what stands there and
/// makes a problem at its place.
struct EntryReader {
  let path: String
  let element: JSONValue
  var problems: [ProgramProblem] = []

  /// Nil for what isn't an object. Names of fields that aren't among `keys` make problems.
  init?(_ element: JSONValue, at path: String, keys: [String], problems: inout [ProgramProblem]) {
    self.path = path
    self.element = element
    guard let fields = element.fields else {
      problems.append(.wrongType(path: path, expected: .object))
      return nil
    }
    for field in fields where !keys.contains(field.key) {
      self.problems.append(
        .unknownKey(path: "\(path).\(field.key)", nearest: nearestName(to: field.key, among: keys)))
    }
  }

  /// What is given under a key; null is as if it weren't.
  subscript(key: String) -> JSONValue? {
    guard let value = element[key], !value.isNull else { return Optional.none }
    return value
  }

  private mutating func wrongType(_ key: String, _ expected: SetAsideProblem.ExpectedType) {
    problems.append(.wrongType(path: "\(path).\(key)", expected: expected))
  }

  mutating func badValue(_ key: String, _ value: String, among known: [String] = []) {
    problems.append(
      .badValue(path: "\(path).\(key)", value: value, nearest: nearestName(to: value, among: known)))
  }

  /// An id, which is required: nil makes a problem.
  mutating func id() -> String? {
    guard let id = self["id"]?.string ?? self["id"]?.integer.map({ String($0) }), !id.isEmpty else {
      wrongType("id", .text)
      return nil
    }
    return id
  }

  mutating func text(_ key: String) -> String? {
    guard let value = self[key] else { return nil }
    if value.string == nil { wrongType(key, .text) }
    return value.string
  }

  /// One text for both languages, or an object with one for each; one that's missing is taken from the other.
  mutating func bilingual(_ key: String) -> BilingualText? {
    guard let value = self[key] else { return nil }
    if let text = value.string { return BilingualText(text) }
    let english = value["en"]?.string
    let chinese = value["zh"]?.string
    guard value.fields != nil, let either = english ?? chinese else {
      wrongType(key, .text)
      return nil
    }
    return BilingualText(english: english ?? either, chinese: chinese ?? either)
  }

  mutating func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
    guard let value = self[key] else { return nil }
    guard let number = value.double else {
      wrongType(key, .number)
      return nil
    }
    if range.contains(number) { return number }
    badValue(key, Int64(exactly: number).map { String($0) } ?? "\(number)")
    return nil
  }

  mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let number = number(key, -1e15...1e15) else { return nil }
    if let whole = Int(exactly: number), range.contains(whole) { return whole }
    badValue(key, Int64(exactly: number).map { String($0) } ?? "\(number)")
    return nil
  }

  /// One of some words.
  mutating func word(_ key: String, among words: [String]) -> String? {
    guard let text = text(key) else { return nil }
    if words.contains(text) { return text }
    badValue(key, text, among: words)
    return nil
  }

  mutating func texts(_ key: String) -> [String]? {
    guard let value = self[key] else { return nil }
    guard let elements = value.elements else {
      wrongType(key, .array)
      return nil
    }
    return elements.enumerated().compactMap { place, element in
      if element.string == nil { wrongType("\(key).\(place)", .text) }
      return element.string
    }
  }
}

extension JSONValue {
  init(_ text: BilingualText) {
    self = .object([Field("en", .string(text.english)), Field("zh", .string(text.chinese))])
  }

  /// A whole number without a point.
  init(exact number: Double) { self = Int64(exactly: number).map { .integer($0) } ?? .number(number) }
}
