import Community

/// A column of a table with some of its values, for guessing.
struct SampledColumn {
  var head: String
  /// The values that aren't empty.
  var values: [String]

  /// The way that times are written here; both orders where nothing tells the day from the month.
  var timeOrders: [TimeForm.Order] {
    var orders: [TimeForm.Order]?
    var matches = 0
    for value in values {
      let forms = TimeForm.forms(of: value)
      if forms.isEmpty { continue }
      matches += 1
      if let known = orders {
        let both = known.filter(forms.contains)
        if !both.isEmpty { orders = both }
      } else {
        orders = forms
      }
    }
    return matches * 10 >= values.count * 7 ? orders ?? [] : []
  }

  /// Whether the values are times as numbers of seconds or milliseconds.
  var isEpoch: Bool {
    !values.isEmpty
      && values.allSatisfy { value in
        guard let number = Int64(value) else { return false }
        return (946_684_800...4_102_444_800).contains(number)
          || (946_684_800_000...4_102_444_800_000).contains(number)
      }
  }

  /// How amounts are written here; nil where fewer than seven in ten values are amounts.
  var amounts: (form: AmountForm, currency: String?)? {
    var votes = [UInt8(ascii: "."): 0, UInt8(ascii: ","): 0]
    var matches = 0
    var currencies: [String: Int] = [:]
    for value in values {
      guard let (decimal, currency) = AmountForm.sniffed(value) else { continue }
      matches += 1
      if let decimal { votes[decimal, default: 0] += 1 }
      if let currency { currencies[currency, default: 0] += 1 }
    }
    guard matches > 0, matches * 10 >= values.count * 7 else { return nil }
    let comma = votes[UInt8(ascii: ","), default: 0] > votes[UInt8(ascii: "."), default: 0]
    return (
      AmountForm(decimalChar: comma ? UInt8(ascii: ",") : UInt8(ascii: ".")),
      currencies.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    )
  }
}

/// Something that a guess leaves to people.
package enum PlanNote: Hashable, Sendable {
  /// Day and month can't be told apart in a field; a value of it.
  case ambiguousDates(field: String, value: String)
  /// No field of the source fills what the feed can't do without.
  case missingTarget(feed: Feed, target: String)
  /// Nothing of the feed has the field's meaning, so it isn't taken.
  case notTaken(field: String)
}

extension Mapping {
  /// What a table's heads and first rows look like.
  /// - Parameter dateOrder: says which comes first where dates don't.
  static func guess(
    heads: [String], rows: [[String]], dateOrder: TimeForm.Order? = nil
  ) -> (mapping: Mapping, notes: [PlanNote]) {
    let columns = heads.enumerated().map { index, head in
      SampledColumn(
        head: head,
        values: rows.lazy.filter { index < $0.count }.map { $0[index].trimmed }
          .filter { !MappingTable.usualMissingValues.contains($0) })
    }
    var guess = Guess(columns: columns, dateOrder: dateOrder)
    return (guess.mapping(), guess.notes)
  }
}

extension Mapping {
  /// What the first table's feed can't do without and no field fills.
  package var missingTargets: [PlanNote] {
    guard let main = tables.first else { return [] }
    return FeedTargets.required(of: main.feed).filter { target in
      !main.fields.contains { $0.to == target } && !main.constants.contains { $0.target == target }
    }
    .map { .missingTarget(feed: main.feed, target: $0) }
  }
}

/// The state of one guess.
private struct Guess {
  let columns: [SampledColumn]
  let dateOrder: TimeForm.Order?
  var notes: [PlanNote] = []
  /// The column of each role, the first that has it.
  private var roles: [HeadWords.Role: Int] = [:]
  private var taken: Set<Int> = []

  init(columns: [SampledColumn], dateOrder: TimeForm.Order?) {
    self.columns = columns
    self.dateOrder = dateOrder
    for (index, column) in columns.enumerated() {
      if let role = HeadWords.target(of: column.head), roles[role] == nil { roles[role] = index }
    }
    if roles[.at] == nil, let date = roles[.date] { roles[.at] = date }
    // A head such as 'price' over words, or 'name' over numbers, means something else.
    for role in [HeadWords.Role.amount, .refund, .discount, .points, .score] {
      if let index = roles[role], !columns[index].values.isEmpty, columns[index].amounts == nil {
        roles[role] = nil
      }
    }
  }

  private func has(_ role: HeadWords.Role) -> Bool { roles[role] != nil }

