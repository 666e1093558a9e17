/// A person on the brand's side whom members trust.
package struct Host: Hashable, Sendable {
  package var id: String
  package var name: String?
  package var region: String?
  package var store: String?

  package init(id: String, name: String? = nil, region: String? = nil, store: String? = nil) {
    self.id = id
    self.name = name
    self.region = region
    self.store = store
  }

  /// Whether a list has this host before another: by name, or by id where there is none.
  package func precedes(_ other: Host) -> Bool {
    let (own, others) = (name ?? id, other.name ?? other.id)
    return own == others ? id.precedesNaturally(other.id) : own.precedesNaturally(others)
  }
}

/// A campaign or experiment.
package struct Campaign: Hashable, Sendable {
  /// One of the groups that are compared.
  package struct Arm: Hashable, Sendable {
    package var id: String
    package var name: String?
    /// Its part of all members in the campaign, 0–1.
    package var share: Double?

    package init(id: String, name: String? = nil, share: Double? = nil) {
      self.id = id
      self.name = name
      self.share = share
    }
  }

  package var id: String
  package var name: String?
  package var play: String?
  package var arms: [Arm] = []
  package var starts: Instant?
  package var ends: Instant?
  package var goal: String?
  package var windowDays: Int?

  package init(id: String) { self.id = id }
}
