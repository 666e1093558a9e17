import Community

/// A record, or one field of it, that could not be used, or a file that could not be read to its end.
package struct SetAside: Hashable, Sendable {
  /// Where in a file.
  package enum Place: Hashable, Sendable {
    /// From 1.
    case line(Int)
    /// Of an element of an array, from 0.
    case index(Int)
    /// The file as a whole.
    case file
  }

  /// Nil for `program.json`.
  package var feed: Feed?
  /// Relative to the folder.
  package var file: String
  package var place: Place
  /// Bytes before the record in the file; in a packed file, in what is packed.
  package var offset: Int64
  /// The field that was set aside; nil when the whole record was.
  package var field: String?
  package var reason: SetAsideProblem

  package init(
    feed: Feed?, file: String, place: Place, offset: Int64, field: String? = nil, reason: SetAsideProblem
  ) {
    self.feed = feed
    self.file = file
    self.place = place
    self.offset = offset
    self.field = field
    self.reason = reason
  }
}

/// Why something was set aside.
package enum SetAsideProblem: Hashable, Sendable {
  /// Not JSON.
  case brokenJSON
  case invalidUTF8
  /// A `\u` escape of half a surrogate pair.
  case loneSurrogate
  /// A NUL byte.
  case nulByte
  /// Containers nested more than 1,024 deep.
  case tooDeep
  /// A line that ends before its JSON does.
  case incomplete
  /// A record over 256 MiB.
  case tooLong
  case notAnObject
  /// A required field is missing, or null.
  case missing
  case wrongType(expected: ExpectedType)
  case outOfRange
  /// A time of no known form.
  case unknownTime
  /// A file that holds something else than an array.
  case notAnArray
  /// An array that ends before its bracket.
  case brokeOff
  case missingComma
  case missingElement
  /// Something follows the array.
  case trailingContent
  /// The file became shorter while it was read.
  case shrank
  case gzipTruncated
  case gzipDamaged
  case gzipTrailingBytes
  /// A FIFO, socket or device.
  case notAFile
  case isFolder
  case permissionDenied
  case symlinkLoop
  /// The system's error, by its number.
  case unreadable(Int32)
  case outOfMemory

  /// What a field takes.
  package enum ExpectedType: String, Hashable, Sendable {
    case id, text, number, wholeNumber = "whole_number", money, time, day, birthday, object, array, boolean,
      consent
  }
}

extension SetAsideProblem {
  /// A stable word for reports.
  package var code: String {
    switch self {
    case .brokenJSON: "broken_json"
    case .invalidUTF8: "invalid_utf8"
    case .loneSurrogate: "lone_surrogate"
    case .nulByte: "nul_byte"
    case .tooDeep: "too_deep"
    case .incomplete: "incomplete"
    case .tooLong: "too_long"
    case .notAnObject: "not_an_object"
    case .missing: "missing"
    case .wrongType: "wrong_type"
    case .outOfRange: "out_of_range"
    case .unknownTime: "unknown_time"
    case .notAnArray: "not_an_array"
    case .brokeOff: "broke_off"
    case .missingComma: "missing_comma"
    case .missingElement: "missing_element"
    case .trailingContent: "trailing_content"
    case .shrank: "shrank"
    case .gzipTruncated: "gzip_truncated"
    case .gzipDamaged: "gzip_damaged"
    case .gzipTrailingBytes: "gzip_trailing_bytes"
    case .notAFile: "not_a_file"
    case .isFolder: "is_folder"
    case .permissionDenied: "permission_denied"
    case .symlinkLoop: "symlink_loop"
    case .unreadable: "unreadable"
    case .outOfMemory: "out_of_memory"
    }
  }
}

extension SetAsideProblem: CustomStringConvertible {
  /// In English.
  package var description: String {
    switch self {
    case .brokenJSON: "not valid JSON"
    case .invalidUTF8: "not valid UTF-8"
    case .loneSurrogate: "a \\u escape of half a surrogate pair"
    case .nulByte: "a NUL byte"
    case .tooDeep: "nested more than 1,024 deep"
    case .incomplete: "the line ends before its JSON does"
    case .tooLong: "longer than 256 MiB"
    case .notAnObject: "not an object"
    case .missing: "missing"
    case .wrongType(let expected):
      switch expected {
      case .id: "not an id (a string or a whole number)"
      case .text: "not a string"
      case .number: "not a number"
      case .wholeNumber: "not a whole number"
      case .money: "not an amount of money"
      case .time: "not a time"
      case .day: "not a day (YYYY-MM-DD)"
      case .birthday: "not a birthday (YYYY-MM-DD or MM-DD)"
      case .object: "not an object"
      case .array: "not an array"
      case .boolean: "neither true nor false"
      case .consent: "neither true nor false, so refused until it's mended"
      }
    case .outOfRange: "out of range"
    case .unknownTime: "not a time of a known form"
    case .notAnArray: "the file does not hold an array"
    case .brokeOff: "the array breaks off"
    case .missingComma: "a comma is missing between elements"
    case .missingElement: "a comma with no element beside it"
    case .trailingContent: "something follows the array"
    case .shrank: "the file became shorter while it was read"
    case .gzipTruncated: "the gzip data break off"
    case .gzipDamaged: "the gzip data are damaged"
    case .gzipTrailingBytes: "something follows the gzip data"
    case .notAFile: "not a regular file"
    case .isFolder: "a folder, not a file"
    case .permissionDenied: "permission denied"
    case .symlinkLoop: "too many symbolic links in a row"
    case .unreadable(let number): "cannot be read (system error \(number))"
    case .outOfMemory: "out of memory"
    }
  }
}
