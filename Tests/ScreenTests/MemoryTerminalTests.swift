import Canvas
import Glibc
import Testing

@testable import Screen

@Suite("The terminal in memory")
struct MemoryTerminalTests {
  private let size = Size(columns: 20, rows: 5)

  /// Runs a loop that takes every event until it is hung up on.
  private func events(_ terminal: MemoryTerminal, deadline: Duration? = nil) -> [Event] {
    var events: [Event] = []
    while true {
      let event = terminal.nextEvent(until: deadline.map { terminal.now + $0 })
      events.append(event)
      if event == .signal(.hangup) { return events }
    }
  }

  @Test("hands out the script in order, then hangs up")
  func script() {
    let terminal = MemoryTerminal(size: size, steps: [.press("j ctrl+l"), .type("上a"), .resize(.zero)])
    #expect(events(terminal) == keys("j ctrl+l 上 a") + [.resize(.zero), .signal(.hangup)])
    #expect(terminal.size == .zero)
  }

  @Test("what arrives together is pending together")
  func pending() {
    let terminal = MemoryTerminal(size: size, steps: [.press("a b"), .press("c")])
    _ = terminal.nextEvent(until: nil)
    #expect(terminal.hasPendingInput)
    _ = terminal.nextEvent(until: nil)
    #expect(!terminal.hasPendingInput)
  }

  @Test("waits for counted work before the next step")
  func waitsForWork() {
    let terminal = MemoryTerminal(size: size, steps: [.press("a")])
    let waker = terminal.waker
    waker.workBegan()
    let thread = Thread {
      waker.ring()
      waker.workEnded()
    }
    var seen: [Event] = []
    while seen.last != .key(Key("a")) { seen.append(terminal.nextEvent(until: nil)) }
    thread.join()
    #expect(seen.dropLast().allSatisfy { $0 == .wake })
    #expect((1...2).contains(seen.count - 1))
  }

  @Test("a deadline that is near passes before the loop counts as idle, a far one only in time given")
  func deadlines() {
    var checks = 0
    let start = MemoryTerminal(size: size)
    #expect(events(start, deadline: .seconds(60)) == [.signal(.hangup)])

    let terminal = MemoryTerminal(size: size, steps: [.check { _ in checks += 1 }, .advance(.seconds(150))])
    #expect(events(terminal, deadline: .seconds(60)) == [.tick, .tick, .signal(.hangup)])
    #expect(checks == 1)

    let near = MemoryTerminal(size: size, steps: [.press("a")])
    #expect(near.nextEvent(until: near.now + .milliseconds(16)) == .tick)
    #expect(near.nextEvent(until: nil) == .key(Key("a")))
  }

  @Test("a loop that never rests is noticed")
  func restless() {
    let terminal = MemoryTerminal(size: size, steps: [.press("a")])
    #expect(events(terminal, deadline: .milliseconds(10)).last == .signal(.hangup))
    #expect(terminal.isRestless)
  }

  @Test("keeps the last frame and counts")
  func frames() throws {
    let terminal = MemoryTerminal(size: size)
    try terminal.withScreen {
      #expect(terminal.isEntered)
      terminal.draw(Grid(size: size))
      terminal.draw(Grid(size: size))
    }
    #expect(!terminal.isEntered)
    #expect(terminal.frameCount == 2)
    #expect(terminal.lastGrid?.size == size)
  }
}

/// A thread of the system that can be waited for.
private final class Thread {
  private var handle = pthread_t()

  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    pthread_create(
      &handle, nil,
      { pointer in
        // The box was retained for this thread alone, right above.
        Unmanaged<Box>.fromOpaque(pointer!).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
  }

  func join() { pthread_join(handle, nil) }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
