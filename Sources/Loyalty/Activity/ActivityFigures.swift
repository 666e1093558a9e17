import Community
import Synchronization

/// How alive a community is: who was active when, who contributes how much, and where.
///
/// Active is a member with any activity; bots aren't counted. Today never counts: days, weeks, months, layers and
/// contributions all end with yesterday, so that over 30 days the layers together are those active in the month.
package struct ActivityFigures: Sendable {
  package let moment: Moment
  /// Members who count: listed and no bots.
  package let members: Int
  /// Active members of each of the 60 days up to yesterday, the oldest first.
  package let daily: [Int]
  /// Active members of the last 7 and 30 days, and of the 7 and 30 before them.
  package let weekly: Int
  package let monthly: Int
  package let weeklyBefore: Int
  package let monthlyBefore: Int
  /// Activities by weekday from Monday, then by hour, over the last 28 days.
  package let heat: [Int]
  /// Contributions and reactions of the last 30 days, and of the 30 before.
  package let interactions: Int
  package let interactionsBefore: Int
  /// Texts of the last 30 days that name the brand, and of the 30 before; nil when the programme names no word.
  package let mentions: Int?
  package let mentionsBefore: Int?
  package let spaces: [Space]
  package let newcomers: Newcomers
  package let orders: CommunityOrders
  package let weeks: [Week]
  package let layerMoves: LayerMoves
  /// Sum of all contributions in the window of layers.
  package let contributions: Int
  /// Of those who contributed, and of all members.
  package let gini: Double?
  package let giniOfAll: Double?
  /// What part of the contributions the most active hundredth of the members, the next nine and the rest made.
  package let participation: (top: Double, next: Double, rest: Double)?
  private let layers: ContributorLayers
  private let earlierLayers: ContributorLayers
  private let contributionsByMember: [UInt32]

  /// - Complexity: O(members + activities + orders), without activities older than twelve weeks but for a glance.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, on computation: Computation = .serial
  ) {
    let rules = community.program.community
    let counted = CountedMembers(community: community, figures: figures)
    let window = ActivityWindow(figures.moment, rules)
    let workers = computation.workers
    let parts = Mutex<[ActivityPart]>([])
    computation.forEach(workers) { worker in
      var part = ActivityPart(window, counted, community)
      let segments = community[.activity].segments
      for number in stride(from: worker, to: segments.count, by: workers) {
        if computation.isCancelled() { return }
        part.read(segments[number])
      }
      parts.withLock { $0.append(part) }
    }
    let read = parts.withLock { $0 }
    guard read.count == workers, !computation.isCancelled(), var part = read.first else { return nil }
    for other in read.dropFirst() { part.add(other) }

    moment = figures.moment
    members = counted.count
    func size(_ bits: [UInt64]) -> Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
    daily = part.days.reversed().map(size)
    weekly = size(part.active(1...7))
    weeklyBefore = size(part.active(8...14))
    monthly = size(part.active(1...30))
    let activeBefore = part.active(31...60)
    monthlyBefore = size(activeBefore)
    heat = part.heat
    interactions = part.deeds[0]
    interactionsBefore = part.deeds[1]
    let hasBrand = rules.brandWords.contains { !$0.isEmpty }
    mentions = hasBrand ? part.mentions[0] : nil
    mentionsBefore = hasBrand ? part.mentions[1] : nil
    spaces = Space.all(part, community.symbols)
    newcomers = Newcomers(part, window, counted, figures, days: rules.comeBackDays)
    orders = CommunityOrders(community, window, counted, figures, active: activeBefore)
    weeks = Week.all(part, window, counted, community)
    if computation.isCancelled() { return nil }

    let signs = part.signs
    layers = ContributorLayers(
      contributions: part.contributions, counted: counted, community: community,
      isActive: { signs[$0] & 1 != 0 }, hasReacted: { signs[$0] & 2 != 0 })
    earlierLayers = ContributorLayers(
      contributions: part.earlierContributions, counted: counted, community: community,
      isActive: { signs[$0] & 4 != 0 }, hasReacted: { signs[$0] & 8 != 0 })
    layerMoves = LayerMoves(from: earlierLayers.codes, to: layers.codes, counted: counted)
    let shares = part.contributions.filter { $0 > 0 }
    contributions = shares.reduce(0) { $0 + Int($1) }
    gini = Inequality.gini(shares)
    giniOfAll = Inequality.gini(shares, others: counted.count - shares.count)
    participation = Inequality.participation(shares, among: counted.count)
    contributionsByMember = part.contributions
    countedFlags = counted.flags
  }

  private let countedFlags: [Bool]

  // MARK: All

  /// Active members of yesterday.
  package var yesterday: Int { daily.last ?? 0 }

  /// Mean number of active members a day over 30 days ÷ those active in the 30 days. Nil without activity.
  package var stickiness: Double? {
    monthly > 0 ? Double(daily.suffix(30).reduce(0, +)) / 30 / Double(monthly) : nil
  }

  /// The same 30 days earlier.
  package var stickinessBefore: Double? {
    monthlyBefore > 0 ? Double(daily.prefix(30).reduce(0, +)) / 30 / Double(monthlyBefore) : nil
  }

  /// Contributions and reactions a member and month of 30 days. Nil without members.
  package var interactionsByMember: Double? {
    members > 0 ? Double(interactions) / Double(members) : nil
  }

  /// Texts that name the brand, by active member of the same 30 days.
  package var mentionRate: Double? {
    guard let mentions, monthly > 0 else { return nil }
    return Double(mentions) / Double(monthly)
  }

  /// Members of a layer; nil for those without activity.
  package func count(_ layer: ContributorLayer?) -> Int { layers.counts[Int(layer?.rawValue ?? 0)] }

  /// The same in the window before.
  package func countBefore(_ layer: ContributorLayer?) -> Int {
    earlierLayers.counts[Int(layer?.rawValue ?? 0)]
  }

  /// The fewest members who made half of all contributions.
  package var halfMadeBy: Int { layers.halfMadeBy }

  // MARK: One member

  /// By member, the raw value of the layer, 0 without activity.
  var layerCodes: [UInt8] { layers.codes }

  /// Contributions in the window of layers; nil for those who don't count.
  package func contributions(_ member: Member.Index) -> Int? {
    guard member.value < countedFlags.count, countedFlags[member.value] else { return nil }
    return Int(contributionsByMember[member.value])
  }

  /// The member's layer, nil without activity.
  package func layer(_ member: Member.Index) -> ContributorLayer? {
    member.value < layers.codes.count ? ContributorLayer(rawValue: layers.codes[member.value]) : nil
  }

  /// The member's layer in the window before.
  package func layerBefore(_ member: Member.Index) -> ContributorLayer? {
    member.value < earlierLayers.codes.count
      ? ContributorLayer(rawValue: earlierLayers.codes[member.value]) : nil
  }
}
