/// A person on the brand's side whom members trust.
public struct Host: Hashable, Sendable {
  public var id: String
  public var name: String?
  public var region: String?
  public var store: String?

  public init(id: String, name: String? = nil, region: String? = nil, store: String? = nil) {
    self.id = id
    self.name = name
    self.region = region
    self.store = store
  }
}

/// A campaign or experiment.
public struct Campaign: Hashable, Sendable {
  /// One of the groups that are compared.
  public struct Arm: Hashable, Sendable {
    public var id: String
    public var name: String?
    /// Its part of all members in the campaign, 0–1.
    public var share: Double?

    public init(id: String, name: String? = nil, share: Double? = nil) {
      self.id = id
      self.name = name
      self.share = share
    }
  }

  public var id: String
  public var name: String?
  public var play: String?
  public var arms: [Arm] = []
  public var starts: Instant?
  public var ends: Instant?
  public var goal: String?
  public var windowDays: Int?

  public init(id: String) { self.id = id }
}
