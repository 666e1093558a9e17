import Bytes
import Community
import JSONTape
import Synchronization

/// Objects of Stripe's API: charges, refunds and customers, in lists, events or one by one.
///
/// Amounts are in minor units. Refunds say their charge alone, so they wait for it; what a charge counts as refunded and no
/// refund tells of is a refund at the charge's own time.
struct StripeSource: RecordSource {
  let name = "stripe"
  private let rules: ImportRules
  private let store = Store()

  private struct Charge: Sendable {
    var member: String
    var at: Int64
    var currency: String
    var refunded: Int64
  }

  private struct Refund: Sendable {
    var charge: String
    var amount: Int64
    var at: Int64
    var place: RecordPlace
  }

  private final class Store: Sendable {
    let charges = Mutex([String: Charge]())
    let refunds = Mutex([String: Refund]())
  }

  init(rules: ImportRules) { self.rules = rules }

  func step(_ path: [String]) -> DocumentStep {
    path.isEmpty || path == ["data"] ? .split : .keep
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard record.kind == .object else { return harvest.reject(.notARecord, place) }
    if record["object"]?.isText("list") ?? false, let data = record["data"]?.array {
      for element in data { map(element, context, place, into: &harvest) }
      return
    }
    if record["object"]?.isText("event") ?? false {
      guard let object = record["data"]?["object"] else { return harvest.reject(.unknownRecord, place) }
      if record["type"]?.isText("customer.deleted") ?? false, let id = object["id"]?.idText {
        return harvest[.members].remove(id: JoinedID("stripe:", id))
      }
      return map(object, context, place, into: &harvest)
    }
    // A source that copies tables leaves `object` out.
    let id = record["id"]?.idText ?? ""
    if record["object"]?.isText("charge") ?? id.hasPrefix("ch_") {
      return charge(record, id, place, &harvest)
    }
    if record["object"]?.isText("refund") ?? id.hasPrefix("re_") {
      return refund(record, id, place, &harvest)
    }
    if record["object"]?.isText("customer") ?? id.hasPrefix("cus_") {
      return customer(record, id, place, &harvest)
    }
    harvest.reject(.unknownRecord, place, value: record["object"]?.idText)
  }

  private func charge(_ record: TapeValue, _ id: String, _ place: RecordPlace, _ harvest: inout Harvest) {
    if record["livemode"]?.kind == .false { return harvest.reject(.testOrder, place) }
    guard record["status"]?.isText("succeeded") ?? false, record["captured"]?.kind != .false else {
      return harvest.reject(.unpaidOrder, place)
    }
    guard let amount = record["amount_captured"]?.wholeNumber ?? record["amount"]?.wholeNumber,
      let at = record["created"]?.wholeNumber
    else { return harvest.reject(.missing, place) }
    let currency = (record["currency"]?.idText ?? "usd").uppercased()
    let billing = record["billing_details"]
    let email = billing?["email"]?.text ?? record["receipt_email"]?.text
    let member: String
    if let customer = record["customer"]?.idText ?? record["customer"]?["id"]?.idText {
      member = "stripe:\(customer)"
    } else if let email {
      member = Conversion.fingerprint(email)
      guest(member, billing?["name"]?.text, email, &harvest[.members])
    } else {
      return harvest.reject(.noMember, place)
    }
    guard isKnown(currency) else { return harvest.reject(.otherCurrency, place, value: currency) }
    let refunded = record["amount_refunded"]?.wholeNumber ?? 0
    write(
      &harvest[.orders], JoinedID("stripe:", id), nil, member, at, amount, currency)
    if refunded > 0 {
      store.charges.withLock {
        $0[id] = Charge(member: member, at: at, currency: currency, refunded: refunded)
      }
    }
    for inner in record["refunds"]?["data"]?.array.map(Array.init) ?? [] {
      refund(inner, inner["id"]?.idText ?? "", place, &harvest)
    }
  }

  private func isKnown(_ currency: String) -> Bool {
    currency == rules.currency || rules.rates[currency] != nil
  }

  private func guest(
    _ id: String, _ name: ByteView?, _ email: ByteView,
    _ writer: inout LineWriter
  ) {
    writer.begin(id: id, part: "order")
    if let name { writer.field("name", name) }
    writer.field("email", email)
    writer.end()
  }

  private func write(
    _ writer: inout LineWriter, _ id: JoinedID, _ order: JoinedID?, _ member: String, _ at: Int64,
    _ amount: Int64,
    _ currency: String
  ) {
    writer.begin(id: id, of: order)
    writer.field("member", member)
    writer.time("at", seconds: at)
    writer.key("amount")
    let start = writer.bytes.count
    Conversion.writeMinor(amount, decimals: Conversion.decimals(of: currency), to: &writer.bytes)
    if currency != rules.currency, let rate = rules.rates[currency] {
      Currency.convert(&writer.bytes, from: start, rate)
    }
    if let order { writer.field("refund_of", order) }
    writer.end()
  }

  private func refund(_ record: TapeValue, _ id: String, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard record["status"]?.isText("succeeded") ?? true else { return }
    guard let charge = record["charge"]?.idText ?? record["charge"]?["id"]?.idText,
      let amount = record["amount"]?.wholeNumber, let at = record["created"]?.wholeNumber
    else { return harvest.reject(.missing, place) }
    store.refunds.withLock { $0[id] = Refund(charge: charge, amount: amount, at: at, place: place) }
  }

  private func customer(_ record: TapeValue, _ id: String, _ place: RecordPlace, _ harvest: inout Harvest) {
    if record["livemode"]?.kind == .false { return harvest.reject(.testOrder, place) }
    if record["deleted"]?.isTrue ?? false { return harvest[.members].remove(id: JoinedID("stripe:", id)) }
    write(record, id, &harvest[.members])
  }

  private func write(_ record: TapeValue, _ id: String, _ writer: inout LineWriter) {
    writer.begin(id: JoinedID("stripe:", id))
    if let name = record["name"]?.text { writer.field("name", name) }
    if let phone = record["phone"]?.text { writer.field("phone", phone) }
    if let email = record["email"]?.text { writer.field("email", email) }
    if let created = record["created"]?.wholeNumber { writer.time("joined", seconds: created) }
    writer.key("aliases")
    writer.ascii("{\"stripe\":\"")
    id.write(to: &writer.bytes)
    writer.ascii("\"}")
    writer.end()
  }

  func finish(into harvest: inout Harvest) {
    let charges = store.charges.withLock { $0 }
    var told: [String: Int64] = [:]
    for (id, refund) in store.refunds.withLock({ $0 }).sorted(by: {
      ($0.value.at, $0.key) < ($1.value.at, $1.key)
    }) {
      guard let charge = charges[refund.charge] else {
        harvest.reject(.unknownOrder, refund.place, value: refund.charge)
        continue
      }
      told[refund.charge, default: 0] += refund.amount
      write(
        &harvest[.orders], JoinedID("stripe:", id), JoinedID("stripe:", refund.charge), charge.member,
        refund.at,
        -refund.amount, charge.currency)
    }
    for (id, charge) in charges.sorted(by: { $0.key < $1.key }) {
      let rest = charge.refunded - told[id, default: 0]
      guard rest > 0 else { continue }
      write(
        &harvest[.orders], JoinedID("stripe:", id, "/refund"), JoinedID("stripe:", id), charge.member,
        charge.at, -rest,
        charge.currency)
    }
  }
}
