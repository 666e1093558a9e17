import JSONTape
import Testing

@testable import Imports

@Suite("Tables")
struct TableTests {
  /// Imports one text as a file; the folder and what came of it.
  static func run(
    _ text: String, name: String = "orders.csv", _ options: ImportOptions = .test
  ) throws -> (TestFolder, ImportOutcome) {
    let source = TestFolder()
    let path = try source.write(name, text)
    let folder = TestFolder()
    return (folder, try Importer(folder: folder.path, options: options).run(path))
  }

  private static let chinese = #"""
    2026年3月订单,,,,,,,,
    订单号,会员编号,姓名,手机号,下单时间,实付金额（元）,渠道,备注,生日
    D001,007,王芳,13812345678,2026/03/01 09:30,"¥1,200.00",天猫,送礼,1990/3/5
    D002,008,李雷,1.38E+10,2026/03/02,¥59.90,小程序,,03-05
    D003,007,王芳,13812345678,2026年3月3日 下午2:05,（12.00）,天猫,,1990/3/5
    D004,,匿名,,2026/03/04,¥5.00,,,
    D005,009,"张""伟""",13900000000,昨天,¥5.00,,,

    """#

  @Test(
    "A Chinese spreadsheet becomes orders and members; what can't be read is told with row, field and value")
  func chinese() throws {
    let (folder, outcome) = try Self.run(Self.chinese)
    #expect(
      folder.lines("orders") == [
        #"{"id":"D001","member":"007","at":"2026-03-01T09:30:00","amount":1200.00,"channel":"天猫"}"#,
        #"{"id":"D002","member":"008","at":"2026-03-02","amount":59.90,"channel":"小程序"}"#,
        #"{"id":"D003","member":"007","at":"2026-03-03T14:05:00","amount":-12.00,"channel":"天猫"}"#,
      ])
    #expect(
      folder.lines("members") == [
        #"{"id":"007","name":"王芳","phone":"13812345678","birthday":"1990-03-05"}"#,
        #"{"id":"008","name":"李雷","birthday":"03-05"}"#,
      ])
    let told = outcome.rejections.listed.map {
      "\($0.row) \($0.field ?? "") \($0.value ?? "") \($0.reason.rawValue)"
    }
    #expect(
      told == ["4 手机号 1.38E+10 shortenedNumber", "6 会员编号  missing", "7 下单时间 昨天 notATime"])
  }

  @Test("GB18030, UTF-16 and a UTF-8 mark give the same", arguments: ["gb18030", "utf16", "mark"])
  func encodings(_ name: String) throws {
    let bytes: [UInt8] =
      switch name {
      case "gb18030": try #require(Encoded.gb18030(Self.chinese))
      case "utf16": [0xFF, 0xFE] + Self.chinese.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      default: [0xEF, 0xBB, 0xBF] + Array(Self.chinese.utf8)
      }
    let source = TestFolder()
    let path = try source.write("订单.csv", bytes)
    let folder = TestFolder()
    _ = try Importer(folder: folder.path, options: .test).run(path)
    #expect(folder.lines("orders") == (try Self.run(Self.chinese)).0.lines("orders"))
    #expect(folder.lines("members") == (try Self.run(Self.chinese)).0.lines("members"))
  }

  @Test("A repeated import changes no byte, and a newer export replaces and adds without doubling")
  func again() throws {
    let source = TestFolder()
    let path = try source.write(
      "orders.csv", "order id,customer id,date,total\n1,a,2026-03-01,10.00\n2,b,2026-03-02,20.00\n")
    let folder = TestFolder()
    let importer = Importer(folder: folder.path, options: .test)
    _ = try importer.run(path)
    let before = folder.files
    _ = try importer.run(path)
    #expect(folder.files == before)
    try source.write(
      "orders.csv", "order id,customer id,date,total\n2,b,2026-03-02,21.00\n3,a,2026-03-03,30.00\n")
    let outcome = try importer.run(path)
    #expect(outcome.changes.map { [$0.records, $0.added, $0.changed, $0.removed] } == [[3, 1, 1, 0]])
    #expect(
      Set(folder.lines("orders")) == [
        #"{"id":"1","member":"a","at":"2026-03-01","amount":10.00}"#,
        #"{"id":"2","member":"b","at":"2026-03-02","amount":21.00}"#,
        #"{"id":"3","member":"a","at":"2026-03-03","amount":30.00}"#,
      ])
  }

  @Test(
    "Rows without an id are known by their contents: equal ones stay apart and aren't doubled by importing again"
  )
  func withoutID() throws {
    let source = TestFolder()
    let path = try source.write(
      "orders.csv", "customer id,date,total\na,2026-03-01,10\na,2026-03-01,10\nb,2026-03-02,20\n")
    let folder = TestFolder()
    let importer = Importer(folder: folder.path, options: .test)
    _ = try importer.run(path)
    let lines = folder.lines("orders")
    #expect(lines.count == 3)
    #expect(Set(lines).count == 3)
    _ = try importer.run(path)
    #expect(folder.lines("orders") == lines)
    // An overlapping export: one of the equal rows and a new one.
    try source.write("orders.csv", "customer id,date,total\na,2026-03-01,10\nc,2026-03-03,5\n")
    _ = try importer.run(path)
    #expect(folder.lines("orders").count == 4)
  }

  @Test(
    "Dates of every usual form",
    arguments: [
      ("2026/03/01", "2026-03-01"), ("01.03.2026", "2026-03-01"), ("3/15/26", "2026-03-15"),
      ("20260301", "2026-03-01"),
      ("2026-03-01T09:30:00+08:00", "2026-03-01T09:30:00+08:00"),
      ("2026-03-01 09:30:00", "2026-03-01T09:30:00"),
      ("2026年3月1日", "2026-03-01"), ("2026-03-01 9:30 PM", "2026-03-01T21:30:00"),
      ("1772328600", "2026-03-01T01:30:00Z"), ("2026-03-01T01:30:00.123Z", "2026-03-01T01:30:00Z"),
    ])
  func dates(_ written: String, _ read: String) throws {
    // A day beyond 12 shows which comes first where the value doesn't.
    let other = written.contains(".20") ? "31.12.2025" : written
    let (folder, _) = try Self.run(
      "order id,customer id,date,total\n1,a,\(written),1\n2,a,\(other),1\n")
    #expect(folder.lines("orders").first == #"{"id":"1","member":"a","at":"\#(read)","amount":1}"#)
  }

  @Test("Dates that could be read both ways ask, and are read as is said then")
  func ambiguous() throws {
    let text = "order id,customer id,date,total\n1,a,3/1/26,1\n"
    #expect(throws: ImportProblem.self) { try Self.run(text) }
    var options = ImportOptions.test
    options.dateOrder = .monthFirst
    #expect(try Self.run(text, options).0.lines("orders")[0].contains("2026-03-01"))
    options.dateOrder = .dayFirst
    #expect(try Self.run(text, options).0.lines("orders")[0].contains("2026-01-03"))
  }

  @Test(
    "Amounts of every usual form",
    arguments: [
      ("¥1,200.00", "1200.00"), ("1.200,00 €", "1200.00"), ("（12.00）", "-12.00"), ("(12.00)", "-12.00"),
      ("-5", "-5"), ("￥ 88元", "88"), ("$1,200", "1200"), ("0012.5", "12.5"), ("1 200,50", "1200.50"),
      ("１２．５０", "12.50"),
    ])
  func amounts(_ written: String, _ read: String) throws {
    var options = ImportOptions.test
    options.rates = ["USD": 1_000_000, "EUR": 1_000_000]
    let source = TestFolder()
    let path = try source.write("orders.csv", "order id;customer id;date;total\n1;a;2026-03-01;\(written)\n")
    let folder = TestFolder()
    try folder.write("program.json", #"{"currency": "CNY"}"#)
    _ = try Importer(folder: folder.path, options: options).run(path)
    let line = try #require(folder.lines("orders").first)
    let amount = try #require(try JSONValue(parsing: Array(line.utf8))["amount"]?.double)
    #expect(amount == (try #require(Double(read))))
  }

  @Test("A phone number alone makes an id that doesn't show it")
  func phones() throws {
    let (folder, _) = try Self.run("手机号,下单时间,金额\n13812345678,2026-03-01,5\n+86 138-1234-5678,2026-03-02,6\n")
    let ids = try folder.lines("orders").map { try JSONValue(parsing: Array($0.utf8))["member"]?.string }
    #expect(Set(ids).count == 1)
    #expect(ids[0]?.contains("138") == false || ids[0]?.hasPrefix("phone-") == true)
    #expect(folder.lines("members").count == 1)
  }

  @Test("Cancelled, unpaid and test orders, other currencies and formulas are left out with a word")
  func leftOut() throws {
    let (folder, outcome) = try Self.run(
      """
      订单号,会员编号,下单时间,实付金额,币种,订单状态,姓名
      1,a,2026-03-01,10,CNY,交易成功,王芳
      2,a,2026-03-01,10,CNY,交易关闭,王芳
      3,a,2026-03-01,10,CNY,待付款,王芳
      4,a,2026-03-01,10,USD,交易成功,王芳
      5,a,2026-03-01,10,CNY,交易成功,"=HYPERLINK(""http://x"")"
      ="006",a,2026-03-01,10,CNY,交易成功,王芳

