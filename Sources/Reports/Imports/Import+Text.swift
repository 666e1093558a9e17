import Community
import Imports
import Texts

extension Language {
  /// Why a row, record or field wasn't taken.
  package func text(_ reason: RejectionReason) -> String {
    Phrase.importReasons[reason.rawValue].map { text($0) } ?? reason.rawValue
  }

  /// Where it stands, what it is, and why it wasn't taken.
  package func text(_ rejection: Rejection) -> String {
    let place =
      rejection.row > 0 ? text(.importPlace, ["file": rejection.file, "row": rejection.row]) : rejection.file
    var what = text(rejection.reason)
    if let field = rejection.field {
      what = text(.importFieldReason, ["field": field, "value": rejection.value ?? "", "reason": what])
    } else if let value = rejection.value, !value.isEmpty {
      what = text(.importValueReason, ["reason": what, "value": value])
    }
    return self == .english ? "\(place): \(what)" : "\(place)：\(what)"
  }

  /// Why a source can't be imported.
  package func text(_ problem: ImportProblem) -> String {
    func phrase(_ id: String, _ values: KeyValuePairs<String, any PhraseValue>) -> String {
      Phrase.importProblems[id].map { text($0, values) } ?? id
    }
    switch problem {
    case .notFound(let file): return phrase("notFound", ["file": file])
    case .permissionDenied(let file): return phrase("permissionDenied", ["file": file])
    case .unreadable(let file, let number):
      return phrase("unreadable", ["file": file, "number": Int(number)])
    case .unwritable(let file, let number):
      return phrase("unwritable", ["file": file, "number": Int(number)])
    case .notAFile(let file): return phrase("notAFile", ["file": file])
    case .damagedArchive(let file): return phrase("damagedArchive", ["file": file])
    case .encryptedArchive(let file): return phrase("encryptedArchive", ["file": file])
    case .unknownPacking(let file): return phrase("unknownPacking", ["file": file])
    case .nestedArchive(let file): return phrase("nestedArchive", ["file": file])
    case .pathEscape(let file): return phrase("pathEscape", ["file": file])
    case .archiveBomb(let file): return phrase("archiveBomb", ["file": file])
    case .damagedXML(let file): return phrase("damagedXML", ["file": file])
    case .entitiesInXML(let file): return phrase("entitiesInXML", ["file": file])
    case .notAWorkbook(let file): return phrase("notAWorkbook", ["file": file])
    case .unknownEncoding(let file): return phrase("unknownEncoding", ["file": file])
    case .nothingRecognised(let file): return phrase("nothingRecognised", ["file": file])
    case .failedAnswer(let file, let value): return phrase("failedAnswer", ["file": file, "value": value])
    case .mapping(let file, let problem): return phrase("mapping", ["file": file, "value": text(problem)])
    case .ambiguousDates(let file, let field, let value):
      return phrase("ambiguousDates", ["file": file, "field": field, "value": value])
    case .missingTargets(let file, let feed, let fields):
      let feed = Phrase.named("feed.\(feed)").map { text($0) } ?? feed
      let names = fields.map(targetAndID).joined(separator: self == .english ? ", " : "、")
      return phrase("missingTargets", ["file": file, "feed": feed, "field": names])
    case .nothingRemembered(let file): return phrase("nothingRemembered", ["file": file])
    case .cancelled: return phrase("cancelled", [:])
    }
  }

  /// What a guess leaves to people.
  package func text(_ note: PlanNote) -> String {
    switch note {
    case .ambiguousDates(let field, let value):
      text(.importNoteAmbiguous, ["field": field, "value": value])
    case .missingTarget(let feed, let target):
      text(
        .importNoteMissing,
        ["feed": text(feed), "target": targetAndID(target)])
    case .notTaken(let field): text(.importNoteNotTaken, ["field": field])
    }
  }

  /// What a feed is called.
  package func text(_ feed: Feed) -> String {
    Phrase.named("feed.\(feed.name)").map { text($0) } ?? feed.name
  }

  /// What a feed's field is called: `consent.sms` is 'consent: sms'.
  package func target(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let field = Phrase.importTargets[parts.first ?? name].map { text($0) } ?? name
    return parts.count == 2 ? text(.importTargetWithin, ["field": field, "name": parts[1]]) : field
  }

  /// The same with the name that mapping files have for it.
  private func targetAndID(_ name: String) -> String {
    let field = target(name)
    return field == name ? name : text(.importTargetAndID, ["field": field, "id": name])
  }

  /// What is wrong in a mapping.
  package func text(_ problem: MappingProblem) -> String {
    func phrase(_ id: String, _ values: KeyValuePairs<String, any PhraseValue>) -> String {
      Phrase.mappingProblems[id].map { text($0, values) } ?? id
    }
    func hinted(_ problem: String, _ nearest: String?) -> String {
      nearest.map { phrase("nearest", ["problem": problem, "nearest": $0]) } ?? problem
    }
    switch problem {
    case .notJSON(let line, let column): return phrase("notJSON", ["line": line, "column": column])
    case .unknownKey(let path, let nearest): return hinted(phrase("unknownKey", ["path": path]), nearest)
    case .wrongType(let path): return phrase("wrongType", ["path": path])
    case .badValue(let path, let value, let nearest):
      return hinted(phrase("badValue", ["path": path, "value": value]), nearest)
    case .missing(let path): return phrase("missing", ["path": path])
    }
  }
}
