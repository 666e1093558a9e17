import Bytes
import Community
import JSONTape
import Synchronization

/// Reads a whole folder on several threads.
///
/// Hosts and campaigns come first, then members, so that events find the ids they name in a table that nobody writes
/// to any more. Files are cut into ranges; what a range held is taken over strictly in the order of the files, so
/// the result doesn't depend on who was faster.
final class Loading: @unchecked Sendable {
  // Sendable because `reading` is changed by one thread at a time: while workers run, by the one that `merging`
  // says; between runs by the one that runs this.
  private let folder: String
  private let options: ReadingOptions
  private let isFollowed: Bool
  private let progress: @Sendable (ReadingProgress) -> Void
  private let isCancelled: @Sendable () -> Bool
  /// The programme that was read last without fault, which stays in force while the file can't be read.
  private let lastProgram: Program?
  private var reading: Reading
  private var sources: [FeedSource] = []
  /// Which of its feed's files each source is in the report.
  private var reportPlaces: [Int] = []
  /// Lines before the next range of each source.
  private var linesBefore: [Int] = []
  /// What each source's bytes were, as far as it was read.
  private var fingerprints: [FileFingerprint] = []
  private var segmentIdentities: [[SegmentIdentities]] = Feed.allCases.map { _ in [] }
  /// Mentions of ids that may become known by what is read later.
  private var mentions: [Mention] = []
  /// The members as their own records make them, until the events' duplicates are dropped.
  private var beforeEvents: (members: Members, ids: IDTable)?
  private var done = ReadingProgress()

  private struct Mention {
    var feed: Feed
    var row: Row
    var isTo: Bool
    var id: [UInt8]
  }

  /// - Parameter isFollowed: whether the files are followed afterwards.
  init(
    _ folder: String, _ options: ReadingOptions, isFollowed: Bool, lastProgram: Program? = nil,
    progress: @escaping @Sendable (ReadingProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.folder = folder
    self.options = options
    self.isFollowed = isFollowed
    self.progress = progress
    self.isCancelled = isCancelled
    self.lastProgram = lastProgram
    reading = Reading(zone: options.zone ?? options.machineZone, pool: SymbolPool())
  }

  func run() throws(FolderProblem) -> Reading { try run(try FolderListing(folder, opener: options.opener)) }

  func run(_ listing: FolderListing) throws(FolderProblem) -> Reading {
    readProgram(listing)
    openFiles(listing)
    readTrees()
    readMembers()
    readEvents()
    if isCancelled() { throw .cancelled }
    resolveMentions()
    dropDuplicates()
    makeHistories()
    if isCancelled() { throw .cancelled }
    finishReport(listing)
    return reading
  }

  private func readProgram(_ listing: FolderListing) {
    if options.zone == nil { reading.report.machineZoneProblem = options.machineZoneProblem }
    guard listing.hasProgram else { return }
    let found = Program.read(at: folder + "/program.json", options.opener)
    reading.receive(found, before: lastProgram)
    if options.zone == nil, let name = reading.community.program.timeZone, let zone = try? Zone.named(name) {
      reading.zone = zone
      reading.report.machineZoneProblem = nil
    }
  }

  private func openFiles(_ listing: FolderListing) {
    let opened = FileOpening(folder, options, isCancelled).open(listing.files)
    reading.statuses.reserveCapacity(opened.count)
    reading.cursors.reserveCapacity(opened.count)
    sources.reserveCapacity(opened.count)
    for (file, result) in zip(listing.files, opened) {
      switch result {
      case .success(let source):
        reading.statuses[file.path] = source.status
        sources.append(source)
        done.bytesTotal += source.status.size
        reportPlaces.append(reading.report[file.feed].files.count)
        reading.report[file.feed].files.append(
          FileReport(path: file.path, bytes: source.status.size, records: 0))
      case .failure(let problem):
        reading.statuses.updateValue(problem.status, forKey: file.path)
        reading.report.setAside.append(
          SetAside(
            feed: file.feed, file: file.path, place: .file, offset: 0, reason: problem.reason,
            hint: problem.hint))
      }
    }
    linesBefore = sources.map { _ in 0 }
    fingerprints = sources.map { _ in FileFingerprint() }
  }

  private func tasks(of feeds: [Feed]) -> [RangeTask] {
    RangeTask.tasks(of: feeds, in: sources, workers: options.workers)
  }

  /// Reads ranges on all workers and merges what they held in order.
  private func run(
    _ tasks: [RangeTask], workers: Int,
    read: @escaping @Sendable (RangeReader, [(source: FeedSource, range: Range<Int64>)]) -> [RangeResult],
    merge: @escaping @Sendable (Feed, RangeResult) -> Void
  ) {
    guard !tasks.isEmpty else { return }
    let bytes = tasks.reduce(0) { $0 + $1.bytes }
    // A record takes some bytes, so small files need no large columns. Packed ones say nothing of their size.
    let isPacked = tasks.contains { $0.pieces.contains { sources[$0.source].file.isPacked } }
    let capacity = isPacked ? Segment.capacity : min(Segment.capacity, max(256, Int(bytes / 16)))
    let workers = bytes < 1 << 20 ? 1 : min(workers, tasks.count)
    let next = Atomic<Int>(0)
    let results = OrderedResults<[RangeResult]>(count: tasks.count)
    let zone = reading.zone
    let pool = reading.pool
    Workers.run(workers) { [self] _ in
      let reader = RangeReader(
        pool: pool, zone: zone, tail: .isRead, makesChecksums: isFollowed, capacity: capacity)
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < tasks.count, !isCancelled() else { return }
        let result = read(reader, tasks[index].pieces.map { (sources[$0.source], $0.range) })
        results.finish(index, result) { index, results in
          for (piece, result) in zip(tasks[index].pieces, results) {
            note(result, piece)
            merge(sources[piece.source].file.feed, result)
          }
          progress(done)
        }
      }
    }
  }

