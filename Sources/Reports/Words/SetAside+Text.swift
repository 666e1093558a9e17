import Feeds
import Texts

extension SetAsideProblem {
  /// The reason in words.
  package func text(in language: Language) -> String {
    if case .unreadable(let number) = self {
      return language.text(.reasonUnreadable, ["number": Int(number)])
    }
    return language.text(phrase)
  }

  private var phrase: Phrase {
    switch self {
    case .brokenJSON: .reasonBrokenJSON
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
    case .unknownTime: .reasonUnknownTime
    case .notAnArray: .reasonNotAnArray
    case .brokeOff: .reasonBrokeOff
    case .missingComma: .reasonMissingComma
    case .missingElement: .reasonMissingElement
    case .trailingContent: .reasonTrailingContent
    case .shrank: .reasonShrank
    case .gzipTruncated: .reasonGzipTruncated
    case .gzipDamaged: .reasonGzipDamaged
    case .gzipTrailingBytes: .reasonGzipTrailing
    case .notAFile: .reasonNotAFile
    case .isFolder: .reasonIsFolder
    case .permissionDenied: .reasonPermission
    case .symlinkLoop: .reasonSymlinkLoop
    case .unreadable: .reasonUnreadable
    case .outOfMemory: .reasonOutOfMemory
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
}

extension SetAside {
  /// Field and reason: `amount: not a number`.
  package func reasonText(in language: Language) -> String {
    let reason = reason.text(in: language)
    guard let field else { return reason }
    return language.text(.fieldSetAside, ["field": field, "reason": reason])
  }

  /// File and place as editors take them: `orders.jsonl:1204`; the index in brackets for elements of arrays.
  package var placeText: String {
    switch place {
    case .line(let line): "\(file):\(line)"
    case .index(let index): "\(file)[\(index)]"
    case .file: file
    }
  }
}
