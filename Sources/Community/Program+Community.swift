extension Program {
  /// What counts in the community, and over which windows.
  package struct CommunityRules: Hashable, Sendable {
    /// Words of which one in a text makes the text a mention of the brand.
    package var brandWords: [String] = []
    /// Contributions and layers of contributors are of so many days, today included.
    package var layerDays = 30
    /// Whoever is active within so many days after joining came back.
    package var comeBackDays = 7
    /// The window of ties, in days.
    package var tieDays = 180
    /// How small the groups that are found in the ties are: more finds smaller ones.
    package var resolution = 1.0
    /// Among how many members chance would tie them: as many as one can know. Dunbar, Neocortex size as a constraint
    /// on group size in primates, Journal of Human Evolution 22 (1992).
    package var horizon = 150
    /// How long a challenge goes on.
    package var challengeDays = 21
    /// The window of the hosts' scorecard, in days.
    package var hostDays = 90
    /// The tag of members of the core group.
    package var coreTag = "core"
    /// From this balance of the emotional account on a member may be invited.
    package var inviteBalance = 10.0
    /// Kinds of touchpoints that are a benefit.
    package var benefitKinds = ["birthday_gift", "gift", "surprise", "privilege", "custom"]
  }

  static let communityKeys: [Key] = [
    Key(
      path: "community.brand_words", kind: .texts(\.community.brandWords),
      about: "Words that name the brand: an activity whose text holds one mentions it."),
    Key(
      path: "community.layer_days", kind: .whole(\.community.layerDays, 1...90),
      about: "The window of contributions and of contributors' layers, in days."),
    Key(
      path: "community.come_back_days", kind: .whole(\.community.comeBackDays, 1...30),
      about: "A newcomer who is active within this many days after joining came back."),
    Key(
      path: "community.tie_days", kind: .whole(\.community.tieDays, 1...3650),
      about: "The window of ties between members, in days."),
    Key(
      path: "community.resolution", kind: .number(\.community.resolution, 0.01...100),
      about: "How small the groups found in the ties are: more finds smaller ones."),
    Key(
      path: "community.horizon", kind: .whole(\.community.horizon, 2...1_000_000_000),
      about: "Groups are compared with chance among this many members, about as many as one person can know."),
    Key(
      path: "community.challenge_days", kind: .whole(\.community.challengeDays, 1...64),
      about: "How many days a challenge goes on."),
    Key(
      path: "community.host_days", kind: .whole(\.community.hostDays, 1...3650),
      about: "The window of the hosts' scorecard, in days."),
    Key(
      path: "community.core_tag", kind: .word(\.community.coreTag),
      about: "The tag of members of the core group."),
    Key(
      path: "community.invite_balance", kind: .number(\.community.inviteBalance, -1000...1000),
      about: "From this balance of the emotional account on a member may be invited."),
    Key(
      path: "community.benefit_kinds", kind: .texts(\.community.benefitKinds),
      about: "Kinds of touchpoints that are a benefit."),
  ]
}
