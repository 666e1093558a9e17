import Bytes
import Community

/// Finds the topics of a text: all words of all topics in one pass over its bytes.
///
/// An automaton over bytes (Aho and Corasick, *Communications of the ACM* 18(6), 1975), with a state for each beginning
/// of a word, once for after an ASCII letter or digit and once for elsewhere: words of Latin letters begin there alone.
struct TopicMatcher: Sendable {
  let topics: [AnswerTopic]
  /// Bytes that no word tells apart share a class.
  private let classes: [UInt16]
  private let classCount: Int
  /// Whether a word holds ASCII other than letters, digits and spaces.
  private let hasPunctuation: Bool
  /// The next state by class, then the topics of the words that end in the state, a bit for each. A state is where its
  /// row begins.
  private let table: [UInt32]

  init(_ topics: [AnswerTopic]) {
    self.topics = Array(topics.prefix(AnswerTopic.limit))
    var trie = Trie()
    for (number, topic) in self.topics.enumerated() {
      for word in topic.words {
        for form in TopicMatcher.forms(of: word) { trie.insert(form, topic: number) }
      }
    }
    hasPunctuation = self.topics.contains { topic in
      topic.words.contains { $0.utf8.contains { $0 < 0x80 && $0 > 0x20 && !TopicMatcher.isWordByte($0) } }
    }
    trie.link()
    (classes, classCount) = trie.classes()
    table = trie.table(classes, classCount)
  }

  var isEmpty: Bool { topics.allSatisfy(\.words.isEmpty) }

  /// A word as it's looked for, folded, and in the cases of letters outside ASCII.
  private static func forms(of word: String) -> Set<[UInt8]> {
    let trimmed = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let forms =
      trimmed.utf8.allSatisfy { $0 < 0x80 }
      ? [trimmed] : [trimmed, trimmed.lowercased(), trimmed.uppercased()]
    return Set(
      forms.map { Array($0.utf8) }.map { bytes in
        bytes.withView { TopicMatcher.narrowed($0).map(TopicMatcher.lower) }
      }.filter { !$0.isEmpty })
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// The text with ASCII in place of its full-width forms.
  static func narrowed(_ bytes: ByteView) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC || bytes[place + 1] == 0xBD {
        let scalar = 0xF000 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
        if (0xFF01...0xFF5E).contains(scalar) {
          result.append(UInt8(scalar - 0xFEE0))
          place += 3
          continue
        }
      }
      if byte == 0xE3, place + 2 < bytes.count, bytes[place + 1] == 0x80, bytes[place + 2] == 0x80 {
        result.append(0x20)
        place += 3
        continue
      }
      result.append(byte)
      place += 1
    }
    return result
  }

  /// The topics of a text, a bit for each.
  ///
  /// - Complexity: O(bytes).
  func topics(of text: ByteView) -> UInt32 {
    var hasWide = false
    let mask = run(text, &hasWide)
    if !hasWide { return mask }
    return TopicMatcher.narrowed(text).withView { run($0, &hasWide) }
  }

  func topics(of text: String) -> UInt32 {
    text.withBytes { topics(of: $0) }
  }

  /// Whether the scalar at a place is a full-width form that makes a difference to a word.
  private func mayBeWide(_ text: ByteView, _ place: Int) -> Bool {
    guard place + 2 < text.count else { return false }
    let (second, third) = (text[place + 1], text[place + 2])
    if text[place] == 0xE3 { return second == 0x80 && third == 0x80 }
    let isLetter =
      second == 0xBC ? 0x90...0x99 ~= third || 0xA1...0xBA ~= third : second == 0xBD && 0x81...0x9A ~= third
    return isLetter || hasPunctuation && (second == 0xBC || second == 0xBD)
  }

  @inline(__always)
  private func run(_ text: ByteView, _ hasWide: inout Bool) -> UInt32 {
    let table = table.span
    let classes = classes.span
    var state = 0
    var mask: UInt32 = 0
    var wide = false
    for place in 0..<text.count {
      let byte = text[place]
      state = Int(table[state &+ Int(classes[Int(byte)])])
      mask |= table[state &+ classCount]
      if byte == 0xEF || byte == 0xE3 { wide = wide || mayBeWide(text, place) }
    }
    hasWide = wide
    return mask
  }
}

