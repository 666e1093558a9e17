import Community

@testable import Loyalty

/// What happened to some members, as plain values: made into a community for the engine, and read as it is by the naive
/// replay.
struct TierScene {
  enum Deed: Equatable {
    case order(amount: Int64, id: String?, refundOf: String?)
    case activity(String)
    case referral(to: Int)
    case answer(kind: String, score: Int64)
    case points(Int64)
    case touchpoint
  }

  struct Event: Equatable {
    var member: Int
    var at: Int64
    var deed: Deed
  }

  var members: Int
  /// By member, who their record names as referrer.
  var referrers: [Int: Int] = [:]
  /// In the order of the files.
  var events: [Event] = []

  static func id(_ member: Int) -> String { "m\(member)" }

  func community(_ rules: Program.TierRules) -> Community {
    var builder = CommunityBuilder()
    builder.community.program.tiers = rules
    for member in 0..<members {
      if let referrer = referrers[member] {
        builder.member(Self.id(member), referrer: Self.id(referrer))
      } else {
        _ = builder.index(Self.id(member))
      }
    }
    for event in events { builder.add(event) }
    return builder.community
  }
}

extension CommunityBuilder {
  mutating func add(_ event: TierScene.Event) {
    let id = TierScene.id(event.member)
    switch event.deed {
    case .order(let amount, let orderID, let refundOf):
      record(.orders, .member(index(id)), Instant(rawValue: event.at)) { segment, _ in
        segment.integers[OrderField.amount.slot].append(amount)
        if let orderID { segment.ids.set(orderID, row: segment.count) }
        if let refundOf { segment.texts[OrderField.refundOf.slot].set(refundOf, row: segment.count) }
      }
    case .activity(let type):
      record(.activity, .member(index(id)), Instant(rawValue: event.at)) { segment, symbols in
        segment.symbols[ActivityField.type.slot].append(symbols.intern(type).rawValue)
        segment.to.append(Participant.none.rawValue)
      }
    case .referral(let to):
      let party = Participant.member(index(TierScene.id(to)))
      record(.activity, .member(index(id)), Instant(rawValue: event.at)) { segment, symbols in
        segment.symbols[ActivityField.type.slot].append(symbols.intern("referral").rawValue)
        segment.to.append(party.rawValue)
      }
    case .answer(let kind, let score):
      record(.surveys, .member(index(id)), Instant(rawValue: event.at)) { segment, symbols in
        segment.symbols[SurveyField.kind.slot].append(symbols.intern(kind).rawValue)
        segment.integers[SurveyField.score.slot].append(score)
      }
    case .points(let delta):
      record(.points, .member(index(id)), Instant(rawValue: event.at)) { segment, _ in
        segment.integers[PointField.delta.slot].append(delta)
        segment.symbols[PointField.reward.slot].append(0)
      }
    case .touchpoint:
      record(.touchpoints, .member(index(id)), Instant(rawValue: event.at)) { segment, symbols in
        segment.symbols[TouchpointField.kind.slot].append(symbols.intern("gift").rawValue)
      }
    }
  }
}

// MARK: Chance

extension TierScene {
  static let zones: [Zone] = [
    Zone.utc,
    Zone(identifier: "+08:00", offset: 8 * 3600),
    // Clocks change at 2 in the morning.
    Zone(
      identifier: "New York", initialOffset: -5 * 3600,
      transitions: [
        (1_678_604_400, -4 * 3600), (1_699_164_000, -5 * 3600), (1_710_054_000, -4 * 3600),
        (1_730_613_600, -5 * 3600), (1_741_503_600, -4 * 3600), (1_762_063_200, -5 * 3600),
      ]),
    // Clocks change at midnight, so that a day begins at 1.
    Zone(
      identifier: "midnight", initialOffset: -3 * 3600,
      transitions: [
        (1_696_129_200, -2 * 3600), (1_704_074_400, -3 * 3600), (1_711_940_400, -2 * 3600),
        (1_719_795_600, -3 * 3600),
      ]),
  ]

  /// Days 2023-01-01 to 2025-06-30.
  static let days: Range<Int32> = 19_358..<20_269

