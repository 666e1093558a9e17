import Community
import JSONTape

/// Fields that hold several values. A bad one among them is set aside alone.
extension RecordReader {
  func store(ratings value: TapeValue, _ entry: RecordPlan.Entry, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .object else { return .refused(.wrongType(expected: .object)) }
    words.removeAll(keepingCapacity: true)
    for (key, value) in value.fields {
      let driver = tools.symbols.symbol(key)
      drop(driver, index, key)
      if value.isNull { continue }
      switch ReadNumber(value) {
      case .integer(let score) where score >= 1 && score <= 5: words += [driver, Float(score).bitPattern]
      case .number(let score) where score >= 1 && score <= 5: words += [driver, Float(score).bitPattern]
      case .notANumber: note(index, key, .wrongType(expected: .number))
      default: note(index, key, .outOfRange)
      }
    }
    return storeWords(entry, index, cell)
  }

  func store(consents value: TapeValue, _ entry: RecordPlan.Entry, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .object else { return .refused(.wrongType(expected: .object)) }
    words.removeAll(keepingCapacity: true)
    for (key, value) in value.fields {
      let channel = tools.symbols.symbol(key)
      drop(channel, index, key)
      switch value.kind {
      case .true: words += [channel, 1]
      case .false: words += [channel, 0]
      case .null: break
      default: note(index, key, .wrongType(expected: .boolean))
      }
    }
    return storeWords(entry, index, cell)
  }

  func store(tags value: TapeValue, _ entry: RecordPlan.Entry, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .array else { return .refused(.wrongType(expected: .array)) }
    words.removeAll(keepingCapacity: true)
    for (place, value) in value.elements.enumerated() {
      if value.isNull { continue }
      guard value.kind == .string else {
        note(index, "\(place)", .wrongType(expected: .text))
        continue
      }
      if value.utf8.isEmpty { continue }
      let tag = tools.symbols.symbol(value.utf8)
      if !words.contains(tag) { words.append(tag) }
    }
    return storeWords(entry, index, cell)
  }

  func store(aliases value: TapeValue, _ entry: RecordPlan.Entry, _ index: Int, _ cell: Int) -> Stored {
    guard value.kind == .object else { return .refused(.wrongType(expected: .object)) }
    var pairs: [(String, String)] = []
    for (key, value) in value.fields {
      let channel = String(decoding: key, as: UTF8.self)
      pairs.removeAll { $0.0 == channel }
      forgetFaults(index, key)
      switch value.kind {
      case .string: pairs.append((channel, String(decoding: value.utf8, as: UTF8.self)))
      case .integer: pairs.append((channel, String(value.integer)))
      case .unsigned: pairs.append((channel, String(value.unsigned)))
      case .null: break
      default: note(index, key, .wrongType(expected: .id))
      }
    }
    if pairs.isEmpty, fieldFaults.contains(where: { $0.entry == index }) { return .absent }
    let encoded = PairText.encode(pairs)
    encoded.withUnsafeBufferPointer { encoded in
      let base = encoded.baseAddress ?? UnsafePointer(scratch)
      columns.textOffsets[cell] = columns.texts[entry.slot].append(text: base, encoded.count)
    }
    return .kept
  }

  /// Of a key written twice the last counts.
  private func drop(_ word: UInt32, _ index: Int, _ key: UnsafeBufferPointer<UInt8>) {
    forgetFaults(index, key)
    for place in stride(from: 0, to: words.count, by: 2) where words[place] == word {
      words.removeSubrange(place..<place + 2)
      return
    }
  }

  private func forgetFaults(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) {
    guard !fieldFaults.isEmpty else { return }
    let field = plan.names[index] + "." + String(decoding: key, as: UTF8.self)
    forgetFaults(where: { $0.entry == index && $0.field == field })
  }

  private func note(_ index: Int, _ key: UnsafeBufferPointer<UInt8>, _ reason: SetAsideReason) {
    note(index, String(decoding: key, as: UTF8.self), reason)
  }

  /// An empty list is kept too, because it takes the place of an earlier one; a list of nothing but faults isn't.
  private func storeWords(_ entry: RecordPlan.Entry, _ index: Int, _ cell: Int) -> Stored {
    if words.isEmpty, fieldFaults.contains(where: { $0.entry == index }) { return .absent }
    columns.listOffsets[cell] = UInt32(columns.lists[entry.slot].count)
    columns.lists[entry.slot].append(UInt32(words.count))
    words.withUnsafeBufferPointer { words in
      if let base = words.baseAddress { columns.lists[entry.slot].append(base, words.count) }
    }
    return .kept
  }
}
