/// `xl/workbook.xml`: the sheets in order, and which date system holds.
final class WorkbookContents: XMLReceiver {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var is1904 = false

  override func start(_ element: String, _ attributes: [String: String]) {
    if element == "sheet", attributes["state"] != "veryHidden", let name = attributes["name"] {
      sheets.append((name, attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""))
    } else if element == "workbookPr" {
      is1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true"
    }
  }
}

/// `xl/_rels/workbook.xml.rels`: where the sheets lie.
final class WorkbookRelations: XMLReceiver {
  private(set) var targets: [String: String] = [:]

  override func start(_ element: String, _ attributes: [String: String]) {
    if element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      !target.split(separator: "/").contains("..")
    {
      targets[id] = target
    }
  }
}

/// `xl/styles.xml`: which styles of cells show numbers as dates.
final class WorkbookStyles: XMLReceiver {
  private(set) var dateStyles: Set<Int> = []
  private var dateFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
  private var isInCellFormats = false
  private var style = 0

  override func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
        return
      }
      if WorkbookStyles.isDate(code) { dateFormats.insert(id) } else { dateFormats.remove(id) }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), dateFormats.contains(id) {
        dateStyles.insert(style)
      }
      style += 1
    default: break
    }
  }

  override func end(_ element: String) { if element == "cellXfs" { isInCellFormats = false } }

  /// Whether a format has a letter of dates outside of quotation marks and brackets.
  static func isDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for letter in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if letter == "\\" || letter == "_" || letter == "*" {
        isEscaped = true
      } else if letter == "\"" {
        isQuoted.toggle()
      } else if letter == "[", !isQuoted {
        isBracketed = true
      } else if letter == "]" {
        isBracketed = false
      } else if !isQuoted, !isBracketed, "ymdhsYMDHS".unicodeScalars.contains(letter) {
        return true
      } else if !isQuoted, letter == ";" {
        return false
      }
    }
    return false
  }
}

/// `xl/sharedStrings.xml`: the texts that cells share. Readings aids (`rPh`) are left out.
final class SharedTextParser: XMLReceiver {
  private(set) var texts = SharedTexts()
  private var text: [UInt8] = []
  private var isInText = false
  private var isInPhonetics = false

  override func start(_ element: String, _ attributes: [String: String]) {
    if element == "t" { isInText = !isInPhonetics }
    if element == "rPh" { isInPhonetics = true }
    if element == "si" { text = [] }
  }

  override func end(_ element: String) {
    if element == "t" { isInText = false }
    if element == "rPh" { isInPhonetics = false }
    if element == "si" { texts.append(text) }
  }

  override func text(_ text: String) {
    if isInText, self.text.count < SheetWriter.cellLimit { self.text += Array(text.utf8) }
  }
}
