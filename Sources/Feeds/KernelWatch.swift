import Bytes
import Glibc

/// One event as inotify tells it.
struct KernelEvent: Equatable {
  /// Which watch it is of; -1 for the queue itself.
  var watch: Int32
  var mask: UInt32
  /// Of the file in the watched folder; empty for what is watched itself.
  var name = ""

  /// Takes apart what one read of the descriptor gave.
  static func decode(_ bytes: ByteView) -> [KernelEvent] {
    let headerSize = 16
    var events: [KernelEvent] = []
    var offset = 0
    while offset + headerSize <= bytes.count {
      let length = Int(bytes.load(at: offset + 12, as: UInt32.self))
      let end = min(offset + headerSize + length, bytes.count)
      // The name is padded with zeros.
      let name = bytes[offset + headerSize..<end].prefix { $0 != 0 }
      events.append(
        KernelEvent(
          watch: bytes.load(at: offset, as: Int32.self),
          mask: bytes.load(at: offset + 4, as: UInt32.self),
          name: String(decoding: name, as: UTF8.self)))
      offset = end
    }
    return events
  }
}

/// Follows a folder, its feeds' folders, and the files that links in them lead to, by inotify.
struct KernelWatch: Sendable {
  /// What a watch is set on. One watch may stand for several, where links lead to the same.
  private enum Place: Hashable {
    case folder
    /// The link that the folder's path is.
    case folderLink
    /// A feed's folder, by its name, or one in it, by its path.
    case partition(String)
    /// The file that a link leads to, by the link's path.
    case target(String)
  }

  /// Readable when there are events. Whoever made the watch closes it.
  let descriptor: Int32
  private let folder: String
  private let currentMounts: @Sendable () -> MountTable
  private var mounts: MountTable
  private var places: [Int32: Set<Place>] = [:]
  /// Whether the folder couldn't be found.
  private(set) var isLost = false
  /// Why events can't be relied on any more.
  private(set) var obstacle: FolderWatcher.Obstacle?

  private static let contents = [
    IN_MODIFY, IN_ATTRIB, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF, IN_MOVE_SELF,
    IN_ONLYDIR,
  ].reduce(0) { $0 | UInt32($1) }
  /// What changes the list of a folder's names.
  private static let listed = [IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO].reduce(0) { $0 | UInt32($1) }
  private static let file = [IN_MODIFY, IN_ATTRIB, IN_DELETE_SELF, IN_MOVE_SELF].reduce(0) { $0 | UInt32($1) }
  private static let link = file | UInt32(IN_DONT_FOLLOW)
  private static let gone = [IN_IGNORED, IN_UNMOUNT, IN_DELETE_SELF, IN_MOVE_SELF].reduce(0) {
    $0 | UInt32($1)
  }

  init(descriptor: Int32, folder: String, mounts: @escaping @Sendable () -> MountTable) {
    self.descriptor = descriptor
    self.folder = folder
    currentMounts = mounts
    self.mounts = mounts()
    watchAll()
  }

