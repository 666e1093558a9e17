import JSONTape
import Testing

@testable import Imports

@Suite("Mapping files")
struct MappingTests {
  private static func problem(_ text: String) -> MappingProblem? {
    do throws(MappingProblem) {
      _ = try Mapping(parsing: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("Every built-in mapping reads, and a mapping written and read again is the same")
  func roundTrip() throws {
    for (name, text) in BuiltInMappings.all {
      let mapping = try Mapping(parsing: Array(text.utf8))
      #expect(try Mapping(parsing: Array(mapping.json.text(indentation: 2).utf8)) == mapping, "\(name)")
    }
  }

  @Test("What is wrong in a mapping is told with its place and the nearest known word")
  func problems() {
    #expect(Self.problem("{") == .notJSON(line: 1, column: 2))
    #expect(
      Self.problem(#"{"feed": "orders", "feilds": []}"#) == .unknownKey(path: "feilds", nearest: "fields"))
    #expect(
      Self.problem(#"{"feed": "order", "fields": []}"#)
        == .badValue(path: "feed", value: "order", nearest: "orders"))
    #expect(
      Self.problem(#"{"feed": "orders", "fields": [{"name": "x", "to": "amuont"}]}"#)
        == .badValue(path: "fields.0.to", value: "amuont", nearest: "amount"))
    #expect(Self.problem(#"{"feed": "orders", "fields": [{"to": "at"}]}"#) == .missing(path: "fields.0.name"))
    #expect(
      Self.problem(#"{"feed": "orders", "fields": [], "primaryKey": "x"}"#)
        == .badValue(path: "primaryKey", value: "x", nearest: nil))
    #expect(
      Self.problem(#"{"feed": "members", "fields": [], "constant": {"citty": "x"}}"#)
        == .unknownKey(path: "constant.citty", nearest: "city"))
  }

  @Test("The plan of a table, given back as a mapping, imports the same")
  func plan() throws {
    let source = TestFolder()
    let path = try source.write(
      "orders.csv", "订单号,会员编号,姓名,下单时间,实付金额,退款金额\nD1,1,王芳,2026/3/1,5,2\nD2,1,王芳,2026/3/2,6,\n")
    let guessed = TestFolder()
    _ = try Importer(folder: guessed.path, options: .test).run(path)
    let planned = try Importer(folder: guessed.path, options: .test).plan(path)
    let mapping = try #require(planned.parts.first?.mapping)
    var options = ImportOptions.test
    options.mapping = try Mapping(parsing: Array(mapping.json.text(indentation: 2).utf8))
    let given = TestFolder()
    _ = try Importer(folder: given.path, options: options).run(path)
    #expect(given.lines("orders") == guessed.lines("orders"))
    #expect(given.lines("members") == guessed.lines("members"))
    #expect(given.lines("orders").count == 3)
  }

  @Test("Fields of any name, constants, lists, words, nested objects and records within records")
  func nested() throws {
    let source = TestFolder()
    let path = try source.write(
      "visits.json",
      """
      {"result":{"visits":[
       {"who":{"no":7},"when":1772328600,"what":"A","labels":["x","y"],"ok":"同意","items":[{"sku":"t1","n":2},{"sku":"t2","n":1}]}]}}
      """)
    var options = ImportOptions.test
    options.mapping = try Mapping(
      parsing: Array(
        """
        {"records": "result.visits", "tables": [
         {"feed": "members", "prefix": "app:", "fields": [
           {"name": "who.no", "to": "id"}, {"name": "labels", "type": "array", "to": "tags"},
           {"name": "ok", "type": "boolean", "to": "consent.sms"}, {"name": "who.no", "plain": true, "to": "aliases.app"}],
          "constant": {"channel": "app"}},
         {"feed": "activity", "prefix": "app:", "split": "items", "fields": [
           {"name": "$.who.no", "to": "member"}, {"name": "$.when", "type": "datetime", "format": "epoch", "to": "at"},
           {"name": "sku", "to": "id"}, {"name": "$.what", "values": {"A": "check_in", "*": "browse"}, "to": "type"}]}]}
        """.utf8))
    let folder = TestFolder()
    _ = try Importer(folder: folder.path, options: options).run(path)
    #expect(
      folder.lines("members") == [
        #"{"id":"app:7","tags":["x","y"],"channel":"app","consent":{"sms":true},"aliases":{"app":"7"}}"#
      ])
    #expect(
      folder.lines("activity") == [
        #"{"id":"app:t1","member":"app:7","at":"2026-03-01T01:30:00Z","type":"check_in"}"#,
        #"{"id":"app:t2","member":"app:7","at":"2026-03-01T01:30:00Z","type":"check_in"}"#,
      ])
  }

  @Test("JSON lines, an array, a wrapped array, Airbyte's and Singer's messages give the same")
  func shapes() throws {
    let one = #"{"order_id":"1","customer_id":"a","order_date":"2026-03-01","total":10.5}"#
    let two = #"{"order_id":2,"customer_id":"b","order_date":"2026-03-02","total":"7"}"#
    let shapes = [
      "\(one)\n\(two)\n", "[\(one),\n \(two)]", #"{"meta":{"page":1},"results":[\#(one),\#(two)]}"#,
      #"{"stream":"o","data":\#(one),"emitted_at":1}"# + "\n"
        + #"{"stream":"o","data":\#(two),"emitted_at":1}"#,
      #"{"type":"SCHEMA","stream":"o","schema":{}}"# + "\n"
        + #"{"type":"RECORD","stream":"o","record":\#(one)}"# + "\n"
        + #"{"type":"RECORD","stream":"o","record":\#(two)}"# + "\n" + #"{"type":"STATE","value":{}}"#,
      #"{"type":"RECORD","record":{"stream":"o","data":\#(one)}}"# + "\n"
        + #"{"type":"RECORD","record":{"stream":"o","data":\#(two)}}"#,
    ]
    for (index, text) in shapes.enumerated() {
      let source = TestFolder()
      let path = try source.write("x.json", text)
      let folder = TestFolder()
      let outcome = try Importer(folder: folder.path, options: .test).run(path)
      #expect(
        folder.lines("orders") == [
          #"{"id":"1","member":"a","at":"2026-03-01","amount":10.5}"#,
          #"{"id":"2","member":"b","at":"2026-03-02","amount":7}"#,
        ], "shape \(index)")
      #expect(outcome.rejections.count == 0)
    }
  }

  @Test("The imports of a folder are remembered with what they were done with, and repeated")
  func remembered() throws {
    let source = TestFolder()
    let path = try source.write("orders.csv", "order id,customer id,date,total\n1,a,3/1/26,10\n")
    let folder = TestFolder()
    var options = ImportOptions.test
    options.dateOrder = .monthFirst
    _ = try Importer(folder: folder.path, options: options).run(path)
    let entries = try ImportsFile(folder: folder.path).entries()
    #expect(entries.map(\.source) == [path])
    #expect(entries[0].files.count == 1)
    try source.write("orders.csv", "order id,customer id,date,total\n1,a,3/1/26,11\n2,a,3/2/26,12\n")
    var again = ImportOptions.test
    again.adopt(entries[0])
    _ = try Importer(folder: folder.path, options: again).run(entries[0].source)
    #expect(folder.lines("orders").map { $0.contains("2026-03-0") } == [true, true])
    #expect(try ImportsFile(folder: folder.path).entries() == entries)
  }
}
