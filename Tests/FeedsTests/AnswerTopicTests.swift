import Community
import Feeds
import Testing

@Suite("Topics of the programme") struct AnswerTopicTests {
  private func read(_ topics: String) -> (topics: [AnswerTopic], problems: [ProgramProblem]) {
    let (program, problems) = Program.read(Array(#"{"nps": {"topics": \#(topics)}}"#.utf8))
    return (program.satisfaction.topics, problems)
  }

  @Test func aTopicWithEverything() {
    let (topics, problems) = read(
      #"[{"id": "tea", "name": {"en": "Tea", "zh": "茶"}, "words": ["茶", "brew"]}]"#)
    #expect(problems.isEmpty)
    #expect(
      topics == [
        AnswerTopic(id: "tea", name: BilingualText(english: "Tea", chinese: "茶"), words: ["茶", "brew"])
      ])
  }

  @Test func aKnownIdKeepsWhatIsNotGiven() {
    let (topics, problems) = read(#"[{"id": "delivery"}, {"id": "delays", "words": ["late"]}]"#)
    #expect(problems.isEmpty)
    #expect(topics[0] == AnswerTopic.defaults[0])
    #expect(topics[1].name == BilingualText("delays"))
  }

  @Test func whatIsWrongIsNamedAndTheRestCounts() {
    let (topics, problems) = read(
      #"[7, {"name": "no id"}, {"id": "a", "word": [], "words": ["x", "  ", 5]}, {"id": "a"}, {"id": "b"}]"#)
    #expect(topics.map(\.id) == ["a", "b"])
    #expect(topics[0].words == ["x"])
    #expect(
      problems == [
        .wrongType(path: "nps.topics.0", expected: .object),
        .wrongType(path: "nps.topics.1.id", expected: .text),
        .unknownKey(path: "nps.topics.2.word", nearest: "words"),
        .wrongType(path: "nps.topics.2.words.2", expected: .text),
        .badValue(path: "nps.topics.2.words", value: "  ", nearest: nil),
        .badValue(path: "nps.topics.3.id", value: "a", nearest: nil),
      ])
  }

  @Test func thereIsRoomForSoManyTopicsAndWords() {
    let many = (0..<40).map { #"{"id": "t\#($0)", "words": []}"# }.joined(separator: ",")
    #expect(read("[\(many)]").topics.count == AnswerTopic.limit)
    #expect(read("[\(many)]").problems.count == 40 - AnswerTopic.limit)
    let words = (0..<2010).map { #""w\#($0)""# }.joined(separator: ",")
    #expect(read(#"[{"id": "a", "words": [\#(words)]}]"#).topics[0].words.count == AnswerTopic.wordLimit)
  }

  @Test func theEffectiveProgrammeReadsBack() {
    let (program, problems) = Program.read(Program().json)
    #expect(problems.isEmpty)
    #expect(program.satisfaction == Program().satisfaction)
  }
}
