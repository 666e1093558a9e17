import Bytes
import Community
import Synchronization

/// The topics of each answer or complaint, a bit for each, read once.
struct TopicMasks: Sendable {
  /// The bit of a row that has words at all.
  static let words: UInt32 = 1 << 31

  /// By segment; rows behind the last one with a text may be missing.
  private var masks: [[UInt32]] = []

  init() {}

  @inline(__always)
  subscript(row: Row) -> UInt32 {
    guard row.segment < masks.count, row.offset < masks[row.segment].count else { return 0 }
    return masks[row.segment][row.offset]
  }

  /// Of the rows of a segment; those behind the last one with a text may be missing.
  subscript(segment number: Int) -> [UInt32] { number < masks.count ? masks[number] : [] }

  /// Reads the texts of all answers.
  ///
  /// - Complexity: O(bytes of texts).
  init(
    _ table: Table, _ matcher: TopicMatcher, on computation: Computation
  ) {
    let segments = table.segments
    let workers = max(1, min(computation.workers, segments.count))
    let parts = Mutex<[[UInt32]]>(Array(repeating: [], count: segments.count))
    let next = Atomic<Int>(0)
    computation.forEach(workers) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < segments.count else { return }
        let masks = TopicMasks.masks(segments[number], from: 0, matcher)
        parts.withLock { $0[number] = masks }
      }
    }
    masks = parts.withLock { $0 }
  }

  private static func masks(_ segment: Segment, from first: Int, _ matcher: TopicMatcher) -> [UInt32] {
    let texts = segment.texts[SurveyField.text.slot]
    if texts.isEmpty { return [] }
    return texts.withReader { reader in
      (first..<max(first, min(segment.count, reader.offsets.count))).map { row in
        guard let bytes = reader[row], !isBlank(bytes) else { return 0 }
        return matcher.topics(of: bytes) | words
      }
    }
  }

  /// Whether a text is of nothing but spaces.
  static func isBlank(_ bytes: ByteView) -> Bool {
    guard let first = bytes.first, first <= 0x20 || first == 0xE3 || first == 0xC2 else {
      return bytes.isEmpty
    }
    return String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
  }

  /// Reads the texts of the rows of a segment that weren't there before.
  mutating func append(_ segment: Segment, _ number: Int, from first: Int, _ matcher: TopicMatcher) {
    while masks.count <= number { masks.append([]) }
    let new = TopicMasks.masks(segment, from: first, matcher)
    if new.isEmpty { return }
    masks[number].append(contentsOf: repeatElement(0, count: first - masks[number].count))
    masks[number].append(contentsOf: new)
  }
}
