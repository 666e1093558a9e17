import Bytes
import Community
import JSONTape

extension AccountKind {
  private static let keys = ["id", "name", "value", "class", "phase"]

  /// Reads kinds of entries over those that there are: one with a known id keeps of it what isn't given, others are
  /// added. What can't be used makes a problem and changes nothing.
  ///
  /// - Parameter isClosed: whether no further ids are taken.
  static func read(_ elements: [JSONValue], at path: String, over standard: [AccountKind], isClosed: Bool)
    -> (
      kinds: [AccountKind], problems: [ProgramProblem]
    )
  {
    var kinds = standard
    var problems: [ProgramProblem] = []
    var seen: Set<String> = []
    for (place, element) in elements.enumerated() {
      guard var reader = EntryReader(element, at: "\(path).\(place)", keys: keys, problems: &problems) else {
        continue
      }
      if let id = reader.id() {
        let known = kinds.firstIndex { $0.id == id }
        if isClosed, known == nil {
          let nearest = nearestName(to: id, among: kinds.lazy.map(\.id))
          reader.problems.append(.badValue(path: reader.path + ".id", value: id, nearest: nearest))
        } else if !seen.insert(id).inserted {
          reader.badValue("id", id)
        } else {
          let kind = read(
            &reader, over: known.map { kinds[$0] } ?? AccountKind(id: id, name: BilingualText(id)))
          if let known { kinds[known] = kind } else { kinds.append(kind) }
        }
      }
      problems += reader.problems
    }
    return (kinds, problems)
  }

  private static func read(_ reader: inout EntryReader, over standard: AccountKind) -> AccountKind {
    var kind = standard
    if let name = reader.bilingual("name") { kind.name = name }
    if let value = reader.number("value", -1000...1000) { kind.value = value }
    let word = reader.word("class", among: AccountClass.allCases.map(\.rawValue))
    if let accountClass = word.flatMap(AccountClass.init) { kind.accountClass = accountClass }
    let phase = reader.word("phase", among: AccountPhase.allCases.map(\.rawValue))
    if let phase = phase.flatMap(AccountPhase.init) { kind.phase = phase }
    return kind
  }

  /// The kind as `program.json` has it.
  var json: JSONValue {
    .object([
      JSONValue.Field("id", .string(id)), JSONValue.Field("name", JSONValue(name)),
      JSONValue.Field("value", JSONValue(exact: value)),
      JSONValue.Field("class", .string(accountClass.rawValue)),
      JSONValue.Field("phase", .string(phase.rawValue)),
    ])
  }
}
