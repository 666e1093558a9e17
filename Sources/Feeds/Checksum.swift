import Bytes

/// A checksum of bytes that come one after another, to see later whether they are still the same.
///
/// Against accidents, not against forgery. Every word of 8 bytes changes its lane in a way that can be reversed, so a
/// change of one word always shows, and others with a chance of one in 2^64 not.
struct Checksum: Hashable, Sendable {
  /// Bytes so far.
  private(set) var count: Int64 = 0
  private var lanes = Lanes()
  /// The last bytes, which fill no stripe of four words yet.
  private var rest = Lanes(first: 0, second: 0, third: 0, fourth: 0)

  private struct Lanes: Hashable {
    var first: UInt64 = 0x9E37_79B1_85EB_CA87
    var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var third: UInt64 = 0x1656_67B1_9E37_79F9
    var fourth: UInt64 = 0x85EB_CA77_C2B2_AE63

    @inline(__always)
    mutating func add(_ stripe: Lanes) {
      first = Checksum.mix(first, stripe.first)
      second = Checksum.mix(second, stripe.second)
      third = Checksum.mix(third, stripe.third)
      fourth = Checksum.mix(fourth, stripe.fourth)
    }

    /// Puts a byte into a stripe of zeros.
    mutating func put(_ byte: UInt8, at place: Int) {
      let bits = UInt64(byte) << UInt64(place % 8 * 8)
      switch place / 8 {
      case 0: first |= bits
      case 1: second |= bits
      case 2: third |= bits
      default: fourth |= bits
      }
    }
  }

  /// Takes up the bytes that follow.
  ///
  /// - Complexity: O(bytes), some gigabytes a second.
  mutating func add(_ bytes: ByteView) {
    var start = 0
    while start < bytes.count, count % 32 != 0 {
      addSingly(bytes[start])
      start += 1
    }
    let stripes = (bytes.count - start) / 32
    var lanes = lanes
    for _ in 0..<stripes {
      lanes.add(
        Lanes(
          first: bytes.load(at: start, as: UInt64.self),
          second: bytes.load(at: start + 8, as: UInt64.self),
          third: bytes.load(at: start + 16, as: UInt64.self),
          fourth: bytes.load(at: start + 24, as: UInt64.self)))
      start += 32
    }
    self.lanes = lanes
    count += Int64(stripes) * 32
    while start < bytes.count {
      addSingly(bytes[start])
      start += 1
    }
  }

  private mutating func addSingly(_ byte: UInt8) {
    rest.put(byte, at: Int(count % 32))
    count += 1
    guard count % 32 == 0 else { return }
    lanes.add(rest)
    rest = Lanes(first: 0, second: 0, third: 0, fourth: 0)
  }

  @inline(__always)
  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane ^ word
    return (sum << 29 | sum >> 35) &* 0x9E37_79B1_85EB_CA87
  }
}
