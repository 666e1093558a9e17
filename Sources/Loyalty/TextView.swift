import Bytes
import Community

/// The texts of one column of all members, to be read at random without touching reference counts.
struct TextView {
  private let readers: BufferView<TextColumn.Reader>

  /// The bytes of a member's text, or nil where it has none. They live as long as the call that gave the
  /// view.
  @inline(__always)
  subscript(member: Member.Index) -> ByteView? {
    readers[member.value >> Members.blockShift][member.value & (Members.blockSize - 1)]
  }

  /// Calls `body` with a view of a column that shows texts. For other columns it's a view of nothing.
  ///
  /// - Complexity: O(blocks), in depth of calls too.
  static func with<Result>(
    _ column: MemberColumn, of roster: Roster, _ body: (TextView) -> Result
  ) -> Result {
    var readers: [TextColumn.Reader] = []
    func open(_ block: Int) -> Result {
      guard let texts = column.storage.texts, block < roster.community.members.blocks.count else {
        return readers.withView { body(TextView(readers: $0)) }
      }
      return texts(roster.community.members, block).withReader { reader in
        readers.append(reader)
        return open(block + 1)
      }
    }
    return open(0)
  }
}
