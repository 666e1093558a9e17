import Canvas
import Community
import Feeds
import Foundation
import Screen
import Synchronization
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// The dashboard on a terminal in memory, driven by a script through the real loop and the real engine.
final class Stage {
  let folder: String
  var shop: Shop
  private(set) var loop: EventLoop?
  /// The state and the terminal's counts when the last script had ended.
  private var last: DashboardState?
  private(set) var frameCount = 0
  private(set) var wasLeft = false
  private let current = SourceBox()
  var options: DashboardOptions
  var measuring = Engine.Measuring()
  /// Whether the folder of the options is read in place of the shop.
  var readsFolder = false
  /// Whether the reader delivers the shop as soon as it starts.
  var deliversAtOnce = true

  init(members: Int = 100) {
    shop = Shop(members: members)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID())").path
    options = DashboardOptions(
      folder: "/somewhere/shop", machineZone: shop.zone, environment: ["HOME": folder],
      wallClock: { Shop.noon })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var state: DashboardState {
    guard let state = loop?.state ?? last else { preconditionFailure("the stage hasn't played") }
    return state
  }
  var source: ScriptedSource {
    guard let source = current.source else { preconditionFailure("no source yet") }
    return source
  }

  /// Plays a script to its end.
  @discardableResult
  func play(
    size: Size = Size(columns: 120, rows: 36), _ steps: MemoryTerminalStep...
  ) throws -> ProcessSignal? {
    let terminal = MemoryTerminal(size: size, steps: steps)
    let first: [ReaderEvent] = deliversAtOnce ? [.snapshot(shop.snapshot, .loaded)] : []
    let folder = readsFolder ? options.folder : nil
    let reading = ReadingOptions(machineZone: shop.zone)
    var session = DashboardSession(
      options: options, places: Places(environment: options.environment), terminal: terminal,
      makeSource: { [current] deliver in
        if let folder { return FolderReader(folder: folder, options: reading, deliver: deliver) }
        let source = ScriptedSource(first: first, deliver: deliver)
        current.source = source
        return source
      })
    session.countsReading = deliversAtOnce
    session.measuring = measuring
    session.onStart = { self.loop = $0 }
    // The script's steps hold the stage, so the loop with them has to go.
    defer {
      last = loop?.state
      loop = nil
      (frameCount, wasLeft) = (terminal.frameCount, !terminal.isEntered)
    }
    return try session.run()
  }

  /// Looks at the screen while the loop is idle.
  func sees(_ body: @escaping (ShownScreen) -> Void) -> MemoryTerminalStep {
    .check { terminal in
      let screen = ShownScreen(self.state)
      expectNoDifference(terminal.lastGrid?.textLines, screen.lines, "the terminal shows another frame")
      body(screen)
    }
  }

  /// Looks for texts on the screen while the loop is idle.
  func sees(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> MemoryTerminalStep {
    sees { screen in
      for text in texts { #expect(screen.shows(text), "\(screen)", sourceLocation: sourceLocation) }
    }
  }

  /// Does something beside the dashboard, or looks at what it did there, while the loop is idle.
  func check(_ body: @escaping (Stage) -> Void) -> MemoryTerminalStep { .check { _ in body(self) } }

  /// Does something with the mouse where the frame shows what stands for `target`.
  func mouse(_ kind: MouseEvent.Kind, on target: Target, row: Int = 0) -> MemoryTerminalStep {
    .check { terminal in
      let area = view(self.state).areas.last { $0.target == target }
      guard let area else {
        Issue.record("nothing on screen stands for \(target)")
        return
      }
      terminal.send(.mouse(MouseEvent(kind, at: Point(column: area.rect.column, row: area.rect.row + row))))
    }
  }

  /// Changes the shop and delivers what was added, the way a followed file does.
  func append(_ change: @escaping (inout Shop) -> Void) -> MemoryTerminalStep {
    .check { _ in
      change(&self.shop)
      let delta = self.shop.takeDelta()
      self.deliver(.snapshot(self.shop.snapshot, .appended(delta)))
    }
  }

  /// Delivers another shop as a new reading.
  func reread(_ shop: Shop) -> MemoryTerminalStep {
    .check { _ in
      self.shop = shop
      self.deliver(.snapshot(shop.snapshot, .loaded))
    }
  }

  /// Delivers what a reader would.
  func deliver(_ event: ReaderEvent) { source.send(event) }
}

/// The source made last.
private final class SourceBox: Sendable {
  private let stored = Mutex<ScriptedSource?>(nil)

  var source: ScriptedSource? {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
