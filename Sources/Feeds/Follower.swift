import Community

/// What may have changed in a folder.
struct FolderChanges: Equatable {
  /// Files, and feeds' folders, relative to the folder.
  var touched: Set<String> = []
  /// Whether anything may have changed, because nobody could tell.
  var everything = false

  var isEmpty: Bool { touched.isEmpty && !everything }
}

/// Goes on from what was read of a folder when its files change.
struct Follower {
  private let folder: String
  private let options: ReadingOptions
  private let ranges: RangeReader
  private var listing: FolderListing
  private(set) var reading: Reading
  /// Files in which something may have been overwritten in place.
  private(set) var unverified: Set<String> = []
  /// Whether the report has a line that waits for its end, or no longer has one, without that having been told.
  private(set) var hasUntoldLine = false
  /// The file that is gone through for it, and how far that is.
  private var verifying: (path: String, piece: Int, offset: Int64)?

  /// What a look at the folder found.
  enum Finding {
    case nothing
    case appended(Delta)
    /// `program.json` changed, and nothing that was read depends on how.
    case program
    /// Everything must be read anew.
    case reload
  }

  init(_ folder: String, _ options: ReadingOptions, _ listing: FolderListing, _ reading: Reading) {
    self.folder = folder
    self.options = options
    self.listing = listing
    self.reading = reading
    ranges = RangeReader(
      pool: reading.pool, zone: reading.zone, tail: .waits, makesChecksums: true,
      capacity: Reading.tailCapacity)
  }

  /// Looks at what may have changed and takes over what was appended.
  mutating func look(_ changes: FolderChanges) -> Finding {
    let all = changes.everything
    if all || changes.touched.contains(where: { !isKnown($0) }) {
      do throws(FolderProblem) {
        let now = try FolderListing(folder, opener: options.opener)
        if !now.hasSameFeeds(as: listing) { return .reload }
        if now.strays != listing.strays {
          reading.report.strays = now.strays
          reading.isReportNew = true
          listing = now
        }
      } catch {
        return .reload
      }
    }
    var delta = Delta()
    let membersBefore = reading.community.members.count
    let places =
      all ? Array(listing.files.indices) : changes.touched.compactMap { listing.places[$0] }.sorted()
    for place in places {
      if !all { unverified.insert(listing.files[place].path) }
      switch look(at: listing.files[place], &delta) {
      case .fits: break
      case .needsReloading: return .reload
      }
    }
    var isProgramNew = false
    if listing.hasProgram, all || changes.touched.contains("program.json") {
      switch lookAtProgram() {
      case .some(.reload): return .reload
      case .some: isProgramNew = true
      case nil: break
      }
    }
    delta.newMembers = membersBefore..<reading.community.members.count
    if delta.rows.isEmpty, delta.touched.isEmpty, !isProgramNew, !reading.isReportNew { return .nothing }
    delta.touched = Set(delta.touched).sorted()
    takeUpReport()
    return isProgramNew ? .program : .appended(delta)
  }

  /// Brings the report up to date, to be told.
  mutating func takeUpReport() {
    reading.isReportNew = false
    hasUntoldLine = false
    reading.updateCounts()
  }

  // MARK: Overwriting

  /// What came of going through a file's bytes.
  enum Verification {
    /// There's nothing to go through.
    case nothing
    case goesOn
    /// All bytes are those that were read.
    case unchanged
    /// Some were overwritten: everything must be read anew.
    case changed
  }

  /// Goes on looking whether bytes of a file were overwritten in place. The guard tells only of the last ones, and
  /// size and time of a file can't tell overwriting from appending.
  ///
  /// - Complexity: O(bytes of a piece of the file).
  mutating func verify() -> Verification {
    if verifying == nil, let path = unverified.min() {
      unverified.remove(path)
      verifying = (path, 0, 0)
    }
    guard let (path, piece, start) = verifying else { return .nothing }
    guard var fingerprint = reading.cursors[path]?.fingerprint, fingerprint.isWhole,
      piece < fingerprint.pieces.count
    else {
      verifying = nil
      return .unchanged
    }
    do throws(FileReadProblem) {
      let open = try options.opener.open(folder + "/" + path)
      // Let go of the stored copy, so that the change is made in place.
      reading.cursors[path]?.fingerprint = FileFingerprint()
      var offset = start
      let isUnchanged = fingerprint.isUnchanged(open, at: piece, from: &offset)
      reading.cursors[path]?.fingerprint = fingerprint
      guard isUnchanged else { return .changed }
      verifying = (path, piece + 1, offset)
      return .goesOn
    } catch {
      // Whatever became of it, a change is told of or comes with the next look.
      verifying = nil
      return .unchanged
    }
  }

