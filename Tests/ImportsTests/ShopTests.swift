import JSONTape
import Testing

@testable import Imports

@Suite("Shops")
struct ShopTests {
  /// Amounts by person's e-mail and day, in hundredths: what every form of the shop has to give.
  private static func money(_ folder: TestFolder) throws -> [String] {
    var emails: [String: String] = [:]
    for line in folder.lines("members") {
      let member = try JSONValue(parsing: Array(line.utf8))
      if let id = member["id"]?.string, let email = member["email"]?.string { emails[id] = email }
    }
    return try folder.lines("orders").map { line in
      let order = try JSONValue(parsing: Array(line.utf8))
      let member = order["member"]?.string ?? ""
      let amount = Int(((order["amount"]?.double ?? 0) * 100).rounded())
      return "\(emails[member] ?? member) \(order["at"]?.string?.prefix(10) ?? "") \(amount)"
    }
    .sorted()
  }

  private static let expected = [
    "ada@mail.test 2026-03-01 40994", "ada@mail.test 2026-03-03 -10050", "guest@mail.test 2026-03-02 1999",
  ]

  @Test(
    "The same orders as pages of Shopify, its bulk lines, WooCommerce and CSV give the same money to the cent"
  )
  func sameMoney() throws {
    let shop: [(String, [String: String])] = [
      ("pages", Self.pages), ("bulk", Self.bulk), ("woocommerce", Self.wooCommerce), ("csv", Self.csv),
    ]
    for (name, files) in shop {
      let (folder, outcome) = try imported(files)
      #expect(try Self.money(folder) == Self.expected, "\(name)")
      #expect(outcome.rejections.counts[.testOrder] == (name == "woocommerce" ? nil : 1), "\(name)")
      #expect(outcome.rejections.counts[.cancelledOrder] == 1, "\(name)")
      #expect(outcome.rejections.counts[.unpaidOrder] == 1, "\(name)")
      #expect(folder.files["program.json"]?.contains("USD") == true, "\(name)")
    }
  }

  // MARK: Shopify

