/// Takes the bytes of a report, piece by piece, so that a report on a million members is never in memory whole.
package typealias ReportSink = (UnsafeRawBufferPointer) throws -> Void

/// Pieces are handed on when they have grown to this many bytes.
let reportPieceSize = 1 << 16

extension [UInt8] {
  /// Hands the bytes on and forgets them, once they are many or when `always`.
  mutating func flush(to sink: ReportSink, always: Bool = false) rethrows {
    guard always ? !isEmpty : count >= reportPieceSize else { return }
    try withUnsafeBytes { try sink($0) }
    removeAll(keepingCapacity: true)
  }
}
