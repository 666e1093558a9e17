/// What the bytes of a file were that were read, from its beginning: checksums of pieces that lie one behind the other.
struct FileFingerprint: Sendable {
  /// Pieces that are looked at together are kept as one of up to so many bytes.
  static let pieceSize: Int64 = 1 << 20

  private(set) var pieces: [Checksum] = []
  /// Whether every piece is known.
  private(set) var isWhole = true

  mutating func append(_ piece: Checksum?) {
    guard let piece else { return isWhole = false }
    if piece.count > 0 { pieces.append(piece) }
  }

  /// Whether pieces still stand in the file as they were read. Small neighbours become one piece by it.
  ///
  /// - Parameters:
  ///   - place: of the first piece.
  ///   - start: where in the file it begins; becomes where the next one does.
  /// - Complexity: O(bytes of one large piece, or of several small ones).
  mutating func isUnchanged(_ open: any OpenFile, at place: Int, from start: inout Int64) -> Bool {
    var end = place
    var size: Int64 = 0
    while end < pieces.count, end == place || size + pieces[end].count <= FileFingerprint.pieceSize {
      size += pieces[end].count
      end += 1
    }
    var together = Checksum()
    for piece in pieces[place..<end] {
      var now = Checksum()
      var offset = start
      while now.count < piece.count {
        let bytes: [UInt8]
        do throws(FileReadProblem) {
          bytes = try open.bytes(
            from: offset, upTo: min(offset + FileFingerprint.pieceSize, start + piece.count))
        } catch {
          return false
        }
        if bytes.isEmpty { return false }
        bytes.withView { bytes in
          now.add(bytes)
          if end > place + 1 { together.add(bytes) }
        }
        offset += Int64(bytes.count)
      }
      if now != piece { return false }
      start = offset
    }
    if end > place + 1 { pieces.replaceSubrange(place..<end, with: [together]) }
    return true
  }
}
