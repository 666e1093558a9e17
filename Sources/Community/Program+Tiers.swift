/// One thing that members of a tier get.
package struct TierBenefit: Hashable, Sendable {
  package var text: BilingualText
  /// The id of the reward in the feed of points, where redemptions tell how many took it up.
  package var reward: String?

  package init(_ text: BilingualText, reward: String? = nil) {
    self.text = text
    self.reward = reward
  }
}

/// A tier of the programme.
package struct TierRule: Hashable, Sendable {
  /// A programme has at most so many tiers: their places are kept as single bytes.
  package static let limit = 100

  package var id: String
  package var name: BilingualText
  package var benefits: [TierBenefit]
  /// What leads into the tier; nil where nothing does but a share.
  package var qualify: TierCondition?
  /// What keeps it; nil: `qualify`, eased.
  package var keep: TierCondition?
  /// The part of the scored members, 0–1, that has the tier.
  package var share: Double?

  package init(
    id: String, name: BilingualText, benefits: [TierBenefit] = [], qualify: TierCondition? = nil,
    keep: TierCondition? = nil, share: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.benefits = benefits
    self.qualify = qualify
    self.keep = keep
    self.share = share
  }
}

extension Program {
  /// Which tiers there are, from the lowest, and how they are got and lost.
  package struct TierRules: Hashable, Sendable {
    /// The ready-made programme that the tiers come from.
    package var programme = TierProgramme.kox3.rawValue
    /// How much of a tier's spend and points keeps it, where `keep` isn't given.
    package var hysteresis = 0.9
    /// After so many quarters in a row below `keep`, the tier is lost.
    package var misses = 2
    /// So many whole quarters after the one of entry falling short is no miss.
    package var graceQuarters = 1
    /// Spends that differ by no more than this part are the same.
    package var fairness = 0.05
    /// From the lowest.
    package var tiers = TierProgramme.kox3.tiers

    package init() {}

    /// Whether tiers go by rank at the quarter's end instead of by conditions.
    package var goesByShare: Bool { tiers.contains { $0.share != nil } }

    /// What keeps a tier.
    package func keep(_ tier: Int) -> TierCondition {
      tiers[tier].keep ?? tiers[tier].qualify?.eased(by: hysteresis) ?? .never
    }

    package func place(of id: String) -> Int? { tiers.firstIndex { $0.id == id } }
  }

  static let tierKeys: [Key] = [
    Key(
      path: "tiers.programme", kind: .tierProgramme(\.tiers),
      about: "The ready-made tiers to begin with: 'kox-3', 'silver-gold-platinum' or 'rfm-6'."),
    Key(
      path: "tiers.hysteresis", kind: .number(\.tiers.hysteresis, 0...1),
      about: "The part of a tier's spend and points that keeps it, where 'keep' isn't given."),
    Key(
      path: "tiers.misses", kind: .whole(\.tiers.misses, 1...40),
      about: "After this many quarters in a row below 'keep', the member goes down one tier."),
    Key(
      path: "tiers.grace_quarters", kind: .whole(\.tiers.graceQuarters, 0...40),
      about: "Whole quarters after the quarter of entry in which falling short is no miss."),
    Key(
      path: "tiers.fairness", kind: .number(\.tiers.fairness, 0...1),
      about: "Members in different tiers whose spend differs by no more than this part are listed."),
    Key(
      path: "tiers.tiers", kind: .tiers(\.tiers),
      about:
        "The tiers from the lowest: id, name and benefits (en, zh), qualify, keep, share. As an object by id, "
        + "changes to the ready-made ones."),
  ]
}

/// Ready-made tiers that a programme can begin with.
package enum TierProgramme: String, CaseIterable, Hashable, Sendable {
  case kox3 = "kox-3"
  case silverGoldPlatinum = "silver-gold-platinum"
  case rfm6 = "rfm-6"

  /// From the lowest.
  package var tiers: [TierRule] {
    switch self {
    case .kox3: TierProgramme.kox3Tiers
    case .silverGoldPlatinum: TierProgramme.metals
    case .rfm6: TierProgramme.sixShares
    }
  }

  private static let kox3Tiers = [
    TierRule(
      id: "explorer", name: BilingualText(english: "Explorer", chinese: "探索者"),
      benefits: [
        TierBenefit(BilingualText(english: "Getting-started guide", chinese: "新手教程")),
        TierBenefit(BilingualText(english: "Offer for a second purchase", chinese: "限时复购礼")),
      ],
      qualify: .least(TierMinimum(.purchases, 1))),
    TierRule(
      id: "enthusiast", name: BilingualText(english: "Enthusiast", chinese: "爱好者"),
      benefits: [
        TierBenefit(BilingualText(english: "Members-only trials", chinese: "会员专属试用")),
        TierBenefit(BilingualText(english: "Birthday gift", chinese: "生日礼")),
      ],
      qualify: .least(TierMinimum(.purchases, 2))),
    TierRule(
      id: "advocate", name: BilingualText(english: "Advocate", chinese: "拥护者"),
      benefits: [
        TierBenefit(BilingualText(english: "A say in new products", chinese: "新品共创")),
        TierBenefit(BilingualText(english: "A host of one's own", chinese: "专属主理人")),
      ],
      qualify: .any([
        .least(TierMinimum(.referrals, 1)),
        .all([.least(TierMinimum(.lastNPS, 9)), .least(TierMinimum(.contributions, 3))]),
      ])),
  ]

  private static let metals = [
    TierRule(
      id: "silver", name: BilingualText(english: "Silver", chinese: "银卡"),
      benefits: [TierBenefit(BilingualText(english: "Birthday gift", chinese: "生日礼"))],
      qualify: .least(TierMinimum(.purchases, 1))),
    TierRule(
      id: "gold", name: BilingualText(english: "Gold", chinese: "金卡"),
      benefits: [
        TierBenefit(BilingualText(english: "Birthday gift", chinese: "生日礼")),
        TierBenefit(BilingualText(english: "Free delivery", chinese: "免运费")),
      ],
      qualify: .all([.least(TierMinimum(.spend, 200_000)), .least(TierMinimum(.purchases, 4))])),
    TierRule(
      id: "platinum", name: BilingualText(english: "Platinum", chinese: "铂金卡"),
      benefits: [
        TierBenefit(BilingualText(english: "Birthday gift", chinese: "生日礼")),
        TierBenefit(BilingualText(english: "Free delivery", chinese: "免运费")),
        TierBenefit(BilingualText(english: "New products 48 h early", chinese: "新品提前 48 小时购")),
      ],
      qualify: .all([.least(TierMinimum(.spend, 1_000_000)), .least(TierMinimum(.purchases, 12))])),
  ]

  private static let sixShares = [
    ("member", "Member", "普通会员", 0.35), ("bronze", "Bronze", "铜卡", 0.15), ("silver", "Silver", "银卡", 0.15),
    ("gold", "Gold", "金卡", 0.15), ("platinum", "Platinum", "铂金卡", 0.1), ("diamond", "Diamond", "钻石卡", 0.1),
  ].map { id, english, chinese, share in
    TierRule(id: id, name: BilingualText(english: english, chinese: chinese), share: share)
  }
}
