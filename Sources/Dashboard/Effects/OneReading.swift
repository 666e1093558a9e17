import Feeds
import Synchronization

/// A source that reads the folder once and doesn't follow it.
public final class OneReading: FolderSource {
  private let folder: String
  private let options: ReadingOptions
  private let deliver: @Sendable (ReaderEvent) -> Void
  private let isCancelled = Atomic<Bool>(false)

  public init(
    folder: String, options: ReadingOptions, deliver: @escaping @Sendable (ReaderEvent) -> Void
  ) {
    self.folder = folder
    self.options = options
    self.deliver = deliver
  }

  public func start() {
    startThread { [self] in
      do throws(FolderError) {
        let snapshot = try read(
          folder: folder, options: options, progress: { self.deliver(.progress($0)) },
          isCancelled: { self.isCancelled.load(ordering: .relaxed) })
        deliver(.snapshot(snapshot, .loaded))
      } catch {
        deliver(.failed(error))
      }
    }
  }

  public func stop() { cancelLoad() }
  public func cancelLoad() { isCancelled.store(true, ordering: .relaxed) }
}