  /// Whether a path was there when the folder was read.
  private func isKnown(_ path: String) -> Bool {
    path == "program.json" ? listing.hasProgram : listing.places[path] != nil
  }

  private mutating func look(at file: FeedFile, _ delta: inout Delta) -> Reading.Appended {
    let open: any OpenFile
    let status: FileStatus
    do throws(FileReadProblem) {
      open = try options.opener.open(folder + "/" + file.path)
      status = try open.status()
    } catch {
      // It couldn't be opened before, either: nothing is new.
      return reading.statuses[file.path] == .some(nil) ? .fits : .needsReloading
    }
    guard let before = reading.statuses[file.path] ?? nil else { return .needsReloading }
    if status == before { return .fits }
    guard file.isFollowed, let cursor = reading.cursors[file.path], file.feed != .hosts,
      file.feed != .campaigns,
      status.device == before.device, status.inode == before.inode, status.size >= cursor.offset,
      isUnchanged(cursor, open)
    else { return .needsReloading }
    reading.statuses[file.path] = status
    unverified.insert(file.path)
    guard status.size > cursor.offset else { return .fits }
    return append(FeedSource(file: file, open: open, status: status), cursor, &delta)
  }

  /// Whether the bytes before the cursor are those that were read, so that what follows was appended to them.
  private func isUnchanged(_ cursor: FileCursor, _ open: any OpenFile) -> Bool {
    do throws(FileReadProblem) {
      let start = cursor.offset - Int64(cursor.guardBytes.count)
      guard try open.bytes(from: start, upTo: cursor.offset) == cursor.guardBytes else { return false }
      guard cursor.endsWithoutNewline else { return true }
      // The line that was read already may only be ended, not go on.
      let rest = try open.bytes(from: cursor.offset, upTo: cursor.offset + 4096)
      return rest.prefix { $0 != 0x0A }.allSatisfy { isSpace($0) }
    } catch {
      return false
    }
  }

  private mutating func append(_ source: FeedSource, _ cursor: FileCursor, _ delta: inout Delta)
    -> Reading.Appended
  {
    guard let plan = RecordPlan.all[source.file.feed.rawValue] else { return .needsReloading }
    let namesMembers = plan.feed != .members && plan.feed != .weather
    let members = reading.community.memberIDs
    let hosts = reading.community.hostIDs
    let result = members.withSettledView { members in
      hosts.withSettledView { hosts in
        ranges.read(
          source, cursor.offset..<source.status.size, plan, members: namesMembers ? members : nil,
          hosts: hosts)
      }
    }
    // A file that shrinks while it is read is read anew when the change is told.
    if result.setAside.contains(where: { $0.reason == .shrank }) { return .needsReloading }
    let duplicates = reading.report[plan.feed].duplicates
    let appended = reading.append(result, to: source.file, &delta)
    if reading.report[plan.feed].duplicates > duplicates, listing.hasFiles(behind: source.file) {
      // What was appended may come before the record that it repeats.
      return .needsReloading
    }
    if !result.setAside.isEmpty { reading.isReportNew = true }
    var later = cursor
    if result.end > cursor.offset {
      later.offset = result.end
      later.endsWithoutNewline = result.endsWithoutNewline
      later.lines += result.lines
      later.fingerprint.append(result.checksum)
      later.readGuard(source.open)
    }
    let unfinished = result.hasUnfinishedLine ? later.lines + 1 : nil
    if reading.unfinishedLines[source.file.path] != unfinished {
      reading.unfinishedLines[source.file.path] = unfinished
      hasUntoldLine = true
    }
    later.status = source.status
    reading.cursors[source.file.path] = later
    reading.report[plan.feed].files[cursor.reportPlace].bytes = source.status.size
    reading.report[plan.feed].files[cursor.reportPlace].records += result.records
    return appended
  }

  /// Reads `program.json` again if it changed.
  private mutating func lookAtProgram() -> Finding? {
    let path = folder + "/program.json"
    do throws(FileReadProblem) {
      if try options.opener.open(path).status() == reading.programStatus { return nil }
    } catch {
      if error == .notFound { return .reload }
      if reading.programStatus == nil { return nil }
    }
    let before = reading
    reading.receive(Program.read(at: path, options.opener), before: reading.lastProgram)
    if reading.community.program.timeZone != before.community.program.timeZone, options.zone == nil {
      reading = before
      return .reload
    }
    return .program
  }
}
