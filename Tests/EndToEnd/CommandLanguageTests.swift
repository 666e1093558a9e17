import Foundation
import Testing

@Suite("Errors in the chosen language")
struct CommandLanguageTests {
  @Test(
    "What is wrong with the arguments is said in Chinese where that was asked for",
    arguments: [
      (["report", "membres", "--lang", "zh"], "没有报表“membres”。是否指“members”？"),
      (["show", "--language=zh-Hans"], "缺少参数“<panel>”"),
      (["report", "members", "--limt", "3", "--lang", "zh"], "没有选项“--limt”，是否指“--limit”？"),
      (["report", "overview", "--time-zone", "Asia/Shangai", "--lang", "zh"], "没有时区“Asia/Shangai”"),
      (["--theme", "drak", "--lang", "zh"], "没有主题“drak”。是否指“dark”？"),
    ])
  func chinese(arguments: [String], words: String) throws {
    let output = try Program.run(arguments)
    #expect(output.code == 64)
    #expect(output.errors.hasPrefix("错误："))
    #expect(output.errors.contains(words))
    #expect(!output.errors.contains("Error") && !output.errors.contains("Usage:"))
    #expect(output.text.isEmpty)
  }

  @Test("The locale decides where nothing was asked for, and English stays as it was")
  func locale() throws {
    let chinese = try Program.run(["check", "/nowhere"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.code == 66 && chinese.errors.hasPrefix("错误：没有文件夹“/nowhere”。"))
    let english = try Program.run(["show"])
    #expect(english.code == 64 && english.errors.hasPrefix("Error: Missing expected argument"))
  }

  @Test("Without a terminal that could show it, the dashboard ends with a code of its own")
  func noTerminal() throws {
    let shop = try TeaShop()
    let output = try Program.run([shop.path])
    #expect(output.code == 69)
    #expect(output.errors.contains("--plain"))
  }

  @Test("TERM=dumb ends with the same code", .enabled(if: TerminalSession.isAvailable))
  func dumb() throws {
    let shop = try TeaShop()
    let session = try TerminalSession()
    try session.run("clear; TERM=dumb \(Program.path) \(shop.path); echo code $?")
    try session.wait { $0.contains("code 69") }
  }

  @Test("A terminal without another screen is left empty", .enabled(if: TerminalSession.isAvailable))
  func clean() throws {
    let shop = try TeaShop()
    let session = try TerminalSession()
    try session.run("clear; TERM=vt100 \(Program.path) \(shop.path) --lang en")
    try session.wait { $0.contains("Overview") }
    try session.press("q")
    try session.wait { $0.hasPrefix("ready$") && !$0.contains("Overview") }
  }
}
