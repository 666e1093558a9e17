import Bytes
import Community
import JSONTape
import Synchronization

/// Shopify's pages and bulk lines: the mapping, and refunds that bulk lines put away from their orders.
struct ShopifySource: RecordSource {
  let name = "shopify"
  private let mapped: MappedSource
  private let rules: ImportRules
  private let bulk = Bulk()

  /// Orders of bulk lines and refunds that wait for them.
  private final class Bulk: Sendable {
    struct Refund: Sendable {
      var id: String
      var order: String
      var at: WrittenTime
      /// As it was written.
      var amount: String
      var currency: String
      var place: RecordPlace
    }

    struct State: Sendable {
      /// Members by order.
      var orders: [String: String] = [:]
      var refunds: [Refund] = []
    }

    let state = Mutex(State())
  }

  init(rules: ImportRules) {
    self.rules = rules
    mapped = MappedSource(
      name: "shopify", mapping: BuiltInMappings.mapping(BuiltInMappings.shopify), rules: rules,
      arrays: ["orders", "customers", "data.orders.nodes", "data.customers.nodes"],
      wrappers: ["order", "node"])
  }

  func step(_ path: [String]) -> DocumentStep { path.isEmpty ? .split : mapped.step(path) }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    if let parent = record["__parentId"]?.idText { return child(record, of: parent, place, &harvest) }
    if let id = record["id"]?.idText, id.hasPrefix("gid://shopify/Order/"),
      let member = member(of: record), isPurchase(record)
    {
      bulk.state.withLock { $0.orders[id] = member }
    }
    mapped.map(record, context, place, into: &harvest)
  }

  private func isPurchase(_ order: TapeValue) -> Bool {
    let status = order["displayFinancialStatus"]?.idText ?? ""
    return order["cancelledAt"] == nil && !(order["test"]?.isTrue ?? false)
      && !["PENDING", "AUTHORIZED", "VOIDED", "EXPIRED"].contains(status)
  }

  private func member(of order: TapeValue) -> String? {
    if let id = order["customer"]?["id"]?.text {
      return "shopify:" + String(decoding: Conversion.idText(id), as: UTF8.self)
    }
    return order["email"]?.text.map { Conversion.fingerprint($0) }
  }

  /// A line of a connection: refunds count, lines of goods and the like belong to their order.
  private func child(_ record: TapeValue, of parent: String, _ place: RecordPlace, _ harvest: inout Harvest) {
    guard let money = record["totalRefundedSet"]?["shopMoney"], let amount = money["amount"]?.idText else {
      return
    }
    let time = record["processedAt"]?.text ?? record["createdAt"]?.text
    guard let at = time.flatMap({ TimeForm(.yearFirst).read($0) }) else {
      return harvest.reject(.notATime, place, field: "createdAt")
    }
    let refund = Bulk.Refund(
      // A child may have no id; its place in the order's list then has to do.
      id: record["id"]?.idText ?? "\(parent)/\(place.row)", order: parent, at: at, amount: amount,
      currency: money["currencyCode"]?.idText ?? "", place: place)
    bulk.state.withLock { $0.refunds.append(refund) }
  }

  func finish(into harvest: inout Harvest) {
    let state = bulk.state.withLock { $0 }
    for refund in state.refunds {
      guard let member = state.orders[refund.order] else {
        harvest.reject(.unknownOrder, refund.place, value: refund.order)
        continue
      }
      if !refund.currency.isEmpty, refund.currency != rules.currency, rules.rates[refund.currency] == nil {
        harvest.reject(.otherCurrency, refund.place, value: refund.currency)
        continue
      }
      write(refund, member, &harvest[.orders])
    }
  }

  private func write(_ refund: Bulk.Refund, _ member: String, _ writer: inout LineWriter) {
    func short(_ id: String) -> String {
      id.withBytes { String(decoding: Conversion.idText($0), as: UTF8.self) }
    }
    let order = "shopify:" + short(refund.order)
    writer.begin(id: "shopify:\(short(refund.id))/refund", of: order)
    writer.field("member", member)
    writer.key("at")
    writer.append(0x22)
    refund.at.write(to: &writer.bytes, isUTC: false)
    writer.append(0x22)
    writer.key("amount")
    let start = writer.bytes.count
    let outcome = refund.amount.withBytes { AmountForm().write($0, negated: true, to: &writer.bytes) }
    guard case .written = outcome else { return writer.abandon() }
    if let rate = rules.rates[refund.currency], refund.currency != rules.currency {
      Currency.convert(&writer.bytes, from: start, rate)
    }
    writer.field("refund_of", order)
    writer.end()
  }
}
