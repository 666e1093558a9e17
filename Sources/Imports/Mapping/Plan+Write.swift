import Bytes
import Community

/// The cells of one row, in the order of a plan's names; empty ones where the row has none.
typealias RowCells = BufferView<Cell>

extension Plan {
  /// Makes the records of one row of a table.
  @inline(__always)
  func write(_ cells: RowCells, file: String, row: Int, into harvest: inout Harvest) {
    var main: TablePlan?
    for table in tables where table.split == nil {
      switch write(table, cells, file, row, beside: main, &harvest) {
      case .otherKind: continue
      case .taken: if main == nil { main = table }
      case .leftOut: return
      }
    }
  }

  /// Makes the record of one row for one of the tables.
  ///
  /// - Parameter main: the table that made a record of the row before; what it told of isn't told again.
  @inline(__always) @discardableResult
  func write(
    _ table: TablePlan, _ cells: RowCells, _ file: String, _ row: Int, beside main: TablePlan?,
    _ harvest: inout Harvest
  ) -> RowOutcome {
    for test in table.conditions where !test.holds(Plan.trim(cells[test.cell])) { return .otherKind }
    return withUnsafeMutablePointer(to: &harvest) { harvest in
      RowWriting(harvest: harvest, main: main).write(self, table, cells, file, row)
    }
  }

  /// Without spaces at both ends.
  @inline(__always)
  static func trim(_ cell: Cell) -> Cell {
    var (start, end) = (0, cell.count)
    while start < end, cell[trusted: start] <= 0x20 { start += 1 }
    while end > start, cell[trusted: end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return Cell() }
    let (first, last) = (cell[start], cell[end - 1])
    if end - start > 2, first == UInt8(ascii: "="), cell[start + 1] == 0x22, last == 0x22 {
      // `="007"` is how exports keep a spreadsheet from reading a number.
      return cell.extracting(start + 2..<max(start + 2, end - 1))
    }
    if end - start > 1, first == UInt8(ascii: "'"), cell[start + 1] >= 48, cell[start + 1] <= 57 {
      return cell.extracting(start + 1..<end)
    }
    if first >= 0xC2 || last >= 0x80 { return trimWide(cell, start, end) }
    return cell.extracting(start..<end)
  }

  /// No-break and ideographic spaces and byte order marks too.
  private static func trimWide(_ cell: Cell, _ from: Int, _ to: Int) -> Cell {
    var (start, end) = (from, to)
    let spaces: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0x20], [0x09]]
    var isChanged = true
    while isChanged {
      isChanged = false
      for space in spaces {
        while end - start >= space.count, space.indices.allSatisfy({ cell[start + $0] == space[$0] }) {
          start += space.count
          isChanged = true
        }
        while end - start >= space.count,
          space.indices.allSatisfy({ cell[end - space.count + $0] == space[$0] })
        {
          end -= space.count
          isChanged = true
        }
      }
    }
    return cell.extracting(start..<end)
  }
}

/// What became of a row.
enum RowOutcome {
  /// It doesn't meet the table's conditions.
  case otherKind
  case taken
  /// It was told why not, and nothing else is to be made of it.
  case leftOut
}

/// The writing of one row's record. The pointer lives as long as the call that made it.
private struct RowWriting {
  let harvest: UnsafeMutablePointer<Harvest>
  let main: TablePlan?

  func write(_ plan: Plan, _ table: TablePlan, _ cells: RowCells, _ file: String, _ row: Int) -> RowOutcome {
    func reject(_ reason: RejectionReason, _ operation: TablePlan.Operation? = nil) {
      if let main, operation.map({ operation in main.names.contains(operation.name) }) ?? true { return }
      harvest.pointee.rejections.add(
        Rejection(
          file: file, row: row, field: operation?.name,
          value: operation.map { Self.shown(cells[$0.cell]) }, reason: reason))
    }
    for entry in table.leaveOut where entry.test.holds(Plan.trim(cells[entry.test.cell])) {
      if entry.removes { remove(table, cells) }
      reject(entry.reason)
      return .leftOut
    }
    if let removal = table.removal, removal.holds(Plan.trim(cells[removal.cell])) {
      remove(table, cells)
      return .leftOut
    }
    if let cell = table.statusCell, let reason = OrderStatus.reason(Plan.trim(cells[cell])) {
      remove(table, cells)
      reject(reason)
      return .leftOut
    }
    if let cell = table.testCell, Conversion.boolean(Plan.trim(cells[cell])) == true {
      reject(.testOrder)
      return .leftOut
    }
    var rate: Int64?
    if table.feed == .orders, table.currencyCell != nil || table.constantCurrency != nil {
      var code = table.constantCurrency ?? ""
      if let cell = table.currencyCell {
        let text = Plan.trim(cells[cell])
        if !text.isEmpty { code = String(decoding: text, as: UTF8.self).uppercased() }
      }
      if !code.isEmpty, code != plan.rules.currency, !Currency.isSame(code, plan.rules.currency) {
        guard let known = plan.rules.rates[code] else {
          if main == nil {
            harvest.pointee.rejections.add(
              Rejection(file: file, row: row, field: nil, value: code, reason: .otherCurrency))
          }
          return .leftOut
        }
        rate = known
      }
    }
    return Self.line(&harvest.pointee[table.feed], table, cells, rate, reject) ? .taken : .leftOut
  }

