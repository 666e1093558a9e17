import Bytes
import Community
import JSONTape

extension ActivityPoints {
  private static let keys = ["points", "a_day"]
  private static let range = 0...1_000_000

  /// Reads what types of activity earn: by type an object, or a number for one without a limit. Types that aren't named
  /// keep what they have in `current`, and so does a type whose points can't be used.
  static func read(_ fields: [JSONValue.Field], onto current: [ActivityPoints], at path: String) -> (
    activities: [ActivityPoints], problems: [ProgramProblem]
  ) {
    var activities = current
    var problems: [ProgramProblem] = []
    var seen: Set<String> = []
    // Of a key written twice the last counts.
    for field in fields.reversed() where seen.insert(field.key).inserted && !field.value.isNull {
      let path = "\(path).\(field.key)"
      let place = activities.firstIndex { $0.type == field.key }
      var entry = place.map { activities[$0] } ?? ActivityPoints(field.key, 0, aDay: nil)
      if field.value.fields == nil {
        guard let points = whole(field.value, path, &problems) else { continue }
        entry.points = points
        entry.aDay = nil
      } else {
        guard read(field.value, into: &entry, path, &problems) else { continue }
      }
      if let place { activities[place] = entry } else { activities.insert(entry, at: current.count) }
    }
    return (activities, problems)
  }

  private static func read(
    _ value: JSONValue, into entry: inout ActivityPoints, _ path: String, _ problems: inout [ProgramProblem]
  ) -> Bool {
    for field in value.fields ?? [] where !keys.contains(field.key) {
      problems.append(
        .unknownKey(path: "\(path).\(field.key)", nearest: nearestName(to: field.key, among: keys)))
    }
    if let points = value["points"], !points.isNull {
      guard let number = whole(points, path + ".points", &problems) else { return false }
      entry.points = number
    }
    if let limit = value["a_day"] {
      if limit.isNull {
        entry.aDay = nil
      } else if let number = whole(limit, path + ".a_day", &problems) {
        entry.aDay = number
      }
    }
    return true
  }

  private static func whole(
    _ value: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> Int? {
    guard let number = value.double else {
      problems.append(.wrongType(path: path, expected: .number))
      return nil
    }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      problems.append(.badValue(path: path, value: "\(number)", nearest: nil))
      return nil
    }
    return whole
  }

  /// The fields of `points.activity`.
  static func json(_ activities: [ActivityPoints]) -> JSONValue {
    .object(
      activities.map { entry in
        JSONValue.Field(
          entry.type,
          .object([
            JSONValue.Field("points", .integer(Int64(entry.points))),
            JSONValue.Field("a_day", entry.aDay.map { .integer(Int64($0)) } ?? .null),
          ]))
      })
  }
}