  private var feed: Feed {
    if has(.high) || has(.low) || (has(.condition) && has(.city)) { return .weather }
    if has(.score) { return .surveys }
    let knowsWho = has(.member) || has(.phone) || has(.email) || has(.name)
    if has(.amount), knowsWho || has(.order), has(.at) { return .orders }
    if has(.points), knowsWho, has(.at) { return .points }
    if has(.amount), has(.order) { return .orders }
    if has(.touchKind), has(.at) { return .touchpoints }
    if has(.complaintLevel) || has(.resolved) || has(.answered), has(.at) { return .complaints }
    if has(.activityType) || has(.text) || has(.space), has(.at), knowsWho { return .activity }
    // Orders whose amount isn't known by its head: asking is better than taking them for members.
    if has(.order), has(.at), knowsWho { return .orders }
    return .members
  }

  mutating func mapping() -> Mapping {
    let feed = self.feed
    var main = MappingTable(feed: feed)
    switch feed {
    case .members: members(&main, isMain: true)
    case .orders: orders(&main)
    case .surveys: surveys(&main)
    case .points:
      events(&main, [(.points, "delta"), (.reason, "reason"), (.expires, "expires"), (.order, "order")])
    case .activity:
      events(
        &main,
        [
          (.activityType, "type"), (.text, "text"), (.comment, "text"), (.note, "text"), (.space, "space"),
          (.to, "to"),
          (.replyTo, "reply_to"), (.campaign, "campaign"),
        ])
      if !has(.activityType) { main.constants.append(.init("type", "post")) }
    case .complaints:
      events(
        &main,
        [
          (.complaintLevel, "level"), (.topic, "topic"), (.comment, "text"), (.text, "text"), (.note, "text"),
          (.answered, "answered"), (.resolved, "resolved"), (.store, "store"),
        ])
    case .touchpoints:
      events(
        &main,
        [
          (.touchKind, "kind"), (.host, "host"), (.channel, "channel"), (.note, "note"),
          (.campaign, "campaign"),
        ])
    case .weather:
      for (role, target) in [
        (HeadWords.Role.city, "city"), (.at, "date"), (.condition, "condition"), (.high, "high"),
        (.low, "low"),
      ] { add(role, target, &main) }
    default: break
    }
    var mapping = Mapping()
    mapping.tables = [main]
    if feed != .members, feed != .weather {
      if feed == .orders, has(.refund) { mapping.tables.append(refunds(of: main)) }
      var people = MappingTable(feed: .members)
      members(&people, isMain: false)
      // Knowing nobody's id or name adds nothing.
      if people.fields.contains(where: { $0.to != "id" }) { mapping.tables.append(people) }
    }
    for (index, column) in columns.enumerated() where !taken.contains(index) && !column.head.isEmpty {
      mapping.tables[0].fields.append(MappedField(column.head, to: nil))
      notes.append(.notTaken(field: column.head))
    }
    for target in FeedTargets.required(of: feed) {
      let isFilled =
        main.fields.contains { $0.to == target } || main.constants.contains { $0.target == target }
      if !isFilled { notes.append(.missingTarget(feed: feed, target: target)) }
    }
    return mapping
  }

  // MARK: Feeds

  private mutating func members(_ table: inout MappingTable, isMain: Bool) {
    addMember("id", &table)
    var targets: [(HeadWords.Role, String)] = [
      (.name, "name"), (.phone, "phone"), (.email, "email"), (.birthday, "birthday"), (.city, "city"),
      (.region, "region"), (.joined, "joined"), (.referrer, "referrer"), (.tags, "tags"),
      (.wechat, "aliases.wechat"), (.consentSMS, "consent.sms"), (.consentEmail, "consent.email"),
    ]
    if isMain {
      targets += [(.host, "host"), (.store, "store"), (.channel, "channel")]
      if !has(.joined) { targets.append((.at, "joined")) }
    } else if table.feed == .members, feed != .touchpoints {
      targets.append((.host, "host"))
    }
    for (role, target) in targets { add(role, target, &table) }
  }

  private mutating func orders(_ table: inout MappingTable) {
    events(
      &table,
      [
        (.amount, "amount"), (.category, "category"), (.items, "items"), (.channel, "channel"),
        (.store, "store"),
        (.campaign, "campaign"), (.refundOf, "refund_of"), (.discount, "discount"),
        (.listAmount, "list_amount"),
        (.currency, "currency"), (.status, "status"), (.test, "test"),
      ])
    if let index = roles[.order] {
      table.fields.insert(MappedField(columns[index].head, to: "id"), at: 0)
      taken.insert(index)
      table.primaryKey = [columns[index].head]
    }
    if let index = roles[.amount], !has(.currency), let currency = columns[index].amounts?.currency {
      table.constants.append(.init("currency", currency))
    }
  }

