import Canvas
import Foundation
import Testing

@Suite struct ThemeTests {
  @Test func theBuiltInThemeNeedsNoFile() {
    let (theme, problems) = Theme.resolve("terminal") { _ in nil }
    #expect(problems.isEmpty)
    #expect(theme == .builtIn)
    #expect(theme[.text] == .plain)
    #expect(theme[.title] == Style(foreground: .indexed(6), attributes: .bold))
    #expect(theme[.number] == theme[.text])
  }

  @Test func aFileOverridesPartsAndInherits() {
    let base = ThemeDocument(
      name: "base",
      value: [
        "palette": ["accent": "#5fafff", "ground": "#101010"],
        "roles": [
          "text": ["foreground": "#eee", "background": "ground"],
          "selection": ["foreground": "accent", "background": "#303030", "attributes": ["bold"]],
        ],
      ])
    let child = ThemeDocument(
      name: "child",
      value: [
        "name": "My own", "inherits": "base", "palette": ["accent": "bright_red"],
        "roles": [
          "selection": ["attributes": ["underline", "italic"]], "tab_active": ["background": "235"],
        ],
      ])
    let (theme, problems) = Theme.resolve("child") { ["base": base, "child": child][$0] }
    #expect(problems.isEmpty)
    #expect(theme.name == "child")
    #expect(theme[.text] == Style(foreground: .rgb(238, 238, 238), background: .rgb(16, 16, 16)))
    #expect(
      theme[.selection]
        == Style(
          foreground: .indexed(9), background: .rgb(48, 48, 48), attributes: [.underline, .italic]))
    #expect(theme[.tabActive].background == .indexed(235))
    // Not said by either: the built-in colour on the theme's own ground.
    #expect(theme[.success] == Style(foreground: .indexed(2), background: .rgb(16, 16, 16)))
    #expect(theme[.number] == theme[.text])
  }

  @Test func whatIsWrongIsReportedAndTheRestKept() {
    let document = ThemeDocument(
      name: "odd",
      value: [
        "colour": "red", "palette": ["accent": "#12"],
        "roles": [
          "selecton": ["foreground": "red"],
          "title": ["foreground": "bleu", "background": "black", "attributes": ["blod", "dim"]],
          "error": ["foregruond": "red", "attributes": "bold"],
          "match": ["foreground": .other],
        ],
      ])
    let (theme, problems) = Theme.resolve("odd") { $0 == "odd" ? document : nil }
    #expect(theme[.title] == Style(foreground: .indexed(6), background: .indexed(0), attributes: .dim))
    let expected: Set<ThemeProblem> = [
      .unknownKey(theme: "odd", path: "colour", nearest: nil),
      .unknownColor(theme: "odd", path: "palette.accent", value: "#12", nearest: nil),
      .unknownRole(theme: "odd", name: "selecton", nearest: "selection"),
      .unknownColor(theme: "odd", path: "roles.title.foreground", value: "bleu", nearest: "blue"),
      .unknownAttribute(theme: "odd", path: "roles.title.attributes", value: "blod", nearest: "bold"),
      .unknownKey(theme: "odd", path: "roles.error.foregruond", nearest: "foreground"),
      .wrongType(theme: "odd", path: "roles.error.attributes"),
      .wrongType(theme: "odd", path: "roles.match.foreground"),
    ]
    #expect(Set(problems) == expected)
    #expect(problems.count == expected.count)
    #expect(ThemeDocument(name: "x", value: "text").problems == [.wrongType(theme: "x", path: "")])
  }

  @Test func circlesAndMissingThemesEnd() {
    let one = ThemeDocument(name: "one", inherits: "two", roles: ["title": .init(foreground: "red")])
    let two = ThemeDocument(name: "two", inherits: "one")
    let (theme, problems) = Theme.resolve("one") { ["one": one, "two": two][$0] }
    #expect(problems == [.cycle(["one", "two", "one"])])
    #expect(theme[.title].foreground == .indexed(1))

    let orphan = ThemeDocument(name: "orphan", inherits: "gone")
    let found = Theme.resolve("orphan") { $0 == "orphan" ? orphan : nil }
    #expect(found.problems == [.notFound(name: "gone", inheritedBy: "orphan")])
    let nothing = Theme.resolve("gone") { _ in nil }
    #expect(nothing.problems == [.notFound(name: "gone", inheritedBy: nil)])
    #expect(nothing.theme == .builtIn)
  }

  @Test func aSurfaceLendsItsBackground() {
    let over = Theme.builtIn.over(.selection)
    #expect(over[.money] == Style(foreground: .indexed(0), background: .indexed(6)))
    #expect(over[.title] == Style(foreground: .indexed(0), background: .indexed(6), attributes: .bold))
    #expect(over[.alert3] == Theme.builtIn[.alert3])
  }

  @Test func roleNamesAreDistinct() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role.tableHeaderSorted.name == "table_header_sorted")
    #expect(Role.heat1.name == "heat1")
  }
}

