import Community

/// Households whose members share one pool of points: the main member and those of the others who joined first.
///
/// A main member who names another has no household, so circles have none; nor has one that isn't a member. Whoever
/// comes after those who share keeps points of their own.
package struct PointPools: Sendable {
  /// Why a member shares no points with the household that their record names.
  package enum Problem: String, CaseIterable, Hashable, Sendable {
    /// The household's main member names another one: a chain, or a circle.
    case namesAnother = "main_names_another"
    /// Nobody has the id.
    case unknown = "unknown_main"
    /// As many as may share the pool joined before.
    case full
  }

  /// By main member, all that name it.
  private var naming: [UInt32: [UInt32]] = [:]
  /// By main member, who shares the pool, the main member first.
  private var pools: [UInt32: [UInt32]] = [:]
  /// By member of a pool, the main member.
  private var mains: [UInt32: UInt32] = [:]
  /// Those who name an id that nobody has, by that id: it may be that of a member to come.
  private var waiting: [String: [UInt32]] = [:]
  /// Main members that others name and who name another themselves.
  private var chained: Set<UInt32> = []
  private let size: Int

  /// - Complexity: O(members), and a look-up by id for each that names a household.
  init(community: Community, figures: MemberFigures) {
    size = community.program.points.householdMembers
    for (number, block) in community.members.blocks.enumerated() where !block.households.isEmpty {
      for row in 0..<block.count where block.households.has(row: row) {
        let member = UInt32(number << Members.blockShift + row)
        add(member, naming: PointPools.main(member, community), community)
      }
    }
    for main in naming.keys { form(main, community, figures) }
  }

  private mutating func add(_ member: UInt32, naming main: UInt32?, _ community: Community) {
    if let main {
      if main != member { naming[main, default: []].append(member) }
    } else if let id = community.members[\.households, Member.Index(rawValue: member)] {
      waiting[id, default: []].append(member)
    }
  }

  /// Those who name the household of an id that nobody had before.
  func waiting(for id: String) -> [UInt32] { waiting.isEmpty ? [] : waiting[id] ?? [] }

  /// The member whom a member's record names as the household's main one, which may be the same.
  private static func main(_ member: UInt32, _ community: Community) -> UInt32? {
    let (block, row) = community.members.place(Member.Index(rawValue: member))
    return community.members.blocks[block].households.withBytes(row: row) { id in
      id.flatMap { community.memberIDs.index(of: $0) }.map { UInt32($0) }
    }
  }

  /// Decides who shares the pool of a main member, if there is one.
  private mutating func form(_ main: UInt32, _ community: Community, _ figures: MemberFigures) {
    func isListed(_ member: UInt32) -> Bool {
      Int(member) < figures.count && figures.isListed(Member.Index(rawValue: member))
    }
    let all = naming[main] ?? []
    if PointPools.names(another: main, community) {
      if !all.isEmpty { chained.insert(main) }
      return
    }
    chained.remove(main)
    guard isListed(main) else { return }
    func joined(_ member: UInt32) -> Int64 {
      figures.joined(Member.Index(rawValue: member))?.rawValue ?? .max
    }
    let others = all.filter(isListed).map { (joined: joined($0), member: $0) }.sorted { left, right in
      if left.joined != right.joined { return left.joined < right.joined }
      return PointPools.idPrecedes(left.member, right.member, community)
    }.prefix(size).map(\.member)
    guard !others.isEmpty else { return }
    pools[main] = [main] + others
    for member in [main] + others { mains[member] = main }
  }

  /// Whether a member's record names somebody else's household, known or not.
  private static func names(another member: UInt32, _ community: Community) -> Bool {
    let members = community.members
    guard let named = members[\.households, Member.Index(rawValue: member)] else { return false }
    return named != members.id(Member.Index(rawValue: member))
  }

  private static func idPrecedes(_ left: UInt32, _ right: UInt32, _ community: Community) -> Bool {
    let (left, right) = (Member.Index(rawValue: left), Member.Index(rawValue: right))
    return community.members.id(left).utf8.lexicographicallyPrecedes(community.members.id(right).utf8)
  }

  // MARK: Reading

  /// Why a member shares no points with the household that their record names; nil where they do, or name none.
  package func fault(of member: Member.Index, _ community: Community) -> Problem? {
    guard PointPools.names(another: member.rawValue, community) else { return nil }
    guard let main = PointPools.main(member.rawValue, community) else { return .unknown }
    if PointPools.names(another: main, community) { return .namesAnother }
    return mains[member.rawValue] == nil ? .full : nil
  }

  /// How many name a household whose main member names another, and how many one that nobody has the id of.
  ///
  /// - Complexity: O(such households).
  package func faults(_ community: Community) -> (namesAnother: Int, unknown: Int) {
    (
      chained.reduce(0) { $0 + (naming[$1]?.count ?? 0) },
      waiting.reduce(0) { sum, entry in
        community.memberIDs.index(of: entry.key) == nil ? sum + Set(entry.value).count : sum
      }
    )
  }

  package var isEmpty: Bool { pools.isEmpty }
  package var count: Int { pools.count }

  /// Who shares the points of a member, the main member first; only the member where nobody does.
  package func sharers(of member: Member.Index) -> [Member.Index] {
    account(of: member.rawValue).map { Member.Index(rawValue: $0) }
  }

  /// The main member of the pool that a member shares; nil without one.
  package func main(of member: Member.Index) -> Member.Index? {
    isEmpty ? nil : mains[member.rawValue].map { Member.Index(rawValue: $0) }
  }

  func account(of member: UInt32) -> [UInt32] {
    isEmpty ? [member] : mains[member].flatMap { pools[$0] } ?? [member]
  }

  @inline(__always)
  func isPooled(_ member: UInt32) -> Bool { !isEmpty && mains[member] != nil }

  /// Pools of main members in a range, in order.
  func pools(in members: Range<Int>) -> [[UInt32]] {
    pools.filter { members.contains(Int($0.key)) }.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Changes

  /// Takes up what changed for some members.
  ///
  /// - Returns: the members whose pool changed, as it was and as it is.
  mutating func update(
    _ touched: some Collection<Member.Index>, from old: PointsSource, to new: PointsSource
  ) -> Set<UInt32> {
    var concerned: Set<UInt32> = []
    for member in touched {
      let before =
        member.value < old.community.members.count
        ? PointPools.main(member.rawValue, old.community) : nil
      let after = PointPools.main(member.rawValue, new.community)
      if before != after {
        if let before { naming[before]?.removeAll { $0 == member.rawValue } }
        add(member.rawValue, naming: after, new.community)
      }
      // A pool depends on when its members joined, and on whether its main member names another.
      for main in [before, after, member.rawValue].compactMap({ $0 }) where naming[main] != nil {
        concerned.insert(main)
      }
    }
    let before = pools
    // All are taken apart before any is formed, because members go from one to another.
    for main in concerned { for member in pools.removeValue(forKey: main) ?? [] { mains[member] = nil } }
    var changed: Set<UInt32> = []
    for main in concerned {
      form(main, new.community, new.figures)
      if before[main] != pools[main] { changed.formUnion((before[main] ?? []) + (pools[main] ?? [])) }
    }
    return changed
  }
}
