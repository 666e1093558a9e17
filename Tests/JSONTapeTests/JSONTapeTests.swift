import Bytes
import Testing

@testable import JSONTape

func fault(of text: String) -> JSONProblem? {
  fault(of: Array(text.utf8))
}

func fault(of bytes: [UInt8]) -> JSONProblem? {
  do throws(PlacedJSONProblem) {
    _ = try JSONValue(parsing: bytes)
    return nil
  } catch {
    return error.fault
  }
}

@Suite struct TapeTests {
  func parse(_ text: String, _ body: (TapeValue) -> Void) throws {
    let parser = TapeParser()
    try PaddedText.with(text.utf8) { try parser.parse($0, body) }
  }

  @Test func walksAnObjectAndStepsOverContainers() throws {
    try parse(#"{"a":[1,{"x":[2]}],"b":"é\n","c":-7,"d":1.5,"e":null,"f":true}"#) { root in
      #expect(root.kind == .object)
      #expect(
        root.fields.map { String(decoding: $0.key.bytes, as: UTF8.self) } == ["a", "b", "c", "d", "e", "f"])
      let values = root.fields.map(\.value)
      #expect(values[0].elements.map(\.kind) == [.integer, .object])
      #expect(String(decoding: values[1].utf8, as: UTF8.self) == "é\n")
      #expect(values[2].integer == -7)
      #expect(values[3].double == 1.5)
      #expect(values[4].isNull)
      #expect(values[5].kind == .true)
    }
  }

  @Test func readsIntegersToTheirLimits() throws {
    try parse("[9223372036854775807,-9223372036854775808,18446744073709551615,0,-0]") { root in
      let values = root.elements.map { $0 }
      #expect(values.map(\.kind) == [.integer, .integer, .unsigned, .integer, .integer])
      #expect(values[0].integer == .max)
      #expect(values[1].integer == .min)
      #expect(values[2].unsigned == .max)
    }
  }

  @Test func takesABatchDocumentByDocument() throws {
    try PaddedText.with("{\"a\":1}\n\n  [2]\r\n{}\n".utf8) { bytes in
      let parser = TapeParser()
      try parser.beginBatch(bytes)
      var places: [[Int]] = []
      while let document = parser.nextDocument() { places.append([document.start, document.last]) }
      #expect(places == [[0, 6], [11, 13], [16, 17]])
    }
  }

  @Test func aBatchEndsAtTheFirstFault() throws {
    try PaddedText.with("{}\n{\"a\":}\n{}\n".utf8) { bytes in
      let parser = TapeParser()
      try parser.beginBatch(bytes)
      #expect(parser.nextDocument() != nil)
      #expect(parser.nextDocument() == nil)
    }
  }

  @Test func theParserIsUsableAfterAFault() throws {
    let parser = TapeParser()
    PaddedText.with("[[[".utf8) { bytes in
      _ = #expect(throws: JSONProblem.self) { try parser.parse(bytes) { _ in } }
    }
    let read = try PaddedText.with("[3]".utf8) { try parser.parse($0) { $0.elements.map(\.integer) } }
    #expect(read == [3])
  }

  @Test func versionIsKnown() {
    #expect(TapeParser.libraryVersion.split(separator: ".").count == 3)
  }
}

