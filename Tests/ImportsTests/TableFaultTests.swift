import Testing

@testable import Imports

@Suite("Tables with faults")
struct TableFaultTests {
  @Test(
    "A quote that never closes takes its own row alone, whether or not another quote follows; it's told where it opens",
    arguments: ["", "4,\"Dee\",d\n", "4,Dee,\"d\"\n", "4,\"D \"\"e\"\" e\",d\n"])
  func unclosed(_ last: String) throws {
    let (folder, outcome) = try TableTests.run(
      "member id,name,city\n1,Ada,a\n2,\"Bo,b\n3,Cai,c\n" + last, name: "members.csv")
    #expect(folder.lines("members").count == (last.isEmpty ? 2 : 3))
    #expect(folder.lines("members")[1] == #"{"id":"3","name":"Cai","city":"c"}"#)
    #expect(
      outcome.rejections.listed.map { "\($0.row) \($0.field ?? "") \($0.value ?? "") \($0.reason.rawValue)" }
        == [
          "3 name Bo,b quoteNeverClosed"
        ])
  }

  @Test("Rows behind a quote that never closes are read in a file of many pieces too")
  func unclosedInLargeFile() throws {
    var text = "member id,name,city\n1,\"Ada,a\n"
    for index in 2..<200_000 { text += "\(index),a member of a large community,city \(index)\n" }
    let (folder, outcome) = try TableTests.run(text, name: "members.csv")
    #expect(folder.lines("members").count == 199_998)
    #expect(outcome.rejections.listed.map(\.row) == [2])
  }

  @Test("A shop's own words for what was paid, and refunds whose amounts are written below zero already")
  func refunds() throws {
    let (folder, outcome) = try TableTests.run(
      """
      订单编号,会员编号,付款时间,买家实付,退款金额
      A1,007,2026/3/1,"¥1,200.00",
      A2,008,2026/3/2,59.90,（12.00）
      A3,008,2026/3/3,88元,8

      """)
    #expect(
      folder.lines("orders") == [
        #"{"id":"A1","member":"007","at":"2026-03-01","amount":1200.00}"#,
        #"{"id":"A2","member":"008","at":"2026-03-02","amount":59.90}"#,
        #"{"id":"A2/refund","of":"A2","member":"008","at":"2026-03-02","amount":-12.00,"refund_of":"A2"}"#,
        #"{"id":"A3","member":"008","at":"2026-03-03","amount":88}"#,
        #"{"id":"A3/refund","of":"A3","member":"008","at":"2026-03-03","amount":-8,"refund_of":"A3"}"#,
      ])
    #expect(outcome.rejections.count == 0)
  }

  @Test("Orders whose amount has no name that is known ask for it; they aren't taken for members")
  func unknownAmount() throws {
    let problem = #expect(throws: ImportProblem.self) {
      try TableTests.run("订单号,会员编号,下单时间,多少钱\n1,007,2026/3/1,5\n")
    }
    guard case .missingTargets(_, "orders", ["amount"]) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test("What a spreadsheet left in place of an amount is told as that; so is more money than there is")
  func noAmounts() throws {
    var text = """
      order id,customer id,date,total
      1,a,2026-03-01,=SUM(A1:A9)
      2,a,2026-03-01,#REF!
      3,a,2026-03-01,99999999999999999999.99
      4,a,#NAME?,5

      """
    for number in 5..<20 { text += "\(number),a,2026-03-01,5\n" }
    let (folder, outcome) = try TableTests.run(text)
    #expect(folder.lines("orders").count == 15)
    #expect(outcome.rejections.counts == [.formula: 1, .spreadsheetError: 2, .outOfRange: 1])
  }

  @Test("A table of a head alone makes an empty community, which can be brought up to date later")
  func headAlone() throws {
    let (folder, outcome) = try TableTests.run("order id,customer id,date,total\n")
    #expect(outcome.records == 0)
    #expect(Array(folder.files.keys) == ["imports.json"])
  }
}
