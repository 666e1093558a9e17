import Bytes
import JSONTape

/// Tells where in a file something is wrong.
struct RangeNotes {
  let source: FeedSource
  let blocks: BlockReader
  /// 1 where the range begins with a line, 0 where it begins with the newline before one.
  let firstLine: Int

  init(source: FeedSource, blocks: BlockReader, isFromStart: Bool) {
    self.source = source
    self.blocks = blocks
    firstLine = isFromStart ? 1 : 0
  }

  private func place(_ index: Int, _ offset: Int) -> SetAside.Place {
    source.file.form == .array
      ? .index(blocks.recordsBefore + index) : .line(blocks.line(at: offset) - 1 + firstLine)
  }

  private func add(
    _ place: SetAside.Place, column: Int? = nil, _ offset: Int64, _ field: String?, _ reason: SetAsideProblem,
    value: String? = nil, hint: String? = nil, _ result: inout RangeResult
  ) {
    result.setAside.append(
      SetAside(
        feed: source.file.feed, file: source.file.path, place: place, column: column, offset: offset,
        field: field, reason: reason, value: value, hint: hint))
  }

  /// A record of good JSON but not of good form.
  @inline(never)
  func setAside(_ index: Int, _ span: Span, _ fault: RecordReader.RecordProblem, _ result: inout RangeResult)
  {
    if fault.reason == .notAnObject, isRest(index, span, &result) { return }
    result.recordsSetAside += 1
    add(
      place(index, Int(span.start)), blocks.offset + Int64(span.start), fault.field, fault.reason,
      value: fault.value, hint: fault.hint, &result)
  }

  /// A record that isn't JSON.
  @inline(never)
  func setAside(
    _ index: Int, _ span: Span, _ fault: JSONProblem, _ text: ByteView,
    _ result: inout RangeResult
  ) {
    if isRest(index, span, &result) { return }
    let diagnosis = JSONDiagnosis(fault, in: text)
    if diagnosis.reason == .brokenJSON(.overSeveralLines), source.file.form == .lines {
      result.openRecord = blocks.recordsBefore + index
    }
    result.recordsSetAside += 1
    let column =
      source.file.form == .lines ? diagnosis.column.map { $0 + blocks.indent(of: span) } : nil
    add(
      place(index, Int(span.start)), column: column, blocks.offset + Int64(span.start), nil, diagnosis.reason,
      hint: diagnosis.hint, &result)
  }

  /// Whether a line that can't be read belongs to the record that began on a line before and was set aside there: it
  /// comes right behind that record's lines, and is indented or begins with something else than a record.
  private func isRest(_ index: Int, _ span: Span, _ result: inout RangeResult) -> Bool {
    let number = blocks.recordsBefore + index
    guard result.openRecord >= 0, number == result.openRecord + 1,
      blocks.bytes[Int(span.start)] != UInt8(ascii: "{") || blocks.indent(of: span) > 0
    else { return false }
    result.openRecord = number
    return true
  }

  /// Fields of a record that was taken.
  @inline(never)
  func note(_ index: Int, _ span: Span, _ faults: [RecordReader.FieldProblem], _ result: inout RangeResult) {
    for fault in faults {
      result.fieldsSetAside += 1
      add(
        place(index, Int(span.start)), blocks.offset + Int64(span.start), fault.field, fault.reason,
        value: fault.value, hint: fault.hint, &result)
    }
  }

  /// What became of a record.
  func note(
    _ index: Int, _ span: Span, _ fault: RecordReader.RecordProblem?, _ faults: [RecordReader.FieldProblem],
    _ result: inout RangeResult
  ) {
    if let fault {
      setAside(index, span, fault, &result)
    } else {
      result.records += 1
      note(index, span, faults, &result)
    }
  }

  /// What is wrong with the file around its records.
  func noteFaults(_ result: inout RangeResult) {
    // Both ascend.
    var index = 0
    for fault in blocks.faults {
      while index < blocks.spans.count, Int(blocks.spans[index].start) < fault.offset { index += 1 }
      add(
        fault.fault == .notAnArray ? .file : place(index, fault.offset), blocks.offset + Int64(fault.offset),
        nil,
        SetAsideProblem(fault.fault), &result)
    }
    if let offset = blocks.oversized {
      result.recordsSetAside += 1
      add(place(blocks.spans.count, Int(offset - blocks.offset)), offset, nil, .tooLong, &result)
    }
    if let fault = blocks.streamFault { add(.file, blocks.position, nil, SetAsideProblem(fault), &result) }
  }
}
