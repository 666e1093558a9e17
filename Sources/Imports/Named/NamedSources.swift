import Bytes
import Community
import JSONTape

/// The forms of exports that are known by name.
enum NamedSources {
  /// The form of a JSON file by words in its beginning; nil when none is known.
  static func recognise(_ head: [UInt8]) -> SourceFormat? {
    let text = HeadText(head)
    return signatures.first { signature in signature.words.contains { $0.allSatisfy(text.has) } }?.format
  }

  /// For each form some sets of words; one set suffices.
  private static let signatures: [(format: SourceFormat, words: [[String]])] = [
    (.discord, [["\"guild\"", "\"messages\"", "\"channel\""]]),
    (
      .telegram,
      [
        ["\"messages\"", "\"from_id\""], ["\"messages\"", "\"date_unixtime\""],
        ["\"chats\"", "\"personal_information\""],
        ["\"messages\"", "\"actor_id\""],
      ]
    ),
    (.discourse, [["\"post_stream\""], ["\"latest_posts\""], ["\"trust_level\"", "\"username\""]]),
    (
      .shopify,
      [
        ["gid://shopify/"], ["gid:\\/\\/shopify\\/"], ["\"financial_status\"", "\"line_items\""],
        ["\"orders_count\"", "\"total_spent\""],
      ]
    ),
    (
      .woocommerce,
      [
        ["\"date_created_gmt\"", "\"billing\""], ["\"date_created_gmt\"", "\"refunded_by\""],
        ["\"order_key\"", "\"date_created_gmt\""],
      ]
    ),
    (
      .stripe,
      [
        ["\"livemode\"", "\"ch_"], ["\"livemode\"", "\"cus_"], ["\"livemode\"", "\"evt_"],
        ["\"object\"", "\"re_"],
        ["\"livemode\"", "\"py_"],
      ]
    ),
    (
      .typeform,
      [
        ["\"form_response\""], ["\"landed_at\"", "\"answers\""],
        ["\"submitted_at\"", "\"answers\"", "\"token\""],
      ]
    ),
    (
      .delighted,
      [
        ["\"survey_type\"", "\"score\""], ["\"person_id\"", "\"unsubscribed_at\""],
        ["\"person_id\"", "\"bounced_at\""],
        ["\"last_sent_at\"", "\"last_responded_at\""],
      ]
    ),
    (
      .surveymonkey,
      [["\"response_status\"", "\"collector_id\""], ["\"family\"", "\"choices\"", "\"headings\""]]
    ),
    (
      .wecom,
      [
        ["\"external_userid\""], ["\"group_chat\"", "\"member_list\""], ["\"tag_group\"", "\"group_name\""],
        ["\"ExternalUserID\""],
      ]
    ),
    (.youzan, [["\"full_order_info\""], ["\"yz_open_id\""], ["\"gw_err_resp\""]]),
    (.openMeteo, [["\"latitude\"", "\"daily\"", "\"time\""]]),
  ]

  /// The parts of files that are of a form.
  static func parts(
    _ format: SourceFormat, _ files: [SourceFile], _ tree: SourceTree, _ options: ImportOptions,
    _ rules: ImportRules
  ) throws(ImportProblem) -> [ImportPart] {
    let source: any RecordSource
    switch format {
    case .slack: source = try SlackSource(tree)
    case .discord: source = DiscordSource()
    case .telegram: source = TelegramSource()
    case .shopify: source = ShopifySource(rules: rules)
    case .stripe: source = StripeSource(rules: rules)
    case .woocommerce:
      source = MappedSource(
        name: "woocommerce", mapping: BuiltInMappings.mapping(BuiltInMappings.wooCommerce), rules: rules,
        arrays: ["", "orders", "customers"])
    case .youzan:
      source = MappedSource(
        name: "youzan", mapping: BuiltInMappings.mapping(BuiltInMappings.youzan), rules: rules,
        arrays: [
          "", "data.full_order_info_list", "response.full_order_info_list", "data.record_list",
          "response.record_list",
          "data.details", "response.details", "data.customers",
        ], wrappers: ["full_order_info"])
    case .delighted:
      source = MappedSource(
        name: "delighted", mapping: BuiltInMappings.mapping(BuiltInMappings.delighted), rules: rules,
        arrays: [""])
    case .typeform: source = TypeformSource(scoreField: options.scoreField)
    case .surveymonkey: source = try SurveyMonkeySource(files, scoreField: options.scoreField)
    case .discourse: source = DiscourseSource()
    case .wecom: source = try WeComSource(files)
    case .openMeteo: source = WeatherSource(city: options.city, now: options.now, isForecast: false)
    case .csv, .xlsx, .json: return []
    }
    let read = files.filter(source.reads)
    var part = ImportPart(format: format, files: read, kind: .records(source), identity: "")
    if [.shopify, .woocommerce, .stripe].contains(format) {
      for file in read.prefix(20) where part.currencyHint == nil {
        part.currencyHint = HeadText(try file.open().bytes(upTo: 1 << 18)).currency
      }
    }
    guard format == .openMeteo else { return [part] }
    var forecast = part
    forecast.kind = .records(WeatherSource(city: options.city, now: options.now, isForecast: true))
    forecast.identity = "forecast"
    return [part, forecast]
  }
}

/// The beginning of a file, to look for words in.
private struct HeadText {
  private let bytes: [UInt8]

  init(_ head: [UInt8]) { bytes = head }

  /// The first currency that is named.
  var currency: String? {
    for key in ["\"currency\"", "\"currencyCode\""] {
      let key = Array(key.utf8)
      var place = 0
      while place + key.count + 6 < bytes.count {
        if bytes[place] == 0x22, bytes[place..<place + key.count].elementsEqual(key) {
          let rest = bytes[(place + key.count)...].prefix(16).filter { !$0.isJSONSpace }
          let code = rest.dropFirst(2).prefix { $0 != 0x22 }
          if rest.starts(with: [UInt8(ascii: ":"), 0x22]), code.count == 3 {
            return String(decoding: code, as: UTF8.self).uppercased()
          }
        }
        place += 1
      }
    }
    return nil
  }

  func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return false }
    return bytes.withView { bytes in
      var place = 0
      while place + word.count <= bytes.count {
        if bytes[place] == first, bytes[place..<place + word.count].elementsEqual(word) { return true }
        place += 1
      }
      return false
    }
  }
}
