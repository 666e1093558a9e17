/// Who did a thing, or to whom: a member, a host, nobody, or an id that no record explains.
package struct Participant: RawRepresentable, Hashable, Sendable {
  /// A member's index; or a host's with the top bit set; or one of the two marks below.
  package var rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The field is absent (an anonymous answer, an activity towards nobody).
  package static let none = Participant(rawValue: .max)
  /// An id was given that is neither a member's nor a host's.
  package static let unresolved = Participant(rawValue: .max - 1)

  package static func member(_ index: Member.Index) -> Participant { Participant(rawValue: index.rawValue) }
  package static func host(_ index: Int) -> Participant { Participant(rawValue: UInt32(index) | 0x8000_0000) }

  package var member: Member.Index? {
    rawValue < 0x8000_0000 ? Member.Index(rawValue: rawValue) : nil
  }
  /// The host's row in the table of hosts.
  package var host: Int? {
    rawValue >= 0x8000_0000 && rawValue < Participant.unresolved.rawValue ? Int(rawValue & 0x7FFF_FFFF) : nil
  }
}
