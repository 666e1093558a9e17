import Community
import Glibc

/// One file of a source, unpacked from whatever held it.
struct SourceFile: Sendable {
  /// What people are told: the path, with the name in an archive behind it.
  let name: String
  /// Within the source, with slashes.
  let path: String
  /// In bytes, as far as it's known before unpacking.
  let size: Int64
  fileprivate let place: Place
  /// Keeps a temporary file.
  private let folder: TemporaryFolder?

  fileprivate init(name: String, path: String, size: Int64, place: Place) {
    (self.name, self.path, self.size, self.place, folder) = (name, path, size, place, nil)
  }

  /// What was made of a file, as a temporary one.
  init(name: String, path: String, diskPath: String, keeping folder: TemporaryFolder) {
    self.name = name
    self.path = path
    self.folder = folder
    size = FolderNames.size(diskPath)
    place = .disk(diskPath)
  }

  fileprivate enum Place: Sendable {
    case disk(String)
    case entry(ZipArchive, ZipArchive.Entry)
  }

  /// Where it lies on the disk; nil within an archive.
  var diskPath: String? {
    if case .disk(let path) = place { path } else { nil }
  }

  /// The last part of its path, in small letters.
  var lastName: String { path.split(separator: "/").last.map { $0.lowercased() } ?? "" }

  /// Its bytes, unpacked where they are gzip's.
  func open() throws(ImportProblem) -> any ByteReader {
    let reader = try openPacked()
    let head = try reader.bytes(upTo: 2)
    let whole = PrefixedBytes(head, reader)
    return head == [0x1F, 0x8B] ? try InflatedBytes(whole, .gzip, name: name) : whole
  }

  private func openPacked() throws(ImportProblem) -> any ByteReader {
    switch place {
    case .disk(let path): try FileBytes(path: path)
    case .entry(let archive, let entry): try archive.open(entry)
    }
  }
}

/// The files of one source: a file, a folder, an archive or standard input.
struct SourceTree: Sendable {
  /// As it was named.
  let source: String
  /// By path.
  private(set) var files: [SourceFile] = []
  /// Files that can't be had, and why.
  private(set) var problems: [ImportProblem] = []
  /// Keeps what was unpacked.
  private var folders: [TemporaryFolder] = []
  private let isGlance: Bool
  /// The real path of the folder that is written.
  private let target: String?

  /// So many files are enough for a glance.
  private static let glance = 30

  /// Lists the files of a source. Tar archives and standard input are unpacked to temporary files.
  ///
  /// - Parameters:
  ///   - source: a path, or `-` for standard input.
  ///   - leavingOut: the folder that is written: it isn't looked into, or where it's the source itself, what koxtop reads of
  ///     it isn't.
  ///   - isGlance: whether tar archives and standard input are left alone, and the first files suffice.
  init(
    _ source: String, leavingOut: String? = nil, isGlance: Bool = false,
    isCancelled: @escaping () -> Bool = { false }
  ) throws(ImportProblem) {
    self.source = source
    self.isGlance = isGlance
    target = leavingOut.flatMap(FolderNames.realPath)
    if source == "-" {
      let folder = try TemporaryFolder()
      folders.append(folder)
      let path = folder.path + "/input"
      try TemporaryFile(path: path).write(StandardInput(), isCancelled: isCancelled)
      try add(path: path, name: "-", relative: "-", isCancelled)
      return
    }
    guard let mode = FolderNames.mode(source) else { throw .notFound(source) }
    if mode == S_IFDIR {
      try addFolder(source, relative: "", depth: 0, isCancelled)
    } else {
      let relative = source.split(separator: "/").last.map(String.init) ?? source
      try add(path: source, name: source, relative: relative, isCancelled)
    }
  }

  private mutating func addFolder(
    _ folder: String, relative: String, depth: Int, _ isCancelled: () -> Bool
  ) throws(ImportProblem) {
    guard depth < 8 else { return }
    let isTarget = target != nil && FolderNames.realPath(folder) == target
    // Within a source, the folder that is written is none of it.
    if isTarget, depth > 0 { return }
    for name in FolderNames.names(in: folder) where !name.hasPrefix(".") {
      if isCancelled() { throw .cancelled }
      if isTarget, SourceTree.isCommunityFile(name) { continue }
      if isGlance, files.count >= SourceTree.glance { return }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let below = relative.isEmpty ? name : "\(relative)/\(name)"
      if FolderNames.isFolder(path) {
        // Links to folders may lead round in circles.
        if !FolderNames.isLink(path) { try addFolder(path, relative: below, depth: depth + 1, isCancelled) }
      } else {
        do throws(ImportProblem) {
          try add(path: path, name: path, relative: below, isCancelled)
        } catch {
          if error == .cancelled { throw error }
          problems.append(error)
        }
      }
    }
  }

  /// Whether koxtop reads or writes a file or folder of this name in a community folder.
  static func isCommunityFile(_ name: String) -> Bool {
    if name == "program.json" || name == "imports.json" { return true }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return Feed.allCases.contains { $0.name == stem }
      && (stem == name || [".json", ".jsonl", ".ndjson", ".gz"].contains { name.hasSuffix($0) })
  }

  private mutating func add(
    path: String, name: String, relative: String, _ isCancelled: () -> Bool
  ) throws(ImportProblem) {
    let head = try FileBytes(path: path).bytes(upTo: 4)
    let file = SourceFile(name: name, path: relative, size: FolderNames.size(path), place: .disk(path))
    if head == [0x50, 0x4B, 3, 4] || head == [0x50, 0x4B, 5, 6] {
      let archive = try ZipArchive(path: path)
      if archive.entries.contains(where: { $0.name == "[Content_Types].xml" }) {
        files.append(file)
        return
      }
      for entry in archive.entries where !SourceTree.isNoise(entry.name) {
        let display = "\(name): \(entry.name)"
        if SourceTree.isArchive(entry.name) {
          problems.append(.nestedArchive(display))
          continue
        }
        files.append(
          SourceFile(name: display, path: entry.name, size: entry.size, place: .entry(archive, entry)))
      }
      return
    }
    if try TarArchive.begins(file.open().bytes(upTo: 512)) {
      if isGlance { return }
      let folder = try TemporaryFolder()
      folders.append(folder)
      let unpacked = try TarArchive.unpack(
        try file.open(), name: name, into: folder.path, isCancelled: isCancelled)
      for entry in unpacked where !SourceTree.isNoise(entry.name) {
        let display = "\(name): \(entry.name)"
        if SourceTree.isArchive(entry.name) {
          problems.append(.nestedArchive(display))
          continue
        }
        files.append(
          SourceFile(name: display, path: entry.name, size: entry.size, place: .disk(entry.path)))
      }
      return
    }
    files.append(file)
  }

  /// What archivers of some systems put beside the files.
  private static func isNoise(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || (name.split(separator: "/").last?.hasPrefix(".") ?? true)
  }

  private static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".zip", ".tar", ".tgz", ".tar.gz"].contains { name.hasSuffix($0) }
  }
}

/// The process's standard input.
private final class StandardInput: ByteReader {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    while true {
      let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable("-", errno) }
      return count
    }
  }
}
