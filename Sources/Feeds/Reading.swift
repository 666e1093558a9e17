import Bytes
import Community

/// All that a reader knows of a folder: the community itself, and what is needed to go on from there.
struct Reading: Sendable {
  var community = Community()
  var zone: Zone
  var report = ReadingReport()
  /// Ids of events, by `Feed.rawValue`, each in 256 parts.
  var identities: [[IdentityPart]] = Feed.allCases.map { _ in [] }
  /// Hashes of ids that were mentioned without being a member's or a host's.
  var unresolvedIDs: Set<UInt64> = []
  let pool: SymbolPool
  /// Files as far as they were read, by path.
  var cursors: [String: FileCursor] = [:]
  /// The states of all feed files, by path; nil for those that can't be opened.
  var statuses: [String: FileStatus?] = [:]
  /// Which segment of a feed takes what is appended, by `Feed.rawValue`.
  var tails: [Int?] = Feed.allCases.map { _ in nil }
  /// The state of `program.json` that was read.
  var programStatus: FileStatus?
  /// Lines that wait for their end, from 1, by their files' paths.
  var unfinishedLines: [String: Int] = [:]
  /// What `program.json` said when it could be read last; nil when it never could, or isn't there.
  var lastProgram: Program?
  /// Whether something was set aside since the last snapshot.
  var isReportNew = false
  /// Places of hosts whose ids are members' ids too.
  var hostsAmongMembers: Set<Int> = []
  var roundedAmounts: [String: Int] = [:]
  /// Fields that a feed doesn't have, with those that they probably mean; each once, of the first file that has it.
  var unknownFields: [UnknownField] = []
  /// Segments that a feed may have.
  var largestSegmentCount = Table.largestSegmentCount

  init(zone: Zone, pool: SymbolPool) {
    self.zone = zone
    self.pool = pool
  }

  var snapshot: Snapshot { Snapshot(community: community, zone: zone, report: report) }
}

/// A field of a file that its feed doesn't have.
struct UnknownField: Sendable {
  var feed: Feed
  var file: String
  var field: String
  var meant: String
}

extension Reading {
  /// Notes a field that a feed doesn't have, unless another file of the feed had it.
  mutating func note(unknownField field: String, meant: String, in file: FeedFile) {
    if unknownFields.contains(where: { $0.feed == file.feed && $0.field == field }) { return }
    unknownFields.append(UnknownField(feed: file.feed, file: file.path, field: field, meant: meant))
  }

  /// Where a feed's records go, as far as they are no columns.
  mutating func add(_ host: Host) {
    let isNew = host.id.withBytes { id -> Bool in
      if let place = community.hostIDs.index(of: id) {
        community.hosts[place].fill(from: host)
        return false
      }
      community.hostIDs.insert(id, index: community.hosts.count)
      return true
    }
    if isNew { community.hosts.append(host) } else { report[.hosts].duplicates += 1 }
  }

  mutating func add(_ campaign: Campaign) {
    if let place = community.campaigns.firstIndex(where: { $0.id == campaign.id }) {
      community.campaigns[place] = campaign
      report[.campaigns].duplicates += 1
    } else {
      community.campaigns.append(campaign)
    }
  }

  /// Adds members that were read together, or fills in those that are there.
  /// - Parameter touched: gets the index of each.
  mutating func add(members block: Members.Block, _ keys: [IDTable.Key], touched: (Member.Index) -> Void) {
    let hostIDs = community.hostIDs
    let first = community.members.count
    var hostsAmong: Set<Int> = []
    let indexes = block.ids.withAllBytes { id in
      hostIDs.withSettledView { hosts in
        community.memberIDs.insert(
          keys, next: first, id: id,
          isLeftOut: { row in
            guard hostIDs.count > 0, let host = hosts.index(of: keys[row], id(row)) else { return false }
            hostsAmong.insert(host)
            return true
          })
      }
    }
    hostsAmongMembers.formUnion(hostsAmong)
    // Rows of new members are taken over run by run, what lies between them one by one.
    var run = 0..<0
    var next = first
    for (row, index) in indexes.enumerated() {
      if index == next {
        next += 1
        run = run.lowerBound..<row + 1
        touched(Member.Index(index))
        continue
      }
      community.members.append(block, rows: run)
      run = row + 1..<row + 1
      guard index >= 0 else { continue }
      let member = Member.Index(index)
      if community.members.hasRecord(member) { report[.members].duplicates += 1 }
      community.members.update(member, from: block, row: row)
      touched(member)
    }
    community.members.append(block, rows: run)
  }

  /// What an id that no table had at first stands for, now that others were read before it.
  /// - Parameter makesMember: whether the id becomes known as a member's by being mentioned.
  mutating func resolve(_ id: [UInt8], makesMember: Bool) -> Participant {
    id.withView { id in
      let key = IDTable.Key(id)
      if let member = community.memberIDs.index(of: key, id) { return .member(Member.Index(member)) }
      if let host = community.hostIDs.index(of: key, id) { return .host(host) }
      guard makesMember, community.members.count < IDTable.limit else { return .unresolved }
      let member = community.members.append(id: id)
      community.memberIDs.insert(key, id, index: member.value)
      return .member(member)
    }
  }
}

extension Host {
  /// A later record replaces what was there, field by field as present.
  mutating func fill(from later: Host) {
    name = later.name ?? name
    region = later.region ?? region
    store = later.store ?? store
  }
}
