import Bytes

/// Why a stream of bytes ends before its time. What came before is good.
package enum StreamProblem: Error, Hashable, Sendable {
  case file(FileReadProblem)
  /// The file became shorter while it was read.
  case shrank
  /// A gzip file that breaks off.
  case gzipTruncated
  /// Damaged gzip data, or none at all.
  case gzipDamaged
  /// After the last gzip member comes something else.
  case gzipTrailingBytes
}

/// Bytes one after another, from a file or from what is packed in one.
protocol ByteStream {
  /// Fills `buffer` from its beginning, as far as there are bytes; 0 at the end.
  mutating func read(into buffer: MutableBufferView<UInt8>) throws(StreamProblem) -> Int
}

/// A file from an offset to another, as they were when it was looked at; what is appended later stays out.
struct FileStream: ByteStream {
  let file: any OpenFile
  private(set) var offset: Int64
  let end: Int64

  init(_ file: any OpenFile, from offset: Int64 = 0, to end: Int64) {
    self.file = file
    self.offset = offset
    self.end = end
  }

  mutating func read(into buffer: MutableBufferView<UInt8>) throws(StreamProblem) -> Int {
    let wanted = Int(min(Int64(buffer.count), end - offset))
    var filled = 0
    while filled < wanted {
      let count: Int
      do throws(FileReadProblem) {
        count = try file.read(
          into: buffer.extracting(filled..<wanted), at: offset)
      } catch {
        if error == .interrupted { continue }
        // The bytes so far are handed out first; the fault shows at the next call.
        if filled > 0 { return filled }
        throw .file(error)
      }
      if count == 0 {
        if filled > 0 { return filled }
        throw .shrank
      }
      filled += count
      offset += Int64(count)
    }
    return filled
  }
}
