import Testing
import Texts

/// What the command line says in Chinese when it can't do as asked.
@Suite struct CommandMessageTests {
  private let chinese = Language.simplifiedChinese

  @Test(arguments: [
    ("Unknown option '--thme'. Did you mean '--theme'?", "没有选项“--thme”，是否指“--theme”？"),
    ("Unknown option '-x'", "没有选项“-x”"),
    ("Missing expected argument '<panel>'", "缺少参数“<panel>”"),
    ("2 unexpected arguments: 'a', 'b'", "多余的参数 2 个：“a', 'b”"),
    (
      "The value 'membres' is invalid for '<panel>': There is no report 'membres'. Did you mean 'members'?",
      "“<panel>”不能是“membres”：没有报表“membres”。是否指“members”？"
    ),
    ("Usage: koxtop show <panel>", "用法：koxtop show <panel>"),
    ("--limit takes a whole number of 0 or more, not -1.", "--limit 须为 0 或更大的整数，不能是 -1。"),
    (
      "The dashboard needs a terminal that can move its cursor; TERM=dumb can't. "
        + "`koxtop show PANEL --plain` prints a panel without one.",
      "面板需要能移动光标的终端，TERM=dumb 不能。不用终端时：koxtop show PANEL --plain。"
    ),
  ])
  func messagesAreFoundByTheirTemplates(_ english: String, _ words: String) {
    #expect(chinese.commandMessage(english) == words)
    #expect(Language.english.commandMessage(english) == english)
  }

  @Test func whatNoTemplateFitsStaysAsItIs() {
    #expect(chinese.commandMessage("Something else went wrong.") == "Something else went wrong.")
    #expect(chinese.commandMessage("") == "")
  }

  @Test func channelsAreNamed() {
    #expect(chinese.channels(["sms", "-phone", "tmall"]) == ["短信", "-电话", "tmall"])
  }
}