@Suite struct JSONFaultTests {
  @Test(arguments: [
    ("", JSONProblem.empty), (" \n", .empty), ("{", .incomplete), ("[1,", .incomplete),
    (#"{"a""#, .incomplete),
    ("[1,]", .invalidStructure), ("{1:2}", .invalidStructure), (#"{"a" 1}"#, .invalidStructure),
    ("]", .invalidStructure), ("{} {}", .trailingContent), ("{}}", .trailingContent),
    ("nul", .invalidLiteral), ("x", .invalidLiteral), ("01", .invalidNumber), ("[1.]", .invalidNumber),
    ("1e400", .numberOutOfRange), ("[123456789012345678901234]", .numberOutOfRange),
    (#"["\ud800"]"#, .loneSurrogate), (#"["\udc00x"]"#, .loneSurrogate),
    (#"["\ud800\u0041"]"#, .loneSurrogate),
    (#"["\x"]"#, .invalidEscape), (#"["\u12g4"]"#, .invalidEscape), (#"["abc]"#, .unclosedString),
    ("[\"a\u{1}\"]", .controlCharacter), ("[\"a\u{0}\"]", .controlCharacter), ("1\u{0}", .trailingContent),
  ])
  func saysWhatIsWrong(text: String, expected: JSONProblem) {
    #expect(fault(of: text) == expected)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func refusesInvalidUTF8(bytes: [UInt8]) {
    #expect(fault(of: Array("[\"".utf8) + bytes + Array("\"]".utf8)) == .invalidUTF8)
  }

  @Test func deepNestingIsAnErrorNotACrash() {
    #expect(fault(of: String(repeating: "[", count: 100_000)) == .tooDeep)
    let closed = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(fault(of: closed) == .tooDeep)
    #expect(fault(of: String(repeating: "{\"a\":", count: 100_000)) == .tooDeep)
    #expect(fault(of: String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)) == nil)
  }

  @Test func saysWhere() throws {
    let error = #expect(throws: PlacedJSONProblem.self) {
      try JSONValue(parsing: Array("{\n  \"a\": 1,\n  \"b\": tru\n}".utf8))
    }
    #expect(error?.line == 3)
    #expect(error?.column == 8)
    #expect(error?.offset == 19)
  }

  @Test func pairsOfSurrogatesAreFine() throws {
    #expect(try JSONValue(parsing: Array(#""\ud83d\ude00""#.utf8)) == "😀")
  }
}

@Suite struct JSONValueTests {
  @Test func keepsOrderAndTheLastOfDoubleKeys() throws {
    let value = try JSONValue(parsing: Array(#"{"b":1,"a":[true,null,2.5],"b":"x"}"#.utf8))
    #expect(value == .object([.init("b", 1), .init("a", [true, nil, 2.5]), .init("b", "x")]))
    #expect(value["b"]?.string == "x")
    #expect(value["a"]?.elements?.count == 3)
    #expect(value["c"] == nil)
  }

  @Test func ignoresAByteOrderMark() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == .object([]))
  }
}

@Suite struct JSONWriterTests {
  func text(_ indentation: Int? = nil, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(indentation: indentation)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func separatesAndNests() {
    let result = text { writer in
      writer.object {
        $0.field("a", 1)
        $0.key("b")
        $0.array {
          $0.value(true)
          $0.null()
          $0.object { _ in }
        }
        $0.field("c", Optional<String>.none)
      }
    }
    #expect(result == #"{"a":1,"b":[true,null,{}],"c":null}"#)
  }

  @Test func indents() {
    let result = text(2) { writer in
      writer.value(["a": [1, 2], "b": [], "c": [:]])
    }
    #expect(result == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": [],\n  \"c\": {}\n}")
  }

  @Test(arguments: [
    (1250, "12.50"), (5, "0.05"), (-5, "-0.05"), (300, "3"), (0, "0"), (-12_345, "-123.45"),
    (Int64.min, "-92233720368547758.08"),
  ])
  func writesHundredthsExactly(hundredths: Int64, expected: String) {
    #expect(text { $0.value(hundredths: hundredths) } == expected)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1"), (-2.5, "-2.5"), (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
  ])
  func writesDoubles(double: Double, expected: String) {
    #expect(text { $0.value(double) } == expected)
  }

  @Test func writesIntegersToTheirLimits() {
    #expect(text { $0.value(Int64.min) } == "-9223372036854775808")
    #expect(text { $0.value(UInt64.max) } == "18446744073709551615")
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1B}[2J", #""\n\r\t\u001b[2J""#),
    ("\u{7F}\u{85}\u{9B}", #""\u007f\u0085\u009b""#),
    ("\u{202E}x\u{2066}\u{200F}\u{61C}\u{2028}", #""\u202ex\u2066\u200f\u061c\u2028""#),
    ("上海 é 😀 ‧ ⁥", "\"上海 é 😀 ‧ ⁥\""),
  ])
  func escapesWhatCouldActOnATerminal(string: String, expected: String) throws {
    let written = text { $0.value(string) }
    #expect(written == expected)
    #expect(try JSONValue(parsing: Array(written.utf8)) == .string(string))
  }

  @Test func writesUTF8AsItIs() {
    let bytes = Array("宝妈".utf8)
    let result = bytes.withView { bytes in text { $0.value(utf8: bytes) } }
    #expect(result == "\"宝妈\"")
  }
}
