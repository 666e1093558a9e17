import Foundation
import FoundationXML

/// What takes the elements of an XML file. Names come without their namespace's prefix.
class XMLReceiver {
  func start(_ element: String, _ attributes: [String: String]) {}
  func end(_ element: String) {}
  func text(_ text: String) {}
  /// Why the reading ends early.
  var problem: ImportProblem?
}

/// Reads XML piece by piece.
enum XMLReading {
  static func run(
    _ source: any ByteReader, _ receiver: XMLReceiver, name: String
  ) throws(ImportProblem) {
    let stream = ReaderStream(source)
    let parser = XMLParser(stream: stream)
    parser.shouldResolveExternalEntities = false
    let delegate = Delegate(receiver)
    parser.delegate = delegate
    let isWhole = withExtendedLifetime(delegate) { parser.parse() }
    if let problem = receiver.problem ?? stream.problem { throw problem }
    if stream.hasDeclarations || delegate.hasEntities { throw .entitiesInXML(name) }
    if !isWhole { throw .damagedXML(name) }
  }

  private final class Delegate: NSObject, XMLParserDelegate {
    private let receiver: XMLReceiver
    private(set) var hasEntities = false

    init(_ receiver: XMLReceiver) { self.receiver = receiver }

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      receiver.start(Delegate.local(element), attributes)
      if receiver.problem != nil { parser.abortParsing() }
    }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
      receiver.end(Delegate.local(element))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { receiver.text(text) }

    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
      hasEntities = true
      parser.abortParsing()
    }

    private static func local(_ name: String) -> String {
      guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
      return String(name[name.index(after: colon)...])
    }
  }

  /// Hands the parser what a reader has, and nothing from a document type on.
  private final class ReaderStream: InputStream {
    private let source: any ByteReader
    private var isAtEnd = false
    private var tail: [UInt8] = []
    private(set) var problem: ImportProblem?
    private(set) var hasDeclarations = false

    init(_ source: any ByteReader) {
      self.source = source
      super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var streamStatus: Stream.Status { isAtEnd ? .atEnd : .open }
    override var streamError: (any Error)? { nil }
    override var hasBytesAvailable: Bool { !isAtEnd }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
      guard !isAtEnd else { return 0 }
      do throws(ImportProblem) {
        let count = try source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: length))
        isAtEnd = count == 0
        let bytes = tail + UnsafeBufferPointer(start: buffer, count: count)
        if ReaderStream.declares(bytes) {
          hasDeclarations = true
          isAtEnd = true
          return 0
        }
        tail = Array(bytes.suffix(9))
        return count
      } catch {
        problem = error
        isAtEnd = true
        return 0
      }
    }

    /// Whether a document type or an entity is declared.
    private static func declares(_ bytes: [UInt8]) -> Bool {
      var place = 0
      while place + 9 <= bytes.count, let mark = bytes[place...].firstIndex(of: UInt8(ascii: "!")) {
        if mark > 0, bytes[mark - 1] == UInt8(ascii: "<") {
          let word = bytes[(mark + 1)...].prefix(7)
          if word.starts(with: "DOCTYPE".utf8) || word.starts(with: "ENTITY".utf8) { return true }
        }
        place = mark + 1
      }
      return false
    }
  }
}