  /// Takes over what a range says of its file.
  private func note(_ result: RangeResult, _ piece: RangeTask.Piece) {
    let source = sources[piece.source]
    let file = source.file
    let reportPlace = reportPlaces[piece.source]
    reading.report[file.feed].recordsSetAside += result.recordsSetAside
    reading.report[file.feed].fieldsSetAside += result.fieldsSetAside
    reading.report[file.feed].files[reportPlace].records += result.records
    reading.report.setAside += result.setAside.map { $0.moved(byLines: linesBefore[piece.source]) }
    linesBefore[piece.source] += result.lines
    if result.roundedAmounts > 0 { reading.roundedAmounts[file.path, default: 0] += result.roundedAmounts }
    if isFollowed { fingerprints[piece.source].append(result.checksum) }
    for (field, meant) in result.unknownFields {
      reading.note(unknownField: field, meant: meant, in: file)
    }
    let isLast = piece.range.upperBound == source.status.size
    if isLast, result.hasUnfinishedLine { reading.unfinishedLines[file.path] = linesBefore[piece.source] + 1 }
    if file.isFollowed, isLast {
      reading.cursors[file.path] = FileCursor(
        source, reportPlace: reportPlace, offset: result.end, lines: linesBefore[piece.source],
        endsWithoutNewline: result.endsWithoutNewline, fingerprint: fingerprints[piece.source])
    }
    done.bytesDone += result.bytes
    done.records += result.records
    done.file = file.path
  }

  private func readTrees() {
    let zone = reading.zone
    run(tasks(of: [.hosts, .campaigns]), workers: 1) { [self] reader, pieces in
      pieces.map { source, range in
        if source.file.feed == .hosts {
          var sink = TreeSink<Host>(.hosts, zone: zone, make: { Host(&$0) }, add: { self.reading.add($0) })
          return reader.read(source, range, &sink, isCancelled: isCancelled)
        } else {
          var sink = TreeSink<Campaign>(
            .campaigns, zone: zone, make: { Campaign(&$0) }, add: { self.reading.add($0) })
          return reader.read(source, range, &sink, isCancelled: isCancelled)
        }
      }
    } merge: { _, _ in
    }
  }

  private func readMembers() {
    guard let plan = RecordPlan.all[Feed.members.rawValue] else { return }
    let tasks = tasks(of: [.members])
    let (recordsBefore, bytesBefore) = (done.records, done.bytesDone)
    let bytes = tasks.reduce(0) { $0 + $1.bytes }
    run(tasks, workers: options.workers) { [isCancelled] reader, pieces in
      reader.read(pieces, plan, members: nil, hosts: nil, isCancelled: isCancelled)
    } merge: { [self] _, result in
      if reading.community.memberIDs.count == 0, !result.segments.isEmpty, done.records > 0 {
        // As many as there would be if all records were as long as these.
        let (read, records) = (done.bytesDone - bytesBefore, done.records - recordsBefore)
        let expected = Int(Double(bytes) / Double(max(read, 1)) * Double(records) * 1.02)
        reading.community.memberIDs = IDTable(expected: min(expected, 1 << 27))
      }
      for segment in result.segments {
        if let block = segment.block { reading.add(members: block, segment.memberKeys) { _ in } }
      }
    }
    reading.community.memberIDs.settle()
    beforeEvents = (reading.community.members, reading.community.memberIDs)
  }

  private func readEvents() {
    let feeds = Feed.events + [.weather, .decisions]
    // Copies, because the ids that events bring are added to the reading's own tables meanwhile.
    let members = reading.community.memberIDs
    let hosts = reading.community.hostIDs
    members.withSettledView { members in
      hosts.withSettledView { hosts in
        run(tasks(of: feeds), workers: options.workers) { [isCancelled] reader, pieces in
          // The pieces of a task are of one feed, and every feed of these has a plan.
          guard let feed = pieces.first?.source.file.feed, let plan = RecordPlan.all[feed.rawValue] else {
            return []
          }
          return reader.read(
            pieces, plan, members: feed == .weather ? nil : members, hosts: hosts, isCancelled: isCancelled)
        } merge: { [self] feed, result in
          for segment in result.segments { add(segment, feed) }
        }
      }
    }
  }

