import Foundation
import Testing

@Suite("Reports")
struct ReportTests {
  private func objects(_ output: Program.Output) throws -> [[String: Any]] {
    try #require(output.code == 0, "\(output.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]])
  }

  private func object(_ output: Program.Output) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
  }

  @Test("Members are an array of objects keyed by column")
  func members() throws {
    let shop = try TeaShop()
    let rows = try objects(
      Program.run([
        "report", "members", shop.path, "--format", "json", "--sort", "id", "--columns",
        "id,name,joined,last_seen,orders,spend,city,host,tags,record",
      ]))
    #expect(rows.map { $0["id"] as? String } == ["7", "ghost", "m1", "m3"])
    let wang = rows[2]
    #expect(wang["name"] as? String == "王芳")
    #expect(wang["joined"] as? String == "2025-03-01T00:00:00+08:00")
    #expect(wang["last_seen"] as? String == "2026-03-01T09:30:00+08:00")
    #expect(wang["orders"] as? Int == 1)
    #expect(wang["spend"] as? Double == 128.5)
    #expect(wang["tags"] as? [String] == ["宝妈", "core"])
    #expect(rows[0]["orders"] as? Int == 1, "an order that is there twice counts once")
    #expect(rows[1]["record"] as? Bool == false)
    #expect(rows[1]["name"] is NSNull)
    #expect(rows[3]["last_seen"] is NSNull)
  }

  @Test("Where, sort and limit choose the rows")
  func choosing() throws {
    let shop = try TeaShop()
    func ids(_ options: String...) throws -> [String] {
      try objects(Program.run(["report", "members", shop.path, "--format", "json"] + options))
        .compactMap { $0["id"] as? String }
    }
    #expect(try ids() == ["m1", "7", "ghost", "m3"])
    #expect(try ids("--limit", "2") == ["m1", "7"])
    #expect(try ids("--sort", "-spend") == ["m3", "ghost", "7", "m1"])
    #expect(try ids("--where", "city:上海,杭州", "--sort", "name") == ["7", "m1"])
    #expect(try ids("--where", "-has:record", "--sort", "id") == ["ghost"])
    #expect(try ids("--where", "spend>100") == ["m1"])
    #expect(try ids("--limit", "0") == [])
  }

  @Test("CSV has a header, and formulas are defused")
  func csv() throws {
    let shop = try TeaShop()
    let output = try Program.run([
      "report", "members", shop.path, "--format", "csv", "--no-bom", "--columns", "id,name,spend", "--sort",
      "id",
    ])
    #expect(
      output.text
        == "id,name,spend\r\n7,Ada,59.90\r\nghost,,20.00\r\nm1,王芳,128.50\r\nm3,\"'=SUM(A1)\",0.00\r\n")
  }

  @Test("Phone and e-mail are masked; showing them leaves a line in the log")
  func masking() throws {
    let shop = try TeaShop()
    let state = TemporaryFolder()
    let log = state.path + "/koxtop/koxtop.log"
    let arguments = [
      "report", "members", shop.path, "--format", "csv", "--no-bom", "--columns", "phone,email", "--where",
      "m1",
    ]
    let masked = try Program.run(arguments, environment: ["XDG_STATE_HOME": state.path])
    #expect(masked.lines.dropFirst().first == "138****5678,f***@mail.com")
    #expect(!FileManager.default.fileExists(atPath: log))
    let shown = try Program.run(arguments + ["--unmask"], environment: ["XDG_STATE_HOME": state.path])
    #expect(shown.lines.dropFirst().first == "13812345678,fang@mail.com")
    #expect(state.read("koxtop/koxtop.log").contains("report members"))
  }

  @Test("Text says moment and zone")
  func text() throws {
    let shop = try TeaShop()
    let output = try Program.run(["report", "members", shop.path])
    #expect(output.lines.first == "Members as of 2026-03-05 12:00 (Asia/Shanghai)")
    let elsewhere = try Program.run(["report", "overview", shop.path, "--time-zone", "UTC"])
    #expect(elsewhere.lines.first?.contains("2026-03-05 04:00 (UTC)") == true)
    let chinese = try Program.run(["report", "members", shop.path, "--language", "zh-Hans"])
    #expect(chinese.lines.first?.contains("会员") == true)
  }

  @Test("The overview counts feeds and months")
  func overview() throws {
    let shop = try TeaShop()
    let report = try object(Program.run(["report", "overview", shop.path, "--format", "json"]))
    #expect(report["as_of"] as? String == "2026-03-05T12:00:00+08:00")
    #expect(report["time_zone"] as? String == "Asia/Shanghai")
    #expect(report["members"] as? Int == 4)
    #expect(report["members_without_record"] as? Int == 1)
    #expect(report["orders"] as? Int == 3)
    #expect(report["spend"] as? Double == 208.4)
    let months = try #require(report["months"] as? [[String: Any]])
    #expect(months.last?["month"] as? String == "2026-03")
    #expect(months.last?["orders"] as? Int == 2)
    let feeds = try #require(report["feeds"] as? [[String: Any]])
    #expect(feeds.first { $0["feed"] as? String == "orders" }?["duplicates"] as? Int == 1)
  }

  @Test("A moment can be given; what comes after it doesn't count")
  func moment() throws {
    let shop = try TeaShop()
    let report = try object(
      Program.run(["report", "overview", shop.path, "--format", "json", "--as-of", "2026-02-28"]))
    #expect(report["as_of"] as? String == "2026-02-28T23:59:59+08:00")
    #expect(report["orders"] as? Int == 1)
  }

  @Test("The effective programme has every key")
  func program() throws {
    let shop = try TeaShop()
    let report = try object(Program.run(["report", "program", shop.path, "--format", "json"]))
    #expect(report["name"] as? String == "Tea Friends")
    #expect(report["currency"] as? String == "CNY")
    #expect(report["time_zone"] as? String == "Asia/Shanghai")
    #expect(report["as_of"] as? String == "latest")
    #expect((report["mask"] as? [String: Any])?["names"] as? Bool == false)
    #expect((report["community"] as? [String: Any])?["bots"] as? [String] == [])
  }

  @Test("A check tells everything that was set aside, and where")
  func check() throws {
    let shop = try TeaShop()
    let clean = try Program.run(["check", shop.path])
    #expect(clean.code == 0)
    try shop.spoil()
    let output = try Program.run(["check", shop.path, "--format", "json"])
    #expect(output.code == 1)
    let report = try object(output)
    #expect(report["members_without_record"] as? Int == 1)
    let setAside = try #require(report["set_aside"] as? [[String: Any]])
    #expect(setAside.count == 3)
    #expect(setAside.map { $0["file"] as? String } == ["orders.jsonl", "orders.jsonl", "surveys.json"])
    #expect(setAside.map { $0["line"] as? Int } == [5, 6, nil])
    #expect(setAside[2]["index"] as? Int == 1)
    #expect(setAside[1]["field"] as? String == "amount")
    #expect(setAside.allSatisfy { $0["offset"] is Int && $0["reason"] is String })
    let text = try Program.run(["check", shop.path])
    #expect(text.text.contains("orders.jsonl:6"))
    #expect(text.text.contains("surveys.json[1]"))
  }

  @Test("A frame as text has the size asked for")
  func show() throws {
    let shop = try TeaShop()
    let frame = try Program.run(["show", "members", shop.path, "--size", "100x30"])
    #expect(frame.code == 0)
    #expect(frame.lines.count == 31)
    #expect(frame.text.contains("王芳"))
    #expect(!frame.text.contains("\u{1B}"))
    let plain = try Program.run(["show", "overview", shop.path, "--plain", "--language", "zh-Hans"])
    #expect(plain.text.contains("会员"))
  }

  @Test("Without a folder, the sample data")
  func sampleData() throws {
    let report = try object(Program.run(["report", "overview", "--format", "json"], folder: "/"))
    #expect(report["members"] as? Int ?? 0 > 1900)
  }

  @Test("A reader that has gone ends the report quietly")
  func closedPipe() throws {
    let output = try Program.run(
      "/bin/sh", ["-c", "\(Program.path) report members --format csv --no-bom --columns all | head -1"],
      environment: Program.bare(TemporaryFolder()))
    #expect(output.text.hasPrefix("id,name,"))
    #expect(output.errors.isEmpty)
  }
}

