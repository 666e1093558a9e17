import Bytes
import Community

extension Reading {
  /// Records that a segment made by following may have: it is copied when a snapshot shares it.
  static let tailCapacity = 4096

  /// What appended records mean for what was read before.
  enum Appended {
    case fits
    /// An id that was mentioned before, and taken for nobody's, is a member's now; or the table has no room for one
    /// more segment, while read anew its records fit into fewer.
    case needsReloading
  }

  /// Takes over what was appended to a file.
  mutating func append(_ result: RangeResult, to file: FeedFile, _ delta: inout Delta) -> Appended {
    report[file.feed].recordsSetAside += result.recordsSetAside
    report[file.feed].fieldsSetAside += result.fieldsSetAside
    let lines = cursors[file.path]?.lines ?? 0
    report.setAside += result.setAside.map { $0.moved(byLines: lines) }
    if result.roundedAmounts > 0 { roundedAmounts[file.path, default: 0] += result.roundedAmounts }
    let membersBefore = community.members.count
    for segment in result.segments {
      if let block = segment.block {
        add(members: block, segment.memberKeys) { delta.touched.append($0) }
      } else {
        guard append(segment, file.feed, &delta) else { return .needsReloading }
      }
    }
    guard !unresolvedIDs.isEmpty else { return .fits }
    for index in membersBefore..<community.members.count {
      let (block, row) = community.members.place(Member.Index(index))
      let hash = community.members.blocks[block].ids.withBytes(row: row) { $0.map { IDTable.Key($0).hash } }
      if let hash, unresolvedIDs.contains(hash) { return .needsReloading }
    }
    return .fits
  }

  /// - Returns: false when the table is full, and nothing was done.
  private mutating func append(_ parsed: ParsedSegment, _ feed: Feed, _ delta: inout Delta) -> Bool {
    var segment = parsed.segment
    var target = tails[feed.rawValue]
    if let tail = target, !community[feed].segments[tail].hasRoom(for: segment) { target = nil }
    if target == nil, community[feed].segments.count >= largestSegmentCount { return false }
    let number = target ?? community[feed].segments.count
    let base = target.map { community[feed].segments[$0].count } ?? 0
    let first = Row(segment: number, offset: base)
    let kept = dropKnown(&segment, parsed.identities, feed, first)
    resolve(parsed.unknownParties, kept, &segment, feed)
    guard segment.count > 0 else { return true }
    if target == nil {
      community[feed].segments.append(segment)
      tails[feed.rawValue] = number
    } else {
      community[feed].segments[number].append(segment)
    }
    var rows: [(member: Member.Index, row: Row)] = []
    for offset in 0..<segment.count {
      let row = Row(segment: number, offset: base + offset)
      delta.rows.append((feed, row))
      guard let member = segment.party(offset).member else { continue }
      rows.append((member, row))
      delta.touched.append(member)
    }
    community[historyOf: feed].add(rows)
    return true
  }

  /// - Parameter kept: rows of which the segment is what remained; nil when none was dropped.
  private mutating func resolve(
    _ unknowns: [UnknownParty], _ kept: [Int]?, _ segment: inout Segment, _ feed: Feed
  ) {
    var rows: [Int: Int] = [:]
    for (new, old) in (kept ?? []).enumerated() { rows[old] = new }
    for unknown in unknowns {
      guard let row = kept == nil ? unknown.row : rows[unknown.row] else { continue }
      let party = resolve(unknown.id, makesMember: feed != .decisions && !unknown.isTo)
      if party == .unresolved {
        unresolvedIDs.insert(unknown.id.withView { IDTable.Key($0).hash })
      } else if unknown.isTo {
        segment.to[row] = party.rawValue
      } else {
        segment.member[row] = party.rawValue
      }
    }
  }

  /// Drops records whose id was there before, and remembers the others' ids.
  /// - Parameter first: the row that the segment's first record gets.
  /// - Returns: the rows that are kept, if some aren't.
  private mutating func dropKnown(
    _ segment: inout Segment, _ segmentIdentities: SegmentIdentities?, _ feed: Feed, _ first: Row
  ) -> [Int]? {
    guard let segmentIdentities, !segmentIdentities.entries.isEmpty else { return nil }
    if identities[feed.rawValue].isEmpty {
      identities[feed.rawValue] = Array(repeating: IdentityPart(), count: SegmentIdentities.partCount)
    }
    var tags: [(part: Int, tag: UInt32)?] = Array(repeating: nil, count: segment.count)
    for part in 0..<SegmentIdentities.partCount {
      for entry in segmentIdentities.entries(of: part) {
        tags[Int(entry & 0xFFFF)] = (part, UInt32(truncatingIfNeeded: entry >> 32))
      }
    }
    var kept: [Int] = []
    let table = community[feed]
    for row in 0..<segment.count {
      guard let (part, tag) = tags[row] else {
        kept.append(row)
        continue
      }
      let number = Row(segment: first.segment, offset: first.offset + kept.count)
      let isNew = identities[feed.rawValue][part].insert(tag, number) { other in
        let mine = Row(segment: 0, offset: row)
        if other.segment == first.segment, other.offset >= first.offset {
          let theirs = Row(segment: 0, offset: kept[other.offset - first.offset])
          return Table.haveSameID(segment, mine, segment, theirs)
        }
        return Table.haveSameID(segment, mine, table.segments[other.segment], other)
      }
      if isNew { kept.append(row) }
    }
    guard kept.count < segment.count else { return nil }
    report[feed].duplicates += segment.count - kept.count
    segment.keep(rows: kept)
    return kept
  }
}

extension Segment {
  /// Whether a segment made by following may take another's records.
  fileprivate func hasRoom(for other: Segment) -> Bool {
    count + other.count <= Reading.tailCapacity && byteCount.texts + other.byteCount.texts <= 1 << 30
  }
}
