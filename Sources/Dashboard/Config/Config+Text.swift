import Texts

extension Language {
  /// What is wrong in a config file, and what was perhaps meant.
  package func text(_ problem: Config.Problem, path: String) -> String {
    switch problem {
    case .file(let problem): return text(problem)
    case .broken(let line, let column, let fault):
      return text(.configBroken, ["path": "\(path):\(line):\(column)", "reason": "\(fault)"])
    case .notAnObject(let key): return text(.configNotObject, ["path": path, "key": key])
    case .unknownKey(let key, let nearest?):
      return text(.configUnknownKeyNear, ["path": path, "key": key, "nearest": nearest])
    case .unknownKey(let key, nil): return text(.configUnknownKey, ["path": path, "key": key])
    case .badValue(let key, let expected):
      return text(.configBadValue, ["path": path, "key": key, "expected": text(expected.phrase)])
    case .keys(let problem): return text(problem, path: path)
    }
  }

  func text(_ problem: KeyMap.Problem, path: String) -> String {
    switch problem {
    case .unknownCommand(let id, let nearest?):
      text(.configUnknownCommandNear, ["path": path, "key": id, "nearest": nearest])
    case .unknownCommand(let id, nil): text(.configUnknownCommand, ["path": path, "key": id])
    case .unknownKey(let key, let command):
      text(.configUnknownPress, ["path": path, "key": key, "command": command])
    case .conflict(let key, let kept, let lost):
      text(
        .configConflict,
        ["path": path, "key": key.description, "kept": kept.rawValue, "lost": lost.rawValue])
    case .displaced(let lost, let kept, let key):
      text(
        .configDisplaced,
        ["path": path, "key": key.description, "kept": kept.rawValue, "lost": lost.rawValue])
    }
  }
}

extension Config.Problem.Expected {
  var phrase: Phrase {
    switch self {
    case .boolean: .expectedBoolean
    case .text: .expectedText
    case .keys: .expectedKeys
    case .language: .expectedLanguage
    case .glyphs: .expectedGlyphs
    }
  }
}
