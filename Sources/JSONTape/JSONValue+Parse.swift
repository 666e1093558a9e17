extension JSONValue {
  /// Reads one document. A byte order mark before it is ignored.
  /// - Throws: `PlacedJSONProblem` with the place of the first fault.
  /// - Complexity: O(*n*), with a copy of the bytes.
  package init(parsing bytes: some Collection<UInt8>) throws(PlacedJSONProblem) {
    var padded = Array(bytes)
    if padded.starts(with: [0xEF, 0xBB, 0xBF]) { padded.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
    let count = padded.count
    padded.append(contentsOf: repeatElement(0, count: TapeParser.padding))
    let result = padded.withUnsafeBufferPointer { padded -> Result<JSONValue, PlacedJSONProblem> in
      let bytes = UnsafeBufferPointer(rebasing: padded[0..<count])
      do throws(JSONProblem) {
        let parser = TapeParser()
        return .success(try parser.parse(padded: bytes) { JSONValue($0) })
      } catch {
        return .failure(PlacedJSONProblem(locating: error, in: bytes))
      }
    }
    self = try result.get()
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
        value.fields.map { Field(String(decoding: $0.key, as: UTF8.self), JSONValue($0.value)) })
    }
  }
}

extension PlacedJSONProblem {
  /// Looks for the place of a fault in bytes that the parser refused.
  package init(locating fault: JSONProblem, in bytes: UnsafeBufferPointer<UInt8>) {
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
