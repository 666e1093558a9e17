import Community
import Glibc

/// Objects and arrays of scalars within records that are read where they stand.
///
/// Anything unusual is declined: a key written twice, `null`, an empty text, a value of another type or range.
extension RecordReader {
  /// Pairs or words beyond which nothing is taken.
  private static let usualCount = 100

  /// Takes the object or array of a field.
  /// - Parameter place: behind that of the opening bracket; moved behind that of the closing one.
  @inline(never)
  func readContainer(
    _ bytes: UnsafePointer<UInt8>, _ places: UnsafeBufferPointer<UInt32>, _ place: inout Int,
    _ entry: UnsafePointer<RecordPlan.Entry>, _ row: Int
  ) -> Bool {
    let slot = Int(truncatingIfNeeded: entry.pointee.slot)
    let cell = slot &* columns.capacity &+ row
    switch entry.pointee.operation {
    case .tags: return readTags(bytes, places, &place, slot, cell)
    case .aliases: return readAliases(bytes, places, &place, slot, cell)
    case .ratings:
      return readPairs(bytes, places, &place, slot, cell) { value, length in
        guard let score = PlainNumber(value, length)?.double, score >= 1, score <= 5 else { return nil }
        return Float(score).bitPattern
      }
    case .consents:
      return readPairs(bytes, places, &place, slot, cell) { value, length in
        isSame(value, length, "true") ? 1 : isSame(value, length, "false") ? 0 : nil
      }
    default: return false
    }
  }

  /// Hands the fields of an object over, each with its key and its value up to the comma or bracket behind it.
  /// - Returns: false if it's no such object, or if `body` declined a field.
  @inline(__always)
  private func readFields(
    _ bytes: UnsafePointer<UInt8>, _ places: UnsafeBufferPointer<UInt32>, _ place: inout Int,
    _ body: (_ key: UnsafeBufferPointer<UInt8>, _ value: UnsafePointer<UInt8>, _ length: Int) -> Bool
  ) -> Bool {
    guard bytes[Int(places[place &- 1])] == UInt8(ascii: "{"), place < places.count else { return false }
    if bytes[Int(places[place])] == UInt8(ascii: "}") {
      place &+= 1
      return true
    }
    var count = 0
    while place &+ 3 < places.count, count < RecordReader.usualCount {
      count &+= 1
      let key = Int(places[place])
      let colon = Int(places[place &+ 1])
      let value = Int(places[place &+ 2])
      let next = Int(places[place &+ 3])
      guard bytes[key] == UInt8(ascii: "\""), bytes[colon] == UInt8(ascii: ":"),
        bytes[colon &- 1] == UInt8(ascii: "\""), colon &- key > 2,
        body(
          UnsafeBufferPointer(start: bytes + key + 1, count: colon &- key &- 2), bytes + value, next &- value)
      else { return false }
      place &+= 4
      if bytes[next] != UInt8(ascii: ",") { return bytes[next] == UInt8(ascii: "}") }
    }
    return false
  }

  /// Takes an object whose keys are words and whose values `word` turns into one.
  @inline(__always)
  private func readPairs(
    _ bytes: UnsafePointer<UInt8>, _ places: UnsafeBufferPointer<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int, _ word: (UnsafePointer<UInt8>, Int) -> UInt32?
  ) -> Bool {
    let list = WordList(columns.lists + slot)
    let isRead = readFields(bytes, places, &place) { key, value, length in
      let symbol = tools.symbol(key)
      guard !list.containsPair(of: symbol), let word = word(value, length) else { return false }
      list.append(symbol, word)
      return true
    }
    guard isRead else {
      list.drop()
      return false
    }
    columns.listOffsets[cell] = list.finish()
    return true
  }

  private func readTags(
    _ bytes: UnsafePointer<UInt8>, _ places: UnsafeBufferPointer<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int
  ) -> Bool {
    guard bytes[Int(places[place &- 1])] == UInt8(ascii: "["), place < places.count else { return false }
    let list = WordList(columns.lists + slot)
    var isClosed = bytes[Int(places[place])] == UInt8(ascii: "]")
    if isClosed { place &+= 1 }
    var count = 0
    while !isClosed, place &+ 1 < places.count, count < RecordReader.usualCount {
      count &+= 1
      let value = Int(places[place])
      let next = Int(places[place &+ 1])
      guard bytes[value] == UInt8(ascii: "\""), next &- value > 2, bytes[next &- 1] == UInt8(ascii: "\"")
      else { break }
      let tag = tools.symbol(UnsafeBufferPointer(start: bytes + value + 1, count: next &- value &- 2))
      if !list.contains(tag) { list.append(tag) }
      place &+= 2
      isClosed = bytes[next] == UInt8(ascii: "]")
      if !isClosed, bytes[next] != UInt8(ascii: ",") { break }
    }
    guard isClosed else {
      list.drop()
      return false
    }
    columns.listOffsets[cell] = list.finish()
    return true
  }

  private func readAliases(
    _ bytes: UnsafePointer<UInt8>, _ places: UnsafeBufferPointer<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int
  ) -> Bool {
    let pairs = scratchTexts
    pairs.pointee.count = 0
    let first = place
    let isRead = readFields(bytes, places, &place) { key, value, length in
      guard value[0] == UInt8(ascii: "\""), length > 2, value[length &- 1] == UInt8(ascii: "\""),
        let start = key.baseAddress
      else { return false }
      // Keys so far stand at every fourth place.
      for earlier in stride(from: first, to: places.count, by: 4) {
        let other = bytes + Int(places[earlier]) + 1
        if other == start { break }
        if other[key.count] == UInt8(ascii: "\""), memcmp(other, start, key.count) == 0 { return false }
      }
      _ = pairs.pointee.append(text: start, key.count)
      _ = pairs.pointee.append(text: value + 1, length &- 2)
      return true
    }
    guard isRead else { return false }
    pairs.pointee.reserve(16)
    columns.textOffsets[cell] = columns.texts[slot].append(text: pairs.pointee.base, pairs.pointee.count)
    return true
  }
}
