import Community

/// Makes ids of decisions: 26 letters and digits, of which the first ten tell the millisecond and the rest is chance,
/// so that ids of any number of machines don't meet and their order is that of time.
///
/// Ids of one maker ascend, also within a millisecond and when the clock is set back.
package struct DecisionIDs: Sendable {
  private var last: UInt128 = 0

  package init() {}

  /// - Parameter time: the wall clock, from 1970 on.
  package mutating func next(at time: Instant, using random: inout some RandomNumberGenerator) -> String {
    let milliseconds = UInt128(max(0, time.rawValue)) & (1 << 48 - 1)
    let chance = UInt128(random.next()) << 16 | UInt128(random.next() >> 48)
    let fresh = milliseconds << 80 | chance
    last = fresh > last ? fresh : last &+ 1 &+ UInt128(random.next() >> 32)
    return text(of: last)
  }

  /// Thirty-two signs in the order of ASCII, without those that are taken for another (i, l, o, u).
  private static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private func text(of number: UInt128) -> String {
    String(
      decoding: stride(from: 125, through: 0, by: -5).map { DecisionIDs.signs[Int(number >> $0 & 31)] },
      as: UTF8.self)
  }
}
