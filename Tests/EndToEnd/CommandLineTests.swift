import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("--version names koxtop, ncurses and simdjson")
  func version() throws {
    let output = try Program.run(["--version"])
    #expect(output.code == 0)
    #expect(output.text.contains("koxtop"))
    #expect(output.text.contains("ncurses 6"))
    #expect(output.text.contains("simdjson"))
  }

  @Test(
    "What is misspelt is told with the nearest word",
    arguments: [
      (["report", "membres"], "Did you mean 'members'?"),
      (["report", "members", "--format", "jsn"], "Did you mean 'json'?"),
      (["report", "members", "--columns", "id,spnd"], "Did you mean 'spend'?"),
      (["report", "members", "--sort", "naem"], "Did you mean 'name'?"),
      (["report", "members", "--where", "ctiy:上海"], "city"),
      (["report", "overview", "--time-zone", "Asia/Shangai"], "Did you mean 'Asia/Shanghai'?"),
      (["show", "overveiw"], "Did you mean 'overview'?"),
      (["--theme", "drak"], "Did you mean 'dark'?"),
    ])
  func misspelt(arguments: [String], hint: String) throws {
    let output = try Program.run(arguments)
    #expect(output.code == 64)
    #expect(output.errors.contains(hint))
    #expect(output.text.isEmpty)
  }

  @Test("The place of a filter's mistake is marked")
  func filterMistake() throws {
    let output = try Program.run(["report", "members", "--where", "city:上海 spemd>500"])
    let lines = output.errors.split(separator: "\n").map(String.init)
    let line = try #require(lines.firstIndex { $0.contains("city:上海 spemd>500") })
    #expect(lines[line + 1] == "            ^^^^^" || lines[line + 1].hasSuffix("          ^^^^^"))
  }

  @Test("A folder that isn't there may be a misspelt command")
  func missingFolder() throws {
    let command = try Program.run(["chekc"])
    #expect(command.code == 66)
    #expect(command.errors.contains("Did you mean 'koxtop check'?"))
    let folder = try Program.run(["check", "/nowhere"])
    #expect(folder.code == 66)
    #expect(folder.errors.contains("/nowhere"))
  }

  @Test("The panel of NPS is shown as a frame and as labelled lines")
  func showsNPS() throws {
    let shop = try TeaShop()
    let empty = try Program.run(["show", "nps", shop.path, "--language", "en"])
    #expect(empty.text.contains("surveys.jsonl"))
    try shop.folder.write(
      "surveys.jsonl",
      """
      {"member": "m1", "at": "2026-03-01", "kind": "nps", "score": "9", "text": "lovely", "ratings": {"taste": 5}}
      {"member": 7, "at": "2026-03-02", "kind": "nps", "score": 3, "ratings": {"taste": 2}}
      {"member": null, "at": "2026-03-03", "kind": "nps", "score": 11}

      """)
    let frame = try Program.run(["show", "nps", shop.path, "--size", "80x24", "--language", "en"])
    #expect(frame.text.filter { $0 == "\n" }.count == 24)
    #expect(frame.text.contains("n 2  low n"))
    let plain = try Program.run(["show", "nps", shop.path, "--plain", "--language", "en"])
    #expect(plain.text.contains("NPS: 0\n"))
    #expect(plain.text.contains("9/10; 王芳"))
    #expect(plain.text.contains("2 answers rate every driver; 3 are needed."))
  }

  @Test("Without a terminal the dashboard says what to do instead")
  func noTerminal() throws {
    let shop = try TeaShop()
    let output = try Program.run([shop.path], environment: ["TERM": "xterm-256color"])
    #expect(output.code != 0)
    #expect(output.errors.contains("koxtop show"))
  }

  @Test("A sample is the same bytes for the same arguments")
  func sample() throws {
    let folder = TemporaryFolder()
    for name in ["a", "b"] {
      let output = try Program.run([
        "sample", folder.path + "/" + name, "--members", "40", "--seed", "5", "--days", "90", "--language",
        "en",
      ])
      #expect(output.code == 0, "\(output.errors)")
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a") {
      #expect(folder.read("a/" + file) == folder.read("b/" + file))
    }
    let again = try Program.run(["sample", folder.path + "/a", "--members", "40", "--seed", "5"])
    #expect(again.code == 73)
    #expect(again.errors.contains("--overwrite"))
  }

  @Test("A play appends whole lines and ends after its count")
  func play() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/sample"
    _ = try Program.run(["sample", path, "--members", "40", "--seed", "5", "--days", "90"])
    func lines() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".jsonl") }
        .reduce(0) { $0 + folder.read("sample/" + $1).split(separator: "\n").count }
    }
    let before = try lines()
    let output = try Program.run(["play", path, "--rate", "500", "--count", "25"])
    #expect(output.code == 0, "\(output.errors)")
    #expect(try lines() == before + 25)
    #expect(try Program.run(["check", path]).code == 0)
  }
}
