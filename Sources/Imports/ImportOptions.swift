import Community

/// How an import is done.
package struct ImportOptions: Sendable {
  /// The format by name; nil recognises it.
  package var format: SourceFormat?
  package var mapping: Mapping?
  /// Mappings that people changed, by the identity of the part that they are of.
  package var edited: [String: Mapping] = [:]
  /// Keeps two sources of one form apart, as two shops of WooCommerce.
  package var name: String?
  /// Which comes first where dates don't say.
  package var dateOrder: TimeForm.Order?
  package var encoding: TextEncoding?
  package var delimiter: UInt8?
  package var hasHeader: Bool?
  /// What other currencies are worth in the folder's, in millionths.
  package var rates: [String: Int64] = [:]
  /// Where weather was observed; without it the file's name.
  package var city: String?
  /// The question that asks for NPS, by its id or reference, where a survey tool has several.
  package var scoreField: String?
  /// Tells forecasts from what was observed.
  package var now: Instant
  package var computation: Computation
  package var isCancelled: @Sendable () -> Bool
  package var progress: @Sendable (ImportProgress) -> Void
  /// Only counts.
  package var isDryRun = false

  package init(
    now: Instant, computation: Computation = .serial, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) {
    self.now = now
    self.computation = computation
    self.isCancelled = isCancelled
    self.progress = progress
  }
}

/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
  package var bytesDone: Int64 = 0
  /// Of unpacked files as far as it's known.
  package var bytesTotal: Int64 = 0
  package var records = 0
  package var file = ""

  package init() {}
}

/// The forms that are known, as `--from` names them.
package enum SourceFormat: String, CaseIterable, Sendable {
  case csv, xlsx, json
  case slack, discord, telegram, discourse
  case shopify, woocommerce, stripe
  case typeform, delighted, surveymonkey
  case wecom, youzan
  case openMeteo = "open-meteo"

  /// As people are told.
  package var title: String {
    switch self {
    case .csv: "CSV"
    case .xlsx: "XLSX"
    case .json: "JSON"
    case .slack: "Slack"
    case .discord: "Discord"
    case .telegram: "Telegram"
    case .discourse: "Discourse"
    case .shopify: "Shopify"
    case .woocommerce: "WooCommerce"
    case .stripe: "Stripe"
    case .typeform: "Typeform"
    case .delighted: "Delighted"
    case .surveymonkey: "SurveyMonkey"
    case .wecom: "企业微信 WeCom"
    case .youzan: "有赞 Youzan"
    case .openMeteo: "Open-Meteo"
    }
  }
}

/// What came of one source.
package struct ImportOutcome: Sendable {
  package var source: String
  /// The parts that were recognised, each with its files.
  package var parts: [Part] = []
  package var changes: [FeedChange] = []
  package var rejections = Rejections()
  /// Files that can't be had, and why.
  package var problems: [ImportProblem] = []
  /// Files in which nothing known was found.
  package var unknownFiles: [String] = []
  package var records = 0
  /// The currency that `program.json` was made with.
  package var madeProgram: String?

  package struct Part: Sendable {
    package var format: SourceFormat
    package var files: Int
    package var mapping: Mapping?
    /// The program's own mapping of a form that is known by name, where it has one.
    package var builtIn: Mapping?
    package var notes: [PlanNote] = []
    /// The first values of each field, for people.
    package var samples: [String: [String]] = [:]
    package var name: String
    /// What its mapping is known by in `ImportOptions.edited`.
    package var identity: String
  }
}

extension ImportOptions {
  /// Takes over what an import was done with before.
  package mutating func adopt(_ entry: ImportsFile.Entry) {
    format = entry.format.flatMap(SourceFormat.init(rawValue:)) ?? format
    name = entry.name ?? name
    mapping = entry.mapping ?? mapping
    if let order = entry.dateOrder { dateOrder = order == "month-first" ? .monthFirst : .dayFirst }
    encoding = entry.encoding.flatMap(TextEncoding.init(named:)) ?? encoding
    city = entry.city ?? city
    scoreField = entry.scoreField ?? scoreField
    rates.merge(entry.rates) { given, _ in given }
    edited = entry.edited
  }
}

extension Mapping {
  /// Reads a mapping file.
  package init(path: String) throws(ImportProblem) {
    let bytes = try FileBytes(path: path).bytes(upTo: 16 << 20)
    do throws(MappingProblem) {
      try self.init(parsing: bytes)
    } catch {
      throw .mapping(path, error)
    }
  }
}
