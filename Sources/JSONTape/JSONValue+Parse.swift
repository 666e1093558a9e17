import Bytes

extension JSONValue {
  /// Reads one document. A byte order mark before it is ignored.
  /// - Throws: `PlacedJSONProblem` with the place of the first fault.
  /// - Complexity: O(*n*), with a copy of the bytes.
  package init(parsing bytes: some Collection<UInt8>) throws(PlacedJSONProblem) {
    var text = Array(bytes)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
    self = try PaddedText.with(text) { text throws(PlacedJSONProblem) in
      do throws(JSONProblem) {
        let parser = TapeParser()
        return try parser.parse(text) { JSONValue($0) }
      } catch {
        throw PlacedJSONProblem(locating: error, in: text.bytes)
      }
    }
  }

  /// Copies a value off the tape.
  ///
  /// The depth is bounded by the parser's, so recursion is safe.
  package init(_ value: TapeValue) {
    switch value.kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .integer: self = .integer(value.integer)
    case .unsigned: self = .number(Double(value.unsigned))
    case .double: self = .number(value.double)
    case .string: self = .string(String(decoding: value.utf8, as: UTF8.self))
    case .array: self = .array(value.elements.map { JSONValue($0) })
    default:
      self = .object(
        value.fields.map { Field(String(decoding: $0.key.bytes, as: UTF8.self), JSONValue($0.value)) })
    }
  }
}

extension PlacedJSONProblem {
  /// Looks for the place of a fault in bytes that the parser refused.
  package init(locating fault: JSONProblem, in bytes: ByteView) {
    var finder = JSONFaultFinder(bytes)
    if fault != .outOfMemory, fault != .tooLong,
      let found = finder.firstFault(maximumDepth: TapeParser.maximumDepth)
    {
      self.init(found.fault, at: found.offset, in: bytes)
    } else {
      self.init(fault, at: 0, in: bytes)
    }
  }
}