  private func add(_ parsed: ParsedSegment, _ feed: Feed) {
    var segment = parsed.segment
    let number = reading.community[feed].segments.count
    let namesMembers = feed != .decisions
    for unknown in parsed.unknownParties {
      let party = reading.resolve(unknown.id, makesMember: namesMembers && !unknown.isTo)
      if party == .unresolved {
        let row = Row(segment: number, offset: unknown.row)
        mentions.append(Mention(feed: feed, row: row, isTo: unknown.isTo, id: unknown.id))
      } else if unknown.isTo {
        segment.to[unknown.row] = party.rawValue
      } else {
        segment.member[unknown.row] = party.rawValue
      }
    }
    reading.community[feed].segments.append(segment)
    if let identities = parsed.identities { segmentIdentities[feed.rawValue].append(identities) }
  }

  private func resolveMentions() {
    for mention in mentions {
      let party = reading.resolve(mention.id, makesMember: false)
      if party == .unresolved {
        reading.unresolvedIDs.insert(mention.id.withView { IDTable.Key($0).hash })
      } else if mention.isTo {
        reading.community[mention.feed].segments[mention.row.segment].to[mention.row.offset] = party.rawValue
      } else {
        reading.community[mention.feed].segments[mention.row.segment].member[mention.row.offset] =
          party.rawValue
      }
    }
    mentions = []
  }

  /// Finds events whose id was there before, and drops them.
  private func dropDuplicates() {
    let feeds = (Feed.events + [.decisions]).filter { !segmentIdentities[$0.rawValue].isEmpty }
    let partCount = SegmentIdentities.partCount
    let tables = feeds.map { reading.community[$0] }
    let identities = feeds.map { segmentIdentities[$0.rawValue] }
    let next = Atomic<Int>(0)
    let found = Mutex<[[(IdentityPart, [Row])?]]>(
      feeds.map { _ in Array(repeating: nil, count: partCount) })
    Workers.run(done.bytesTotal < 1 << 20 ? 1 : options.workers) { _ in
      while true {
        let job = next.add(1, ordering: .relaxed).oldValue
        guard job < feeds.count * partCount else { return }
        let (feed, part) = job.quotientAndRemainder(dividingBy: partCount)
        let result = IdentityPart.make(part, of: identities[feed], in: tables[feed])
        found.withLock { $0[feed][part] = result }
      }
    }
    segmentIdentities = []
    let parts = found.withLock { found in
      defer { found = [] }
      return found
    }
    var parties: Set<UInt32> = []
    for (place, feed) in feeds.enumerated() {
      let duplicates = parts[place].flatMap { $0?.1 ?? [] }.sorted()
      reading.identities[feed.rawValue] = parts[place].map { $0?.0 ?? IdentityPart() }
      reading.report[feed].duplicates = duplicates.count
      guard !duplicates.isEmpty else { continue }
      for row in duplicates { parties.insert(reading.community[feed][row].segment.member[row.offset]) }
      reading.drop(duplicates, feed)
    }
    if let beforeEvents {
      reading.withdraw(parties, members: beforeEvents.members, ids: beforeEvents.ids)
      self.beforeEvents = nil
    }
  }

  private func makeHistories() {
    let feeds = Feed.events + [.decisions]
    let memberCount = reading.community.members.count
    let partCount = History.partCount(memberCount: memberCount)
    let tables = feeds.map { reading.community[$0] }
    let next = Atomic<Int>(0)
    let found = Mutex<[[History.Part?]]>(feeds.map { _ in Array(repeating: nil, count: partCount) })
    Workers.run(done.bytesTotal < 1 << 20 ? 1 : options.workers) { _ in
      while true {
        let job = next.add(1, ordering: .relaxed).oldValue
        guard job < feeds.count * partCount else { return }
        let (part, feed) = job.quotientAndRemainder(dividingBy: feeds.count)
        let made = History.Part(tables[feed], part, memberCount)
        found.withLock { $0[feed][part] = made }
      }
    }
    let parts = found.withLock { $0 }
    for (place, feed) in feeds.enumerated() {
      reading.community[historyOf: feed] = History(parts: parts[place].compactMap { $0 })
    }
  }

  private func finishReport(_ listing: FolderListing) {
    reading.updateCounts()
    reading.report.strays = listing.strays
    reading.report.isWithoutData = sources.isEmpty
    reading.report.setAside = reading.report.setAside.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return (listing.places[a.file] ?? 0) < (listing.places[b.file] ?? 0) }
      return (a.offset, left.offset) < (b.offset, right.offset)
    }.map(\.element)
  }
}

/// Reads a folder once, for reports and the command line.
///
/// - Parameters:
///   - progress: is called on the reader's threads.
///   - isCancelled: is asked every few milliseconds.
package func read(
  folder: String, options: ReadingOptions, progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in },
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(FolderProblem) -> Snapshot {
  try Loading(folder, options, isFollowed: false, progress: progress, isCancelled: isCancelled).run().snapshot
}
