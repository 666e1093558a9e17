import Community

/// A file that belongs to a feed.
struct FeedFile: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// One record a line.
    case lines
    /// An array of records.
    case array
  }

  let feed: Feed
  /// Relative to the folder.
  let path: String
  let form: Form
  let isPacked: Bool

  /// What a file's name says of its form, be its ending in capitals or not; nil when no feed is read from such files.
  static func form(of name: String) -> (form: Form, isPacked: Bool)? {
    var name = name.lowercased()[...]
    let isPacked = name.hasSuffix(".gz")
    if isPacked { name = name.dropLast(3) }
    if name.hasSuffix(".json") { return (.array, isPacked) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return (.lines, isPacked) }
    return nil
  }

  /// The same file in another form.
  func with(_ form: Form) -> FeedFile { FeedFile(feed: feed, path: path, form: form, isPacked: isPacked) }

  /// Whether appended lines are read without reading everything anew.
  var isFollowed: Bool { form == .lines && !isPacked }
}

extension FolderProblem {
  init(_ fault: FileReadProblem) {
    self =
      switch fault {
      case .notFound: .notFound
      case .notAFolder, .notARegularFile: .notAFolder
      case .permissionDenied: .permissionDenied
      case .symlinkLoop: .unreadable(40)
      case .isFolder, .interrupted: .unreadable(0)
      case .system(let number): .unreadable(number)
      }
  }
}

extension SetAsideProblem {
  init(_ fault: FileReadProblem) {
    self =
      switch fault {
      case .notFound: .unreadable(2)
      case .permissionDenied: .permissionDenied
      case .symlinkLoop: .symlinkLoop
      case .isFolder: .isFolder
      case .notAFolder: .unreadable(20)
      case .notARegularFile: .notAFile
      case .interrupted: .unreadable(4)
      case .system(let number): .unreadable(number)
      }
  }

  init(_ fault: StreamProblem) {
    self =
      switch fault {
      case .file(let fault): SetAsideProblem(fault)
      case .shrank: .shrank
      case .gzipTruncated: .gzipTruncated
      case .gzipDamaged: .gzipDamaged
      case .gzipTrailingBytes: .gzipTrailingBytes
      }
  }

  init(_ fault: ScanProblem) {
    self =
      switch fault {
      case .notAnArray: .notAnArray
      case .brokeOff: .brokeOff
      case .missingComma: .missingComma
      case .missingElement: .missingElement
      case .trailingContent: .trailingContent
      }
  }
}
