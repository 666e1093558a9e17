import Community

/// How far a file was read.
struct FileCursor: Sendable {
  var file: FeedFile
  var status: FileStatus
  /// Which of its feed's files it is in the report.
  let reportPlace: Int
  /// Bytes that were used.
  var offset: Int64
  /// Lines that begin before `offset`.
  var lines: Int
  /// Whether the last line was used although no newline ends it.
  var endsWithoutNewline = false
  /// The bytes before `offset`, to see whether the file is still the same there.
  var guardBytes: [UInt8] = []
  /// All bytes before `offset`, to see by and by whether one was overwritten in place.
  var fingerprint: FileFingerprint
}

extension FileCursor {
  /// How many bytes before the end are kept, to see whether a file was written anew.
  static let guardSize: Int64 = 64

  init(
    _ source: FeedSource, reportPlace: Int, offset: Int64, lines: Int, endsWithoutNewline: Bool,
    fingerprint: FileFingerprint
  ) {
    file = source.file
    status = source.status
    self.reportPlace = reportPlace
    self.offset = offset
    self.lines = lines
    self.endsWithoutNewline = endsWithoutNewline
    self.fingerprint = fingerprint
    readGuard(source.open)
  }

  mutating func readGuard(_ open: any OpenFile) {
    do throws(FileReadProblem) {
      guardBytes = try open.bytes(from: max(0, offset - FileCursor.guardSize), upTo: offset)
    } catch {
      guardBytes = []
    }
  }
}
