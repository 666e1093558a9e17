/// Why a source, or a file within one, can't be imported at all.
package enum ImportProblem: Error, Hashable, Sendable {
  case notFound(String)
  case permissionDenied(String)
  /// Any other error of the system, by its number.
  case unreadable(String, Int32)
  /// A file or folder that can't be written, by the system's number.
  case unwritable(String, Int32)
  case notAFile(String)
  /// What packs the file is damaged or breaks off.
  case damagedArchive(String)
  case encryptedArchive(String)
  /// Packed by a method other than none and deflate.
  case unknownPacking(String)
  /// An archive within an archive.
  case nestedArchive(String)
  /// A name in an archive that leads out of it.
  case pathEscape(String)
  /// Unpacks to far more than any export does.
  case archiveBomb(String)
  /// XML that isn't well formed.
  case damagedXML(String)
  /// XML that declares entities or a document type.
  case entitiesInXML(String)
  /// Not a workbook of the OOXML form.
  case notAWorkbook(String)
  /// Neither UTF-8 nor any other encoding that is known, or one that was asked for and isn't known.
  case unknownEncoding(String)
  /// Nothing in the source is of a form that is known.
  case nothingRecognised(String)
  /// The program answered with a failure in place of data.
  case failedAnswer(String, String)
  /// The mapping file can't be used.
  case mapping(String, MappingProblem)
  /// Dates that can be read with the day or the month first: the field, and a value.
  case ambiguousDates(file: String, field: String, value: String)
  /// Required fields of the feed that no field of the source fills.
  case missingTargets(file: String, feed: String, fields: [String])
  /// The folder holds no `imports.json`, or one that can't be read.
  case nothingRemembered(String)
  case cancelled
}

extension ImportProblem {
  /// The system's error number as a problem with a file that is read.
  static func reading(_ path: String, _ number: Int32) -> ImportProblem {
    switch number {
    case 2: .notFound(path)
    case 1, 13: .permissionDenied(path)
    default: .unreadable(path, number)
    }
  }
}
