import Bytes
import Community
import JSONTape

/// What became of a field's value.
enum Stored {
  case kept
  /// An empty text says as little as none.
  case absent
  case refused(SetAsideProblem)
}

extension RecordReader {
  /// Puts a value of any kind into the column of its entry.
  @inline(never)
  func store(_ value: TapeValue, _ index: Int, _ row: Int, _ table: IDTable.View?) -> Stored {
    let entry = entries[index]
    let slot = Int(entry.slot)
    let cell = slot &* columns.capacity &+ row
    switch entry.operation {
    case .id:
      guard let id = id(value) else { return .refused(.wrongType(expected: .id)) }
      if id.isEmpty { return .absent }
      columns.idOffsets[row] = columns.ids.value.append(text: id)
      let key = key(id)
      if plan.feed == .members { memberKeys.append(key) } else { idHashes[row] = key.hash | 1 }
      return .kept
    case .member, .to:
      guard let id = id(value) else { return .refused(.wrongType(expected: .id)) }
      if id.isEmpty { return .absent }
      let isTo = entry.operation == .to
      addParty(id, row, isTo: isTo, table)
      return .kept
    case .at:
      return store(time: value) { columns.at[row] = $0 }
    case .time:
      return store(time: value) { columns.times[cell] = $0 }
    case .lastTime:
      return store(time: value, endOfDay: true) { columns.times[cell] = $0 }
    case .money:
      return store(money: value, cell)
    case .symbol:
      guard let word = entry.isID ? id(value) : text(value) else {
        return .refused(.wrongType(expected: entry.isID ? .id : .text))
      }
      if word.isEmpty { return .absent }
      columns.symbols[cell] = tools.symbol(word)
      return .kept
    case .text:
      guard let text = entry.isID ? id(value) : text(value) else {
        return .refused(.wrongType(expected: entry.isID ? .id : .text))
      }
      if text.isEmpty { return .absent }
      columns.textOffsets[cell] = columns.texts[slot].append(text: text)
      return .kept
    case .integer: return store(integer: value, plan.ranges[index], cell)
    case .number: return store(number: value, cell)
    case .choice:
      guard let word = text(value) else { return .refused(.wrongType(expected: .text)) }
      return store(choice: word, cell)
    case .day:
      guard let text = text(value) else { return .refused(.wrongType(expected: .day)) }
      return store(day: text.bytes, cell)
    case .birthday:
      guard let text = text(value) else { return .refused(.wrongType(expected: .birthday)) }
      return store(birthday: text.bytes, cell)
    case .ratings: return store(ratings: value, slot, index, cell)
    case .tags: return store(tags: value, slot, index, cell)
    case .aliases: return store(aliases: value, slot, index, cell)
    case .consents: return store(consents: value, slot, index, cell)
    }
  }

  @inline(__always)
  private func text(_ value: TapeValue) -> PaddedText? {
    value.kind == .string ? value.text : nil
  }

  /// An id as text; nil for what is neither a string nor a whole number.
  @inline(__always)
  func id(_ value: TapeValue) -> PaddedText? {
    value.kind == .string ? value.text : numericID(value)
  }

  @inline(never)
  private func numericID(_ value: TapeValue) -> PaddedText? {
    let text: String
    switch value.kind {
    case .integer: text = String(value.integer)
    case .unsigned: text = String(value.unsigned)
    default: return nil
    }
    digits.value.count = 0
    for byte in text.utf8 { digits.value.append(byte) }
    return digits.value.paddedText()
  }

  @inline(__always)
  private func store(time value: TapeValue, endOfDay: Bool = false, _ put: (Int64) -> Void) -> Stored {
    if value.kind == .string, let milliseconds = tools.times.value.milliseconds(value.text) {
      put(milliseconds)
      return .kept
    }
    return storeAnyTime(value, endOfDay, put)
  }

  @inline(never)
  private func storeAnyTime(_ value: TapeValue, _ endOfDay: Bool, _ put: (Int64) -> Void) -> Stored {
    do throws(TimeProblem) {
      switch value.kind {
      case .string:
        if value.utf8.isEmpty { return .absent }
        put(try Instant.parse(value.utf8, zone: zone, endOfDay: endOfDay).rawValue)
      case .integer: put(try Instant.parse(epoch: value.integer).rawValue)
      case .double: put(try Instant.parse(epoch: value.double).rawValue)
      case .unsigned: return .refused(.outOfRange)
      default: return .refused(.wrongType(expected: .time))
      }
      return .kept
    } catch {
      return .refused(SetAsideProblem(error))
    }
  }