      """)
    #expect(
      folder.lines("orders").map { $0.prefix(12) } == [#"{"id":"1","m"#, #"{"id":"5","m"#, #"{"id":"006","#])
    #expect(
      outcome.rejections.counts == [.cancelledOrder: 1, .unpaidOrder: 1, .otherCurrency: 1, .formula: 1])
  }

  @Test("Another currency is converted by a given rate, exactly")
  func rates() throws {
    var options = ImportOptions.test
    options.rates = ["USD": 7_123_400]
    let source = TestFolder()
    let path = try source.write(
      "orders.csv",
      "order id,customer id,date,total,currency\n1,a,2026-03-01,19.99,USD\n2,a,2026-03-01,5,CNY\n")
    let folder = TestFolder()
    try folder.write("program.json", #"{"currency": "CNY"}"#)
    _ = try Importer(folder: folder.path, options: options).run(path)
    // 19.99 × 7.1234 = 142.396766
    #expect(folder.lines("orders")[0].contains(#""amount":142.40"#))
    #expect(folder.lines("orders")[1].contains(#""amount":5"#))
  }

  @Test("Quotes, line breaks and delimiters within cells; CR at line ends; columns of every width")
  func quoting() throws {
    let (folder, outcome) = try Self.run(
      "会员编号\t姓名\t标签\r\n1\t\"王\t芳\"\t\"老客;爱茶\"\r\n2\t\"李\n\"\"雷\"\"\"\t\r\n3\t5\" 管\t\r\n", name: "members.tsv"
    )
    #expect(
      folder.lines("members") == [
        #"{"id":"1","name":"王\t芳","tags":["老客","爱茶"]}"#, #"{"id":"2","name":"李\n\"雷\""}"#,
        #"{"id":"3","name":"5\" 管"}"#,
      ])
    #expect(outcome.rejections.count == 0)
  }

  @Test("Pieces on several workers give the same as one")
  func pieces() throws {
    var text = "order id,customer id,date,total,note\n"
    for index in 0..<60_000 {
      text +=
        "\(index),c\(index % 977),2026-03-\(index % 28 + 1),\(index).50,\"a, \"\"quoted\"\"\nnote \(index)\"\n"
    }
    let one = try Self.run(text).0
    let two = try Self.run(text, .parallel).0
    #expect(one.lines("orders").count == 60_000)
    #expect(one.lines("orders") == two.lines("orders"))
    #expect(one.lines("orders")[59_999].contains(#""amount":59999.50"#))
  }

  @Test("A cell of many megabytes is refused, and what follows is read")
  func longCell() throws {
    let long = String(repeating: "x", count: 9 << 20)
    let (folder, outcome) = try Self.run("member id,name,city\n1,\(long),a\n2,\"\(long)\",b\n3,Ada,c\n")
    #expect(folder.lines("members") == [#"{"id":"3","name":"Ada","city":"c"}"#])
    #expect(outcome.rejections.counts[.rowTooLong] ?? 0 >= 2)
  }
}
