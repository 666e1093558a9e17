import Bytes
import Community
import JSONTape

extension RecallPlay {
  private static let keys = ["id", "name", "goal", "layers", "words", "cost"]

  /// Reads the plays of a programme. One that can't be used is left out and makes a problem; a wrong field that has
  /// a default keeps it.
  static func read(_ elements: [JSONValue], at path: String) -> (
    plays: [RecallPlay], problems: [ProgramProblem]
  ) {
    var plays: [RecallPlay] = []
    var problems: [ProgramProblem] = []
    for (place, element) in elements.enumerated() {
      let path = "\(path).\(place)"
      guard let play = read(element, path, &problems) else { continue }
      if plays.contains(where: { $0.id == play.id }) {
        problems.append(.badValue(path: path + ".id", value: play.id, nearest: nil))
      } else {
        plays.append(play)
      }
    }
    return (plays, problems)
  }

  private static func read(
    _ element: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> RecallPlay? {
    guard let fields = element.fields else {
      problems.append(.wrongType(path: path, expected: .object))
      return nil
    }
    for field in fields where !keys.contains(field.key) {
      problems.append(
        .unknownKey(path: "\(path).\(field.key)", nearest: nearestName(to: field.key, among: keys)))
    }
    guard let id = element["id"]?.string, !id.isEmpty else {
      problems.append(.wrongType(path: path + ".id", expected: .text))
      return nil
    }
    var play = RecallPlay(id: id, name: BilingualText(id), layers: [], words: BilingualText(""))
    if let name = text(element, "name", path, &problems) { play.name = name }
    if let words = text(element, "words", path, &problems) { play.words = words }
    if let goal = present(element["goal"]) {
      let known = RecallGoal.allCases.map(\.rawValue)
      play.goal = goal.string.flatMap(RecallGoal.init)
      if play.goal == nil {
        let word = goal.string ?? ""
        problems.append(
          .badValue(path: path + ".goal", value: word, nearest: nearestName(to: word, among: known)))
      }
    }
    play.layers = layers(element, path, &problems)
    if let cost = present(element["cost"]) {
      if let number = cost.double, number >= 0 {
        play.cost = number
      } else {
        problems.append(.wrongType(path: path + ".cost", expected: .number))
      }
    }
    return play
  }

  private static func present(_ value: JSONValue?) -> JSONValue? {
    guard let value, !value.isNull else { return Optional.none }
    return value
  }

  /// All layers where none are given.
  private static func layers(
    _ element: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> [RecallLayer] {
    guard let value = present(element["layers"]) else { return RecallLayer.allCases }
    guard let words = value.elements else {
      problems.append(.wrongType(path: path + ".layers", expected: .array))
      return RecallLayer.allCases
    }
    let known = RecallLayer.allCases.map(\.rawValue)
    return words.enumerated().compactMap { place, word in
      if let layer = word.string.flatMap(RecallLayer.init) { return layer }
      let word = word.string ?? ""
      problems.append(
        .badValue(path: "\(path).layers.\(place)", value: word, nearest: nearestName(to: word, among: known)))
      return nil
    }
  }

  private static func text(
    _ element: JSONValue, _ key: String, _ path: String, _ problems: inout [ProgramProblem]
  ) -> BilingualText? {
    guard let value = present(element[key]) else { return nil }
    if let text = BilingualText(value) { return text }
    problems.append(.wrongType(path: "\(path).\(key)", expected: .text))
    return nil
  }

  /// The play as `program.json` has it.
  var json: JSONValue {
    .object([
      JSONValue.Field("id", .string(id)), JSONValue.Field("name", name.json),
      JSONValue.Field("goal", goal.map { .string($0.rawValue) } ?? .null),
      JSONValue.Field("layers", .array(layers.map { .string($0.rawValue) })),
      JSONValue.Field("words", words.json),
      JSONValue.Field("cost", Int64(exactly: cost).map { .integer($0) } ?? .number(cost)),
    ])
  }
}
