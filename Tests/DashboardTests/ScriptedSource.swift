import Community
import Feeds
import Synchronization

@testable import Dashboard

/// A source that delivers what a test hands it.
final class ScriptedSource: FolderSource {
  private let deliver: @Sendable (ReaderEvent) -> Void
  private let first: [ReaderEvent]
  let stops = Atomic<Int>(0)
  let cancels = Atomic<Int>(0)

  init(first: [ReaderEvent], deliver: @escaping @Sendable (ReaderEvent) -> Void) {
    self.first = first
    self.deliver = deliver
  }

  func start() { for event in first { deliver(event) } }
  func stop() { stops.add(1, ordering: .relaxed) }
  func cancelLoad() {
    cancels.add(1, ordering: .relaxed)
    deliver(.failed(.cancelled))
  }
  func send(_ event: ReaderEvent) { deliver(event) }
}
