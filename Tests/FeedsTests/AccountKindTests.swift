import Community
import Feeds
import Testing

@Suite("Kinds of entries of the programme") struct AccountKindTests {
  private func read(_ account: String) -> (account: Program.AccountRules, problems: [ProgramProblem]) {
    let (program, problems) = Program.read(Array(#"{"account": \#(account)}"#.utf8))
    return (program.account, problems)
  }

  @Test func aKindChangesOfTheDefaultWhatItGives() {
    let (account, problems) = read(
      #"{"kinds": [{"id": "push", "value": -1}, {"id": "poem", "name": {"zh": "诗"}, "value": 2, "class": "values"}]}"#
    )
    #expect(problems.isEmpty)
    #expect(account.kinds.count == AccountKind.defaults.count + 1)
    #expect(account.kinds[0].value == -1)
    #expect(account.kinds[0].name == AccountKind.defaults[0].name)
    #expect(
      account.kinds.last
        == AccountKind(id: "poem", name: BilingualText("诗"), value: 2, accountClass: .values))
  }

  @Test func derivedKindsMayBeChangedButNotAdded() {
    let (account, problems) = read(#"{"derived": [{"id": "refund", "value": -2}, {"id": "promotor"}]}"#)
    #expect(account.derived(.refund).value == -2)
    #expect(account.derived(.promoter).value == 2)
    #expect(
      problems == [.badValue(path: "account.derived.1.id", value: "promotor", nearest: "promoter")])
  }

  @Test func whatIsWrongIsNamedAndTheRestCounts() {
    let (account, problems) = read(
      #"""
      {"kinds": [{"id": "gift", "valeu": 3, "class": "servise", "phase": "after"}, {"id": "gift"}, 7],
        "weekly_cap": "six", "deep": 40, "warmth": 5}
      """#)
    #expect(account.kinds == AccountKind.defaults)
    #expect(account.weeklyCap == 6)
    #expect(account.deep == 40)
    #expect(
      problems == [
        .unknownKey(path: "account.kinds.0.valeu", nearest: "value"),
        .badValue(path: "account.kinds.0.class", value: "servise", nearest: "service"),
        .badValue(path: "account.kinds.1.id", value: "gift", nearest: nil),
        .wrongType(path: "account.kinds.2", expected: .object),
        .wrongType(path: "account.weekly_cap", expected: .number),
        .unknownKey(path: "account.warmth", nearest: "account.warm"),
      ])
  }

  @Test func whatIsPrintedReadsBack() {
    var program = Program()
    program.account.kinds[3].value = 4.5
    program.account.momentFactor = 2
    #expect(Program.read(program.json).program == program)
  }
}
