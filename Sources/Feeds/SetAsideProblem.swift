/// Why something was set aside.
package enum SetAsideProblem: Hashable, Sendable {
  /// Not JSON.
  case brokenJSON(JSONCause)
  /// With `GB18030` as hint where the bytes are of that encoding.
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
  /// A number that as seconds would lie in January 1970.
  case serialNumber
  /// A file that holds something else than an array; the hint is the key under which one was found.
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
  /// Packed in a form that the name doesn't say, or that isn't read.
  case packed(Packing)
  /// A name that ends in `.gz`, and plain text behind it.
  case notPacked
  /// What is packed is packed again.
  case packedTwice
  case utf16
  /// A file of something else than JSON.
  case otherFormat(OtherFormat)
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

  /// What makes a record's text no JSON.
  package enum JSONCause: String, Hashable, Sendable {
    case other
    /// More than one record on a line.
    case severalRecords = "several_records"
    /// A record that goes on on the next line.
    case overSeveralLines = "over_several_lines"
    /// A comma behind the record, as in an array.
    case commaBehind = "comma_behind"
    /// A comma before a closing bracket.
    case trailingComma = "trailing_comma"
    /// Something else behind the record.
    case textBehind = "text_behind"
    /// The mark of JSON text sequences (RFC 7464), 0x1E.
    case recordSeparator = "record_separator"
    case singleQuotes = "single_quotes"
    case bareKey = "bare_key"
    /// A curly quote, or a colon or comma of full width.
    case fullWidth = "full_width"
    /// `NaN`, `None`, `True`, `undefined`.
    case foreignWord = "foreign_word"
    case comment
    case controlCharacter = "control_character"
    case badEscape = "bad_escape"
    case badNumber = "bad_number"
    /// A comma, a colon or a quote is missing.
    case missingMark = "missing_mark"
  }

  /// What a file holds in place of JSON.
  package enum OtherFormat: String, Hashable, Sendable {
    /// Rows of values with commas, semicolons or tabs between them.
    case table
    /// XML or HTML, such as the page of an error that was saved under the name of a feed.
    case markup
  }

  /// How bytes are packed.
  package enum Packing: String, Hashable, Sendable {
    case gzip, zstd, zip, bzip2, xz
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
    case .serialNumber: "serial_number"
    case .notAnArray: "not_an_array"
    case .brokeOff: "broke_off"
    case .missingComma: "missing_comma"
    case .missingElement: "missing_element"
    case .trailingContent: "trailing_content"
    case .shrank: "shrank"
    case .gzipTruncated: "gzip_truncated"
    case .gzipDamaged: "gzip_damaged"
    case .gzipTrailingBytes: "gzip_trailing_bytes"
    case .packed: "packed"
    case .notPacked: "not_packed"
    case .packedTwice: "packed_twice"
    case .utf16: "utf16"
    case .otherFormat: "other_format"
    case .notAFile: "not_a_file"
    case .isFolder: "is_folder"
    case .permissionDenied: "permission_denied"
    case .symlinkLoop: "symlink_loop"
    case .unreadable: "unreadable"
    case .outOfMemory: "out_of_memory"
    }
  }

  /// A closer word, where the reason has one.
  package var cause: String? {
    switch self {
    case .brokenJSON(let cause): cause.rawValue
    case .packed(let packing): packing.rawValue
    case .otherFormat(let format): format.rawValue
    case .wrongType(let expected): expected.rawValue
    default: nil
    }
  }
}
