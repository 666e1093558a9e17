/// Turns the terminal's bytes into events, wherever the system happens to cut them.
///
/// Bytes are decoded here, not by curses' own reader: that one blocks for the escape delay and loses a
/// character whose bytes arrive apart. The sequences of the terminal's keys still come from terminfo.
struct InputDecoder {
  typealias Instant = ContinuousClock.Instant

  /// Reports are read as mouse events only while the mouse is on.
  var readsMouse = false
  /// When bytes that may be the beginning of more are to be taken as they are; nil when none wait.
  private(set) var deadline: Instant?

  private let keys: KeySequences
  private let escapeDelay: Duration
  private let controlHIsBackspace: Bool
  private var waiting: [UInt8] = []
  private var paste: PasteAssembler?
  private var mouse = MouseDecoder()
  private var queue: [Event] = []
  private var head = 0

  /// An unfinished paste is handed over after so long without another byte.
  static let pasteDelay = Duration.seconds(1)

  init(keys: KeySequences = .none, escapeDelay: Duration, controlHIsBackspace: Bool = false) {
    self.keys = keys
    self.escapeDelay = escapeDelay
    self.controlHIsBackspace = controlHIsBackspace
  }

  var isEmpty: Bool { head == queue.count }

  /// The oldest event not taken yet.
  mutating func next() -> Event? {
    guard head < queue.count else { return nil }
    defer {
      head += 1
      if head == queue.count {
        queue.removeAll(keepingCapacity: true)
        head = 0
      }
    }
    return queue[head]
  }

  /// Takes bytes as they were read.
  ///
  /// - Complexity: O(bytes)
  mutating func feed(_ bytes: some Collection<UInt8>, at now: Instant) {
    waiting.append(contentsOf: bytes)
    decode(at: now, isComplete: false)
    if paste != nil {
      deadline = now + Self.pasteDelay
    } else {
      deadline = waiting.isEmpty ? nil : now + escapeDelay
    }
  }

  /// Takes what waits as it is, if its time has passed.
  mutating func expire(at now: Instant) {
    guard let deadline, deadline <= now else { return }
    self.deadline = nil
    if var open = paste {
      paste = nil
      emit(.paste(open.finish()))
    } else {
      decode(at: now, isComplete: true)
    }
  }

  private mutating func decode(at now: Instant, isComplete: Bool) {
    var index = 0
    while index < waiting.count {
      if paste != nil {
        if let text = paste?.append(waiting[index]) {
          paste = nil
          emit(.paste(text))
        }
        index += 1
        continue
      }
      switch token(waiting[index...], isComplete: isComplete) {
      case .incomplete:
        waiting.removeFirst(index)
        return
      case .key(let key, let length):
        emit(.key(key))
        index += length
      case .pasteBegins(let length):
        paste = PasteAssembler()
        index += length
      case .mouse(let report, let length):
        if readsMouse, let event = mouse.event(report, at: now) { emit(.mouse(event)) }
        index += length
      case .nothing(let length):
        index += length
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func emit(_ event: Event) {
    // Of a drag only where it has got to matters.
    if case .mouse(let new) = event, new.kind == .drag, !isEmpty, case .mouse(let old)? = queue.last,
      old.kind == .drag, old.button == new.button
    {
      queue[queue.count - 1] = event
    } else {
      queue.append(event)
    }
  }

  private func token(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> InputToken {
    let reader = InputToken.Reader(
      keys: keys, readsMouse: readsMouse, controlHIsBackspace: controlHIsBackspace, isComplete: isComplete)
    return reader.token(bytes)
  }
}