  private func store(money value: TapeValue, _ cell: Int) -> Stored {
    if value.kind == .double {
      let scaled = value.double * 100
      let nearest = scaled.rounded(.toNearestOrEven)
      if abs(nearest) < Double(Money.limit), nearest / 100 == value.double {
        columns.integers[cell] = Int64(nearest)
        return .kept
      }
    }
    return storeAnyMoney(value, cell)
  }

  @inline(never)
  private func storeAnyMoney(_ value: TapeValue, _ cell: Int) -> Stored {
    switch ReadNumber(value) {
    case .integer(let integer):
      let (hundredths, overflow) = integer.multipliedReportingOverflow(by: 100)
      guard !overflow, hundredths.magnitude < UInt64(Money.limit) else { return .refused(.outOfRange) }
      columns.integers[cell] = hundredths
    case .number(let number):
      guard let (money, wasRounded) = Money.rounded(number) else { return .refused(.outOfRange) }
      if wasRounded { noteRounding() }
      columns.integers[cell] = money.rawValue
    case .outOfRange: return .refused(.outOfRange)
    case .notANumber: return .refused(.wrongType(expected: .money))
    }
    return .kept
  }

  @inline(never)
  private func store(integer value: TapeValue, _ range: ClosedRange<Int64>, _ cell: Int)
    -> Stored
  {
    let integer: Int64
    switch ReadNumber(value) {
    case .integer(let read): integer = read
    case .number(let number):
      guard number == number.rounded() else { return .refused(.wrongType(expected: .wholeNumber)) }
      guard abs(number) < 0x1p62 else { return .refused(.outOfRange) }
      integer = Int64(number)
    case .outOfRange: return .refused(.outOfRange)
    case .notANumber: return .refused(.wrongType(expected: .wholeNumber))
    }
    guard range.contains(integer), integer != Segment.unknownInteger else {
      return .refused(.outOfRange)
    }
    columns.integers[cell] = integer
    return .kept
  }

  @inline(never)
  private func store(number value: TapeValue, _ cell: Int) -> Stored {
    let number: Double
    switch ReadNumber(value) {
    case .integer(let integer): number = Double(integer)
    case .number(let read): number = read
    case .outOfRange: return .refused(.outOfRange)
    case .notANumber: return .refused(.wrongType(expected: .number))
    }
    // Nothing that is measured is that large; it also stands for what no double holds.
    guard abs(number) < 1e300 else { return .refused(.outOfRange) }
    // The bits of -0 are those that stand for 'unknown'.
    columns.integers[cell] = Int64(bitPattern: (number == 0 ? 0 : number).bitPattern)
    return .kept
  }

  @inline(never)
  func store(choice word: PaddedText, _ cell: Int) -> Stored {
    if word.isEmpty { return .absent }
    guard let choice = plan.choices.firstIndex(where: { $0.elementsEqual(word.bytes) }) else {
      return .refused(.outOfRange)
    }
    note(choice: choice)
    columns.symbols[cell] = tools.symbol(word)
    return .kept
  }

  @inline(never)
  func store(day text: ByteView, _ cell: Int) -> Stored {
    guard let (year, month, day) = date(text), let year, let day = Day(year: year, month: month, day: day)
    else {
      return .refused(.wrongType(expected: .day))
    }
    guard (1970...2199).contains(year) else { return .refused(.outOfRange) }
    columns.integers[cell] = Int64(day.rawValue)
    return .kept
  }

  @inline(never)
  func store(birthday text: ByteView, _ cell: Int) -> Stored {
    if text.isEmpty { return .absent }
    guard let (year, month, day) = date(text) else { return .refused(.wrongType(expected: .birthday)) }
    guard let birthday = Birthday(year: year, month: month, day: day) else { return .refused(.outOfRange) }
    columns.integers[cell] = Int64(birthday.rawValue)
    return .kept
  }

  /// `YYYY-MM-DD` or `MM-DD` by its form alone.
  private func date(_ text: ByteView) -> (year: Int?, month: Int, day: Int)? {
    guard text.count == 10 || text.count == 5 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in text[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        number = number * 10 + Int(byte - 48)
      }
      return number
    }
    let start = text.count - 5
    guard text[start + 2] == UInt8(ascii: "-"), let month = number(start..<start + 2),
      let day = number(start + 3..<start + 5)
    else { return nil }
    if start == 0 { return (nil, month, day) }
    guard text[4] == UInt8(ascii: "-"), let year = number(0..<4) else { return nil }
    return (year, month, day)
  }
}