  private func remove(_ table: TablePlan, _ cells: RowCells) {
    guard table.id.count == 1, let operation = table.id.first else { return }
    let cell = Plan.trim(cells[operation.cell])
    if !cell.isEmpty { harvest.pointee[table.feed].remove(id: OperationID(operation, cell)) }
  }

  private static func shown(_ cell: Cell) -> String {
    String(String(decoding: cell.prefix(320), as: UTF8.self).prefix(80))
  }

  private static func line(
    _ writer: inout LineWriter, _ table: TablePlan, _ cells: RowCells, _ rate: Int64?,
    _ reject: (RejectionReason, TablePlan.Operation?) -> Void
  ) -> Bool {
    // Nothing was refunded.
    if table.isRefund, let amount = table.operations.first(where: \.isMoney),
      !Plan.trim(cells[amount.cell]).contains(where: { $0 >= 49 && $0 <= 57 })
    {
      return true
    }
    if table.id.isEmpty {
      if table.feed == .weather { writer.beginBare() } else { writer.beginWithoutID() }
    } else {
      var id = JoinedID(reserving: !(table.id.count == 1 && table.parent == nil && table.part == nil))
      for operation in table.id {
        guard let (chosen, cell) = choose(operation, cells) else {
          reject(.missing, operation)
          return false
        }
        if let reason = idProblem(cell) {
          reject(reason, chosen)
          return false
        }
        if table.id.count == 1, table.parent == nil, table.part == nil {
          writer.begin(id: OperationID(chosen, cell))
        } else {
          if !id.isEmpty { id.append("-") }
          id.append(OperationID(chosen, cell))
        }
      }
      if !id.isEmpty {
        if let part = table.part {
          writer.begin(id: id, part: part)
        } else if let (parent, cell) = table.parent.flatMap({ choose($0, cells) }) {
          writer.begin(id: id, of: OperationID(parent, cell))
        } else {
          writer.begin(id: id)
        }
      }
    }
    var isFirst = table.feed == .weather
    for planned in table.operations {
      guard let (operation, cell) = choose(planned, cells) else {
        if planned.isRequired {
          writer.abandon()
          reject(.missing, planned)
          return false
        }
        continue
      }
      let start = writer.bytes.count
      writer.bytes.append(contentsOf: operation.key)
      if isFirst {
        // No comma behind the bracket.
        writer.bytes.remove(at: start)
        isFirst = false
      }
      let valueStart = writer.bytes.count
      let currency = operation.currency.map { Plan.trim(cells[$0]) }
      if let reason = operation.conversion.write(cell, currency: currency, to: &writer.bytes) {
        if operation.isRequired {
          writer.abandon()
          reject(reason, operation)
          return false
        }
        writer.bytes.removeLast(writer.bytes.count - start)
        reject(reason, operation)
      } else if let second = operation.second, !Plan.trim(cells[second]).isEmpty {
        writer.bytes.removeLast()
        writer.bytes.append(0x20)
        JSONText.escape(Plan.trim(cells[second]), into: &writer.bytes)
        writer.bytes.append(0x22)
      } else if let rate, operation.isMoney {
        Currency.convert(&writer.bytes, from: valueStart, rate)
      }
    }
    writer.bytes.append(contentsOf: table.constants)
    for group in table.groups { Self.group(&writer, group, cells, reject) }
    if table.feed == .weather {
      let key = writer.currentLine { OwnLine.weatherKey($0) ?? 1 }
      writer.endBare(key: key)
    } else {
      writer.end()
    }
    return true
  }

