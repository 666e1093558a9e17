/// The loyalty programme: what `program.json` sets, with defaults for the rest.
package struct Program: Hashable, Sendable {
  /// The programme's name, shown in the header; without one, the folder's name.
  package var name: String?
  /// ISO 4217 code.
  package var currency = "CNY"
  /// IANA name or offset; without one, the machine's zone.
  package var timeZone: String?
  package var asOf = AsOf.now
  package var masksNames = false
  /// Ids and tags whose activity counts in no figure.
  package var bots: [String] = []
  package var lifecycle = LifecycleRules()
  package var path = PathRules()
  package var rfm = RFMRules()
  package var lifetimeValue = LifetimeValueRules()
  package var segments = SegmentRules()
  package var recall = RecallRules()
  package var touchpoints = TouchpointRules()
  package var points = PointsRules()
  package var satisfaction = SatisfactionRules()
  package var tiers = TierRules()
  package var community = CommunityRules()
  package var account = AccountRules()
  package var service = ServiceRules()

  package init() {}

  /// Which instant counts as now.
  package enum AsOf: Hashable, Sendable {
    /// The wall clock.
    case now
    /// The newest event.
    case latest
    /// A fixed time, as text until the time zone is known; a bare date means its last instant.
    case fixed(String)
  }

  /// One key of `program.json`: its path with dots, what it takes and where that is kept, and what it does.
  package struct Key: Sendable {
    package let path: String
    package let kind: Kind
    package let about: String

    package enum Kind: Sendable {
      case text(any WritableKeyPath<Program, String?> & Sendable)
      /// Three capital letters.
      case currency(any WritableKeyPath<Program, String> & Sendable)
      case timeZone(any WritableKeyPath<Program, String?> & Sendable)
      case boolean(any WritableKeyPath<Program, Bool> & Sendable)
      case texts(any WritableKeyPath<Program, [String]> & Sendable)
      case asOf(any WritableKeyPath<Program, AsOf> & Sendable)
      /// A word that isn't empty.
      case word(any WritableKeyPath<Program, String> & Sendable)
      /// One of some words.
      case choice(any WritableKeyPath<Program, String> & Sendable, [String])
      /// Some of some words.
      case choices(any WritableKeyPath<Program, [String]> & Sendable, [String])
      case whole(any WritableKeyPath<Program, Int> & Sendable, ClosedRange<Int>)
      case number(any WritableKeyPath<Program, Double> & Sendable, ClosedRange<Double>)
      /// An array of objects.
      case plays(any WritableKeyPath<Program, [RecallPlay]> & Sendable)
      case touchpointRules(any WritableKeyPath<Program, [TouchpointRule]> & Sendable)
      case cadence(any WritableKeyPath<Program, [CadenceSlot]> & Sendable)
      /// An object by type of activity.
      case activityPoints(any WritableKeyPath<Program, [ActivityPoints]> & Sendable)
      case topics(any WritableKeyPath<Program, [AnswerTopic]> & Sendable)
      /// The name of ready-made tiers, which take the place of those that were there.
      case tierProgramme(any WritableKeyPath<Program, TierRules> & Sendable)
      /// The tiers: an array of objects, or an object of changes by id.
      case tiers(any WritableKeyPath<Program, TierRules> & Sendable)
      /// An array of hours by weekday.
      case serviceBlocks(any WritableKeyPath<Program, [ServiceBlock]> & Sendable)
      /// An array of days.
      case days(any WritableKeyPath<Program, [Day]> & Sendable)
      /// An array of objects that change the defaults by id; a closed one takes no further ids.
      case accountKinds(any WritableKeyPath<Program, [AccountKind]> & Sendable, isClosed: Bool)
    }
  }

  /// Every key that `program.json` may hold, in the order of printing.
  package static let keys: [Key] =
    [
      Key(path: "name", kind: .text(\.name), about: "The programme's name; without one, the folder's."),
      Key(
        path: "currency", kind: .currency(\.currency), about: "ISO 4217 code of the currency of all money."),
      Key(
        path: "time_zone", kind: .timeZone(\.timeZone),
        about: "IANA name or offset that days are counted in; without one, the machine's."),
      Key(
        path: "as_of", kind: .asOf(\.asOf),
        about: "What counts as now: 'now', 'latest' (the newest event), or a time."),
      Key(path: "mask.names", kind: .boolean(\.masksNames), about: "Whether names are masked too (张*)."),
      Key(
        path: "community.bots", kind: .texts(\.bots),
        about: "Ids and tags of members whose activity counts in no figure."),
    ] + stageKeys + valueKeys + touchpointKeys + pointsKeys + satisfactionKeys + tierKeys + communityKeys
    + accountKeys + serviceKeys
}
