import Feeds
import Texts

extension SetAsideProblem {
  /// The reason in words, without what stands there.
  package func text(in language: Language) -> String {
    switch self {
    case .unreadable(let number): language.systemReason(number)
    case .packed(let packing) where packing != .gzip:
      language.text(.packedOther, ["packing": packing.rawValue])
    case .brokenJSON(.fullWidth): language.text(.jsonFullWidth, ["hint": "\" : ,"])
    case .brokenJSON(.foreignWord): language.text(.jsonForeignWord, ["hint": "null"])
    default: language.text(phrase)
    }
  }

  private var phrase: Phrase {
    switch self {
    case .brokenJSON(let cause): cause.phrase
    case .invalidUTF8: .reasonInvalidUTF8
    case .loneSurrogate: .reasonLoneSurrogate
    case .nulByte: .reasonNulByte
    case .tooDeep: .reasonTooDeep
    case .incomplete: .reasonIncomplete
    case .tooLong: .reasonTooLong
    case .notAnObject: .reasonNotAnObject
    case .missing: .reasonMissing
    case .wrongType(let expected): expected.phrase
    case .outOfRange: .reasonOutOfRange
    case .unknownTime, .serialNumber: .reasonUnknownTime
    case .notAnArray: .reasonNotAnArray
    case .brokeOff: .reasonBrokeOff
    case .missingComma: .reasonMissingComma
    case .missingElement: .reasonMissingElement
    case .trailingContent: .reasonTrailingContent
    case .shrank: .reasonShrank
    case .gzipTruncated: .reasonGzipTruncated
    case .gzipDamaged: .reasonGzipDamaged
    case .gzipTrailingBytes: .reasonGzipTrailing
    case .packed: .packedGzip
    case .notPacked: .notPackedGzip
    case .packedTwice: .packedTwice
    case .utf16: .encodedUTF16
    case .otherFormat(.table): .formatTable
    case .otherFormat(.markup): .formatMarkup
    case .notAFile: .reasonNotAFile
    case .isFolder: .reasonIsFolder
    case .permissionDenied: .reasonPermission
    case .symlinkLoop: .reasonSymlinkLoop
    case .unreadable: .reasonUnreadable
    case .outOfMemory: .reasonOutOfMemory
    }
  }
}

extension SetAsideProblem.JSONCause {
  fileprivate var phrase: Phrase {
    switch self {
    case .other: .reasonBrokenJSON
    case .severalRecords: .jsonSeveralRecords
    case .overSeveralLines: .jsonOverSeveralLines
    case .commaBehind: .jsonCommaBehind
    case .trailingComma: .jsonTrailingComma
    case .textBehind: .jsonTextBehind
    case .recordSeparator: .jsonRecordSeparator
    case .singleQuotes: .jsonSingleQuotes
    case .bareKey: .jsonBareKey
    case .fullWidth: .jsonFullWidth
    case .foreignWord: .jsonForeignWord
    case .comment: .jsonComment
    case .controlCharacter: .jsonControlCharacter
    case .badEscape: .jsonBadEscape
    case .badNumber: .jsonBadNumber
    case .missingMark: .jsonMissingMark
    }
  }
}

extension SetAsideProblem.ExpectedType {
  fileprivate var phrase: Phrase {
    switch self {
    case .id: .reasonNoID
    case .text: .reasonNoText
    case .number: .reasonNoNumber
    case .wholeNumber: .reasonNoWhole
    case .money: .reasonNoMoney
    case .time: .reasonNoTime
    case .day: .reasonNoDay
    case .birthday: .reasonNoBirthday
    case .object: .reasonNoObject
    case .array: .reasonNoArray
    case .boolean: .reasonNoBoolean
    case .consent: .reasonNoConsent
    }
  }

  /// 'Can't read so and so as this; write that', with the form to write where the value itself doesn't tell.
  fileprivate var advice: (Phrase, form: String) {
    switch self {
    case .id: (.cantReadID, "")
    case .text: (.cantReadText, "")
    case .number: (.cantReadNumber, "1200.5")
    case .wholeNumber: (.cantReadWhole, "1200")
    case .money: (.cantReadMoney, "1200.00")
    case .time: (.cantReadTime, "2026-03-01")
    case .day: (.cantReadDay, "2026-03-01")
    case .birthday: (.cantReadBirthday, "1990-03-01")
    case .object: (.cantReadObject, "")
    case .array: (.cantReadArray, "")
    case .boolean: (.cantReadBoolean, "")
    case .consent: (.cantReadConsent, "")
    }
  }
}

extension SetAside {
  /// Field and reason: `amount: can't read "¥1,200.00" as an amount; write 1200.00`.
  package func reasonText(in language: Language) -> String {
    let reason = words(in: language)
    guard let field else { return reason }
    return language.text(.fieldSetAside, ["field": field, "reason": reason])
  }

  /// The reason with what stands there and what should, in words.
  package func words(in language: Language) -> String {
    switch (reason, value, hint) {
    case (.wrongType(let expected), let value?, let hint):
      let (phrase, example) = expected.advice
      let isEither = expected == .boolean || expected == .consent
      let form = hint ?? (isEither ? language.text(.booleanForms) : example)
      return language.text(phrase, ["value": value, "form": form])
    case (.unknownTime, let value?, let hint):
      return language.text(.cantReadTime, ["value": value, "form": hint ?? "2026-03-01"])
    case (.serialNumber, let value?, let hint?):
      return language.text(.serialNumberDay, ["value": value, "form": hint])
    case (.serialNumber, let value?, nil):
      return language.text(.serialNumberValue, ["value": value, "form": "2026-03-01"])
    case (.outOfRange, let value?, let hint?):
      let isList = hint.contains(",")
      return language.text(isList ? .outOfRangeHint : .outOfRangeSpan, ["value": value, "hint": hint])
    case (.outOfRange, let value?, nil): return language.text(.outOfRangeValue, ["value": value])
    case (.missing, _, let hint?):
      return language.text(.missingNamed, ["hint": hint, "field": field ?? ""])
    case (.notAnObject, let value?, _): return language.text(.cantReadRecord, ["value": value])
    case (.notAnArray, _, let hint?): return language.text(.arrayUnderKey, ["hint": hint])
    case (.invalidUTF8, _, "GB18030"): return language.text(.encodedGBK)
    case (.brokenJSON(.fullWidth), _, let hint?): return language.text(.jsonFullWidth, ["hint": hint])
    case (.brokenJSON(.foreignWord), _, let hint?): return language.text(.jsonForeignWord, ["hint": hint])
    default: return reason.text(in: language)
    }
  }

  /// File and place as editors take them: `orders.jsonl:1204`, `orders.jsonl:1204:17` where the JSON goes wrong; the index
  /// in brackets for elements of arrays.
  package var placeText: String {
    switch place {
    case .line(let line): "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
    case .index(let index): "\(file)[\(index)]"
    case .file: file
    }
  }
}

extension Language {
  /// What an error of the system means, by its number on Linux.
  func systemReason(_ number: Int32) -> String {
    switch number {
    case 2: text(.systemNotFound)
    case 5: text(.systemIO)
    case 12: text(.systemNoMemory)
    case 20: text(.systemNotAFolder)
    case 23, 24: text(.systemTooManyFiles)
    case 36: text(.systemNameTooLong)
    case 110, 112: text(.systemTimedOut)
    case 107, 116: text(.systemStale)
    default: text(.reasonUnreadable, ["number": Int(number)])
    }
  }
}
