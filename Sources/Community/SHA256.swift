/// The hash function SHA-256 (FIPS 180-4), for drawing lots that anybody can check. It takes a message piece by piece, and
/// no memory besides its own: a lot is drawn for every member of the queue of recalls.
struct SHA256 {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The words of the block that is being filled.
  private var block = InlineArray<16, UInt32>(repeating: 0)
  /// Bytes so far.
  private var count = 0

  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// Takes the next bytes of the message.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let word = count >> 2 & 15
    block[word] = block[word] << 8 | UInt32(byte)
    count &+= 1
    if count & 63 == 0 { mix() }
  }

  /// Ends the message.
  ///
  /// - Returns: the hash, 8 words of 4 bytes, most significant first.
  consuming func finish() -> InlineArray<8, UInt32> {
    let bits = UInt64(count) * 8
    add(0x80)
    while count & 63 != 56 { add(0) }
    for shift in stride(from: 56, through: 0, by: -8) { add(UInt8(truncatingIfNeeded: bits >> shift)) }
    return state
  }

  /// Takes up the block. Of the 64 words that it becomes, the last 16 are kept.
  private mutating func mix() {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      if round >= 16 {
        let early = block[(round + 1) & 15]
        let late = block[(round + 14) & 15]
        let first = SHA256.rotate(early, 7) ^ SHA256.rotate(early, 18) ^ early >> 3
        let second = SHA256.rotate(late, 17) ^ SHA256.rotate(late, 19) ^ late >> 10
        block[round & 15] = block[round & 15] &+ first &+ block[(round + 9) & 15] &+ second
      }
      let mixed = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
      let chosen = (e & f) ^ (~e & g)
      let one = h &+ mixed &+ chosen &+ SHA256.constants[round] &+ block[round & 15]
      let other = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
      let two = other &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    let words: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
    for place in words.indices { state[place] &+= words[place] }
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }
}
