import Community
import Synchronization

/// Opens the files of a folder at the beginning of a reading.
///
/// The system allows a process often no more than 1,024 open files, so only the first are held open. What others hold,
/// if it's little, is read at once and kept until its turn, so that a small file is opened once; large ones are opened
/// again for each read.
struct FileOpening: Sendable {
  /// How many files are held open.
  private static let heldFiles = 128
  /// Files up to that many bytes are kept in memory.
  private static let smallSize: Int64 = 1 << 14
  /// Bytes that are kept in memory, all files together.
  private static let keptBytes: Int64 = 64 << 20
  /// Files that a thread opens before it looks for more.
  private static let batchSize = 1024

  private let folder: String
  private let options: ReadingOptions
  private let isCancelled: @Sendable () -> Bool
  private let held = OpenFileLimit.held(heldFiles)

  init(_ folder: String, _ options: ReadingOptions, _ isCancelled: @escaping @Sendable () -> Bool) {
    self.folder = folder
    self.options = options
    self.isCancelled = isCancelled
  }

  /// Each file, or why it can't be opened, in the order of `files`; none when cancelled.
  ///
  /// - Complexity: four or five calls of the system a file, on several threads where the files are many.
  func open(_ files: [FeedFile]) -> [Result<FeedSource, FileContentsProblem>] {
    let batches = (files.count + FileOpening.batchSize - 1) / FileOpening.batchSize
    let next = Atomic<Int>(0)
    let kept = Atomic<Int64>(0)
    let opened = Mutex<[[Result<FeedSource, FileContentsProblem>]]>(Array(repeating: [], count: batches))
    Workers.run(min(options.workers, batches)) { _ in
      while true {
        let batch = next.add(1, ordering: .relaxed).oldValue
        guard batch < batches, !isCancelled() else { return }
        let start = batch * FileOpening.batchSize
        let places = start..<min(start + FileOpening.batchSize, files.count)
        let sources = places.map { place in
          Result { () throws(FileContentsProblem) in try open(files[place], place, kept) }
        }
        opened.withLock { $0[batch] = sources }
      }
    }
    return opened.withLock { $0.contains(where: \.isEmpty) ? [] : Array($0.joined()) }
  }

  private func open(
    _ file: FeedFile, _ place: Int, _ kept: borrowing Atomic<Int64>
  ) throws(FileContentsProblem) -> FeedSource {
    let path = folder + "/" + file.path
    let open: any OpenFile
    let status: FileStatus
    do throws(FileReadProblem) {
      open = try options.opener.open(path)
      status = try open.status()
    } catch {
      throw FileContentsProblem(error)
    }
    if place < held { return try look(file, open, status) { open } }
    if status.size <= FileOpening.smallSize,
      kept.add(status.size, ordering: .relaxed).newValue <= FileOpening.keptBytes,
      let small = SmallFile(open, status)
    {
      return try look(file, small, status) { small }
    }
    return try look(file, open, status) { ReopenedFile(path, options.opener, known: status) }
  }

  /// - Parameter later: how the file is read when its turn comes.
  private func look(
    _ file: FeedFile, _ open: any OpenFile, _ status: FileStatus, later: () -> any OpenFile
  ) throws(FileContentsProblem) -> FeedSource {
    do throws(FileContentsProblem) {
      return FeedSource(file: try FileContents.look(at: file, open, status), open: later(), status: status)
    } catch {
      var problem = error
      problem.status = status
      throw problem
    }
  }
}
