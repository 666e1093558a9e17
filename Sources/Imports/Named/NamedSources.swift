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

  /// The part of files that are of a form.
  static func part(
    _ format: SourceFormat, _ files: [SourceFile], _ tree: SourceTree, _ options: ImportOptions,
    _ rules: ImportRules
  ) throws(ImportProblem) -> ImportPart? {
    let source: any RecordSource
    switch format {
    case .slack: source = try SlackSource(tree)
    case .discord: source = DiscordSource()
    case .telegram: source = TelegramSource()
    default: return nil
    }
    return ImportPart(format: format, files: files.filter(source.reads), kind: .records(source), identity: "")
  }
}

/// The beginning of a file, to look for words in.
private struct HeadText {
  private let bytes: [UInt8]

  init(_ head: [UInt8]) { bytes = head }

  func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place + word.count <= bytes.count {
        if bytes[place] == first, bytes[place..<place + word.count].elementsEqual(word) { return true }
        place += 1
      }
      return false
    }
  }
}
