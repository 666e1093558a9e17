import Bytes
import Community

/// A file or folder in a community folder that is no feed and so isn't read.
package struct StrayEntry: Hashable, Sendable {
  /// Relative to the folder.
  package var path: String
  package var isFolder: Bool
  /// The name under which it would be read, as near as its own name tells: `orders.jsonl`, `orders/`; nil for a name that
  /// is near none.
  package var nearest: String?
  package var advice: Advice

  /// What to do so that it's read.
  package enum Advice: Hashable, Sendable {
    /// Give it the nearest name.
    case rename
    /// That name is taken: move it into the folder of this name, which is read as well.
    case moveInto(String)
    /// A table of rows and columns, which `koxtop import` reads.
    case importFile
    /// Packed in a form that isn't read.
    case unpack(SetAsideProblem.Packing)
    /// A copy that a program for syncing or a browser made of a file that is read.
    case copy(of: String)
    /// A folder that holds feeds: open that one.
    case openFolder
    /// JSON under a name that says nothing.
    case name
    /// Nothing: it's no data.
    case none
  }

  /// Whether it probably holds data that somebody wants to see.
  package var isData: Bool { advice != .none }
}

extension StrayEntry {
  /// What a name tells.
  ///
  /// - Parameters:
  ///   - present: all names in the same folder.
  ///   - isFeedFolder: whether a folder of this name holds files of feeds.
  init(_ path: String, isFolder: Bool, present: Set<String>, holdsFeeds: () -> Bool) {
    self.path = path
    self.isFolder = isFolder
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (stem, ending) = isFolder ? (name, "") : StrayEntry.parts(of: name)
    let feed = StrayEntry.nearestFeed(to: stem)
    nearest = nil
    advice = .none
    if isFolder {
      if let feed, feed != "program" {
        nearest = "\(feed)/"
        advice = present.contains(feed) ? .moveInto("\(feed)/") : .rename
      } else if holdsFeeds() {
        advice = .openFolder
      }
      return
    }
    let isJSON = FeedFile.form(of: "x" + ending) != nil
    if let feed {
      nearest = feed == "program" ? "program.json" : feed + (isJSON ? ending.lowercased() : ".jsonl")
    }
    if let packing = StrayEntry.packing(ending) {
      if let feed, feed != "program" { nearest = feed + StrayEntry.inner(ending) }
      advice = feed == nil && packing == .zip ? .none : .unpack(packing)
    } else if StrayEntry.tables.contains(ending.lowercased()) {
      if StrayEntry.isExport(name) { nearest = nil } else { advice = .importFile }
    } else if isJSON {
      if let nearest {
        let isCopy = StrayEntry.copyMarks.contains { name.lowercased().contains($0) }
        if isCopy, present.contains(nearest) || feed == "decisions" {
          advice = .copy(of: nearest)
        } else if present.contains(nearest), let feed {
          if feed == "program" { self.nearest = nil } else { advice = .moveInto("\(feed)/") }
        } else {
          advice = .rename
        }
      } else {
        advice = .name
      }
    } else if feed != nil, ending.isEmpty || StrayEntry.oddEndings.contains(ending.lowercased()) {
      advice = .rename
    } else {
      nearest = nil
    }
  }

  private static let tables: Set = [".csv", ".tsv", ".xlsx", ".xls", ".csv.gz", ".tsv.gz"]
  /// Endings that hide what a file of a feed's name is.
  private static let oddEndings: Set = [
    ".txt", ".json.txt", ".jsonl.txt", ".jsonlines", ".jsonl.gzip", ".json.gzip", ".js", ".dat", ".log",
  ]
  /// Whether it's a list that this program wrote: `recall-2026-03-01.csv`.
  private static func isExport(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count == 4 && ["recall", "touchpoints"].contains(parts[0]) && name.hasSuffix(".csv")
      && parts[1...].allSatisfy { $0.prefix(2).allSatisfy(\.isNumber) }
  }

  private static let copyMarks = [
    "sync-conflict", "conflicted copy", "conflict", "(1)", "(2)", "copy", "冲突", "副本", "拷贝",
  ]

  /// `orders_2026.jsonl.zst` as `orders_2026` and `.jsonl.zst`; what stands between other points belongs to the stem.
  private static func parts(of name: String) -> (stem: String, ending: String) {
    var stem = Substring(name)
    var ending = ""
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
      let last = stem[dot...]
      guard last.count <= 10, last.dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
        !last.dropFirst().allSatisfy(\.isNumber), ending.isEmpty || endings.contains(last.lowercased())
      else { break }
      ending = last + ending
      stem = stem[..<dot]
    }
    return (String(stem), ending)
  }

  private static let endings: Set = [".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".tar"]

  private static func packing(_ ending: String) -> SetAsideProblem.Packing? {
    switch ending.lowercased().split(separator: ".").last {
    case "zst", "zstd": .zstd
    case "zip": .zip
    case "bz2": .bzip2
    case "xz": .xz
    default: nil
    }
  }

  /// What stands before the ending of a packing.
  private static func inner(_ ending: String) -> String {
    let inner = ending.lowercased().split(separator: ".").dropLast().last.map(String.init) ?? "jsonl"
    return FeedFile.form(of: "x." + inner) == nil ? ".jsonl" : "." + inner
  }

  /// The feed, or `program`, whose name is in another one or near it.
  static func nearestFeed(to stem: String) -> String? {
    let known = Feed.allCases.map(\.name) + ["program"]
    let lower = stem.lowercased()
    if known.contains(lower) { return lower }
    let words = lower.split { !($0.isLetter) }.map(String.init)
    func exact(_ word: String) -> String? {
      known.contains(word) ? word : synonyms.first { $0.value.contains(word) }?.key
    }
    if let found = words.lazy.compactMap(exact).first { return found }
    let contained = synonyms.flatMap { feed, words in words.map { (feed, $0) } }
      .filter { !$0.1.utf8.allSatisfy { $0 < 0x80 } && lower.contains($0.1) }
    if let longest = contained.max(by: { ($0.1.count, $1.0) < ($1.1.count, $0.0) }) { return longest.0 }
    return words.lazy.compactMap { nearestName(to: $0, among: known) }.first
  }

  private static let synonyms: [String: Set<String>] = [
    "members": [
      "member", "customer", "customers", "client", "clients", "user", "users", "people", "contacts", "会员",
      "客户", "用户",
    ],
    "orders": [
      "order", "purchase", "purchases", "sale", "sales", "transaction", "transactions", "订单", "销售", "交易",
      "消费",
    ],
    "activity": [
      "activities", "event", "events", "action", "actions", "interactions", "互动", "行为", "活跃", "发帖",
    ],
    "touchpoints": ["touchpoint", "touch", "touches", "触点", "触达"],
    "surveys": ["survey", "nps", "csat", "ces", "feedback", "answers", "responses", "问卷", "调研", "满意度"],
    "complaints": ["complaint", "ticket", "tickets", "投诉", "客诉", "工单"],
    "points": ["point", "ledger", "积分"],
    "hosts": ["host", "staff", "kos", "sellers", "主理人", "导购"],
    "weather": ["天气"],
    "campaigns": ["campaign", "experiment", "experiments", "营销活动", "实验"],
    "decisions": ["decision", "决定", "决策"],
    "program": ["programme", "programs", "settings", "config", "configuration", "设置", "配置", "会员计划"],
  ]
}
