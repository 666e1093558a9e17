import Bytes
import Community
import JSONTape

extension TierRule {
  private static let keys = ["id", "name", "benefits", "qualify", "keep", "share"]

  /// Reads the tiers of a programme.
  ///
  /// An array takes the place of the tiers that were there; what an entry leaves out comes from the one with its id,
  /// if there was one. An object changes those that its keys name. What can't be used is left out and makes a problem,
  /// as do tiers beyond `limit`.
  static func read(_ value: JSONValue, at path: String, known: [TierRule], _ problems: inout [ProgramProblem])
    -> [TierRule]?
  {
    if let fields = value.fields {
      var tiers = known
      for field in fields where !field.value.isNull {
        guard let place = tiers.firstIndex(where: { $0.id == field.key }) else {
          let nearest = nearestName(to: field.key, among: known.map(\.id))
          problems.append(.unknownKey(path: "\(path).\(field.key)", nearest: nearest))
          continue
        }
        guard field.value.fields != nil else {
          problems.append(.wrongType(path: "\(path).\(field.key)", expected: .object))
          continue
        }
        tiers[place].apply(field.value, "\(path).\(field.key)", &problems)
      }
      return tiers
    }
    guard let elements = value.elements else {
      problems.append(.wrongType(path: path, expected: .array))
      return nil
    }
    var tiers: [TierRule] = []
    for (place, element) in elements.enumerated() {
      let path = "\(path).\(place)"
      guard element.fields != nil else {
        problems.append(.wrongType(path: path, expected: .object))
        continue
      }
      guard let id = element["id"]?.string, !id.isEmpty else {
        problems.append(.wrongType(path: path + ".id", expected: .text))
        continue
      }
      guard tiers.count < limit, !tiers.contains(where: { $0.id == id }) else {
        problems.append(.badValue(path: path + ".id", value: id, nearest: nil))
        continue
      }
      var tier = known.first { $0.id == id } ?? TierRule(id: id, name: BilingualText(id))
      tier.apply(element, path, &problems)
      tiers.append(tier)
    }
    guard !tiers.isEmpty else {
      if elements.isEmpty { problems.append(.badValue(path: path, value: "[]", nearest: nil)) }
      return nil
    }
    return tiers
  }

  /// Takes over the fields of an object.
  private mutating func apply(_ element: JSONValue, _ path: String, _ problems: inout [ProgramProblem]) {
    func value(_ key: String) -> JSONValue? {
      guard let value = element[key], !value.isNull else { return nil }
      return value
    }
    for field in element.fields ?? [] where !TierRule.keys.contains(field.key) {
      problems.append(
        .unknownKey(path: "\(path).\(field.key)", nearest: nearestName(to: field.key, among: TierRule.keys)))
    }
    if let text = value("name") {
      if let name = BilingualText(text) {
        self.name = name
      } else {
        problems.append(.wrongType(path: path + ".name", expected: .text))
      }
    }
    if let list = value("benefits") { benefits = TierRule.benefits(list, path + ".benefits", &problems) }
    if let condition = value("qualify") {
      // What kept the tier before belongs to what led into it.
      keep = nil
      if let read = TierCondition.read(condition, at: path + ".qualify", &problems) { qualify = read }
    }
    if let condition = value("keep") {
      if let read = TierCondition.read(condition, at: path + ".keep", &problems) { keep = read }
    }
    if let number = value("share") {
      if let share = number.double, (0...1).contains(share) {
        self.share = share
      } else if number.double == nil {
        problems.append(.wrongType(path: path + ".share", expected: .number))
      } else {
        problems.append(.badValue(path: path + ".share", value: number.text(), nearest: nil))
      }
    }
  }

  /// Texts, or objects of texts with the id of a reward.
  private static func benefits(
    _ value: JSONValue, _ path: String, _ problems: inout [ProgramProblem]
  ) -> [TierBenefit] {
    guard let elements = value.elements else {
      problems.append(.wrongType(path: path, expected: .array))
      return []
    }
    return elements.enumerated().compactMap { place, element in
      guard let text = BilingualText(element) else {
        problems.append(.wrongType(path: "\(path).\(place)", expected: .text))
        return nil
      }
      return TierBenefit(text, reward: element["reward"]?.string)
    }
  }

  /// The tier as `program.json` has it.
  var json: JSONValue {
    var fields = [JSONValue.Field("id", .string(id)), JSONValue.Field("name", name.json)]
    fields.append(
      JSONValue.Field(
        "benefits",
        .array(
          benefits.map { benefit in
            guard let reward = benefit.reward, case .object(let texts) = benefit.text.json else {
              return benefit.text.json
            }
            return .object(texts + [JSONValue.Field("reward", .string(reward))])
          })))
    if let qualify { fields.append(JSONValue.Field("qualify", qualify.json)) }
    if let keep { fields.append(JSONValue.Field("keep", keep.json)) }
    if let share { fields.append(JSONValue.Field("share", .number(share))) }
    return .object(fields)
  }
}
