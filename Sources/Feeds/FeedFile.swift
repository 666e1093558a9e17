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

  /// What a file's name says of its form; nil when no feed is read from such files.
  static func form(of name: String) -> (form: Form, isPacked: Bool)? {
    let isPacked = name.hasSuffix(".gz")
    let name = isPacked ? name.dropLast(3) : name[...]
    if name.hasSuffix(".json") { return (.array, isPacked) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return (.lines, isPacked) }
    return nil
  }

  /// Whether appended lines are read without reading everything anew.
  var isFollowed: Bool { form == .lines && !isPacked }
}

/// What a community folder holds, by names alone.
struct FolderListing: Hashable, Sendable {
  /// By feed, in the order in which they are read.
  private(set) var files: [FeedFile] = []
  /// Where each path is in `files`.
  private(set) var places: [String: Int] = [:]
  /// Folders of partitions, relative to the community folder.
  var partitions: [String] = []
  var hasProgram = false

  init(_ folder: String, opener: any FileOpener) throws(FolderProblem) {
    let names: [String]
    do throws(FileReadProblem) {
      names = try opener.names(in: folder)
    } catch {
      throw FolderProblem(error)
    }
    let present = Set(names)
    hasProgram = present.contains("program.json")
    for feed in Feed.allCases {
      for ending in [".json", ".jsonl", ".ndjson"] {
        for packed in ["", ".gz"] where present.contains(feed.name + ending + packed) {
          add(feed, feed.name + ending + packed)
        }
      }
      guard present.contains(feed.name) else { continue }
      do throws(FileReadProblem) {
        guard try opener.kind(of: folder + "/" + feed.name) == .folder else { continue }
        for name in try opener.names(in: folder + "/" + feed.name) where !name.hasPrefix(".") {
          add(feed, feed.name + "/" + name)
        }
        partitions.append(feed.name)
      } catch {
        // Told of like a file that can't be read.
        add(FeedFile(feed: feed, path: feed.name, form: .lines, isPacked: false))
      }
    }
  }

  private mutating func add(_ feed: Feed, _ path: String) {
    guard let (form, isPacked) = FeedFile.form(of: path) else { return }
    add(FeedFile(feed: feed, path: path, form: form, isPacked: isPacked))
  }

  private mutating func add(_ file: FeedFile) {
    places[file.path] = files.count
    files.append(file)
  }

  /// Whether files of the same feed are read after this one.
  func hasFiles(behind file: FeedFile) -> Bool {
    guard let place = places[file.path], place + 1 < files.count else { return false }
    return files[place + 1].feed == file.feed
  }
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
