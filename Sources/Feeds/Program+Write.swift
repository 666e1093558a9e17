import Community
import JSONTape

extension Program {
  /// The text of a `program.json` with other tiers; everything else in it stays as it was.
  ///
  /// - Parameter text: of the file as it is; nil where there's none.
  /// - Throws: where it isn't an object that can be read.
  package static func text(
    of tiers: TierRules, in text: [UInt8]?
  ) throws(PlacedJSONProblem) -> [UInt8] {
    var root = JSONValue.object([])
    if let text { root = try JSONValue(parsing: text) }
    var table = root["tiers"] ?? .object([])
    if table.fields == nil { table = .object([]) }
    table.set("programme", .string(tiers.programme))
    table.set("tiers", .array(tiers.tiers.map(\.json)))
    root.set("tiers", table)
    return Array((root.text(indentation: 2) + "\n").utf8)
  }
}

extension JSONValue {
  /// Puts a value behind a key; what isn't an object becomes one. Of a key written twice the last counts, so that one
  /// is changed.
  fileprivate mutating func set(_ key: String, _ value: JSONValue) {
    var fields = fields ?? []
    if let place = fields.lastIndex(where: { $0.key == key }) {
      fields[place].value = value
    } else {
      fields.append(Field(key, value))
    }
    self = .object(fields)
  }
}
