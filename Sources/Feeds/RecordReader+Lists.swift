import Community
import JSONTape

/// Fields that hold several values. A bad one among them is set aside alone.
///
/// Lists over `listLimit` are set aside as a whole: nobody means them, and looking for repeated keys takes long.
extension RecordReader {
  static let listLimit = 1000

  @inline(never)
  func store(ratings value: TapeValue, _ slot: Int, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .object else { return .refused(.wrongType(expected: .object)) }
    let list = WordList(self, slot)
    for (key, value) in value.fields {
      if list.isTooLong { return giveUp(list) }
      let driver = tools.symbol(key)
      forgetFaults(index, key)
      list.removePair(of: driver)
      if value.isNull { continue }
      switch ReadNumber(value) {
      case .integer(let score) where score >= 1 && score <= 5: list.append(driver, Float(score).bitPattern)
      case .number(let score) where score >= 1 && score <= 5: list.append(driver, Float(score).bitPattern)
      case .notANumber: note(index, key, .wrongType(expected: .number), value)
      default: note(index, key, .outOfRange, value)
      }
    }
    return finish(list, index, cell)
  }

  /// Nobody is contacted because a consent can't be read: a channel whose value is neither true nor false counts as
  /// refused, and so does everything where it's no object or one of too many channels. `null` says nothing.
  @inline(never)
  func store(consents value: TapeValue, _ slot: Int, _ index: Int, _ cell: Int) -> Stored {
    let list = WordList(self, slot)
    guard value.kind == .object else {
      return refuseAll(list, .wrongType(expected: .consent), value, index, cell)
    }
    for (key, value) in value.fields {
      if list.isTooLong {
        list.drop()
        return refuseAll(WordList(self, slot), .outOfRange, nil, index, cell)
      }
      if value.isNull { continue }
      let channel = tools.symbol(key)
      forgetFaults(index, key)
      list.removePair(of: channel)
      list.append(channel, value.kind == .true ? 1 : 0)
      if value.kind != .true, value.kind != .false {
        note(index, key, .wrongType(expected: .consent), value)
      }
    }
    return finish(list, index, cell)
  }

  /// Puts the member on the stop-list, and says why.
  private func refuseAll(
    _ list: WordList, _ reason: SetAsideProblem, _ value: TapeValue?, _ index: Int, _ cell: Int
  ) -> Stored {
    note(index, nil, reason, value)
    digits.value.count = 0
    for byte in "all".utf8 { digits.value.append(byte) }
    list.append(tools.symbol(digits.value.paddedText()), 0)
    columns.listOffsets[trusted: cell] = list.finish()
    return .kept
  }

  @inline(never)
  func store(tags value: TapeValue, _ slot: Int, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .array else { return .refused(.wrongType(expected: .array)) }
    let list = WordList(self, slot)
    for (place, value) in value.elements.enumerated() {
      if list.isTooLong { return giveUp(list) }
      if value.isNull { continue }
      guard value.kind == .string else {
        note(index, "\(place)", .wrongType(expected: .text), value)
        continue
      }
      if value.utf8.isEmpty { continue }
      let tag = tools.symbol(value.text)
      if !list.contains(tag) { list.append(tag) }
    }
    return finish(list, index, cell)
  }

  @inline(never)
  func store(aliases value: TapeValue, _ slot: Int, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .object else { return .refused(.wrongType(expected: .object)) }
    pairs.value.count = 0
    var fields = value.fields
    var count = 0
    while let (key, value) = fields.next() {
      count += 1
      if count > RecordReader.listLimit { return .refused(.outOfRange) }
      // Of a key written twice the last counts.
      if fields.contains(where: { $0.key.bytes.isSame(key.bytes) }) || value.isNull { continue }
      guard let text = id(value) else {
        note(index, key, .wrongType(expected: .id), value)
        continue
      }
      _ = pairs.value.append(text: key)
      _ = pairs.value.append(text: text)
    }
    if pairs.value.count == 0, hasFault(index) { return .absent }
    columns.textOffsets[trusted: cell] = columns.texts[slot].append(text: pairs.value.paddedText())
    return .kept
  }

  private func note(_ index: Int, _ key: PaddedText, _ reason: SetAsideProblem, _ value: TapeValue) {
    note(index, String(decoding: key.bytes, as: UTF8.self), reason, value)
  }

  private func forgetFaults(_ index: Int, _ key: PaddedText) {
    guard hasFaults else { return }
    let field = plan.names[index] + "." + String(decoding: key.bytes, as: UTF8.self)
    forgetFaults(where: { $0.entry == index && $0.field == field })
  }

  private func hasFault(_ index: Int) -> Bool { hasFaults && fieldFaults.contains { $0.entry == index } }

  private func giveUp(_ list: WordList) -> Stored {
    list.drop()
    return .refused(.outOfRange)
  }

  /// An empty list is kept too, because it takes the place of an earlier one; a list of nothing but faults isn't.
  private func finish(_ list: WordList, _ index: Int, _ cell: Int) -> Stored {
    if list.isEmpty, hasFault(index) {
      list.drop()
      return .absent
    }
    columns.listOffsets[trusted: cell] = list.finish()
    return .kept
  }
}

/// A list of words at the end of an arena, behind its length.
struct WordList {
  private let reader: RecordReader
  private let slot: Int
  private let start: Int

  /// A new list in one of a reader's columns.
  init(_ reader: RecordReader, _ slot: Int) {
    self.reader = reader
    self.slot = slot
    start = reader.columns.lists[slot].count
    reader.columns.lists[slot].append(0)
  }

  private var count: Int { reader.columns.lists[slot].count }

  /// Pairs take two words.
  var isTooLong: Bool { count - start > 2 * RecordReader.listLimit }

  var isEmpty: Bool { count == start + 1 }

  func drop() { reader.columns.lists[slot].count = start }

  func append(_ word: UInt32) { reader.columns.lists[slot].append(word) }

  func append(_ word: UInt32, _ value: UInt32) {
    reader.columns.lists[slot].append(word)
    reader.columns.lists[slot].append(value)
  }

  /// Whether a pair begins with a word.
  func containsPair(of word: UInt32) -> Bool {
    for place in stride(from: start + 1, to: count, by: 2)
    where reader.columns.lists[slot][place] == word {
      return true
    }
    return false
  }

  func contains(_ word: UInt32) -> Bool {
    for place in start + 1..<count where reader.columns.lists[slot][place] == word { return true }
    return false
  }

  /// Of a key written twice the last counts.
  func removePair(of word: UInt32) {
    var place = start + 1
    while place < count {
      if reader.columns.lists[slot][place] == word {
        for rest in place + 2..<count {
          reader.columns.lists[slot][rest - 2] = reader.columns.lists[slot][rest]
        }
        reader.columns.lists[slot].count -= 2
        return
      }
      place += 2
    }
  }

  /// - Returns: where the list begins.
  func finish() -> UInt32 {
    reader.columns.lists[slot][start] = UInt32(count - start - 1)
    return UInt32(start)
  }
}
