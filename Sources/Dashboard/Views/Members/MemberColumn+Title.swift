import Loyalty
import Texts

extension MemberColumn {
  /// The column's name, as its header has it.
  public var title: Phrase { words.title }

  /// What the column holds.
  public var about: Phrase { words.about }

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
    }
  }
}
