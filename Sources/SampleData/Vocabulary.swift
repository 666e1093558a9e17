/// The words of a community in one language. Lists of the same name have the same length in every language where a
/// number of the generator picks from them (cities, stores, channels, categories, …).
struct Vocabulary: Sendable {
  struct City: Sendable {
    let name: Phrase
    let region: Phrase
    let stores: [Phrase]
    let climate: Climate
  }

  struct Voice: Sendable {
    let praise: [Phrase]
    let blame: [Phrase]
  }

  let programme: Phrase
  let cities: [City]
  let familyNames: [Phrase]
  let givenNames: [Phrase]
  /// Whether the family name comes first, without a space, and given names may be doubled up.
  let familyNameFirst: Bool
  /// Where members come from; the second is by referral.
  let sources: [Phrase]
  /// Where orders and answers come in; the second is a store.
  let channels: [Phrase]
  let categories: [Phrase]
  /// What circles gather around, as the beginning of a space's name.
  let circles: [Phrase]
  let circleEnding: Phrase
  let classroom: Phrase
  let tags: [Tag: Phrase]
  let drivers: [Phrase]
  /// What is said of each driver.
  let voices: [Voice]
  let delight: [Phrase]
  let disappointment: [Phrase]
  let but: Phrase
  let comma: Phrase
  let fullStop: Phrase
  let complaintTopics: [Phrase]
  let complaints: [[Phrase]]
  let teas: [Phrase]
  let posts: [(Phrase, Phrase)]
  let replies: [Phrase]
  let hostPosts: [Phrase]
  let hostReplies: [Phrase]
  let thanks: [Phrase]
  let mentions: [Phrase]
  let suggestions: [Phrase]
  let stories: [Phrase]
  let reviews: [[Phrase]]
  let shares: [Phrase]
  let checkIns: [Phrase]
  let notes: [TouchKind: [Phrase]]
  let campaigns: [Phrase]
  let arms: [Phrase]
  let decisionReasons: [Phrase]
  let decisionNotes: [Phrase]
  /// What came of talking to somebody who was annoyed.
  let decisionClosings: [Phrase]
  let managers: [Phrase]

  static func of(_ language: SampleCommunity.Language) -> Vocabulary {
    language == .english ? english : simplifiedChinese
  }
}

/// What a member is known for; the bits of `Traits.tags`.
enum Tag: UInt8, CaseIterable, Sendable {
  case core, mother, fitness, nightOwl, gifts, collector, thrifty, newcomer
}

/// A city's year: mean daily high of January and July, how often it rains in winter and in summer.
struct Climate: Sendable {
  let winter: Double
  let summer: Double
  let rainInWinter: Double
  let rainInSummer: Double
}
