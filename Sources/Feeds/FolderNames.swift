import Community

/// Names in a community folder that matter.
enum FolderNames {
  static let feeds = Set(Feed.allCases.map(\.name))

  /// Whether it is the name of a feed's file or of the programme's. Only the ending may be in capitals.
  static func isFile(_ name: String) -> Bool { name == "program.json" || feed(of: name) != nil }

  /// The feed that a file of this name holds.
  static func feed(of name: String) -> Feed? {
    guard let dot = name.firstIndex(of: "."), endings.contains(name[dot...].lowercased()) else { return nil }
    return Feed.allCases.first { $0.name == name[..<dot] }
  }

  /// In the order in which they are read.
  private static let endings = [".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"]

  /// Files of a feed come by their endings, those in capitals behind the same in small letters.
  static func order(_ name: String) -> (Int, Int, String) {
    let ending = name.drop { $0 != "." }
    let small = ending.lowercased()
    return (endings.firstIndex(of: small) ?? endings.count, small == ending ? 0 : 1, name)
  }

  /// Whether a file of this name in a feed's folder belongs to the feed.
  static func isPart(_ name: String) -> Bool { !name.hasPrefix(".") && FeedFile.form(of: name) != nil }

  /// Whether a folder of this name in a feed's folder may hold parts of the feed: not one that is hidden, or that writers
  /// keep for themselves, such as `_temporary` or `_delta_log`.
  static func isNested(_ name: String) -> Bool { !name.hasPrefix(".") && !name.hasPrefix("_") }

  /// How deep parts may lie in folders.
  static let largestDepth = 8

  /// Whether a name that is no feed's is worth telling: not hidden, not a file that is being written beside another, and
  /// none of the marks that Spark and others leave.
  static func isTold(_ name: String) -> Bool {
    !name.hasPrefix(".") && name != ownFile && (!name.hasPrefix("_") || FeedFile.form(of: name) != nil)
      && !passing.contains { name.hasSuffix($0) }
  }

  /// What imports remember, which is no feed.
  private static let ownFile = "imports.json"

  /// Ends of names that files have for a while only.
  private static let passing = ["~", ".tmp", ".part", ".partial", ".crdownload", ".swp", ".lock"]
}