  /// A row with a refunded amount makes a second record, below zero, of the same order.
  private mutating func refunds(of orders: MappingTable) -> MappingTable {
    var table = MappingTable(feed: .orders)
    guard let index = roles[.refund] else { return table }
    let head = columns[index].head
    taken.insert(index)
    table.when = [.init(head, .present)]
    table.fields = orders.fields.filter {
      ["member", "currency", "status", "test", "channel", "store"].contains($0.to)
    }
    let isDated = has(.refundTime)
    if isDated {
      add(.refundTime, "at", &table)
    } else {
      table.fields += orders.fields.filter { $0.to == "at" }
    }
    var amount = MappedField(head, to: "amount", type: .number)
    amount.decimalChar = decimalChar(of: index)
    amount.negate = true
    table.fields.append(amount)
    table.constants = orders.constants
    if let order = roles[.order] {
      var id = MappedField(columns[order].head, to: "id")
      id.format = "refund"
      table.fields.append(id)
      table.fields.append(MappedField(columns[order].head, to: "refund_of"))
    }
    return table
  }

  private mutating func surveys(_ table: inout MappingTable) {
    events(
      &table,
      [
        (.score, "score"), (.surveyKind, "kind"), (.comment, "text"), (.text, "text"), (.note, "text"),
        (.channel, "channel"), (.store, "store"),
      ])
    guard !has(.surveyKind), let index = roles[.score] else { return }
    // Scores of 0 to 10 are NPS; up to 5 only, and not called so, CSAT.
    let head = HeadWords.normalized(columns[index].head)
    let highest = columns[index].values.compactMap { Double($0) }.max() ?? 10
    let isNPS = head.contains("nps") || head.contains("推荐") || head.contains("recommend") || highest > 5
    table.constants.append(.init("kind", isNPS ? "nps" : "csat"))
  }

  private mutating func events(_ table: inout MappingTable, _ targets: [(HeadWords.Role, String)]) {
    addMember("member", &table)
    add(.at, "at", &table)
    for (role, target) in targets where !table.fields.contains(where: { $0.to == target }) {
      add(role, target, &table)
    }
  }

  // MARK: Fields

  /// Who it is: an id, else a fingerprint of phone or e-mail, so that neither stands on screens as an id; else the name.
  private mutating func addMember(_ target: String, _ table: inout MappingTable) {
    if let index = roles[.member] {
      table.fields.append(MappedField(columns[index].head, to: target))
      taken.insert(index)
    } else if let index = roles[.phone] ?? roles[.email] {
      var field = MappedField(columns[index].head, to: target)
      field.isHashed = true
      table.fields.append(field)
    } else if let index = roles[.name] {
      table.fields.append(MappedField(columns[index].head, to: target))
      taken.insert(index)
    }
  }

  private mutating func add(_ role: HeadWords.Role, _ target: String, _ table: inout MappingTable) {
    guard let index = roles[role], let kind = FeedTargets.kind(of: target, in: table.feed) else { return }
    let column = columns[index]
    var field = MappedField(column.head, to: target)
    switch kind {
    case .time, .day, .birthday:
      field.type = kind == .time ? .datetime : .date
      if column.isEpoch {
        field.format = "epoch"
      } else {
        let orders = column.timeOrders
        switch orders {
        case [.dayFirst]: field.format = "%d/%m/%Y"
        case [.monthFirst]: field.format = "%m/%d/%Y"
        case let both where both.count > 1:
          field.format = dateOrder == .monthFirst ? "%m/%d/%Y" : "%d/%m/%Y"
          if dateOrder == nil {
            notes.append(.ambiguousDates(field: column.head, value: column.values.first ?? ""))
          }
        default: field.format = "any"
        }
      }
    case .money, .number, .integer:
      field.type = kind == .integer ? .integer : .number
      field.decimalChar = decimalChar(of: index)
    case .boolean: field.type = .boolean
    case .list:
      field.type = .array
      let text = column.values.prefix(500).joined()
      field.split = [";", "；", "、", "|", "，", ","].first { text.contains($0) } ?? ","
    default: break
    }
    table.fields.append(field)
    taken.insert(index)
  }

  /// The comma, where it's the decimal mark.
  private func decimalChar(of index: Int) -> UInt8? {
    columns[index].amounts?.form.decimalChar == UInt8(ascii: ",") ? UInt8(ascii: ",") : nil
  }
}
