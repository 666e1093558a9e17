import Bytes
import Community
import JSONTape

/// Records without escapes and surprises, which are nearly all. They are read where they stand.
extension RecordReader {
  /// Takes a record by the index of its brackets, colons, commas and scalars.
  ///
  /// Every byte is accounted for: a record is taken only if it is JSON without any doubt, each key of the plan occurs
  /// once, and each value is what its key expects. All others are left to `read`, which knows what to do about them.
  /// - Parameters:
  ///   - bytes: without a backslash, as far as the records go.
  ///   - cursor: the place in `places` of the record's first byte; moved behind its last one if it is taken.
  ///   - end: offset of the record's end.
  @inline(__always)
  func readFlat(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ cursor: inout Int, _ end: Int,
    _ table: IDTable.View?
  ) -> Bool {
    let row = columns.count
    let mark = savepoint()
    var place = cursor
    let present = readFields(bytes, places, &place, row, table)
    let isWhole =
      present & required == required && present != 0
      && (place == places.count || place < places.count && Int(places[trusted: place]) >= end)
      && (!hasScore || scoreIsInRange(row))
    guard isWhole else {
      rollback(row, mark)
      return false
    }
    columns.usedEntries |= present
    columns.count = row &+ 1
    cursor = place
    return true
  }

  /// - Parameter place: that of the opening bracket; moved behind the closing one.
  /// - Returns: a bit for each entry that was stored; 0 when the record isn't taken.
  @inline(__always)
  private func readFields(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int, _ row: Int,
    _ table: IDTable.View?
  ) -> UInt64 {
    guard bytes[Int(places[trusted: place])] == UInt8(ascii: "{") else { return 0 }
    var present: UInt64 = 0
    var seen: UInt64 = 0
    var before = entryCount
    place &+= 1
    while place &+ 3 < places.count {
      let key = Int(places[trusted: place])
      let colon = Int(places[trusted: place &+ 1])
      let value = Int(places[trusted: place &+ 2])
      guard bytes[key] == UInt8(ascii: "\""), bytes[colon] == UInt8(ascii: ":"),
        bytes[colon &- 1] == UInt8(ascii: "\"")
      else { return 0 }
      let index = entry(bytes.text(key &+ 1, colon &- key &- 2), before)
      place &+= 3
      if index >= 0 {
        before = index
        let bit = (1 as UInt64) &<< UInt64(truncatingIfNeeded: index)
        guard seen & bit == 0 else { return 0 }
        seen |= bit
        if bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "[") {
          guard readContainer(bytes, places, &place, index, row) else { return 0 }
          present |= bit
        } else {
          let text = bytes.text(value, Int(places[trusted: place]) &- value)
          switch readValue(text, index, row, table) {
          case .stored: present |= bit
          case .absent: break
          case .declined: return 0
          }
        }
      } else if !isPlain(bytes.text(value, Int(places[trusted: place]) &- value)) {
        return 0
      }
      guard place < places.count else { return 0 }
      let next = Int(places[trusted: place])
      place &+= 1
      if bytes[next] != UInt8(ascii: ",") {
        // Behind the last value stands the bracket.
        return bytes[next] == UInt8(ascii: "}") ? present : 0
      }
    }
    return 0
  }

  private enum Taken {
    case stored
    case absent
    case declined
  }

  /// - Parameter value: up to the comma or bracket behind it.
  @inline(__always)
  private func readValue(_ value: PaddedText, _ index: Int, _ row: Int, _ table: IDTable.View?) -> Taken {
    let length = value.count
    if value[0] == UInt8(ascii: "\"") {
      guard length >= 2, value[length &- 1] == UInt8(ascii: "\"") else { return .declined }
      if length == 2 { return takesEmptyText(entries[trusted: index].operation) ? .absent : .declined }
      let text = value.text(1, length &- 2)
      return store(text: text, index, row, table) || storeWord(text, index, row) ? .stored : .declined
    }
    if value[0] == UInt8(ascii: "n") { return isLiteral(value) ? .absent : .declined }
    guard let number = PlainNumber(value) else { return .declined }
    let slot = Int(truncatingIfNeeded: entries[trusted: index].slot)
    switch entries[trusted: index].operation {
    case .money:
      guard let hundredths = number.hundredths else { return .declined }
      columns.integers[trusted: slot &* columns.capacity &+ row] = hundredths
    case .integer:
      guard number.decimals == 0, number.digits >= limits[index].low, number.digits <= limits[index].high
      else {
        return .declined
      }
      columns.integers[trusted: slot &* columns.capacity &+ row] = number.digits
    case .number:
      guard let quotient = number.double else { return .declined }
      columns.integers[trusted: slot &* columns.capacity &+ row] = Int64(bitPattern: quotient.bitPattern)
    case .id, .member, .to:
      // The digits of a whole number that isn't negative are its text.
      guard number.decimals == 0, value[0] != UInt8(ascii: "-") else { return .declined }
      return store(text: value, index, row, table) ? .stored : .declined
    default: return .declined
    }
    return .stored
  }

  /// Stores a string that has to have a certain form.
  @inline(never)
  private func storeWord(_ text: PaddedText, _ index: Int, _ row: Int) -> Bool {
    let cell = Int(truncatingIfNeeded: entries[trusted: index].slot) &* columns.capacity &+ row
    let stored: Stored
    switch entries[trusted: index].operation {
    case .birthday: stored = store(birthday: text.bytes, cell)
    case .day: stored = store(day: text.bytes, cell)
    case .choice: stored = store(choice: text, cell)
    default: return false
    }
    if case .kept = stored { return true }
    return false
  }

  /// Whether an empty string says as little as none.
  private func takesEmptyText(_ operation: RecordPlan.Operation) -> Bool {
    switch operation {
    case .id, .member, .to, .symbol, .text, .at, .time, .lastTime: true
    default: false
    }
  }

  /// Which entry a key names, or -1 for none; a key of no plan may be anything, as there are no escapes.
  @inline(__always)
  private func entry(_ key: PaddedText, _ before: Int) -> Int {
    let first = key.load(at: 0, as: UInt64.self)
    let rest = key.load(at: 8, as: UInt32.self)
    let hint = hints[trusted: before]
    if isKey(hint, first, rest, key.count) { return hint }
    return search(first, rest, key.count, before)
  }

  @inline(__always)
  private func isKey(_ index: Int, _ first: UInt64, _ rest: UInt32, _ length: Int) -> Bool {
    let entry = entries[trusted: index]
    return (first ^ entry.key) & entry.keyMask | UInt64((rest ^ entry.keyRest) & entry.keyRestMask)
      | UInt64(truncatingIfNeeded: length ^ entry.length) == 0
  }

  @inline(never)
  private func search(_ first: UInt64, _ rest: UInt32, _ length: Int, _ before: Int) -> Int {
    for index in 0..<entryCount where isKey(index, first, rest, length) {
      hints[before] = index
      return index
    }
    return -1
  }

  /// Whether a value that nobody wants is a string, a plain number or a literal.
  private func isPlain(_ value: PaddedText) -> Bool {
    if value[0] == UInt8(ascii: "\"") {
      return value.count >= 2 && value[value.count - 1] == UInt8(ascii: "\"")
    }
    return isLiteral(value) || PlainNumber(value) != nil
  }

  private func isLiteral(_ value: PaddedText) -> Bool {
    isSame(value, "null") || isSame(value, "true") || isSame(value, "false")
  }
}

