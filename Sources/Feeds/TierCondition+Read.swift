import Bytes
import Community
import JSONTape

extension TierCondition {
  private static let keys = TierMetric.allCases.map(\.rawValue) + ["all", "any"]

  /// Reads `{"spend": 2000, "last_nps": {"min": 9, "window": 90}, "any": [ … ]}`: everything in an object has to hold.
  ///
  /// What can't be used is left out and makes a problem; nil where nothing is left of it.
  static func read(_ value: JSONValue, at path: String, _ problems: inout [ProgramProblem]) -> TierCondition?
  {
    guard let fields = value.fields else {
      problems.append(.wrongType(path: path, expected: .object))
      return nil
    }
    var parts: [TierCondition] = []
    for (place, field) in fields.enumerated() where !field.value.isNull {
      // Of a key written twice the last counts.
      if fields[(place + 1)...].contains(where: { $0.key == field.key }) { continue }
      let path = "\(path).\(field.key)"
      if let metric = TierMetric(rawValue: field.key) {
        if let minimum = minimum(metric, field.value, path, &problems) { parts.append(.least(minimum)) }
      } else if field.key == "all" || field.key == "any" {
        guard let elements = field.value.elements else {
          problems.append(.wrongType(path: path, expected: .array))
          continue
        }
        let inner = elements.enumerated().compactMap { read($1, at: "\(path).\($0)", &problems) }
        // Where none can be used, alternatives aren't met by nobody nor parts by everybody: they don't count.
        guard !inner.isEmpty || elements.isEmpty else { continue }
        parts.append(field.key == "all" ? .all(inner) : .any(inner))
      } else {
        problems.append(.unknownKey(path: path, nearest: nearestName(to: field.key, among: keys)))
      }
    }
    if parts.isEmpty, !fields.allSatisfy(\.value.isNull) { return nil }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func minimum(
    _ metric: TierMetric, _ value: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> TierMinimum? {
    guard value.fields != nil else {
      return least(metric, value, path, &problems).map { TierMinimum(metric, $0) }
    }
    for field in value.fields ?? [] where field.key != "min" && field.key != "window" {
      problems.append(
        .unknownKey(
          path: "\(path).\(field.key)", nearest: nearestName(to: field.key, among: ["min", "window"])))
    }
    guard let number = value["min"] else {
      problems.append(.wrongType(path: path + ".min", expected: .number))
      return nil
    }
    guard let least = least(metric, number, path + ".min", &problems) else { return nil }
    guard let given = value["window"], !given.isNull else { return TierMinimum(metric, least) }
    return TierMinimum(metric, least, window: window(given, path + ".window", &problems))
  }

  private static func least(
    _ metric: TierMetric, _ value: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> Int64? {
    guard let number = value.double else {
      problems.append(.wrongType(path: path, expected: .number))
      return nil
    }
    let scaled = metric == .spend ? number * 100 : number
    let whole = scaled.rounded()
    guard number >= 0, number <= 1e12, abs(scaled - whole) < 1e-6 || metric == .spend else {
      problems.append(.badValue(path: path, value: value.text(), nearest: nil))
      return nil
    }
    return Int64(whole)
  }

  /// A number of days, `quarter` or `since_tier`.
  private static func window(
    _ value: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> TierWindow {
    if let days = value.double {
      if let whole = Int(exactly: days), (1...36500).contains(whole) { return .days(whole) }
      problems.append(.badValue(path: path, value: value.text(), nearest: nil))
      return .standard
    }
    switch value.string {
    case "quarter": return .quarter
    case "since_tier": return .sinceTier
    case let word?:
      let nearest = nearestName(to: word, among: ["quarter", "since_tier"])
      problems.append(.badValue(path: path, value: word, nearest: nearest))
    case nil: problems.append(.wrongType(path: path, expected: .text))
    }
    return .standard
  }

  /// The condition as `program.json` has it.
  var json: JSONValue {
    switch self {
    case .least(let minimum): .object([minimum.field])
    case .all(let parts):
      if let fields = TierCondition.fields(parts) {
        .object(fields)
      } else {
        .object([JSONValue.Field("all", .array(parts.map(\.json)))])
      }
    case .any(let parts): .object([JSONValue.Field("any", .array(parts.map(\.json)))])
    }
  }

  /// The fields of one object that stands for all parts: minimums of metrics that differ. Nil where it can't be one.
  private static func fields(_ parts: [TierCondition]) -> [JSONValue.Field]? {
    var fields: [JSONValue.Field] = []
    for part in parts {
      guard case .least(let minimum) = part, !fields.contains(where: { $0.key == minimum.field.key }) else {
        return nil
      }
      fields.append(minimum.field)
    }
    return fields
  }
}

extension TierMinimum {
  fileprivate var field: JSONValue.Field {
    let units: JSONValue =
      metric != .spend || least % 100 == 0
      ? .integer(metric == .spend ? least / 100 : least) : .number(Double(least) / 100)
    let window: JSONValue =
      switch window {
      case .days(let days): .integer(Int64(days))
      case .quarter: "quarter"
      case .sinceTier: "since_tier"
      }
    return JSONValue.Field(
      metric.rawValue,
      .object([JSONValue.Field("min", units), JSONValue.Field("window", window)]))
  }
}
