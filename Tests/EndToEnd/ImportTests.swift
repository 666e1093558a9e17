import Foundation
import Testing

@Suite("Importing on the command line")
struct ImportTests {
  /// The part of the README about spreadsheets, as a script for the program under test.
  private static func script() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let begin = try #require(readme.range(of: "<!-- import: begin -->\n"))
    let end = try #require(
      readme.range(of: "<!-- import: end -->", range: begin.upperBound..<readme.endIndex))
    return readme[begin.upperBound..<end.lowerBound].split(separator: "\n").filter { !$0.hasPrefix("```") }
      .map { $0.hasPrefix("koxtop ") ? "\(Program.path) \($0.dropFirst(7))" : String($0) }.joined(
        separator: "\n") + "\n"
  }

  @Test("The newcomer's way: a Chinese spreadsheet becomes members, orders, RFM and Recall in one command")
  func newcomer() throws {
    let folder = TemporaryFolder()
    try folder.write("import.sh", try Self.script())
    let made = try Program.run(
      "/bin/sh", ["-c", "cd \(folder.path) && . ./import.sh"], environment: Program.bare(folder))
    try #require(made.code == 0, "\(made.errors)")
    #expect(made.text.contains("CSV"))
    let shop = folder.path + "/shop"
    let check = try Program.run(["check", shop])
    #expect(check.code == 0, "\(check.text)")
    let members = try Program.run([
      "report", "members", shop, "--format", "csv", "--columns", "id,name,orders,spend", "--sort", "id",
      "--as-of", "2026-03-06",
    ])
    #expect(
      members.lines.filter { !$0.isEmpty } == ["id,name,orders,spend", "007,王芳,2,1288.00", "008,李雷,1,59.90"])
    for report in ["rfm", "recall", "overview"] {
      #expect(try Program.run(["report", report, shop, "--as-of", "2026-03-06"]).code == 0)
    }
  }

  @Test("What wasn't taken is a table for programs; importing again, or by the folder alone, changes nothing")
  func again() throws {
    let folder = TemporaryFolder()
    try folder.write("orders.csv", "order id,customer id,date,total\n1,a,2026-03-01,10\n2,,2026-03-02,20\n")
    let first = try Program.run([
      "import", folder.path + "/orders.csv", "--into", folder.path + "/shop", "--format", "csv",
    ])
    #expect(first.code == 0)
    #expect(
      first.lines.filter { !$0.isEmpty } == [
        "file,row,field,value,reason", "\(folder.path)/orders.csv,3,customer id,,missing",
      ])
    let json = try Program.run(["import", folder.path + "/shop", "--format", "json"])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    let sources = try #require(report["sources"] as? [[String: Any]])
    let files = try #require(sources.first?["files"] as? [[String: Any]])
    #expect(files.map { $0["records"] as? Int } == [1])
    #expect(files.map { $0["added"] as? Int } == [0])
  }

  @Test("A plan is printed, and a failure has a sentence and a code in the language asked for")
  func planAndFailures() throws {
    let folder = TemporaryFolder()
    try folder.write("orders.csv", "order id,customer id,date,total\n1,a,3/1/26,10\n")
    let path = folder.path + "/orders.csv"
    let plan = try Program.run(["import", path, "--plan"])
    #expect(plan.text.contains(#""to": "amount""#))
    #expect(plan.errors.contains("--dates"))
    let asked = try Program.run(["import", path, "--into", folder.path + "/x", "--language", "zh"])
    #expect(asked.code == 65)
    #expect(asked.errors.contains("日在前还是月在前"))
    #expect(
      try Program.run(["import", path, "--into", folder.path + "/x", "--dates", "month-first"]).code == 0)
    try folder.write("nothing.bin", "\u{0}\u{1}")
    #expect(
      try Program.run(["import", folder.path + "/nothing.bin", "--into", folder.path + "/x"]).code == 65)
    #expect(try Program.run(["import", folder.path + "/none.csv", "--into", folder.path + "/x"]).code == 66)
    #expect(
      try Program.run(["import", folder.path, "--from", "shopfy", "--into", "x"]).errors.contains("shopify"))
  }
}
