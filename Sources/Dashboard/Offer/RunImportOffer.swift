import Canvas
import Community
import Imports
import Reports
import Screen
import Synchronization
import Texts

/// A source that could be imported before the dashboard opens, and the folder to write.
package struct ImportRequest: Sendable {
  package var source: String
  package var folder: String
  package var options: ImportOptions

  package init(source: String, folder: String, options: ImportOptions) {
    self.source = source
    self.folder = folder
    self.options = options
  }
}

/// What the worker has for the loop.
private final class OfferMailbox: Sendable {
  enum Letter: Sendable {
    case planned(ImportOutcome)
    case progress(ImportProgress)
    case done(ImportOutcome)
    case failed(ImportProblem)
  }

  let letters = Mutex([Letter]())
  let isCancelled = Atomic<Bool>(false)

  func put(_ letter: Letter) {
    letters.withLock { letters in
      // Only the latest progress counts.
      if case .progress = letter, case .progress? = letters.last { letters.removeLast() }
      letters.append(letter)
    }
  }
}

/// Shows what a source would become and imports it when asked to.
///
/// - Returns: whether to go on to the dashboard; false where somebody declined, or nothing could be imported.
package func runImportOffer(
  _ request: ImportRequest, language: Language, look: Look = Look(), on terminal: any Terminal
) throws -> Bool {
  try terminal.withScreen {
    var offer = ImportOffer(source: request.source, folder: request.folder, language: language)
    let mailbox = OfferMailbox()
    var look = look
    if !terminal.capabilities.isUnicode { look.glyphs = .ascii }
    func work(isPlan: Bool) {
      var options = request.options
      options.edited = offer.edited
      options.dateOrder = offer.dateOrder
      options.isCancelled = { mailbox.isCancelled.load(ordering: .relaxed) }
      let waker = terminal.waker
      options.progress = { progress in
        mailbox.put(.progress(progress))
        waker.ring()
      }
      let importer = Importer(folder: request.folder, options: options)
      waker.workBegan()
      startThread {
        do throws(ImportProblem) {
          mailbox.put(
            isPlan ? .planned(try importer.plan(request.source)) : .done(try importer.run(request.source)))
        } catch {
          mailbox.put(.failed(error))
        }
        waker.workEnded()
      }
    }
    work(isPlan: true)
    while true {
      var grid = offer.grid(size: terminal.size, look: look)
      grid.reduce(to: terminal.capabilities.colorDepth, base: look[.text])
      terminal.draw(grid)
      let event = terminal.nextEvent(until: nil)
      for letter in mailbox.letters.withLock({ letters in
        defer { letters = [] }
        return letters
      }) {
        switch letter {
        case .planned(let outcome): offer.receive(outcome)
        case .progress(let progress): if case .running = offer.phase { offer.phase = .running(progress) }
        case .done(let outcome): offer.phase = .done(outcome)
        case .failed(let problem): offer.phase = .failed(language.text(problem))
        }
      }
      switch event {
      case .key(let key):
        switch offer.press(key) {
        case .none: break
        case .plan: work(isPlan: true)
        case .run:
          offer.phase = .running(ImportProgress())
          work(isPlan: false)
        case .end(let isDone):
          mailbox.isCancelled.store(true, ordering: .relaxed)
          return isDone
        }
      case .signal(.hangup), .signal(.terminate), .signal(.interrupt):
        mailbox.isCancelled.store(true, ordering: .relaxed)
        return false
      default: break
      }
    }
  }
}