private let powersOfTen: [Double] = (0...18).map { place in (0..<place).reduce(1) { power, _ in power * 10 } }

/// Whether what stands there is a word.
@inline(__always)
func isSame(_ value: PaddedText, _ word: StaticString) -> Bool {
  guard value.count == word.utf8CodeUnitCount else { return false }
  return word.withUTF8Buffer { word in
    for index in 0..<word.count where value[index] != word[index] { return false }
    return true
  }
}

/// A number of at most 18 digits without an exponent, exactly.
struct PlainNumber {
  /// All digits as one number, with the sign.
  let digits: Int64
  /// How many of them stand behind the point.
  let decimals: Int

  /// - Parameter text: all that stands there; anything but the number makes it none.
  @inline(__always)
  init?(_ text: PaddedText) {
    let length = text.count
    let isNegative = text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard length > start, length <= 19 else { return nil }
    var value: Int64 = 0
    var point = -1
    for place in start..<length {
      let digit = text[place] &- UInt8(ascii: "0")
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
      } else if text[place] == UInt8(ascii: "."), point < 0 {
        point = place
      } else {
        return nil
      }
    }
    let whole = (point < 0 ? length : point) &- start
    guard whole > 0, whole == 1 || text[start] != UInt8(ascii: "0"), length &- start <= 18 else { return nil }
    if point >= 0, point == length &- 1 { return nil }
    decimals = point < 0 ? 0 : length &- 1 &- point
    digits = isNegative ? 0 &- value : value
  }

  /// The nearest double; nil where that isn't beyond doubt.
  @inline(__always)
  var double: Double? {
    // Both are exact, so their quotient is the nearest.
    digits.magnitude < 1 << 53 ? Double(digits) / powersOfTen[decimals] : nil
  }

  /// The number as money, where no rounding is needed and its size is beyond doubt.
  @inline(__always)
  var hundredths: Int64? {
    guard digits.magnitude < 1_000_000_000_000 else { return nil }
    switch decimals {
    case 0: return digits &* 100
    case 1: return digits &* 10
    case 2: return digits
    default: return nil
    }
  }
}
