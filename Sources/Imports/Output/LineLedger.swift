import Glibc

/// What is known of one line of a feed, or of a record that is to go.
struct LineFact: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case line
    /// Its id was derived from its contents.
    case derived
    /// The record of this id is to go, as far as the lines before say.
    case tombstone
    /// Lines were made of the record of this id.
    case group
    /// A line of the file that was there before.
    case oldLine
    /// The hash in the id of such a line; its number among equal ones is the content.
    case oldDerived
    /// The record that such a line was made of.
    case oldGroup
  }

  var key: UInt64
  /// A hash of the line.
  var content: UInt64
  var line: UInt32
  var kind: Kind
}

/// Facts of lines in the order in which they came. Many of them are laid aside in files, apart by key.
final class LineLedger {
  /// Three words a fact: key, content, line and kind.
  private var waiting: [UInt64] = []
  private var parts: [Part] = []
  private let path: String

  private let limit: Int

  static let usualLimit = 1 << 20
  /// Into so many files they are divided; a power of two.
  static let partCount = 64

  private struct Part {
    let descriptor: Int32
    var count = 0
  }

  /// - Parameters:
  ///   - path: its files lie beside this one, without names.
  ///   - limit: so many facts are held in memory.
  init(beside path: String, limit: Int = usualLimit) {
    self.path = path
    self.limit = limit
  }

  deinit { for part in parts { close(part.descriptor) } }

  @inline(__always)
  func add(_ fact: LineFact) throws(ImportProblem) {
    waiting.append(fact.key)
    waiting.append(fact.content)
    waiting.append(UInt64(fact.line) << 8 | UInt64(fact.kind.rawValue))
    if waiting.count >= limit * 3 { try layAside() }
  }

  /// Hands out all facts, those of one key together and in their order.
  func eachPart(_ body: (LineFacts) throws(ImportProblem) -> Void) throws(ImportProblem) {
    if parts.isEmpty {
      try body(LineFacts(words: waiting))
      waiting = []
      return
    }
    try layAside()
    waiting = []
    for part in parts where part.count > 0 {
      try body(LineFacts(words: try words(of: part)))
    }
  }

  private func layAside() throws(ImportProblem) {
    if parts.isEmpty {
      for number in 0..<LineLedger.partCount {
        let name = "\(path).\(number)"
        let descriptor = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(name, errno) }
        unlink(name)
        parts.append(Part(descriptor: descriptor))
      }
    }
    var buckets = Array(repeating: [UInt64](), count: LineLedger.partCount)
    for index in buckets.indices { buckets[index].reserveCapacity(waiting.count / LineLedger.partCount * 2) }
    for place in stride(from: 0, to: waiting.count, by: 3) {
      let bucket = Int(truncatingIfNeeded: waiting[place] >> 58)
      buckets[bucket].append(waiting[place])
      buckets[bucket].append(waiting[place + 1])
      buckets[bucket].append(waiting[place + 2])
    }
    waiting.removeAll(keepingCapacity: true)
    for (index, bucket) in buckets.enumerated() where !bucket.isEmpty {
      let number = bucket.withUnsafeBytes { writeAll(parts[index].descriptor, $0) }
      if number != 0 { throw .unwritable(path, number) }
      parts[index].count += bucket.count
    }
  }

  private func words(of part: Part) throws(ImportProblem) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: part.count)
    var place = 0
    let size = part.count * 8
    while place < size {
      let count = words.withUnsafeMutableBytes {
        pread(part.descriptor, $0.baseAddress.map { $0 + place }, $0.count - place, off_t(place))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .reading(path, errno) }
      place += count
    }
    return words
  }
}

/// Facts that are together in memory.
struct LineFacts {
  fileprivate let words: [UInt64]

  var count: Int { words.count / 3 }

  @inline(__always)
  subscript(index: Int) -> LineFact {
    let word = words[index * 3 + 2]
    return LineFact(
      key: words[index * 3], content: words[index * 3 + 1], line: UInt32(truncatingIfNeeded: word >> 8),
      kind: LineFact.Kind(rawValue: UInt8(truncatingIfNeeded: word)) ?? .line)
  }
}

/// The lines that came last, so that one that comes again and again isn't written each time.
///
/// Each key has one place that it shares with others: what isn't found there may have come all the same.
struct RecentLines {
  private var keys: [UInt64]
  private var contents: [UInt64]

  init(count: Int = 1 << 16) {
    keys = Array(repeating: 0, count: count)
    contents = keys
  }

  /// Whether the last line of this key was the same; remembers it if not.
  @inline(__always)
  mutating func hasJustSeen(_ key: UInt64, _ content: UInt64) -> Bool {
    let place = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    if keys[place] == key, contents[place] == content { return true }
    keys[place] = key
    contents[place] = content
    return false
  }

  mutating func forget(_ key: UInt64) {
    let place = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    if keys[place] == key { keys[place] = 0 }
  }
}
