/// Words for people in every language, with named placeholders: `{name}`.
///
/// Words are declared in this module alone, each as a `static let` or in a table that is one. The plugin Gather lists all of them as
/// `Phrase.all` whenever the module is built, by the label `en:`, and ends the build where words stand anywhere else: so the tests of
/// translations see whatever a person can read.
package struct Phrase: Hashable, Sendable {
  /// Area and name with a dot, unique among all phrases: `members.title`.
  package let id: String
  let english: String
  /// English where `{count}` is one.
  let singular: String?
  let chinese: String

  init(_ id: String, en english: String, one singular: String? = nil, zh chinese: String) {
    self.id = id
    self.english = english
    self.singular = singular
    self.chinese = chinese
  }

  /// The words as written, placeholders included.
  package func template(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  /// Every wording of the phrase: one for each language, and the English singular where it has one.
  package var templates: [String] { [english, chinese] + (singular.map { [$0] } ?? []) }

  /// The names between braces in a template.
  package static func placeholders(in template: String) -> Set<String> {
    var names: Set<String> = []
    for piece in template.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      if let end = piece.firstIndex(of: "}") { names.insert(String(piece[..<end])) }
    }
    return names
  }
}

/// What a command is called and what it does, by the command's id.
package struct CommandWords: Sendable {
  package let title: Phrase
  package let help: Phrase

  init(_ id: String, en title: String, zh chineseTitle: String, help: String, zhHelp: String) {
    self.title = Phrase("command.\(id)", en: title, zh: chineseTitle)
    self.help = Phrase("command.\(id).help", en: help, zh: zhHelp)
  }
}

/// What can stand in for a placeholder.
package protocol PhraseValue {
  func text(in language: Language) -> String
  /// Whether English takes the singular when this is the `count`.
  var isOne: Bool { get }
}

extension String: PhraseValue {
  package func text(in language: Language) -> String { self }
  package var isOne: Bool { false }
}

extension Int: PhraseValue {
  package func text(in language: Language) -> String { language.number(self) }
  package var isOne: Bool { self == 1 }
}

extension Language {
  /// A phrase in this language.
  package func text(_ phrase: Phrase) -> String { phrase.template(in: self) }

  /// A phrase with its placeholders filled in; integers are grouped, and `count` decides the singular.
  ///
  /// A placeholder without a value stays as written.
  package func text(_ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue>) -> String {
    var template = phrase.template(in: self)
    if self == .english, let singular = phrase.singular,
      values.contains(where: { $0.key == "count" && $0.value.isOne })
    {
      template = singular
    }
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      if let value = values.first(where: { $0.key == name })?.value {
        text += value.text(in: self)
      } else {
        text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
