import Community
import JSONTape

extension AnswerTopic {
  private static let keys = ["id", "name", "words"]

  /// Reads the topics of a programme. One that can't be used is left out and makes a problem, as do those beyond
  /// `limit`; words that are empty or no text, or beyond `wordLimit`, are left out alone.
  static func read(_ elements: [JSONValue], at path: String) -> (
    topics: [AnswerTopic], problems: [ProgramProblem]
  ) {
    var topics: [AnswerTopic] = []
    var problems: [ProgramProblem] = []
    var room = wordLimit
    for (place, element) in elements.enumerated() {
      guard
        var reader = EntryReader(element, at: "\(path).\(place)", keys: keys, problems: &problems)
      else { continue }
      let topic = read(&reader, known: topics, room: &room)
      problems += reader.problems
      if let topic { topics.append(topic) }
    }
    return (topics, problems)
  }

  private static func read(_ reader: inout EntryReader, known: [AnswerTopic], room: inout Int) -> AnswerTopic?
  {
    guard let id = reader.id() else { return nil }
    if known.count == limit || known.contains(where: { $0.id == id }) {
      reader.badValue("id", id)
      return nil
    }
    var topic = defaults.first { $0.id == id } ?? AnswerTopic(id: id, name: BilingualText(id), words: [])
    if let name = reader.bilingual("name") { topic.name = name }
    guard let words = reader.texts("words") else { return topic }
    topic.words = words.filter { word in
      let isUsable = room > 0 && !word.allSatisfy(\.isWhitespace)
      if isUsable { room -= 1 } else { reader.badValue("words", word) }
      return isUsable
    }
    return topic
  }

  /// The topic as `program.json` has it.
  var json: JSONValue {
    .object([
      JSONValue.Field("id", .string(id)), JSONValue.Field("name", JSONValue(name)),
      JSONValue.Field("words", .array(words.map { .string($0) })),
    ])
  }
}