  /// A few times a day, often the same, some at the ends of quarters.
  static func time(_ zone: Zone, _ random: inout SeededGenerator) -> Int64 {
    let day = Day(rawValue: Int32.random(in: days, using: &random))
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return zone.end(of: day.startOfQuarter.adding(days: -1)).rawValue
    case 1: return zone.instant(of: day.startOfQuarter).rawValue
    case 2: return zone.end(of: day).rawValue
    case 3: return zone.instant(of: day).rawValue
    default:
      let hour = Int.random(in: 0..<4, using: &random) * 6 + 1
      return zone.instant(of: day, second: hour * 3600).rawValue
    }
  }

  static func random(seed: UInt64, zone: Zone) -> TierScene {
    var random = SeededGenerator(seed: seed)
    let members = Int.random(in: 1...4, using: &random)
    var scene = TierScene(members: members)
    for member in 0..<members where Int.random(in: 0..<3, using: &random) == 0 {
      scene.referrers[member] = Int.random(in: 0..<members, using: &random)
    }
    let count = Int.random(in: 1...70, using: &random)
    var orders: [(id: String, member: Int, at: Int64, amount: Int64)] = []
    for number in 0..<count {
      let member = Int.random(in: 0..<members, using: &random)
      var at = time(zone, &random)
      // Some things happen at the same time.
      if Int.random(in: 0..<6, using: &random) == 0, let last = scene.events.last { at = last.at }
      let deed: Deed
      switch Int.random(in: 0..<14, using: &random) {
      case 0..<5:
        let amount = [0, 5_000, 10_000, 20_000, 33_333].randomElement(using: &random) ?? 0
        deed = .order(amount: Int64(amount), id: "o\(number)", refundOf: nil)
        orders.append(("o\(number)", member, at, Int64(amount)))
      case 5, 6:
        let order = orders.randomElement(using: &random)
        let isLinked = Int.random(in: 0..<4, using: &random) > 0
        let whole: Int64 = order?.amount ?? 10_000
        let amounts: [Int64] = [whole, whole / 2, 3_000, whole * 2]
        let amount: Int64 = amounts.randomElement(using: &random) ?? 1
        deed = .order(amount: -max(1, amount), id: nil, refundOf: isLinked ? order?.id : nil)
        if let order, isLinked, Bool.random(using: &random) {
          // Mostly of one's own order, and after it.
          let later = order.at + Int64.random(in: -1...3, using: &random) * 86_400_000 * 20
          scene.events.append(Event(member: order.member, at: later, deed: deed))
          continue
        }
      case 7, 8:
        deed = .activity(["post", "reply", "login", "story"].randomElement(using: &random) ?? "login")
      case 9: deed = .referral(to: Int.random(in: 0..<members, using: &random))
      case 10, 11:
        deed = .answer(
          kind: Int.random(in: 0..<4, using: &random) == 0 ? "csat" : "nps",
          score: Int64.random(in: 1...10, using: &random))
      case 12: deed = .points(Int64.random(in: -50...200, using: &random))
      default: deed = .touchpoint
      }
      scene.events.append(Event(member: member, at: at, deed: deed))
    }
    return scene
  }

  static func rules(_ random: inout SeededGenerator) -> Program.TierRules {
    var rules = Program.TierRules()
    if Int.random(in: 0..<8, using: &random) == 0 { return rules }
    rules.hysteresis = [0.5, 0.9, 1].randomElement(using: &random) ?? 0.9
    rules.misses = Int.random(in: 1...3, using: &random)
    rules.graceQuarters = Int.random(in: 0...2, using: &random)
    rules.tiers = (0..<Int.random(in: 1...4, using: &random)).map { place in
      TierRule(
        id: "t\(place)", name: BilingualText("t\(place)"),
        qualify: condition(&random, depth: 2, scale: place + 1),
        keep: Bool.random(using: &random) ? nil : condition(&random, depth: 1, scale: place + 1))
    }
    return rules
  }

  private static func condition(
    _ random: inout SeededGenerator, depth: Int, scale: Int
  ) -> TierCondition {
    if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 {
      let metric = TierMetric.allCases.randomElement(using: &random) ?? .spend
      let unit: Int64 =
        switch metric {
        case .spend: 10_000
        case .points: 100
        case .lastNPS: 3
        default: 1
        }
      let least = Int64.random(in: 0...Int64(scale), using: &random) * unit
      let windows: [TierWindow] = [
        .days(1), .days(30), .days(90), .days(365), .days(365), .days(400), .quarter, .sinceTier,
      ]
      let window = windows.randomElement(using: &random) ?? .standard
      return .least(TierMinimum(metric, least, window: window))
    }
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      condition(&random, depth: depth - 1, scale: scale)
    }
    return Bool.random(using: &random) ? .all(parts) : .any(parts)
  }
}
