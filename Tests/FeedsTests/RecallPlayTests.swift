import Community
import Feeds
import Testing

@Suite("Plays of the programme") struct RecallPlayTests {
  private func read(_ plays: String) -> (plays: [RecallPlay], problems: [ProgramProblem]) {
    let (program, problems) = Program.read(Array(#"{"recall": {"plays": \#(plays)}}"#.utf8))
    return (program.recall.plays, problems)
  }

  @Test func aPlayWithEverything() {
    let (plays, problems) = read(
      #"""
      [{"id": "tea", "name": {"en": "Tea", "zh": "茶"}, "goal": "activity", "layers": ["deep_sleep", "returner"],
        "words": {"zh": "来喝茶"}, "cost": 2.5}]
      """#)
    #expect(problems.isEmpty)
    #expect(
      plays == [
        RecallPlay(
          id: "tea", name: BilingualText(english: "Tea", chinese: "茶"), goal: .activity,
          layers: [.deepSleep, .returner], words: BilingualText("来喝茶"), cost: 2.5)
      ])
  }

  @Test func anIdIsEnough() {
    let (plays, problems) = read(#"[{"id": "tea", "name": "Tea"}, {"id": "cake"}]"#)
    #expect(problems.isEmpty)
    #expect(plays.map(\.id) == ["tea", "cake"])
    #expect(plays.map(\.name) == [BilingualText("Tea"), BilingualText("cake")])
    #expect(plays.allSatisfy { $0.layers == RecallLayer.allCases && $0.goal == nil && $0.cost == 0 })
  }

  @Test func whatIsWrongIsNamedAndTheRestCounts() {
    let (plays, problems) = read(
      #"""
      [7, {"name": "no id"}, {"id": "a", "layer": [], "goal": "activty", "layers": ["depe_sleep", "churned"],
        "cost": "much", "name": 3}, {"id": "a"}, {"id": "b"}]
      """#)
    #expect(plays.map(\.id) == ["a", "b"])
    #expect(plays[0].layers == [.churned])
    #expect(
      problems == [
        .wrongType(path: "recall.plays.0", expected: .object),
        .wrongType(path: "recall.plays.1.id", expected: .text),
        .unknownKey(path: "recall.plays.2.layer", nearest: "layers"),
        .wrongType(path: "recall.plays.2.name", expected: .text),
        .badValue(path: "recall.plays.2.goal", value: "activty", nearest: "activity"),
        .badValue(path: "recall.plays.2.layers.0", value: "depe_sleep", nearest: "deep_sleep"),
        .wrongType(path: "recall.plays.2.cost", expected: .number),
        .badValue(path: "recall.plays.3.id", value: "a", nearest: nil),
      ])
    #expect(read("{}").plays == RecallPlay.defaults)
    #expect(read("[]").plays.isEmpty)
  }

  @Test func whatIsPrintedReadsBack() {
    var program = Program()
    program.recall.plays = [RecallPlay.defaults[3], RecallPlay.defaults[0]]
    #expect(Program.read(program.json).program == program)
    #expect(Program.read(Program().json).problems.isEmpty)
  }

  @Test func everyLayerHasADefaultPlay() {
    for layer in RecallLayer.allCases {
      #expect(RecallPlay.defaults.contains { $0.layers.contains(layer) })
    }
  }
}