@Suite struct ThemeFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../themes").standardizedFileURL
  static let names = ["terminal", "dark", "light", "high-contrast", "mono"]

  static func value(_ json: Any) -> ThemeValue {
    switch json {
    case let text as String: .string(text)
    case let list as [Any]: .array(list.map(value))
    case let members as [String: Any]: .object(members.mapValues(value))
    default: .other
    }
  }

  static func document(_ name: String) -> ThemeDocument? {
    guard let data = try? Data(contentsOf: folder.appending(path: name + ".json")),
      let json = try? JSONSerialization.jsonObject(with: data)
    else { return nil }
    return ThemeDocument(name: name, value: value(json))
  }

  @Test func everyFileIsListed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let names = files.filter { $0.hasSuffix(".json") }.map { $0.dropLast(5) }
    #expect(Set(names) == Set(Self.names.map { $0[...] }))
  }

  @Test(arguments: names) func everyFileIsWholeAndWithoutProblems(name: String) throws {
    let document = try #require(Self.document(name))
    #expect(Set(document.roles.keys) == Set(Role.allCases.map(\.name)))
    let (theme, problems) = Theme.resolve(name, lookup: Self.document)
    #expect(problems.isEmpty)
    #expect(theme.name == name)
    for role in [Role.selection, .tabActive, .cursor, .match, .error, .borderFocused] {
      #expect(theme[role] != theme[.text], "\(role) must stand out")
    }
  }

  @Test func theBuiltInThemeIsTheTerminalFile() {
    #expect(Theme.resolve("terminal", lookup: Self.document).theme == .builtIn)
    #expect(Self.document("terminal") == .builtIn)
  }

  @Test func monoUsesNoColour() {
    let theme = Theme.resolve("mono", lookup: Self.document).theme
    for role in Role.allCases {
      #expect(theme[role].foreground == .standard)
      #expect(theme[role].background == .standard)
    }
  }

  @Test(arguments: ["dark", "light", "high-contrast"]) func textIsLegible(name: String) {
    let theme = Theme.resolve(name, lookup: Self.document).theme
    let lines: Set<Role> = [
      .border, .barEmpty, .scrollbar, .axis, .heat1, .heat2, .heat3, .heat4, .disabled, .placeholder,
    ]
    for theme in [theme, theme.over(.selection), theme.over(.popup)] {
      for role in Role.allCases where !lines.contains(role) {
        let style = theme[role]
        let least =
          name == "high-contrast" ? 6.5 : theme[.text].background == theme[.popup].background ? 4 : 3.4
        #expect(contrast(style.foreground, style.background) >= least, "\(name) \(role)")
      }
    }
  }

  /// The contrast ratio of two colours after the web's accessibility guidelines: 1…21.
  private func contrast(_ one: Color, _ other: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      guard case .rgb(let red, let green, let blue) = color else { return 0 }
      func linear(_ value: UInt8) -> Double {
        let part = Double(value) / 255
        return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }
}