@Suite("Lifetime values on the command line")
struct LifetimeValueCommandTests {
  @Test("Without a model the report says why, and tells of the members")
  func noModel() throws {
    let shop = try TeaShop()
    let output = try Program.run(["report", "clv", shop.path, "--format", "json"])
    try #require(output.code == 0, "\(output.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
    #expect(report["model"] is NSNull)
    #expect((report["no_model"] as? [String: Any])?["reason"] as? String == "too_few_repeaters")
    let members = try #require(report["members"] as? [[String: Any]])
    #expect(members.first { $0["id"] as? String == "m1" }?["frequency"] as? Int == 0)
    #expect(members.first { $0["id"] as? String == "m3" }?["frequency"] is NSNull)
  }

  @Test("The sample data bear a model, and its days can be chosen")
  func sampleData() throws {
    let output = try Program.run([
      "report", "clv", "--model", "mbg_nbd", "--calibration-end", "2026-06-30", "--horizon-weeks", "13",
    ])
    try #require(output.code == 0, "\(output.errors)")
    #expect(output.text.contains("MBG/NBD, fitted to"))
    #expect(output.text.contains("members who bought until 2026-06-30"))
    #expect(output.text.contains("expected orders within 13 weeks"))
  }

  @Test(
    "What is misspelt or out of range is told",
    arguments: [
      (["--model", "mbgnbd"], "Did you mean 'mbg_nbd'?"),
      (["--calibration-end", "2026-02-30"], "'2026-02-30' is no day"),
      (["--calibration-end", "2199-01-01"], "lies after"), (["--horizon-weeks", "0"], "above 0"),
      (["--limit", "3"], "--limit is for 'report members' only."),
    ])
  func misuse(_ options: [String], _ words: String) throws {
    let shop = try TeaShop()
    let output = try Program.run(["report", "clv", shop.path] + options)
    #expect(output.code == 64)
    #expect(output.errors.contains(words))
  }
}
