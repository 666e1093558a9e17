import Community

/// What a community folder holds, by names alone.
struct FolderListing: Hashable, Sendable {
  /// By feed, in the order in which they are read.
  private(set) var files: [FeedFile] = []
  /// Where each path is in `files`.
  private(set) var places: [String: Int] = [:]
  /// Folders of partitions, relative to the community folder, those within others behind them.
  var partitions: [String] = []
  var hasProgram = false
  /// What isn't read, in order of paths.
  private(set) var strays: [StrayEntry] = []

  /// How many entries that aren't read are told.
  private static let largestStrayCount = 200

  init(_ folder: String, opener: any FileOpener) throws(FolderProblem) {
    let names: [String]
    do throws(FileReadProblem) {
      names = try opener.names(in: folder)
    } catch {
      throw FolderProblem(error)
    }
    let present = Set(names)
    hasProgram = present.contains("program.json")
    var filesOfFeeds: [[String]] = Feed.allCases.map { _ in [] }
    for name in names {
      if let feed = FolderNames.feed(of: name) {
        filesOfFeeds[feed.rawValue].append(name)
      } else if !FolderNames.feeds.contains(name), name != "program.json" {
        addStray(name, in: "", folder, present, opener)
      }
    }
    for feed in Feed.allCases {
      for name in filesOfFeeds[feed.rawValue].sorted(by: { FolderNames.order($0) < FolderNames.order($1) }) {
        add(feed, name)
      }
      guard present.contains(feed.name) else { continue }
      do throws(FileReadProblem) {
        if try opener.kind(of: folder + "/" + feed.name) == .folder {
          try addParts(of: feed, in: folder, opener)
        } else {
          addStray(feed.name, in: "", folder, present, opener)
        }
      } catch {
        // Told of like a file that can't be read.
        add(FeedFile(feed: feed, path: feed.name, form: .lines, isPacked: false))
      }
    }
    strays.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Adds the files in a feed's folder and in the folders in it, by byte order of paths.
  private mutating func addParts(
    of feed: Feed, in folder: String, _ opener: any FileOpener
  ) throws(FileReadProblem) {
    var paths: [String] = []
    try collect(feed.name, depth: 0, in: folder, opener, &paths)
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    files.reserveCapacity(files.count + paths.count)
    places.reserveCapacity(places.count + paths.count)
    for path in paths {
      if FeedFile.form(of: path) == nil {
        // A folder that can't be listed is told of like a file that can't be read.
        add(FeedFile(feed: feed, path: path, form: .lines, isPacked: false))
      } else {
        add(feed, path)
      }
    }
  }

  private mutating func collect(
    _ path: String, depth: Int, in folder: String, _ opener: any FileOpener, _ paths: inout [String]
  ) throws(FileReadProblem) {
    let names = try opener.names(in: folder + "/" + path)
    partitions.append(path)
    let present = Set(names)
    for name in names where !name.hasPrefix(".") {
      let inner = "\(path)/\(name)"
      if FeedFile.form(of: name) != nil {
        paths.append(inner)
        continue
      }
      let isFolder = (try? opener.kind(of: folder + "/" + inner)) == .folder
      guard isFolder, FolderNames.isNested(name), depth < FolderNames.largestDepth,
        !opener.isLink(folder + "/" + inner)
      else {
        addStray(name, in: path + "/", folder, present, opener)
        continue
      }
      do throws(FileReadProblem) {
        try collect(inner, depth: depth + 1, in: folder, opener, &paths)
      } catch {
        paths.append(inner)
      }
    }
  }

  private mutating func addStray(
    _ name: String, in parent: String, _ folder: String, _ present: Set<String>, _ opener: any FileOpener
  ) {
    guard FolderNames.isTold(name), strays.count < FolderListing.largestStrayCount else { return }
    let path = parent + name
    let isFolder = (try? opener.kind(of: folder + "/" + path)) == .folder
    strays.append(
      StrayEntry(path, isFolder: isFolder, present: present) {
        let names = (try? opener.names(in: folder + "/" + path)) ?? []
        return names.contains { FolderNames.isFile($0) }
      })
  }

  private mutating func add(_ feed: Feed, _ path: String) {
    guard let (form, isPacked) = FeedFile.form(of: path) else { return }
    add(FeedFile(feed: feed, path: path, form: form, isPacked: isPacked))
  }

  private mutating func add(_ file: FeedFile) {
    places[file.path] = files.count
    files.append(file)
  }

  /// Whether the same files are read, in the same order.
  func hasSameFeeds(as other: FolderListing) -> Bool {
    files == other.files && partitions == other.partitions && hasProgram == other.hasProgram
  }

  /// Whether files of the same feed are read after this one.
  func hasFiles(behind file: FeedFile) -> Bool {
    guard let place = places[file.path], place + 1 < files.count else { return false }
    return files[place + 1].feed == file.feed
  }
}
