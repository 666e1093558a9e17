import Foundation
import Testing

/// What can't be read is said, by every command that reads.
@Suite("What can't be read is said")
struct UnreadTests {
  private static let order = #"{"member":"m1","at":"2026-11-02","amount":10}"# + "\n"
  private static let day = ["--as-of", "2026-11-03", "--language", "en"]

  private static func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    for (name, text) in files {
      if let slash = name.lastIndex(of: "/") {
        try FileManager.default.createDirectory(
          atPath: folder.path + "/" + name[..<slash], withIntermediateDirectories: true)
      }
      try folder.write(name, text)
    }
    return folder
  }

  /// Runs it by a shell, for what only a shell does.
  private static func shell(_ line: String, variables: [String: String] = [:]) throws -> Program.Output {
    let state = TemporaryFolder()
    let environment = Program.bare(state).merging(["KOXTOP": Program.path]) { $1 }.merging(variables) { $1 }
    return try Program.run("/bin/bash", ["-c", line], environment: environment)
  }

  @Test("A folder without feeds isn't called readable, and reports end with 66")
  func nothing() throws {
    let folder = try Self.folder(["expect.txt": "x"])
    let english = try Program.run(["check", folder.path] + Self.day)
    #expect(english.code == 1)
    #expect(english.text.contains("No data files found."))
    #expect(!english.text.contains("Everything"))
    let chinese = try Program.run(["check", folder.path, "--language", "zh-Hans"])
    #expect(chinese.text.contains("未找到可读取的数据文件"))
    for arguments in [["report", "overview", folder.path], ["show", "overview", folder.path]] {
      let output = try Program.run(arguments + Self.day)
      #expect(output.code == 66)
      #expect(output.errors.contains("no data files found"))
      #expect(output.errors.filter { $0 == "\n" }.count == 1)
      #expect(!output.text.contains("Everything") && !output.text.contains("Every record"))
    }
    // The settings can be asked for before there are data.
    #expect(try Program.run(["report", "program", folder.path]).code == 0)
  }

  @Test("Files of other names are listed with the nearest name and what to do")
  func strays() throws {
    let folder = try Self.folder([
      "Members.jsonl": "{\"id\":\"m1\"}\n", "orders.csv": "id,amount\n1,2\n",
      "orders/part-0.JSONL": Self.order,
      "orders/year=2026/part-0.jsonl": Self.order, "README.md": "x",
    ])
    let output = try Program.run(["check", folder.path] + Self.day)
    #expect(output.code == 1)
    #expect(output.text.contains("Members.jsonl  not read; rename it to members.jsonl"))
    #expect(output.text.contains("orders.csv  not read; import it as orders.jsonl: koxtop import orders.csv"))
    #expect(output.text.contains("Other files, which hold no data: README.md\n"))
    #expect(output.text.contains("orders/part-0.JSONL orders/year=2026/part-0.jsonl"))
    #expect(!output.text.contains("Everything"))
    let report = try Program.run(["report", "overview", folder.path] + Self.day)
    #expect(report.code == 0)
    #expect(report.errors.contains("2 files or folders of other names not read"))
  }

  @Test("Three hundred partitions are read where 64 files may be open")
  func manyPartitions() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/orders", withIntermediateDirectories: true)
    for number in 1...300 {
      try folder.write(
        "orders/\(number).jsonl", #"{"member":"m\#(number)","at":"2026-11-02","amount":1}"# + "\n")
    }
    let output = try Self.shell(
      "ulimit -n 64; exec \"$KOXTOP\" report overview \(folder.path) --as-of 2026-11-03 --format json")
    #expect(output.code == 0)
    #expect(output.errors == "")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
    let feeds = try #require(report["feeds"] as? [[String: Any]])
    #expect(feeds.first { $0["feed"] as? String == "orders" }?["records"] as? Int == 300)
  }

  @Test("What can't be opened is named on standard error, in one line of words, and the exit code is 66")
  func unreadable() throws {
    let folder = try Self.folder(["orders/1.jsonl": Self.order])
    // A link that leads to itself can't be opened by anybody, root included.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/orders/2.jsonl", withDestinationPath: folder.path + "/orders/2.jsonl")
    for (language, words) in [
      ("en", "1 of 2 files could not be read (orders/2.jsonl: too many symbolic links)"),
      ("zh-Hans", "2 个文件中有 1 个无法读取"),
    ] {
      let output = try Program.run([
        "report", "overview", folder.path, "--as-of", "2026-11-03", "--language", language,
      ])
      #expect(output.code == 66)
      #expect(output.errors.contains(words))
      #expect(output.errors.filter { $0 == "\n" }.count == 1)
      let check = try Program.run(["check", folder.path, "--language", language])
      #expect(check.code == 1)
      #expect(check.errors.contains(words))
    }
  }

  @Test("Settings that are broken are said, with line and column, and the exit code is 66")
  func brokenProgram() throws {
    let folder = try Self.folder([
      "orders.jsonl": Self.order,
      "program.json": #"{"name":"F","time_zone":"Asia/Shanghai","as_of":"latest",}"#,
    ])
    let output = try Program.run(["report", "overview", folder.path] + Self.day)
    #expect(output.code == 66)
    #expect(output.errors.contains("program.json: 1:58: a comma before the closing bracket"))
    try folder.write("program.json", #"{"time_zone":"Asia/Beijing"}"#)
    let zone = try Program.run(["report", "overview", folder.path] + Self.day)
    #expect(zone.code == 66)
    #expect(zone.errors.contains("did you mean Asia/Shanghai?"))
    try folder.write("program.json", #"{"nmae":"F"}"#)
    let key = try Program.run(["report", "overview", folder.path] + Self.day)
    #expect(key.code == 0)
    #expect(key.errors.contains("nmae"))
  }

  @Test("A machine without data of time zones is said")
  func noZoneData() throws {
    let folder = try Self.folder(["orders.jsonl": Self.order])
    let none = ["TZDIR": folder.path + "/none", "TZ": "Asia/Shanghai"]
    let output = try Program.run(["report", "overview", folder.path] + Self.day, environment: none)
    #expect(output.code == 66)
    #expect(output.errors.contains("no time zone data"))
    let check = try Program.run(["check", folder.path] + Self.day, environment: none)
    #expect(check.code == 1)
    #expect(check.text.contains("days are counted in UTC"))
    // An offset needs no data.
    let offset = try Program.run(
      ["report", "overview", folder.path, "--time-zone", "+08:00"] + Self.day, environment: none)
    #expect(offset.code == 0)
    #expect(offset.errors == "")
    try folder.write("program.json", #"{"time_zone":"Asia/Shanghai"}"#)
    let program = try Program.run(["report", "overview", folder.path] + Self.day, environment: none)
    #expect(program.code == 66)
    #expect(program.errors.contains("tzdata"))
  }

  @Test("Records that weren't used are counted on standard error, with the command that lists them")
  func records() throws {
    let folder = try Self.folder([
      "orders.jsonl": Self.order + #"{"member":"m1","at":"2026-11-02","amount":"¥1,200.00"}"# + "\n"
    ])
    let output = try Program.run(["report", "overview", folder.path] + Self.day)
    #expect(output.code == 0)
    #expect(output.errors == "koxtop: 1 record or field not used. See: koxtop check \(folder.path)\n")
    let check = try Program.run(["check", folder.path] + Self.day)
    #expect(check.text.contains(#"amount: can't read "¥1,200.00" as an amount; write 1200.00"#))
    let chinese = try Program.run(["check", folder.path, "--language", "zh-Hans"])
    #expect(chinese.text.contains("无法将“¥1,200.00”读作金额，请写 1200.00"))
  }
}
