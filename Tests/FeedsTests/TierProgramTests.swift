import Community
import Feeds
import JSONTape
import Testing

@Suite("Tiers of the programme") struct TierProgramTests {
  private func read(_ tiers: String) -> (rules: Program.TierRules, problems: [ProgramProblem]) {
    let (program, problems) = Program.read(Array(#"{"tiers": \#(tiers)}"#.utf8))
    return (program.tiers, problems)
  }

  @Test func withoutAnyTheyAreThreeLayers() {
    let rules = Program().tiers
    #expect(rules.programme == "kox-3")
    #expect(rules.tiers.map(\.id) == ["explorer", "enthusiast", "advocate"])
    #expect(rules.problems.isEmpty)
  }

  @Test(arguments: TierProgramme.allCases) func readyMadeOnesAreTakenByName(_ programme: TierProgramme) {
    let (rules, problems) = read(#"{"programme": "\#(programme.rawValue)"}"#)
    #expect(problems.isEmpty)
    #expect(rules.tiers == programme.tiers)
  }

  @Test func aReadyMadeOneCanBeChanged() {
    let (rules, problems) = read(
      #"""
      {"tiers": {"gold": {"qualify": {"spend": 3000.5, "purchases": {"min": 5, "window": "quarter"}}}},
       "programme": "silver-gold-platinum"}
      """#)
    #expect(problems.isEmpty)
    #expect(rules.tiers.map(\.id) == ["silver", "gold", "platinum"])
    #expect(rules.tiers[1].name.chinese == "金卡")
    #expect(
      rules.tiers[1].qualify
        == .all([.least(TierMinimum(.spend, 300_050)), .least(TierMinimum(.purchases, 5, window: .quarter))]))
    #expect(
      rules.keep(1)
        == .all([.least(TierMinimum(.spend, 270_045)), .least(TierMinimum(.purchases, 5, window: .quarter))]))
  }

  @Test func tiersOfOnesOwn() {
    let (rules, problems) = read(
      #"""
      {"misses": 3, "hysteresis": 0.8, "grace_quarters": 0, "tiers": [
        {"id": "tea", "name": {"en": "Tea", "zh": "茶"}, "benefits": ["A cup", {"en": "Cake", "reward": "cake"}],
         "qualify": {"purchases": 1}},
        {"id": "pot", "qualify": {"any": [{"points": 500}, {"all": [{"active_days": {"min": 20, "window": 90}},
         {"referrals": {"min": 1, "window": "since_tier"}}]}]}, "keep": {"contributions": 2}}]}
      """#)
    #expect(problems.isEmpty)
    #expect(rules.misses == 3 && rules.graceQuarters == 0)
    #expect(rules.tiers[0].benefits.map(\.reward) == [nil, "cake"])
    #expect(rules.tiers[1].name == BilingualText("pot"))
    #expect(
      rules.tiers[1].qualify
        == .any([
          .least(TierMinimum(.points, 500)),
          .all([
            .least(TierMinimum(.activeDays, 20, window: .days(90))),
            .least(TierMinimum(.referrals, 1, window: .sinceTier)),
          ]),
        ]))
    #expect(rules.keep(1) == .least(TierMinimum(.contributions, 2)))
  }

  @Test func whatIsPrintedReadsBack() {
    let (own, _) = read(
      #"""
      {"misses": 1, "tiers": [{"id": "a", "qualify": {}}, {"id": "b", "qualify": {"spend": 10.25, "any": [
        {"spend": {"min": 7, "window": "quarter"}}, {"last_nps": 9, "points": 3}]}, "keep": {"any": []},
        "benefits": [{"zh": "茶", "en": "Tea", "reward": "r"}]}]}
      """#)
    for rules in TierProgramme.allCases.map({ read(#"{"programme": "\#($0.rawValue)"}"#).rules }) + [own] {
      var program = Program()
      program.tiers = rules
      let (again, _) = Program.read(program.json)
      #expect(again.tiers == rules)
      let (text, problems) = Program.read(Array(program.json.text().utf8))
      #expect(text == program && problems.count <= rules.problems.count)
    }
  }

  @Test func whatIsMisspeltIsNamedAndTheRestCounts() {
    let (rules, problems) = read(
      #"""
      {"programm": 3, "programme": "kox3", "tiers": [7, {"name": "no id"},
        {"id": "a", "qualify": {"purchses": 1, "spend": 100}, "share": "much", "shrae": 1},
        {"id": "b", "qualify": {"spend": {"min": 200, "windw": 3, "window": "quater"}, "last_nps": -1}},
        {"id": "a"}]}
      """#)
    #expect(rules.tiers.map(\.id) == ["a", "b"])
    #expect(rules.tiers[0].qualify == .least(TierMinimum(.spend, 10_000)))
    #expect(rules.tiers[1].qualify == .least(TierMinimum(.spend, 20_000)))
    #expect(
      problems == [
        .badValue(path: "tiers.programme", value: "kox3", nearest: "kox-3"),
        .unknownKey(path: "tiers.programm", nearest: "tiers.programme"),
        .wrongType(path: "tiers.tiers.0", expected: .object),
        .wrongType(path: "tiers.tiers.1.id", expected: .text),
        .unknownKey(path: "tiers.tiers.2.shrae", nearest: "share"),
        .unknownKey(path: "tiers.tiers.2.qualify.purchses", nearest: "purchases"),
        .wrongType(path: "tiers.tiers.2.share", expected: .number),
        .unknownKey(path: "tiers.tiers.3.qualify.spend.windw", nearest: "window"),
        .badValue(path: "tiers.tiers.3.qualify.spend.window", value: "quater", nearest: "quarter"),
        .badValue(path: "tiers.tiers.3.qualify.last_nps", value: "-1", nearest: nil),
        .badValue(path: "tiers.tiers.4.id", value: "a", nearest: nil),
      ])
  }

  @Test func whatHardlyIsMeantIsSaid() {
    func problems(_ tiers: String) -> [ProgramProblem] { read(#"{"tiers": \#(tiers)}"#).problems }
    #expect(
      problems(#"[{"id": "gold", "qualify": {"spend": 900}}, {"id": "silver", "qualify": {"spend": 100}}]"#)
        == [.tiers(path: "tiers.tiers.1", problem: .outOfOrder(below: "gold"))])
    #expect(
      problems(
        #"[{"id": "a", "qualify": {"last_nps": 11}}, {"id": "b", "qualify": {"active_days": {"min": 8, "window": 7}}}]"#
      ) == [
        .tiers(path: "tiers.tiers.0.qualify.last_nps", problem: .unreachable(most: 10)),
        .tiers(path: "tiers.tiers.1.qualify.active_days", problem: .unreachable(most: 7)),
      ])
    #expect(
      problems(#"[{"id": "a"}, {"id": "b", "qualify": {"spend": 5}, "keep": {"spend": 6}}]"#) == [
        .tiers(path: "tiers.tiers.0.qualify", problem: .noCondition),
        .tiers(path: "tiers.tiers.1.keep", problem: .keepAboveQualify),
      ])
    #expect(
      problems(#"[{"id": "a", "share": 0.5}, {"id": "b", "share": 0.3, "qualify": {"spend": 1}}]"#) == [
        .tiers(path: "tiers.tiers.1.qualify", problem: .conditionsUnused),
        .tiers(path: "tiers.tiers", problem: .sharesSum(0.8)),
      ])
  }

  @Test func otherTiersAreWrittenIntoTheFile() throws {
    let text = Array(#"{"name": "Tea", "unknown": [1], "tiers": {"misses": 4}}"#.utf8)
    let rules = read(#"{"programme": "silver-gold-platinum"}"#).rules
    let changed = rules.setting(TierThreshold(tier: 1, part: .qualify(0)), to: 250_000)
    let written = try Program.text(of: changed, in: text)
    let (program, problems) = Program.read(written)
    #expect(program.name == "Tea" && program.tiers.misses == 4)
    #expect(program.tiers.tiers == changed.tiers)
    #expect(problems == [.unknownKey(path: "unknown", nearest: nil)])
    #expect(try Program.read(Program.text(of: changed, in: nil)).program.tiers.tiers == changed.tiers)
    #expect(throws: PlacedJSONProblem.self) { try Program.text(of: changed, in: Array("{oops".utf8)) }
  }
}