/// Words by their beginnings.
private struct Trie {
  /// Stands before each ASCII letter or digit that follows anything else, in words as in texts.
  static let boundary = 256

  private var children: [[Int: Int]] = [[:]]
  private var failures: [Int] = [0]
  private var found: [UInt32] = [0]
  /// Parents before their children.
  private var order: [Int] = []

  mutating func insert(_ word: [UInt8], topic: Int) {
    var node = 0
    var symbols: [Int] = []
    for (place, byte) in word.enumerated() {
      let isAfterWord = place > 0 && TopicMatcher.isWordByte(word[place - 1])
      if TopicMatcher.isWordByte(byte), !isAfterWord { symbols.append(Trie.boundary) }
      symbols.append(Int(byte))
    }
    for symbol in symbols {
      if let child = children[node][symbol] {
        node = child
      } else {
        children[node][symbol] = children.count
        node = children.count
        children.append([:])
        failures.append(0)
        found.append(0)
      }
    }
    found[node] |= 1 << UInt32(topic)
  }

  /// Finds for each beginning the longest other one that ends it.
  mutating func link() {
    order = [0]
    var place = 0
    while place < order.count {
      let node = order[place]
      place += 1
      for (symbol, child) in children[node] {
        order.append(child)
        failures[child] = node == 0 ? 0 : step(failures[node], symbol)
      }
    }
    for node in order { found[node] |= found[failures[node]] }
  }

  func step(_ node: Int, _ symbol: Int) -> Int {
    var node = node
    while true {
      if let child = children[node][symbol] { return child }
      if node == 0 { return 0 }
      node = failures[node]
    }
  }

  /// A class for each byte of a word, one for the other word bytes, and one for the rest. Capitals are in the class of
  /// their small letters.
  func classes() -> (classes: [UInt16], count: Int) {
    let used = Set(children.flatMap(\.keys))
    var classes = [UInt16](repeating: 0, count: 256)
    var count = 2
    for byte in UInt8.min...UInt8.max {
      let lower = TopicMatcher.lower(byte)
      if lower != byte {
        classes[Int(byte)] = .max
      } else if used.contains(Int(byte)) {
        classes[Int(byte)] = UInt16(count)
        count += 1
      } else {
        classes[Int(byte)] = TopicMatcher.isWordByte(byte) ? 1 : 0
      }
    }
    for byte in UInt8(0x41)...0x5A { classes[Int(byte)] = classes[Int(TopicMatcher.lower(byte))] }
    return (classes, count)
  }

  /// States are nodes twice: elsewhere, then after a word byte.
  func table(_ classes: [UInt16], _ classCount: Int) -> [UInt32] {
    var bytes = [UInt8](repeating: 0, count: classCount)
    for byte in (UInt8.min...UInt8.max).reversed() {
      bytes[Int(classes[Int(byte)])] = TopicMatcher.lower(byte)
    }
    let width = classCount + 1
    var table = [UInt32](repeating: 0, count: 2 * children.count * width)
    for node in children.indices {
      let begun = step(node, Trie.boundary)
      for after in 0..<2 {
        let row = (2 * node + after) * width
        for (number, byte) in bytes.enumerated() {
          let isWord = TopicMatcher.isWordByte(byte)
          let target = step(isWord && after == 0 ? begun : node, Int(byte))
          table[row + number] = UInt32((2 * target + (isWord ? 1 : 0)) * width)
        }
        table[row + classCount] = found[node]
      }
    }
    return table
  }
}
