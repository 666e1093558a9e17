/// A language that everything a person reads is written in.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  /// Its tag as used on the command line and in config files: `en`, `zh-Hans`.
  package var id: String { rawValue }

  /// What its readers call it.
  package var ownName: String {
    switch self {
    case .english: "English"
    case .simplifiedChinese: "简体中文"
    }
  }

  /// The language that was asked for, else that of the locale in `environment`, else English.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES`, `LANG` that isn't empty decides, as the C library has it.
  package static func choose(option: Language? = nil, environment: [String: String]) -> Language {
    if let option { return option }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[name], !locale.isEmpty else { continue }
      let code = locale.lowercased().prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
      return code == "zh" ? .simplifiedChinese : .english
    }
    return .english
  }
}
