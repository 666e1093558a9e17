import Community

/// What one thread reads at a time: a range of one large file, or small files of one feed one after another.
///
/// The records of a task share segments, so that a folder of very many small files has few of them.
struct RangeTask: Sendable {
  /// A part of a file.
  struct Piece: Sendable {
    /// Which source.
    let source: Int
    /// Records that begin there. Packed files and arrays are read as a whole.
    let range: Range<Int64>
  }

  private(set) var pieces: [Piece]
  private(set) var bytes: Int64

  private init(_ source: Int, _ range: Range<Int64>) {
    pieces = [Piece(source: source, range: range)]
    bytes = range.upperBound - range.lowerBound
  }

  /// Cuts the files of `feeds` into tasks, in the order of the feeds, then of the files.
  ///
  /// Neighbouring tasks of a feed are together longer than the smallest size, 256 KiB, and a file is cut into ranges of
  /// at least that, so a feed has fewer than twice as many tasks as it has times that size.
  static func tasks(of feeds: [Feed], in sources: [FeedSource], workers: Int) -> [RangeTask] {
    let total = sources.reduce(0) { $0 + (feeds.contains($1.file.feed) ? $1.status.size : 0) }
    let size = min(max(total / Int64(workers * 4), 1 << 18), 8 << 20)
    var tasks: [RangeTask] = []
    for feed in feeds {
      var isGathering = false
      for (index, source) in sources.enumerated() where source.file.feed == feed {
        let length = source.status.size
        if length < size {
          if isGathering, let last = tasks.indices.last, tasks[last].bytes + length <= size {
            tasks[last].pieces.append(Piece(source: index, range: 0..<length))
            tasks[last].bytes += length
          } else {
            tasks.append(RangeTask(index, 0..<length))
          }
          isGathering = true
          continue
        }
        isGathering = false
        let step = source.file.isPacked || source.file.form == .array ? length : size
        for start in stride(from: 0, to: length, by: Int(step)) {
          tasks.append(RangeTask(index, start..<min(start + step, length)))
        }
      }
    }
    return tasks
  }
}
