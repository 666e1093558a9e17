import Loyalty
import Texts

extension MemberColumn {
  /// The column's name, as its header has it.
  package var title: Phrase { words.title }

  /// What the column holds.
  package var about: Phrase { words.about }

  private var words: (title: Phrase, about: Phrase) {
    switch self {
    case .id: (.columnID, .aboutID)
    case .name: (.columnName, .aboutName)
    case .joined: (.columnJoined, .aboutJoined)
    case .lastSeen: (.columnLastSeen, .aboutLastSeen)
    case .silent: (.columnSilent, .aboutSilent)
    case .orders: (.columnOrders, .aboutOrders)
    case .spend: (.columnSpend, .aboutSpend)
    case .averageOrder: (.columnAverageOrder, .aboutAverageOrder)
    case .lastOrder: (.columnLastOrder, .aboutLastOrder)
    case .city: (.columnCity, .aboutCity)
    case .region: (.columnRegion, .aboutRegion)
    case .store: (.columnStore, .aboutStore)
    case .channel: (.columnChannel, .aboutChannel)
    case .host: (.columnHost, .aboutHost)
    case .tags: (.columnTags, .aboutTags)
    case .birthday: (.columnBirthday, .aboutBirthday)
    case .referrer: (.columnReferrer, .aboutReferrer)
    case .household: (.columnHousehold, .aboutHousehold)
    case .phone: (.columnPhone, .aboutPhone)
    case .email: (.columnEmail, .aboutEmail)
    case .consent: (.columnConsent, .aboutConsent)
    case .record: (.columnRecord, .aboutRecord)
    case .stage: (.columnStage, .aboutStage)
    case .rhythm: (.columnRhythm, .aboutRhythm)
    case .path: (.columnPath, .aboutPath)
    case .recencyScore: (.columnRecency, .aboutRecency)
    case .frequencyScore: (.columnFrequency, .aboutFrequency)
    case .moneyScore: (.columnMoneyScore, .aboutMoneyScore)
    case .rfmClass: (.columnRFMClass, .aboutRFMClass)
    case .alive: (.columnAlive, .aboutAlive)
    case .lifetimeValue: (.columnLifetimeValue, .aboutLifetimeValue)
    case .segment: (.columnSegment, .aboutSegment)
    case .stake: (.columnStake, .aboutStake)
    case .behaviour: (.columnBehaviour, .aboutBehaviour)
    case .mind: (.columnMind, .aboutMind)
    case .worth: (.columnWorth, .aboutWorth)
    case .due: (.columnDue, .aboutDue)
    case .points: (.columnPoints, .aboutPoints)
    case .expiring30: (.columnExpiring30, .aboutExpiring30)
    case .expiring: (.columnExpiring, .aboutExpiring)
    case .contributions: (.columnContributions, .aboutContributions)
    case .contributorLayer: (.columnContributorLayer, .aboutContributorLayer)
    case .challenge: (.columnChallenge, .aboutChallenge)
    case .ties: (.columnTies, .aboutTies)
    case .reciprocalTies: (.columnReciprocalTies, .aboutReciprocalTies)
    case .embedded: (.columnEmbedded, .aboutEmbedded)
    case .group: (.columnGroup, .aboutGroup)
    case .balance: (.columnBalance, .aboutBalance)
    case .band: (.columnBand, .aboutBand)
    case .lastTouch: (.columnLastTouch, .aboutLastTouch)
    case .tier: (.columnTier, .aboutTier)
    case .tierSince: (.columnTierSince, .aboutTierSince)
    case .misses: (.columnMisses, .aboutMisses)
    case .nextTier: (.columnNextTier, .aboutNextTier)
    case .next: (.columnNext, .aboutNext)
    case .keep: (.columnKeep, .aboutKeep)
    case .atRisk: (.columnAtRisk, .aboutAtRisk)
    }
  }
}
