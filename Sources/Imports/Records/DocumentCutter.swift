import Bytes
import CSimdjson
import JSONTape

/// What is done with the value at a path of a document.
enum DocumentStep {
  /// An array whose elements are records.
  case split
  /// An object or array that holds such arrays.
  case descend
  /// Anything else: part of what stands around the records.
  case keep
}

/// Cuts one document of any size into records, holding no more of it than what stands around them.
final class DocumentCutter {
  private let source: any ByteReader
  private let file: SourceFile
  private let step: ([String]) -> DocumentStep
  private let progress: (Int) -> Void
  private let isCancelled: () -> Bool
  private let take: (RecordPiece) throws(ImportProblem) -> Void

  private var window: [UInt8] = []
  /// Bytes of the window; the padding lies behind them.
  private var count = 0
  private var place = 0
  private var isAtEnd = false

  private var context: [UInt8] = []
  /// What closes the context as it stands.
  private var closing: [UInt8] = []
  private var piece = RecordPiece()
  private var row = 0
  private var hasSplit = false

  /// What is around records is kept up to this.
  private static let contextLimit = 16 << 20

  init(
    _ source: any ByteReader, file: SourceFile, step: @escaping ([String]) -> DocumentStep,
    progress: @escaping (Int) -> Void, isCancelled: @escaping () -> Bool,
    take: @escaping (RecordPiece) throws(ImportProblem) -> Void
  ) {
    self.source = source
    self.file = file
    self.step = step
    self.progress = progress
    self.isCancelled = isCancelled
    self.take = take
  }

  private enum Stop: Error {
    case broken
    case problem(ImportProblem)
  }

  /// Hands out all records. A document without an array of records is one itself.
  /// - Returns: false where the document breaks off or isn't JSON; what came before that is handed out.
  func run() throws(ImportProblem) -> Bool {
    var isWhole = true
    do throws(Stop) {
      try more()
      if count >= 3, window[0] == 0xEF { place = 3 }
      try value([])
      if !hasSplit, !context.isEmpty {
        row += 1
        context.withView { piece.append($0, row: row) }
      }
    } catch {
      if case .problem(let problem) = error { throw problem }
      isWhole = false
    }
    do throws(Stop) {
      try flush()
    } catch {
      if case .problem(let problem) = error { throw problem }
    }
    return isWhole
  }

  // MARK: Bytes

  /// Drops what was used and takes in more; at the end of the source nothing changes.
  private func more() throws(Stop) {
    if isCancelled() { throw .problem(.cancelled) }
    if place > 0 {
      window.removeFirst(place)
      count -= place
      place = 0
    }
    window.removeLast(window.count - count)
    do throws(ImportProblem) {
      let bytes = try source.bytes(upTo: max(RecordPiece.size, count))
      progress(bytes.count)
      if bytes.isEmpty { isAtEnd = true }
      window += bytes
      count += bytes.count
    } catch {
      throw .problem(error)
    }
    if count > RecordPiece.recordLimit * 2 { throw .broken }
    window += [UInt8](repeating: 0, count: PaddedText.padding)
  }

  private func byte() throws(Stop) -> UInt8 {
    while true {
      while place < count {
        if !window[place].isJSONSpace { return window[place] }
        place += 1
      }
      if isAtEnd { throw .broken }
      try more()
    }
  }

  /// The range in the window of the value that begins at the place; afterwards the place is behind it.
  private func wholeValue() throws(Stop) -> Range<Int> {
    let first = try byte()
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      var walk = csimdjson_container_walk()
      var length = 0
      while true {
        let (end, isOpen) = window.withView { window -> (Int, Bool) in
          let end = csimdjson_walk_container(window.baseAddress, place + length, count, &walk)
          return (end, walk.depth != 0)
        }
        length = end - place
        if !isOpen {
          defer { place = end }
          return place..<end
        }
        if isAtEnd { throw .broken }
        try more()
      }
    }
    var length = 0
    var isEscaped = false
    while true {
      while place + length < count {
        let byte = window[place + length]
        if first == 0x22 {
          if length > 0, byte == 0x22, !isEscaped {
            defer { place += length + 1 }
            return place..<place + length + 1
          }
          isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
          || byte.isJSONSpace
        {
          guard length > 0 else { throw .broken }
          defer { place += length }
          return place..<place + length
        }
        length += 1
      }
      if isAtEnd {
        guard first != 0x22, length > 0 else { throw .broken }
        defer { place += length }
        return place..<place + length
      }
      try more()
    }
  }

  // MARK: Values

  private func value(_ path: [String]) throws(Stop) {
    let first = try byte()
    let step = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? self.step(path) : .keep
    switch (first, step) {
    case (UInt8(ascii: "["), .split): try records()
    case (UInt8(ascii: "["), .descend): try container(path, isObject: false)
    case (UInt8(ascii: "{"), .descend), (UInt8(ascii: "{"), .split): try container(path, isObject: true)
    default:
      let range = try wholeValue()
      context += window[range]
      if context.count > DocumentCutter.contextLimit, !path.isEmpty { throw .broken }
    }
  }

  private func container(_ path: [String], isObject: Bool) throws(Stop) {
    let close: UInt8 = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    context.append(window[place])
    closing.append(close)
    place += 1
    var isFirst = true
    while true {
      let next = try byte()
      if next == close {
        place += 1
        break
      }
      if next == UInt8(ascii: ",") {
        place += 1
        continue
      }
      if !isFirst { context.append(UInt8(ascii: ",")) }
      isFirst = false
      let start = context.count
      var inner = path
      if isObject {
        guard next == 0x22 else { throw .broken }
        let range = try wholeValue()
        inner.append(String(decoding: window[range].dropFirst().dropLast(), as: UTF8.self))
        context += window[range]
        guard try byte() == UInt8(ascii: ":") else { throw .broken }
        place += 1
        context.append(UInt8(ascii: ":"))
      }
      try value(inner)
      // What was around the records of one element isn't around those of the next.
      if !isObject, hasSplit {
        try flush()
        context.removeLast(context.count - start)
        isFirst = true
      }
    }
    context.append(close)
    closing.removeLast()
  }

  private func records() throws(Stop) {
    hasSplit = true
    context.append(UInt8(ascii: "["))
    closing.append(UInt8(ascii: "]"))
    place += 1
    while true {
      let next = try byte()
      if next == UInt8(ascii: "]") {
        place += 1
        break
      }
      if next == UInt8(ascii: ",") {
        place += 1
        continue
      }
      let range = try wholeValue()
      row += 1
      window.withView { piece.append($0.extracting(range), row: row) }
      if piece.bytes.count >= RecordPiece.size { try flush() }
    }
    try flush()
    context.append(UInt8(ascii: "]"))
    closing.removeLast()
  }

  private func flush() throws(Stop) {
    guard !piece.isEmpty else { return }
    piece.context = context + closing.reversed()
    piece.file = file.name
    piece.path = file.path
    piece.seal()
    do throws(ImportProblem) {
      try take(piece)
    } catch {
      throw .problem(error)
    }
    piece = RecordPiece()
  }
}
