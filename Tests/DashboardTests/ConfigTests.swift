import Canvas
import Loyalty
import Screen
import Testing
import Texts

@testable import Dashboard

@Suite struct ConfigTests {
  private func parse(_ text: String) -> (config: Config, problems: [Config.Problem]) {
    Config.parse(Array(text.utf8))
  }

  @Test func settingsAreRead() {
    let (config, problems) = parse(
      """
      {"language": "zh-Hans", "theme": "dark", "glyphs": "block", "mouse": false, "clipboard": true,
       "keys": {"members.sort": "o", "app.quit": ["q", "ctrl+q"], "app.mouse": []}}
      """)
    #expect(problems.isEmpty)
    #expect(config.language == .simplifiedChinese)
    #expect(config.theme == "dark")
    #expect(config.glyphs == .block)
    #expect(config.isMouseOn == false)
    #expect(config.mayCopy == true)
    #expect(
      config.keys == [
        .membersSort: [Key("o")], .appQuit: [Key("q"), Key("q", .ctrl)], .appMouse: [],
      ])
  }

  @Test func oneBadSettingDoesNotDisableTheRest() {
    let (config, problems) = parse(
      #"{"languge": "en", "mouse": "yes", "theme": "dark", "keys": {"members.srt": "o", "app.quit": "qq"}}"#)
    #expect(config.theme == "dark")
    #expect(
      problems == [
        .unknownKey("languge", nearest: "language"), .badValue(key: "mouse", expected: .boolean),
        .keys(.unknownCommand("members.srt", nearest: "members.sort")),
        .keys(.unknownKey("qq", command: "app.quit")),
      ])
    for language in Language.allCases {
      for problem in problems { #expect(language.text(problem, path: "config.json").contains("config.json")) }
    }
  }

  @Test func brokenFilesSayWhere() {
    guard case .broken(let line, _, _)? = parse("{\n\"theme\": \n").problems.first else {
      return #expect(Bool(false))
    }
    #expect(line > 1)
    #expect(parse("[]").problems == [.notAnObject(key: "config.json")])
    #expect(Config.read("/nowhere/config.json").problems.isEmpty)
  }

  @Test func placesFollowTheXDGRules() {
    let standard = Places(environment: ["HOME": "/home/a"])
    #expect(standard.configPath == "/home/a/.config/koxtop/config.json")
    #expect(standard.viewsPath == "/home/a/.local/state/koxtop/views.json")
    let own = Places(
      environment: ["HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative"])
    #expect(own.configPath == "/c/koxtop/config.json")
    #expect(own.stateFolder == "/home/a/.local/state/koxtop")
    #expect(Places(environment: [:]).configPath == nil)
  }
}

@Suite struct SavedViewTests {
  @Test func viewsSurviveTheFile() {
    let view = SavedView(
      name: "宝妈", filter: "tag:宝妈 spend>500", order: MemberOrder(.name, .descending), columns: [.id, .tags])
    #expect(SavedView(view.json) == view)
  }

  @Test func columnsThatAreGoneAreLeftOut() {
    let view = SavedView([
      "name": "x", "filter": "", "columns": ["id", "gone"], "sort": "gone", "direction": "sideways",
    ])
    #expect(view?.columns == [.id])
    #expect(view?.order == .standard)
  }
}

@Suite struct LineEditorTests {
  @Test func charactersAreWhatPeopleSee() {
    var line = LineEditor("张👨‍👩‍👧e\u{301}")
    #expect(line.characters.count == 3)
    line.deleteBackward()
    #expect(line.text == "张👨‍👩‍👧")
    line.deleteBackward()
    #expect(line.text == "张")
  }

  @Test func wordsAreMovedOverAndDeleted() {
    var line = LineEditor("city:上海 spend>5")
    line.moveWordLeft()
    #expect(line.cursor == 8)
    line.deleteWordBackward()
    #expect(line.text == "spend>5")
    #expect(line.cursor == 0)
    line.moveWordRight()
    line.insert("\n0")
    #expect(line.text == "spend>5 0")
  }
}