  /// Takes all events that have come.
  mutating func read() -> [FolderChange] {
    var events: [KernelEvent] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      events += buffer[..<count].withView { KernelEvent.decode($0) }
    }
    return apply(events)
  }

  /// What events mean, each change once, in the order in which they came.
  mutating func apply(_ events: [KernelEvent]) -> [FolderChange] {
    var changes: [FolderChange] = []
    var seen: Set<FolderChange> = []
    for event in events {
      for change in apply(event) where seen.insert(change).inserted { changes.append(change) }
    }
    return seen.contains(.everything) ? [.everything] : changes
  }

  /// Looks for a folder that was lost.
  mutating func findAgain() -> [FolderChange] {
    mounts = currentMounts()
    watchAll()
    return isLost ? [] : [.everything]
  }

  private mutating func apply(_ event: KernelEvent) -> [FolderChange] {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      watchAll()
      return [.everything]
    }
    let isGone = event.mask & KernelWatch.gone != 0
    let found = places[event.watch] ?? []
    if event.mask & UInt32(IN_IGNORED) != 0 { places[event.watch] = nil }
    var changes: [FolderChange] = []
    for place in found {
      switch place {
      case .folder where isGone, .folderLink:
        watchAll()
        return [.everything]
      case .folder where FolderNames.feeds.contains(event.name):
        changes.append(.touched(event.name))
        changes += watchPartition(event.name).map { .touched($0) }
      case .folder where FolderNames.isFile(event.name):
        changes.append(.touched(event.name))
        watchTarget(of: event.name)
      case .partition(let name) where isGone:
        changes.append(.touched(name))
      case .partition(let name)
      where event.mask & UInt32(IN_ISDIR) != 0 && FolderNames.isNested(event.name) && !event.name.isEmpty:
        let path = "\(name)/\(event.name)"
        changes.append(.touched(path))
        changes += watchPartition(path).map { .touched($0) }
      case .partition(let name) where FolderNames.isPart(event.name):
        changes.append(.touched("\(name)/\(event.name)"))
        watchTarget(of: "\(name)/\(event.name)")
      case .target(let path):
        changes.append(.touched(path))
        watchTarget(of: path)
      case .folder where FolderNames.isTold(event.name) && event.mask & KernelWatch.listed != 0:
        changes.append(.touched(event.name))
      case .folder, .partition: break
      }
    }
    return changes
  }

  private mutating func watchAll() {
    for watch in places.keys { inotify_rm_watch(descriptor, watch) }
    places = [:]
    isLost = !add(.folder, folder, KernelWatch.contents)
    if FolderLook.isLink(folder) { add(.folderLink, folder, KernelWatch.link) }
    for feed in FolderNames.feeds { watchPartition(feed) }
    for name in (try? SystemFiles().names(in: folder)) ?? [] where FolderNames.isFile(name) {
      watchTarget(of: name)
    }
  }

  /// Watches a feed's folder and those in it anew, if there are any.
  /// - Returns: the files in them. As they are listed after the watch is set, none is missed.
  @discardableResult
  private mutating func watchPartition(_ name: String) -> [String] {
    remove(.partition(name))
    guard add(.partition(name), "\(folder)/\(name)", KernelWatch.contents) else { return [] }
    let names = (try? SystemFiles().names(in: "\(folder)/\(name)")) ?? []
    var paths = names.filter { FolderNames.isPart($0) }.map { "\(name)/\($0)" }
    for path in paths { watchTarget(of: path) }
    guard name.count(where: { $0 == "/" }) < FolderNames.largestDepth else { return paths }
    for inner in names where !FolderNames.isPart(inner) && FolderNames.isNested(inner) {
      let path = "\(name)/\(inner)"
      if !FolderLook.isLink("\(folder)/\(path)") { paths += watchPartition(path) }
    }
    return paths
  }

  /// Follows a link to the file where its bytes are: a folder's watch is silent about them.
  private mutating func watchTarget(of path: String) {
    let hadWatch = places.values.contains { $0.contains(.target(path)) }
    let isLink = FolderLook.isLink("\(folder)/\(path)")
    guard hadWatch || isLink else { return }
    remove(.target(path))
    if isLink { add(.target(path), "\(folder)/\(path)", KernelWatch.file) }
  }

  @discardableResult
  private mutating func add(_ place: Place, _ path: String, _ mask: UInt32) -> Bool {
    // One mask must not take another's place where both lead to the same.
    let watch = inotify_add_watch(descriptor, path, mask | UInt32(IN_MASK_ADD))
    guard watch >= 0 else {
      if errno == ENOSPC || errno == ENOMEM { obstacle = .kernelLimit }
      return false
    }
    places[watch, default: []].insert(place)
    if let (status, _) = FolderLook.status(path), mounts.isRemote(device: status.device) {
      obstacle = .networkMount
    }
    return true
  }

  private mutating func remove(_ place: Place) {
    for (watch, found) in places where found.contains(place) {
      places[watch] = found.count == 1 ? nil : found.subtracting([place])
      if found.count == 1 { inotify_rm_watch(descriptor, watch) }
    }
  }
}
