import Testing

@testable import Imports

@Suite("Workbooks")
struct WorkbookTests {
  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  /// A workbook of some sheets, given as the rows' XML.
  private static func book(
    _ sheets: [(name: String, rows: String)], texts: [String] = [], is1904: Bool = false, doctype: String = ""
  ) -> [UInt8] {
    var files: [(String, String)] = [("[Content_Types].xml", "<Types/>")]
    let list = sheets.enumerated().map {
      #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
    }.joined()
    files.append(
      (
        "xl/workbook.xml",
        #"<workbook xmlns:r="r"><workbookPr date1904="\#(is1904 ? 1 : 0)"/><sheets>\#(list)</sheets></workbook>"#
      ))
    let relations = sheets.indices.map {
      #"<Relationship Id="rId\#($0 + 1)" Target="worksheets/sheet\#($0 + 1).xml"/>"#
    }.joined()
    files.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    files.append(
      (
        "xl/styles.xml",
        #"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>"#
      ))
    let shared = texts.map { "<si>\($0)</si>" }.joined()
    files.append(("xl/sharedStrings.xml", "<sst>\(shared)</sst>"))
    for (index, sheet) in sheets.enumerated() {
      files.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "\(head)\(doctype)<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    return MadeZip.archive(files.map { ($0.0, Array($0.1.utf8)) }, packed: true)
  }

  private static func run(_ bytes: [UInt8]) throws -> (TestFolder, ImportOutcome) {
    let source = TestFolder()
    let path = try source.write("book.xlsx", bytes)
    let folder = TestFolder()
    return (folder, try Importer(folder: folder.path, options: .test).run(path))
  }

  private static func inline(_ reference: String, _ text: String) -> String {
    #"<c r="\#(reference)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
  }

  private static func head(_ names: [String]) -> String {
    let cells = names.enumerated().map { inline("\(UnicodeScalar(UInt8(65 + $0)))1", $1) }.joined()
    return #"<row r="1">\#(cells)</row>"#
  }

  @Test(
    "Shared and inline texts, sparse cells, date formats, noise behind the fifteenth digit, rows that aren't there"
  )
  func cells() throws {
    let rows =
      Self.head(["订单号", "会员编号", "姓名", "下单时间", "实付金额", "备注"])
      + #"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>A1</f><v>007</v></c><c r="D3" s="4"><v>46082.395833333336</v></c><c r="E3" s="3"><v>1199.9000000000001</v></c></row>"#
      + #"<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>13812345678</v></c><c r="C4" t="s"><v>2</v></c><c r="D4" s="2"><v>46083</v></c><c r="E4"><v>59.9</v></c></row>"#
      + #"<row r="5"><c r="A5" t="inlineStr"><is><t>D3</t></is></c><c r="B5"><v>1.2345678901234568E+17</v></c><c r="D5" s="1"><v>46083</v></c><c r="E5"><v>1</v></c></row>"#
      + #"<row r="6"><c r="A6" t="inlineStr"><is><t>D4</t></is></c><c r="B6"><v>8</v></c><c r="D6" s="1"><v>46083</v></c><c r="E6"><f>SUM(E1:E5)</f></c></row>"#
    let (folder, outcome) = try Self.run(
      Self.book(
        [("订单", rows)],
        texts: ["<t>D1</t>", "<t>D2</t>", "<r><t>李</t></r><r><t>雷</t></r><rPh><t>x</t></rPh>"]))
    #expect(
      folder.lines("orders") == [
        #"{"id":"D1","member":"007","at":"2026-03-01T09:30:00","amount":1199.9}"#,
        #"{"id":"D2","member":"13812345678","at":"2026-03-02","amount":59.9}"#,
      ])
    #expect(folder.lines("members").last == #"{"id":"13812345678","name":"李雷"}"#)
    #expect(
      outcome.rejections.listed.map { "\($0.row) \($0.reason.rawValue)" } == [
        "5 shortenedNumber", "6 formula",
      ])
  }

  @Test("The date system of 1904, and the 29 February that 1900 didn't have")
  func dateSystems() throws {
    #expect(SheetWriter.date(46_082, epoch: -25_569) == Array("2026-03-01".utf8))
    #expect(SheetWriter.date(44_620, epoch: -24_107) == Array("2026-03-01".utf8))
    #expect(SheetWriter.date(1, epoch: -25_569) == Array("1900-01-01".utf8))
    #expect(SheetWriter.date(61, epoch: -25_569) == Array("1900-03-01".utf8))
    #expect(SheetWriter.date(0.5, epoch: -25_569) == Array("12:00:00".utf8))
    let rows =
      Self.head(["会员编号", "生日"]) + #"<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>31471</v></c></row>"#
    let (folder, _) = try Self.run(Self.book([("会员", rows)], is1904: true))
    #expect(folder.lines("members") == [#"{"id":"1","birthday":"1990-03-01"}"#])
  }

  @Test("Several sheets become several feeds")
  func sheets() throws {
    let members =
      Self.head(["会员编号", "姓名"]) + #"<row r="2"><c r="A2"><v>1</v></c>\#(Self.inline("B2", "王芳"))</row>"#
    let orders =
      Self.head(["订单号", "会员编号", "下单时间", "实付金额"])
      + #"<row r="2">\#(Self.inline("A2", "D1"))<c r="B2"><v>1</v></c>\#(Self.inline("C2", "2026/3/1"))<c r="D2"><v>5</v></c></row>"#
    let (folder, outcome) = try Self.run(Self.book([("会员", members), ("订单", orders), ("空", "")]))
    #expect(outcome.parts.map(\.format) == [.xlsx, .xlsx])
    #expect(folder.lines("members") == [#"{"id":"1","name":"王芳"}"#])
    #expect(folder.lines("orders") == [#"{"id":"D1","member":"1","at":"2026-03-01","amount":5}"#])
  }

  @Test("Entities and broken XML are refused")
  func hostile() throws {
    let rows = Self.head(["会员编号", "姓名"])
    let bomb = #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>"#
    #expect(throws: ImportProblem.self) { try Self.run(Self.book([("x", rows)], doctype: bomb)) }
    do {
      _ = try Self.run(Self.book([("x", rows)], doctype: bomb))
    } catch ImportProblem.entitiesInXML {
    } catch {
      Issue.record("\(error)")
    }
    do {
      _ = try Self.run(Self.book([("x", rows + "<row><c></row>")]))
      Issue.record("not refused")
    } catch ImportProblem.damagedXML {
    } catch {
      Issue.record("\(error)")
    }
  }
}
