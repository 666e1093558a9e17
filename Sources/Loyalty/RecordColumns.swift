import Community

/// Columns of what the member's record says.
extension MemberColumn {
  static let identityColumns = [id, name]
  static let recordColumns = [
    city, region, store, channel, host, tags, birthday, referrer, household, phone, email, consent, record,
  ]

  package static let id = MemberColumn(
    "id", .text(nil) { $0.blocks[$1].ids }, isSearched: true, width: ColumnWidth(6, 10))
  package static let name = MemberColumn(
    "name", .text(.name) { $0.blocks[$1].names }, isSearched: true, width: ColumnWidth(8, 14, weight: 2))
  package static let city = MemberColumn(
    "city", .symbol { $0.blocks[$1].city }, isSearched: true, width: ColumnWidth(6, 10, weight: 1))
  package static let region = MemberColumn(
    "region", .symbol { $0.blocks[$1].region }, width: ColumnWidth(6, 10))
  package static let store = MemberColumn(
    "store", .symbol { $0.blocks[$1].store }, width: ColumnWidth(6, 12, weight: 1))
  package static let channel = MemberColumn(
    "channel", .symbol { $0.blocks[$1].channel }, width: ColumnWidth(6, 12))
  /// The id of the member's host.
  package static let host = MemberColumn(
    "host", .symbol { $0.blocks[$1].host }, width: ColumnWidth(6, 10, weight: 1))
  package static let tags = MemberColumn(
    "tags", aliases: ["tag"], .symbols { $0.blocks[$1].tags }, isSearched: true,
    width: ColumnWidth(8, 20, weight: 3))
  package static let birthday = MemberColumn(
    "birthday", .date { $0.blocks[$1].birthday }, width: ColumnWidth(10, 10))
  /// The id of the member who invited this one: the record's, else the earliest referral's.
  package static let referrer = MemberColumn(
    "referrer", .inviter { $0.blocks[$1].referrers }, width: ColumnWidth(6, 10))
  package static let household = MemberColumn(
    "household", .text(nil) { $0.blocks[$1].households }, width: ColumnWidth(6, 10))
  package static let phone = MemberColumn(
    "phone", .text(.phone) { $0.blocks[$1].phones }, width: ColumnWidth(11, 13))
  package static let email = MemberColumn(
    "email", aliases: ["mail"], .text(.email) { $0.blocks[$1].emails }, width: ColumnWidth(10, 20, weight: 2))
  /// Channels that may be used, and with a minus those that may not.
  package static let consent = MemberColumn(
    "consent", .flaggedSymbols { $0.blocks[$1].consents }, width: ColumnWidth(6, 14, weight: 3))
  /// Whether a record of the member was read.
  package static let record = MemberColumn(
    "record", .flag { $0.blocks[$1].hasRecord }, width: ColumnWidth(3, 6))
}