  @Test(
    "Shopify's pages: orders, refunds by transaction, customers with consent and tags; a page may come twice")
  func shopify() throws {
    let (folder, _) = try imported(Self.pages)
    #expect(
      folder.lines("orders") == [
        #"{"id":"shopify:1","member":"shopify:7","at":"2026-03-01T09:30:00-05:00","amount":409.94,"discount":5.00,"channel":"web"}"#,
        #"{"id":"shopify:91/refund","of":"shopify:1","member":"shopify:7","at":"2026-03-03T10:00:00-05:00","amount":-100.50,"refund_of":"shopify:1"}"#,
        #"{"id":"shopify:2","member":"\#(Self.guest)","at":"2026-03-02T09:30:00-05:00","amount":19.99,"channel":"pos"}"#,
      ])
    #expect(
      Set(folder.lines("members")) == [
        #"{"id":"shopify:7","name":"Ada Lee","phone":"+15551234","email":"ada@mail.test","joined":"2025-01-01T08:00:00-05:00","city":"Boston","region":"Massachusetts","tags":["vip","tea"],"aliases":{"shopify":"7"},"consent":{"email":false,"sms":true}}"#
          .replacing(
            #""phone":"+15551234","email":"ada@mail.test""#,
            with: #""email":"ada@mail.test","phone":"+15551234""#),
        #"{"id":"\#(Self.guest)","part":"order","email":"guest@mail.test"}"#,
      ])
  }

  @Test("An order that a newer export says is cancelled goes, with its refunds")
  func cancelled() throws {
    let (folder, _) = try imported(Self.pages)
    let (_, outcome) = try imported(
      [
        "page.json":
          #"{"orders":[{"id":1,"financial_status":"refunded","line_items":[],"total_price":"409.94","currency":"USD","created_at":"2026-03-01T09:30:00-05:00","cancelled_at":"2026-03-04T00:00:00-05:00","customer":{"id":7}}]}"#
      ], into: folder)
    #expect(outcome.changes.first { $0.feed == .orders }?.removed == 2)
    #expect(folder.lines("orders").count == 1)
  }

  @Test("A bulk line's refund away from its order, without an id, and of an order that isn't there")
  func bulkChildren() throws {
    let (folder, outcome) = try imported([
      "bulk.jsonl": """
      {"__parentId":"gid:\\/\\/shopify\\/Order\\/1","createdAt":"2026-03-03T15:00:00Z","totalRefundedSet":{"shopMoney":{"amount":"1.10","currencyCode":"USD"}}}
      {"id":"gid://shopify/LineItem/5","quantity":1,"__parentId":"gid://shopify/Order/1"}
      {"id":"gid://shopify/Refund/6","__parentId":"gid://shopify/Order/99","createdAt":"2026-03-03T15:00:00Z","totalRefundedSet":{"shopMoney":{"amount":"1","currencyCode":"USD"}}}
      {"id":"gid://shopify/Order/1","createdAt":"2026-03-01T14:30:00Z","displayFinancialStatus":"PAID","test":false,"totalPriceSet":{"shopMoney":{"amount":"5.10","currencyCode":"USD"}},"customer":{"id":"gid://shopify/Customer/7"}}

      """
    ])
    #expect(folder.lines("orders").count == 2)
    #expect(
      folder.lines("orders")[1].contains(#""member":"shopify:7","at":"2026-03-03T15:00:00Z","amount":-1.10"#))
    #expect(outcome.rejections.counts == [.unknownOrder: 1])
  }

  private static let guest = "email-" + hex("guest@mail.test")

  private static func hex(_ text: String) -> String {
    let hex = String(Fingerprint.of(text), radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  private static let pages = [
    "page1.json": """
    {"orders":[
     {"id":1,"admin_graphql_api_id":"gid://shopify/Order/1","email":"ada@mail.test","created_at":"2026-03-01T09:30:00-05:00",
      "processed_at":"2026-03-01T09:30:00-05:00","cancelled_at":null,"currency":"USD","total_price":"409.94",
      "total_discounts":"5.00","test":false,"financial_status":"partially_refunded","source_name":"web",
      "customer":{"id":7,"email":"ada@mail.test"},"line_items":[{"id":11,"quantity":1}],
      "billing_address":{"address1":"Secret Street 1"},"payment_details":{"credit_card_number":"4242"},
      "refunds":[{"id":90,"order_id":1,"created_at":"2026-03-03T10:00:00-05:00","transactions":[
       {"id":91,"order_id":1,"amount":"100.50","kind":"refund","status":"success","currency":"USD",
        "created_at":"2026-03-03T10:00:00-05:00","processed_at":"2026-03-03T10:00:00-05:00"},
       {"id":92,"order_id":1,"amount":"9.00","kind":"refund","status":"failure","currency":"USD",
        "created_at":"2026-03-03T10:00:00-05:00"}]}]},
     {"id":2,"email":"guest@mail.test","created_at":"2026-03-02T09:30:00-05:00","currency":"USD","total_price":"19.99",
      "test":false,"financial_status":"paid","source_name":"pos","line_items":[],"refunds":[]}]}
    """,
    "page2.json": """
    {"orders":[
     {"id":2,"email":"guest@mail.test","created_at":"2026-03-02T09:30:00-05:00","currency":"USD","total_price":"19.99",
      "test":false,"financial_status":"paid","source_name":"pos","line_items":[],"refunds":[]},
     {"id":3,"email":"x@mail.test","created_at":"2026-03-02T09:30:00-05:00","currency":"USD","total_price":"1.00",
      "test":true,"financial_status":"paid","line_items":[]},
     {"id":4,"email":"x@mail.test","created_at":"2026-03-02T09:30:00-05:00","currency":"USD","total_price":"2.00",
      "test":false,"financial_status":"refunded","cancelled_at":"2026-03-02T10:30:00-05:00","line_items":[]},
     {"id":5,"email":"x@mail.test","created_at":"2026-03-02T09:30:00-05:00","currency":"USD","total_price":"3.00",
      "test":false,"financial_status":"pending","line_items":[]}]}
    """,
    "customers.json": """
    {"customers":[{"id":7,"email":"ada@mail.test","created_at":"2025-01-01T08:00:00-05:00","first_name":"Ada",
     "last_name":"Lee","orders_count":1,"total_spent":"409.94","tags":"vip, tea","phone":"+15551234","currency":"USD",
     "email_marketing_consent":{"state":"unsubscribed"},"sms_marketing_consent":{"state":"subscribed"},
     "default_address":{"address1":"Secret Street 1","city":"Boston","province":"Massachusetts"}}]}
    """,
  ]

  private static let bulk = [
    "bulk.jsonl": """
    {"id":"gid:\\/\\/shopify\\/Customer\\/7","email":"ada@mail.test","firstName":"Ada","lastName":"Lee","createdAt":"2025-01-01T13:00:00Z","amountSpent":{"amount":"409.94","currencyCode":"USD"},"numberOfOrders":"1","tags":["vip","tea"]}
    {"id":"gid://shopify/Order/1","email":"ada@mail.test","createdAt":"2026-03-01T14:30:00Z","cancelledAt":null,"test":false,"displayFinancialStatus":"PARTIALLY_REFUNDED","totalPriceSet":{"shopMoney":{"amount":"409.94","currencyCode":"USD"}},"customer":{"id":"gid://shopify/Customer/7"},"refunds":[{"id":"gid://shopify/Refund/90","createdAt":"2026-03-03T15:00:00Z","totalRefundedSet":{"shopMoney":{"amount":"100.5","currencyCode":"USD"}}}]}
    {"id":"gid://shopify/LineItem/11","quantity":1,"__parentId":"gid://shopify/Order/1"}
    {"id":"gid://shopify/Order/2","email":"guest@mail.test","createdAt":"2026-03-02T14:30:00Z","cancelledAt":null,"test":false,"displayFinancialStatus":"PAID","totalPriceSet":{"shopMoney":{"amount":"19.99","currencyCode":"USD"}}}
    {"id":"gid://shopify/Order/3","email":"x@mail.test","createdAt":"2026-03-02T14:30:00Z","test":true,"displayFinancialStatus":"PAID","totalPriceSet":{"shopMoney":{"amount":"1","currencyCode":"USD"}}}
    {"id":"gid://shopify/Order/4","email":"x@mail.test","createdAt":"2026-03-02T14:30:00Z","cancelledAt":"2026-03-02T15:30:00Z","test":false,"displayFinancialStatus":"REFUNDED","totalPriceSet":{"shopMoney":{"amount":"2","currencyCode":"USD"}}}
    {"id":"gid://shopify/Order/5","email":"x@mail.test","createdAt":"2026-03-02T14:30:00Z","test":false,"displayFinancialStatus":"PENDING","totalPriceSet":{"shopMoney":{"amount":"3","currencyCode":"USD"}}}

    """
  ]

  // MARK: WooCommerce

  @Test(
    "WooCommerce: times are UTC without a Z, a refund is below zero already, an empty id is none, meta values of any type"
  )
  func wooCommerceLines() throws {
    let (folder, _) = try imported(Self.wooCommerce)
    #expect(
      folder.lines("orders") == [
        #"{"id":"woocommerce:1","member":"woocommerce:7","at":"2026-03-01T14:30:00Z","amount":409.94,"discount":5.00,"channel":"checkout"}"#,
        #"{"id":"woocommerce:60/refund","of":"woocommerce:1","member":"woocommerce:7","at":"2026-03-03T15:00:00Z","amount":-100.50,"refund_of":"woocommerce:1"}"#,
        #"{"id":"woocommerce:2","member":"\#(Self.guest)","at":"2026-03-02T14:30:00Z","amount":19.99,"channel":"checkout"}"#,
      ])
    #expect(
      folder.lines("members") == [
        #"{"id":"woocommerce:7","name":"Ada Lee","email":"ada@mail.test","phone":"15551234","city":"Boston","region":"MA","joined":"2025-01-01T13:00:00Z","aliases":{"woocommerce":"7"}}"#,
        #"{"id":"\#(Self.guest)","part":"order","name":"Guest One","email":"guest@mail.test","city":"Boston"}"#,
      ])
    #expect(!folder.files.values.contains { $0.contains("Secret") })
  }

  private static let wooCommerce = [
    "customers.json": """
    [{"id":7,"date_created_gmt":"2025-01-01T13:00:00","email":"ada@mail.test","first_name":"Ada","last_name":"Lee",
     "role":"customer","username":"ada","billing":{"address_1":"Secret Street 1","city":"Boston","state":"MA","phone":"1555-1234"}}]
    """,
    "orders.json": """
    [{"id":1,"status":"completed","currency":"USD","total":"409.94","discount_total":"5.00","customer_id":7,
      "order_key":"wc_1","created_via":"checkout","date_created":"2026-03-01T09:30:00",
      "date_created_gmt":"2026-03-01T14:30:00","date_modified_gmt":"2026-03-03T15:00:00",
      "date_paid_gmt":"2026-03-01T14:30:00","billing":{"email":"ada@mail.test","address_1":"Secret Street 1"},
      "meta_data":[{"id":"","key":"x","value":{"deep":[1,"two"]}}],"line_items":[{"id":2,"image":{"id":"","src":""}}],
      "refunds":[{"id":60,"reason":"","total":"-100.50"}]},
     {"id":2,"status":"processing","currency":"USD","total":"19.99","discount_total":"","customer_id":0,
      "order_key":"wc_2","created_via":"checkout","date_created":"2026-03-02T09:30:00",
      "date_created_gmt":"2026-03-02T14:30:00","date_paid_gmt":null,
      "billing":{"first_name":"Guest","last_name":"One","email":"guest@mail.test","city":"Boston"},"refunds":[]},
     {"id":4,"status":"cancelled","currency":"USD","total":"2.00","customer_id":7,"order_key":"wc_4",
      "date_created_gmt":"2026-03-02T14:30:00","billing":{}},
     {"id":5,"status":"pending","currency":"USD","total":"3.00","customer_id":7,"order_key":"wc_5",
      "date_created_gmt":"2026-03-02T14:30:00","billing":{}}]
    """,
  ]

  private static let csv = [
    "orders.csv": """
    Order ID,Email,Date,Total,Refunded Amount,Refund Date,Currency,Status,Test
    1,ada@mail.test,2026-03-01 09:30,"409.94",100.50,2026-03-03,USD,paid,no
    2,guest@mail.test,2026-03-02 09:30,19.99,0.00,,USD,paid,no
    3,x@mail.test,2026-03-02,1.00,,,USD,paid,yes
    4,x@mail.test,2026-03-02,2.00,,,USD,cancelled,no
    5,x@mail.test,2026-03-02,3.00,,,USD,pending,no

    """
  ]

  // MARK: Stripe

  @Test("Stripe: minor units, yen without any, refunds that say their charge alone, events, test mode")
  func stripe() throws {
    let (folder, outcome) = try imported(
      [
        "charges.json": """
        {"object":"list","has_more":false,"data":[
         {"id":"ch_1","object":"charge","livemode":true,"amount":40994,"amount_refunded":10050,"currency":"usd",
          "customer":"cus_7","created":1772375400,"status":"succeeded","captured":true,
          "payment_method_details":{"card":{"last4":"4242"}}},
         {"id":"ch_2","object":"charge","livemode":true,"amount":1999,"amount_refunded":0,"currency":"usd","customer":null,
          "billing_details":{"email":"Guest@mail.test","name":"Guest One"},"created":1772461800,"status":"succeeded"},
         {"id":"ch_3","object":"charge","livemode":true,"amount":500,"currency":"jpy","customer":"cus_7",
          "created":1772461800,"status":"succeeded"},
         {"id":"ch_4","object":"charge","livemode":false,"amount":500,"currency":"usd","customer":"cus_7",
          "created":1772461800,"status":"succeeded"},
         {"id":"ch_5","object":"charge","livemode":true,"amount":500,"currency":"usd","customer":"cus_7",
          "created":1772461800,"status":"failed"}]}
        """,
        "events.jsonl": """
        {"id":"evt_1","object":"event","livemode":true,"type":"refund.created","data":{"object":{"id":"re_1","object":"refund","amount":50,"charge":"ch_1","created":1772548200,"currency":"usd","status":"succeeded"}}}
        {"id":"evt_2","object":"event","livemode":true,"type":"customer.created","data":{"object":{"id":"cus_7","object":"customer","livemode":true,"email":"ada@mail.test","name":"Ada Lee","created":1735736400,"address":{"line1":"Secret"}}}}

        """,
      ], ImportOptions.with(rates: ["JPY": 7_000]))
    #expect(
      folder.lines("orders") == [
        #"{"id":"stripe:ch_1","member":"stripe:cus_7","at":"2026-03-01T14:30:00Z","amount":409.94}"#,
        #"{"id":"stripe:ch_2","member":"\#(Self.guest)","at":"2026-03-02T14:30:00Z","amount":19.99}"#,
        #"{"id":"stripe:ch_3","member":"stripe:cus_7","at":"2026-03-02T14:30:00Z","amount":3.50}"#,
        #"{"id":"stripe:re_1","of":"stripe:ch_1","member":"stripe:cus_7","at":"2026-03-03T14:30:00Z","amount":-0.50,"refund_of":"stripe:ch_1"}"#,
        #"{"id":"stripe:ch_1/refund","of":"stripe:ch_1","member":"stripe:cus_7","at":"2026-03-01T14:30:00Z","amount":-100.00,"refund_of":"stripe:ch_1"}"#,
      ])
    #expect(
      folder.lines("members") == [
        #"{"id":"\#(Self.guest)","part":"order","name":"Guest One","email":"Guest@mail.test"}"#,
        #"{"id":"stripe:cus_7","name":"Ada Lee","email":"ada@mail.test","joined":"2025-01-01T13:00:00Z","aliases":{"stripe":"cus_7"}}"#,
      ])
    #expect(outcome.rejections.counts == [.testOrder: 1, .unpaidOrder: 1])
  }

  // MARK: Youzan

  @Test(
    "Youzan: trades in their wrapper, closed and unpaid ones left out, points by unique id, failures told, masked phones"
  )
  func youzan() throws {
    let (folder, outcome) = try imported([
      "1-trades.json": """
      {"trace_id":"t","code":200,"success":true,"data":{"total_results":3,"full_order_info_list":[
       {"full_order_info":{"order_info":{"tid":"E1","status":"TRADE_SUCCESS","created":"2026-03-01 09:29:00",
         "pay_time":"2026-03-01 09:30:00","update_time":"2026-03-03 10:00:00"},
        "buyer_info":{"yz_open_id":"oid1","buyer_phone":"13812345678"},"pay_info":{"payment":"128.50","total_fee":"130.00"},
        "address_info":{"delivery_address":"Secret"},
        "refund_order":[{"refund_id":"R1","refund_fee":"28.50","refund_state":60}]}},
       {"full_order_info":{"order_info":{"tid":"E2","status":"TRADE_CLOSED","pay_time":"2026-03-01 09:30:00"},
        "buyer_info":{"yz_open_id":"oid1"},"pay_info":{"payment":"9.00"}}},
       {"full_order_info":{"order_info":{"tid":"E3","status":"WAIT_BUYER_PAY"},
        "buyer_info":{"yz_open_id":"oid1"},"pay_info":{"payment":"9.00"}}}]}}
      """,
      "2-failed.json":
        #"{"trace_id":"t","code":140400200,"success":false,"message":"参数错误","data":null,"yz_open_id":null}"#,
      "3-points.json": """
      {"data":{"details":[
       {"unique_id":"P1","yz_open_id":"oid1","amount":"-20","total":"80","created_time":"2026-03-02 10:00:00","description":"兑换","expired_at":0},
       {"unique_id":"P1","yz_open_id":"oid1","amount":"-20","total":"80","created_time":"2026-03-02 10:00:00","description":"兑换","expired_at":0}]}}
      """,
      "4-customers.json": """
      {"response":{"record_list":[{"yz_open_id":"oid1","name":"$Zm9v$1$","show_name":"王*","mobile":"138****5678","created_at":1735700000}]}}
      """,
    ])
    #expect(
      folder.lines("orders") == [
        #"{"id":"youzan:E1","member":"youzan:oid1","at":"2026-03-01T09:30:00","amount":128.50,"channel":"有赞"}"#,
        #"{"id":"youzan:R1/refund","of":"youzan:E1","member":"youzan:oid1","at":"2026-03-03T10:00:00","amount":-28.50,"refund_of":"youzan:E1","channel":"有赞"}"#,
      ])
    #expect(
      folder.lines("points") == [
        #"{"id":"youzan:P1","member":"youzan:oid1","delta":-20,"at":"2026-03-02T10:00:00","reason":"兑换"}"#
      ])
    #expect(
      folder.lines("members") == [
        #"{"id":"youzan:oid1","joined":"2025-01-01T02:53:20Z","aliases":{"youzan":"oid1"}}"#
      ])
    #expect(
      outcome.rejections.counts == [.cancelledOrder: 1, .unpaidOrder: 1, .failedAnswer: 1, .encrypted: 2])
  }
}

extension ImportOptions {
  static func with(rates: [String: Int64]) -> ImportOptions {
    var options = ImportOptions.test
    options.rates = rates
    return options
  }
}
