import Algorithms
import Community

extension Reading {
  /// Drops rows of a feed, ascending, before anybody else knows their numbers.
  mutating func drop(_ rows: [Row], _ feed: Feed) {
    var dropped: [Int: [Int]] = [:]
    for row in rows { dropped[row.segment, default: []].append(row.offset) }
    for (segment, offsets) in dropped {
      let gone = Set(offsets)
      let kept = (0..<community[feed].segments[segment].count).filter { !gone.contains($0) }
      community[feed].segments[segment].keep(rows: kept)
    }
    for part in identities[feed.rawValue].indices {
      identities[feed.rawValue][part].renumber { row in
        guard let offsets = dropped[row.segment] else { return row }
        // Offsets ascend: how many dropped rows stand before this one.
        let before = offsets.partitioningIndex { $0 >= row.offset }
        return Row(segment: row.segment, offset: row.offset - before)
      }
    }
  }

  /// Brings the report up to date with what is there.
  mutating func updateCounts() {
    for feed in Feed.allCases {
      report[feed].records =
        switch feed {
        case .members: community.members.count - community.members.withoutRecord
        case .hosts: community.hosts.count
        case .campaigns: community.campaigns.count
        default: community[feed].count
        }
    }
    community.symbols = pool.symbols
    report.membersWithoutRecord = community.members.withoutRecord
    report.notes = report.notes.filter { $0 == .networkMount }
    for (file, count) in roundedAmounts.sorted(by: { $0.key < $1.key }) {
      report.notes.append(.amountsRounded(file: file, count: count))
    }
    for (file, line) in unfinishedLines.sorted(by: { $0.key < $1.key }) {
      report.notes.append(.unfinishedLine(file: file, line: line))
    }
    for unknown in unknownFields {
      report.notes.append(.unknownField(file: unknown.file, field: unknown.field, meant: unknown.meant))
    }
    if !hostsAmongMembers.isEmpty {
      report.notes.append(.membersThatAreHosts(count: hostsAmongMembers.count))
    }
  }
}

extension Reading {
  /// Takes over what `program.json` says. Where it can't be read at all, what it said before stays in force.
  mutating func receive(
    _ found: (program: Program, problems: [ProgramProblem], status: FileStatus?), before: Program?
  ) {
    report.programProblems = found.problems
    programStatus = found.status
    let isUnreadable = found.problems.contains { if case .unreadable = $0 { true } else { false } }
    report.keepsProgram = isUnreadable && before != nil
    lastProgram = isUnreadable ? before : found.program
    community.program = lastProgram ?? found.program
  }
}

extension SetAside {
  /// The same in a file of which so many lines come before.
  func moved(byLines lines: Int) -> SetAside {
    guard case .line(let line) = place else { return self }
    var moved = self
    moved.place = .line(line + lines)
    return moved
  }
}
