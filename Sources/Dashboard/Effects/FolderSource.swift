import Feeds

/// Where snapshots of a folder come from: the reader of folders, or a script in tests.
package protocol FolderSource: Sendable {
  /// Begins to read, then to follow.
  func start()
  /// Ends both.
  func stop()
  /// Gives up a reading under way; what was delivered before stays, and following goes on.
  func cancelLoad()
}

extension FolderReader: FolderSource {}

/// Makes a source that delivers to the closure, on any thread.
package typealias FolderSourceMaker =
  @Sendable (_ deliver: @escaping @Sendable (ReaderEvent) -> Void) -> any FolderSource
