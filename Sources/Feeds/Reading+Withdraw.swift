import Community

extension Reading {
  /// Takes back members whom nothing but dropped duplicates made known.
  ///
  /// - Parameters:
  ///   - suspects: raw values of the parties of dropped events.
  ///   - members: the members from before the events, whose indexes stay.
  ///   - ids: their ids.
  /// - Complexity: O(events) when there are suspects that have no record, else O(suspects).
  mutating func withdraw(_ suspects: Set<UInt32>, members: Members, ids: IDTable) {
    let first = UInt32(members.count)
    var strays = suspects.filter { $0 >= first && Participant(rawValue: $0).member != nil }
    guard !strays.isEmpty else { return }
    for feed in Feed.events {
      for segment in community[feed].segments {
        for party in segment.member where party >= first && strays.contains(party) { strays.remove(party) }
      }
    }
    guard !strays.isEmpty else { return }

    let all = community.members
    community.members = members
    community.memberIDs = ids
    // What each member without record becomes: another index, or nobody.
    var parties = [UInt32](repeating: Participant.unresolved.rawValue, count: all.count - members.count)
    var hashes: [UInt32: UInt64] = [:]
    for index in members.count..<all.count {
      let (block, row) = all.place(Member.Index(index))
      all.blocks[block].ids.withBytes(row: row) { id in
        guard let id else { return }
        let key = IDTable.Key(id)
        if strays.contains(UInt32(index)) {
          hashes[UInt32(index)] = key.hash
        } else {
          let member = community.members.append(id: id)
          community.memberIDs.insert(key, id, index: member.value)
          parties[index - members.count] = member.rawValue
        }
      }
    }
    for feed in Feed.events + [.decisions] {
      for number in community[feed].segments.indices {
        for column in [\Segment.member, \Segment.to] {
          let old = community[feed].segments[number][keyPath: column]
          guard old.contains(where: { $0 >= first && Participant(rawValue: $0).member != nil }) else {
            continue
          }
          community[feed].segments[number][keyPath: column] = old.map { party in
            guard party >= first, Participant(rawValue: party).member != nil else { return party }
            if let hash = hashes[party] { unresolvedIDs.insert(hash) }
            return parties[Int(party - first)]
          }
        }
      }
    }
  }
}
