import Bytes
import JSONTape
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
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int, _ index: Int, _ row: Int
  ) -> Bool {
    let slot = Int(truncatingIfNeeded: entries[trusted: index].slot)
    let cell = slot &* columns.capacity &+ row
    switch entries[trusted: index].operation {
    case .tags: return readTags(bytes, places, &place, slot, cell)
    case .aliases: return readAliases(bytes, places, &place, slot, cell)
    case .ratings:
      return readPairs(bytes, places, &place, slot, cell) { value in
        guard let score = PlainNumber(value)?.double, score >= 1, score <= 5 else { return nil }
        return Float(score).bitPattern
      }
    case .consents:
      return readPairs(bytes, places, &place, slot, cell) { value in
        isSame(value, "true") ? 1 : isSame(value, "false") ? 0 : nil
      }
    default: return false
    }
  }

  /// Hands the fields of an object over, each with its key and its value up to the comma or bracket behind it.
  /// - Returns: false if it's no such object, or if `body` declined a field.
  @inline(__always)
  private func readFields(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int,
    _ body: (_ key: PaddedText, _ value: PaddedText) -> Bool
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
        body(bytes.text(key &+ 1, colon &- key &- 2), bytes.text(value, next &- value))
      else { return false }
      place &+= 4
      if bytes[next] != UInt8(ascii: ",") { return bytes[next] == UInt8(ascii: "}") }
    }
    return false
  }

  /// Takes an object whose keys are words and whose values `word` turns into one.
  @inline(__always)
  private func readPairs(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int, _ word: (PaddedText) -> UInt32?
  ) -> Bool {
    let list = WordList(self, slot)
    let isRead = readFields(bytes, places, &place) { key, value in
      let symbol = tools.symbol(key)
      guard !list.containsPair(of: symbol), let word = word(value) else { return false }
      list.append(symbol, word)
      return true
    }
    guard isRead else {
      list.drop()
      return false
    }
    columns.listOffsets[trusted: cell] = list.finish()
    return true
  }

  private func readTags(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int
  ) -> Bool {
    guard bytes[Int(places[place &- 1])] == UInt8(ascii: "["), place < places.count else { return false }
    let list = WordList(self, slot)
    var isClosed = bytes[Int(places[place])] == UInt8(ascii: "]")
    if isClosed { place &+= 1 }
    var count = 0
    while !isClosed, place &+ 1 < places.count, count < RecordReader.usualCount {
      count &+= 1
      let value = Int(places[place])
      let next = Int(places[place &+ 1])
      guard bytes[value] == UInt8(ascii: "\""), next &- value > 2, bytes[next &- 1] == UInt8(ascii: "\"")
      else { break }
      let tag = tools.symbol(bytes.text(value &+ 1, next &- value &- 2))
      if !list.contains(tag) { list.append(tag) }
      place &+= 2
      isClosed = bytes[next] == UInt8(ascii: "]")
      if !isClosed, bytes[next] != UInt8(ascii: ",") { break }
    }
    guard isClosed else {
      list.drop()
      return false
    }
    columns.listOffsets[trusted: cell] = list.finish()
    return true
  }

  private func readAliases(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ place: inout Int, _ slot: Int,
    _ cell: Int
  ) -> Bool {
    pairs.value.count = 0
    let first = place
    var number = 0
    let isRead = readFields(bytes, places, &place) { key, value in
      let length = value.count
      guard value[0] == UInt8(ascii: "\""), length > 2, value[length &- 1] == UInt8(ascii: "\"") else {
        return false
      }
      // Keys so far stand at every fourth place.
      for earlier in 0..<number {
        let start = Int(places[first + 4 * earlier])
        let end = Int(places[first + 4 * earlier + 1]) - 1
        if bytes.text(start + 1, end - start - 1).bytes.isSame(key.bytes) { return false }
      }
      number += 1
      _ = pairs.value.append(text: key)
      _ = pairs.value.append(text: value.text(1, length &- 2))
      return true
    }
    guard isRead else { return false }
    columns.textOffsets[trusted: cell] = columns.texts[slot].append(text: pairs.value.paddedText())
    return true
  }
}