  private static func group(
    _ writer: inout LineWriter,
    _ group: (key: [UInt8], operations: [TablePlan.Operation], constants: [UInt8]),
    _ cells: RowCells, _ reject: (RejectionReason, TablePlan.Operation?) -> Void
  ) {
    let start = writer.bytes.count
    writer.bytes.append(contentsOf: group.key)
    let content = writer.bytes.count
    for operation in group.operations {
      let cell = Plan.trim(cells[operation.cell])
      if cell.isEmpty || isMissing(cell, operation) { continue }
      let place = writer.bytes.count
      writer.bytes.append(contentsOf: operation.key)
      if let reason = operation.conversion.write(cell, currency: nil, to: &writer.bytes) {
        writer.bytes.removeLast(writer.bytes.count - place)
        reject(reason, operation)
      }
    }
    writer.bytes.append(contentsOf: group.constants)
    if writer.bytes.count == content {
      writer.bytes.removeLast(content - start)
    } else {
      // No comma behind the bracket.
      writer.bytes.remove(at: content)
      writer.bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The first of an operation and its alternatives that has a value.
  @inline(__always)
  private static func choose(
    _ operation: TablePlan.Operation, _ cells: RowCells
  ) -> (TablePlan.Operation, Cell)? {
    let cell = Plan.trim(cells[operation.cell])
    if !cell.isEmpty, !isMissing(cell, operation) { return (operation, cell) }
    for other in operation.alternatives {
      let cell = Plan.trim(cells[other.cell])
      if !cell.isEmpty, !isMissing(cell, other) { return (other, cell) }
    }
    return nil
  }

  private static func idProblem(_ cell: Cell) -> RejectionReason? {
    if cell[0] == UInt8(ascii: "="), Conversion.isFormula(cell) { return .formula }
    return Conversion.isShortened(cell)
      ? .shortenedNumber : Conversion.isSpreadsheetError(cell) ? .spreadsheetError : nil
  }

  @inline(__always)
  private static func isMissing(_ cell: Cell, _ operation: TablePlan.Operation) -> Bool {
    guard cell.count <= 8 else { return false }
    for value in operation.missing where value.count == cell.count && value.elementsEqual(cell) {
      return true
    }
    return false
  }
}

/// The id that an operation makes of a cell.
private struct OperationID: IDText {
  private let conversion: Conversion
  private let cell: Cell

  @inline(__always)
  init(_ operation: TablePlan.Operation, _ cell: Cell) {
    conversion = operation.conversion
    self.cell = cell
  }

  @inline(__always)
  func write(to bytes: inout [UInt8]) {
    if case .id(let prefix, let suffix) = conversion {
      bytes.append(contentsOf: prefix)
      JSONText.escape(Conversion.idText(cell), into: &bytes)
      bytes.append(contentsOf: suffix)
    } else if case .hashed = conversion {
      bytes.append(contentsOf: Conversion.fingerprint(cell).utf8)
    } else {
      JSONText.escape(cell, into: &bytes)
    }
  }
}

/// What the words of order statuses mean.
enum OrderStatus {
  private static let cancelled: Set<String> = [
    "已取消", "取消", "交易关闭", "已关闭", "关闭", "订单关闭", "cancelled", "canceled", "voided", "void", "failed", "trash",
    "expired", "closed", "trade_closed",
  ]
  private static let unpaid: Set<String> = [
    "待付款", "未付款", "等待付款", "等待买家付款", "待支付", "未支付", "pending", "unpaid", "awaiting payment", "on-hold", "draft",
    "checkout-draft", "authorized", "wait_buyer_pay",
  ]

  /// Why an order of this status is no purchase; nil when it is one.
  static func reason(_ cell: Cell) -> RejectionReason? {
    guard !cell.isEmpty, cell.count < 40 else { return nil }
    let word = String(decoding: cell, as: UTF8.self).lowercased()
    return cancelled.contains(word) ? .cancelledOrder : unpaid.contains(word) ? .unpaidOrder : nil
  }
}

/// Currencies and what they are worth.
enum Currency {
  /// `RMB` is what people write for `CNY`; the sign ¥ is the yen's too.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let names: (String) -> String = { ["RMB", "人民币", "¥", "￥"].contains($0) ? "CNY" : $0 }
    return names(one) == names(other)
  }

  /// Turns the number at the end of the bytes into the folder's currency, rounded half to even to hundredths.
  static func convert(_ bytes: inout [UInt8], from start: Int, _ rate: Int64) {
    var units: Int128 = 0
    var decimals = 0
    var isNegative = false
    var isBehindPoint = false
    for byte in bytes[start...] {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isBehindPoint = true
      default:
        if isBehindPoint, decimals == 6 { continue }
        units = units * 10 + Int128(byte - 48)
        if isBehindPoint { decimals += 1 }
      }
    }
    while decimals < 6 {
      units *= 10
      decimals += 1
    }
    // Millionths times millionths; hundredths are wanted.
    let divisor: Int128 = 10_000_000_000
    let (quotient, rest) = (units * Int128(rate)).quotientAndRemainder(dividingBy: divisor)
    let isUp = rest * 2 > divisor || (rest * 2 == divisor && quotient % 2 == 1)
    let hundredths = Int64(clamping: quotient + (isUp ? 1 : 0))
    bytes.removeLast(bytes.count - start)
    Conversion.writeMinor(isNegative ? -hundredths : hundredths, decimals: 2, to: &bytes)
  }
}

extension LineWriter {
  /// The line that was begun, as far as it's written.
  mutating func currentLine<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = marks.last?.end ?? 0
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }
}
