import Community

/// The hosts' scorecard, and what they have to look after: members without a host, the core group, who may be
/// invited, and who has told no story yet.
package struct HostFigures: Sendable {
  package let moment: Moment
  /// The window in days.
  package let days: Int
  /// Hosts with a record or with members, in the order of their ids' bytes.
  package let scores: [HostScore]
  /// Members who count and have no host.
  package let unanchored: Int
  package let members: Int
  /// Members with the tag of the core group, by contributions, then in the order of the members.
  package let coreGroup: [ListedMember]
  /// Members without the tag who carry the community: of the layer core, or contributors who belong. By
  /// contributions, then by ties both ways.
  package let candidates: [ListedMember]
  /// Members who trust or belong, without the tag, whose account has the balance for it; the highest first. Nil while
  /// balances are unknown.
  package let invitable: [ListedMember]?
  /// Of the core group and the layer core, who never told a story, by contributions.
  package let withoutStory: [ListedMember]

  /// A member on one of the lists.
  package struct ListedMember: Hashable, Sendable {
    package let member: Member.Index
    package let layer: ContributorLayer?
    package let contributions: Int
    package let reciprocalTies: Int?
    package let balance: Double?
    package let hasToldStory: Bool
  }

  package var silence: SilentDays {
    let own = scores.filter { $0.members > 0 }
    return SilentDays(
      silentDays: own.reduce(0) { $0 + $1.silentDays }, otherDays: own.reduce(0) { $0 + $1.otherDays },
      onSilent: own.reduce(0) { $0 + $1.activitiesOnSilentDays },
      onOther: own.reduce(0) { $0 + $1.activitiesOnOtherDays })
  }

  /// - Parameters:
  ///   - balance: what a member's emotional account holds, nil where none is known.
  ///   - care: by member, occasions for care that were used in time, and those missed.
  /// - Complexity: O(members + activities).
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, activity: ActivityFigures, path: LoyaltyPath,
    ties: TieFigures? = nil, balance: ((Member.Index) -> Double?)? = nil,
    care: ((Member.Index) -> (done: Int, missed: Int))? = nil, isCancelled: () -> Bool = { false }
  ) {
    moment = figures.moment
    let rules = community.program.community
    days = rules.hostDays
    let counted = CountedMembers(community: community, figures: figures)
    var reader = HostReader(community, figures, counted)
    guard reader.read(isCancelled) else { return nil }
    if let care { reader.add(care: care) }
    scores = reader.scores
    unanchored = counted.count - scores.reduce(0) { $0 + $1.members }
    members = counted.count

    let core = community.symbols.symbol(of: rules.coreTag)?.rawValue
    var isCore = [Bool](repeating: false, count: counted.flags.count)
    if let core {
      for (number, block) in community.members.blocks.enumerated() where !block.tags.isEmpty {
        block.tags.withReader { tags in
          for row in 0..<block.count where tags[row].contains(core) {
            let member = number << Members.blockShift + row
            if member < isCore.count { isCore[member] = true }
          }
        }
      }
    }
    let stories = reader.stories
    func roll(_ number: Int) -> ListedMember {
      let member = Member.Index(number)
      return ListedMember(
        member: member, layer: activity.layer(member), contributions: activity.contributions(member) ?? 0,
        reciprocalTies: ties?.reciprocalTies(member), balance: balance?(member),
        hasToldStory: stories.contains(UInt32(number)))
    }
    func byContributions(_ left: ListedMember, _ right: ListedMember) -> Bool {
      if left.contributions != right.contributions { return left.contributions > right.contributions }
      let (one, other) = (left.reciprocalTies ?? 0, right.reciprocalTies ?? 0)
      return one != other ? one > other : left.member < right.member
    }
    var group: [ListedMember] = []
    var candidates: [ListedMember] = []
    var invitable: [ListedMember] = []
    var withoutStory: [ListedMember] = []
    for number in counted.flags.indices where counted.flags[number] {
      let member = Member.Index(number)
      let layer = activity.layer(member)
      if isCore[number] || layer == .core, !stories.contains(UInt32(number)) {
        withoutStory.append(roll(number))
      }
      if isCore[number] {
        group.append(roll(number))
        continue
      }
      let stage = path.stage(member)
      if layer == .core || (layer == .contributor && stage == .belonging) { candidates.append(roll(number)) }
      if let balance, stage.map(HostFigures.trusting.contains) == true,
        let held = balance(member), held >= rules.inviteBalance
      {
        invitable.append(roll(number))
      }
    }
    coreGroup = group.sorted(by: byContributions)
    self.candidates = candidates.sorted(by: byContributions)
    self.withoutStory = withoutStory.sorted(by: byContributions)
    self.invitable =
      balance == nil
      ? nil
      : invitable.sorted { left, right in
        let (one, other) = (left.balance ?? 0, right.balance ?? 0)
        return one != other ? one > other : left.member < right.member
      }
  }

  /// Stages of those who trust or belong; on the path of four, those with more than one purchase.
  private static let trusting: Set<PathStage> = [.trust, .identification, .habit, .belonging]
}
