import Foundation
import Testing

/// Tiers and points from the files to the report: what is asked for in every-day words, and what doesn't fit in them.
@Suite("Tiers and points of odd files")
struct LoyaltyInputTests {
  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let report = try Program.run(arguments + ["--format", "json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any])
  }

  private static func shop(
    program: String = "", members: [String] = [], orders: [String] = [], points: [String] = []
  ) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write("program.json", "{\"time_zone\": \"Asia/Shanghai\"\(program)}")
    try folder.write("members.jsonl", members.joined(separator: "\n") + "\n")
    try folder.write("orders.jsonl", orders.joined(separator: "\n") + "\n")
    if !points.isEmpty { try folder.write("points.jsonl", points.joined(separator: "\n") + "\n") }
    return folder
  }

  private static func order(_ member: String, _ day: String, _ amount: Int) -> String {
    #"{"member": "\#(member)", "at": "\#(day)T10:00:00+08:00", "amount": \#(amount)}"#
  }

  private static let metals = #", "tiers": {"programme": "silver-gold-platinum"}"#

  // MARK: Bad input

  @Test("Households in a circle share nothing, and it's said of each member and in all")
  func circles() throws {
    let folder = try Self.shop(
      members: [
        #"{"id": "a", "joined": "2025-01-01", "household": "b"}"#,
        #"{"id": "b", "joined": "2025-01-01", "household": "a"}"#,
        #"{"id": "c", "joined": "2025-01-01", "household": "nobody"}"#,
      ],
      points: [
        #"{"member": "a", "at": "2026-01-01", "delta": 10}"#,
        #"{"member": "b", "at": "2026-01-01", "delta": 20}"#,
      ])
    let all = try Self.json(["report", "points", folder.path, "--as-of", "2026-02-01"])
    let faults = try #require(all["households_without_pool"] as? [String: Int])
    #expect(faults == ["main_names_another": 2, "unknown_main": 1])
    #expect(all["balance"] as? Int == 30)
    for (id, fault, balance) in [("a", "main_names_another", 10), ("c", "unknown_main", 0)] {
      let one = try Self.json(["report", "points", folder.path, "--member", id, "--as-of", "2026-02-01"])
      #expect(one["household_problem"] as? String == fault)
      #expect(one["balance"] as? Int == balance)
    }
    let text = try Program.run(["report", "points", folder.path, "--member", "a", "--as-of", "2026-02-01"])
    #expect(text.text.contains("the household's main member points to someone else: no shared points"))
  }

