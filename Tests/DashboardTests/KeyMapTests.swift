import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

@Suite struct CommandTests {
  @Test func everyCommandIsListedOnceWithWords() {
    #expect(Command.all.count == CommandID.allCases.count)
    #expect(Set(Command.all.map(\.id)).count == Command.all.count)
    for command in Command.all {
      #expect(!Language.english.text(command.title).isEmpty)
      #expect(!Language.simplifiedChinese.text(command.help).isEmpty)
    }
    #expect(Set(CommandWords.all.keys) == Set(CommandID.allCases.map(\.rawValue)))
  }

  @Test func everyCommandHasAKeyByDefault() {
    let (map, problems) = KeyMap.make(overrides: [:])
    #expect(problems.isEmpty)
    for command in Command.all { #expect(!map.keys(of: command.id).isEmpty, "\(command.id)") }
  }

  @Test func oneKeyMeansOneCommandInAScope() {
    for scope in [Command.Scope.overview, .members, .card] {
      var seen: [Key: CommandID] = [:]
      for command in Command.all where command.scope.contains(scope) {
        for key in KeyMap.standard.keys(of: command.id) {
          #expect(seen[key] == nil, "\(key) is \(command.id) and \(String(describing: seen[key]))")
          seen[key] = command.id
        }
      }
    }
  }
}

@Suite struct KeyMapTests {
  @Test func enterMeansWhatItsScopeSays() {
    #expect(KeyMap.standard.command(for: Key(.enter), in: .overview)?.id == .overviewOpen)
    #expect(KeyMap.standard.command(for: Key(.enter), in: .members)?.id == .membersCard)
    #expect(KeyMap.standard.command(for: Key(.enter), in: .card) == nil)
  }

  @Test func theUserWins() {
    let (map, problems) = KeyMap.make(overrides: [.membersSort: [Key("o")], .membersExport: [Key("s")]])
    #expect(map.command(for: Key("o"), in: .members)?.id == .membersSort)
    #expect(map.command(for: Key("s"), in: .members)?.id == .membersExport)
    #expect(map.command(for: Key("e"), in: .members) == nil)
    #expect(problems.isEmpty)
  }

  @Test func aDefaultThatGivesWayIsReported() {
    let (map, problems) = KeyMap.make(overrides: [.membersExport: [Key("s")]])
    #expect(map.keys(of: .membersSort).isEmpty)
    #expect(problems == [.displaced(.membersSort, by: .membersExport, key: Key("s"))])
  }

  @Test func conflictsAreReportedAndTheFirstCommandHasTheKey() {
    let (map, problems) = KeyMap.make(overrides: [.membersSort: [Key("o")], .membersExport: [Key("o")]])
    #expect(map.command(for: Key("o"), in: .members)?.id == .membersSort)
    #expect(problems == [.conflict(Key("o"), kept: .membersSort, lost: .membersExport)])
  }

  @Test func aCommandCanHaveNoKey() {
    let (map, problems) = KeyMap.make(overrides: [.appMouse: []])
    #expect(map.command(for: Key("M"), in: .all) == nil)
    #expect(problems.isEmpty)
  }
}

@Suite struct FuzzyMatchTests {
  @Test func lettersInTheirOrderMatch() {
    #expect(FuzzyMatch.match("cl", in: "columns")?.positions == [0, 2])
    #expect(FuzzyMatch.match("lc", in: "columns") == nil)
    #expect(FuzzyMatch.match("", in: "columns")?.positions == [])
    #expect(FuzzyMatch.match("排", in: "排序")?.positions == [0])
    #expect(FuzzyMatch.match("GT", in: "go to")?.positions == [0, 3])
  }

  @Test func beginsOfWordsAndRunsCountMore() throws {
    let word = try #require(FuzzyMatch.match("mark", in: "mark all"))
    let scattered = try #require(FuzzyMatch.match("mark", in: "move a rank"))
    #expect(word.score > scattered.score)
    #expect(FuzzyMatch.match("p", in: "page up")?.positions == [0])
  }

  @Test func everyCommandIsFoundByItsTitleAndItsID() {
    var stage = DashboardState(
      size: .init(columns: 120, rows: 36), clock: Shop.noon, machineZone: .utc, folder: "x")
    for language in Language.allCases {
      stage.language = language
      for command in Command.all {
        let title = language.text(command.title)
        // Panels have commands of the same title: any of them may come first.
        let namesakes = Command.all.count { language.text($0.title) == title }
        let byTitle = Palette.matches(title, in: stage).map(\.command)
        #expect(byTitle.prefix(namesakes + 1).contains(command), "\(command.id)")
        #expect(Palette.matches(command.id.rawValue, in: stage).map(\.command).contains(command))
      }
    }
  }
}