  @Test("A reward dearer than the balance takes what there is; there is no negative lot")
  func dearRewards() throws {
    let folder = try Self.shop(
      members: [#"{"id": "a", "joined": "2025-01-01"}"#],
      points: [
        #"{"member": "a", "at": "2026-01-01", "delta": 30}"#,
        #"{"member": "a", "at": "2026-01-02", "delta": -100, "reward": "mug"}"#,
        #"{"member": "a", "at": "2026-01-03", "delta": 8}"#,
        #"{"member": "a", "at": "2026-01-04", "delta": -3, "expires": "2026-06-01"}"#,
      ])
    let all = try Self.json(["report", "points", folder.path, "--as-of", "2026-02-01"])
    let short = try #require(all["short_accounts"] as? [[String: Any]])
    #expect(short.map { $0["id"] as? String } == ["a"] && short.map { $0["points"] as? Int } == [70])
    #expect(all["negative_lots"] as? Int == 1)
    let one = try Self.json(["report", "points", folder.path, "--member", "a", "--as-of", "2026-02-01"])
    let ledger = try #require(one["ledger"] as? [[String: Any]])
    #expect(ledger.map { $0["delta"] as? Int } == [30, -30, 8, -3])
    #expect(ledger.map { $0["dropped"] as? Int } == [0, 70, 0, 0])
    #expect(ledger.map { $0["balance"] as? Int } == [30, 0, 8, 5])
    #expect(ledger.map { $0["negative_lot"] as? Bool } == [false, false, false, true])
    let text = try Program.run(["report", "points", folder.path, "--member", "a", "--as-of", "2026-02-01"])
    #expect(text.text.contains("70 points were not there"))
  }

  @Test("What is wrong with tiers is named with its key, and the rest goes on")
  func wrongTiers() throws {
    let folder = try Self.shop(
      program: #"""
        , "tiers": {"tiers": [
          {"id": "gold", "qualify": {"spend": 900}},
          {"id": "silver", "qualify": {"spend": 100, "purchses": 1}},
          {"id": "never", "qualify": {"last_nps": 11}}]}
        """#,
      members: [#"{"id": "a", "joined": "2025-01-01"}"#], orders: [Self.order("a", "2026-01-01", 950)])
    let check = try Self.json(["check", folder.path])
    let problems = try #require(check["program"] as? [[String: Any]])
    let told = Dictionary(
      uniqueKeysWithValues: problems.map { ($0["key"] as? String ?? "", $0["reason"] as? String ?? "") })
    #expect(
      told == [
        "tiers.tiers.1": "tiers_out_of_order", "tiers.tiers.1.qualify.purchses": "unknown_key",
        "tiers.tiers.2.qualify.last_nps": "unreachable",
      ])
    #expect(problems.contains { $0["nearest"] as? String == "purchases" })
    let text = try Program.run(["check", folder.path])
    #expect(text.text.contains("tiers.tiers.1.qualify.purchses"))
    let report = try Self.json(["report", "tiers", folder.path, "--member", "a", "--as-of", "2026-02-01"])
    #expect(report["tier"] as? String == "silver")
  }

  @Test("Shares that don't come to 1 are said, and still count from the top")
  func wrongShares() throws {
    let folder = try Self.shop(
      program: #", "tiers": {"tiers": [{"id": "low", "share": 0.5}, {"id": "top", "share": 0.25}]}"#,
      members: (1...4).map { #"{"id": "m\#($0)", "joined": "2025-01-01"}"# },
      orders: (1...4).map { Self.order("m\($0)", "2026-01-0\($0)", 100 * $0) })
    let check = try Self.json(["check", folder.path])
    let problems = try #require(check["program"] as? [[String: Any]])
    #expect(problems.map { $0["key"] as? String } == ["tiers.tiers"])
    #expect(problems.map { $0["reason"] as? String } == ["shares_sum"])
    let report = try Self.json(["report", "tiers", folder.path, "--as-of", "2026-04-01"])
    let tiers = try #require(report["tiers"] as? [[String: Any]])
    #expect(tiers.map { $0["members"] as? Int } == [3, 1])
  }

  // MARK: Columns, filters, the past

  @Test("Columns and filters of tiers and points")
  func columns() throws {
    let folder = try Self.shop(
      program: Self.metals,
      members: ["a", "b", "c"].map { #"{"id": "\#($0)", "joined": "2024-01-01"}"# },
      orders: ["2024-01-10", "2024-01-20", "2024-02-10", "2024-03-01"].map { Self.order("a", $0, 600) }
        + [Self.order("b", "2025-03-01", 90)],
      points: [
        #"{"member": "a", "at": "2025-01-01", "delta": 1200, "expires": "2025-04-20"}"#,
        #"{"member": "b", "at": "2025-01-01", "delta": 1300, "expires": "2026-04-20"}"#,
      ])
    let base = [
      "report", "members", folder.path, "--as-of", "2025-04-01", "--format", "csv", "--no-bom", "--columns",
    ]
    let all = try Program.run(
      base + ["id,tier,tier_since,misses,next_tier,next,keep,at_risk,points,expiring_30,expiring"])
    let rows = all.lines.filter { !$0.isEmpty }
    #expect(rows[0] == "id,tier,tier_since,misses,next_tier,next,keep,at_risk,points,expiring_30,expiring")
    #expect(rows.contains { $0.hasPrefix("a,gold,2024-03-01") && $0.hasSuffix(",quarter,1200,1200,19") })
    #expect(rows.contains { $0.hasPrefix("b,silver,2025-03-01") && $0.contains(",1300,0,") })
    func ids(_ filter: String) throws -> [String] {
      let report = try Program.run(base + ["id", "--where", filter])
      return report.lines.dropFirst().filter { !$0.isEmpty }.sorted()
    }
    #expect(try ids("tier:gold next<20% at_risk:quarter points>1000 expiring<30d") == ["a"])
    #expect(try ids("tier:gold") == ["a"])
    #expect(try ids("next<20%") == ["a", "b", "c"])
    #expect(try ids("at_risk:quarter") == ["a"])
    #expect(try ids("points>1000") == ["a", "b"])
    #expect(try ids("expiring<30d") == ["a"])
  }

  @Test("Any day of the past gives that day's truth, of tiers and of points")
  func past() throws {
    let folder = try Self.shop(
      program: Self.metals, members: [#"{"id": "a", "joined": "2024-01-01"}"#],
      orders: ["2024-01-10", "2024-01-20", "2024-02-10", "2024-03-01"].map { Self.order("a", $0, 600) })
    let whole = try Self.json(["report", "tiers", folder.path, "--member", "a", "--as-of", "2026-01-01"])
    let history = try #require(whole["history"] as? [[String: Any]])
    #expect(history.map { $0["day"] as? String } == ["2024-01-10", "2024-03-01", "2025-06-30"])
    #expect(history.allSatisfy { !($0["reason"] as? String ?? "").isEmpty })
    for (day, tier, points) in [
      ("2024-01-09", nil, 0), ("2024-01-10", "silver", 600), ("2024-03-01", "gold", 2_400),
      ("2025-06-29", "gold", 2_400), ("2025-06-30", "silver", 2_400), ("2027-01-15", "silver", 1_800),
    ] as [(String, String?, Int)] {
      let then = try Self.json(["report", "tiers", folder.path, "--member", "a", "--as-of", day])
      #expect(then["tier"] as? String == tier, "\(day)")
      let known = (then["history"] as? [[String: Any]] ?? []).map { $0["day"] as? String }
      #expect(known == history.map { $0["day"] as? String }.filter { ($0 ?? "") <= day })
      let ledger = try Self.json(["report", "points", folder.path, "--member", "a", "--as-of", day])
      #expect(ledger["balance"] as? Int == points, "\(day)")
    }
  }
}
