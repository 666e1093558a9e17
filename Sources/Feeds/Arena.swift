import Bytes
import JSONTape
import Community

/// Bytes or words that only grow, without the checks of an array: a record's texts are appended a dozen at a time.
///
/// Debug builds check that what is read or written was appended before.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    base[count] = element
    count += 1
  }

  subscript(place: Int) -> Element {
    @inline(__always)
    get {
      assert(place >= 0 && place < count, "an element that wasn't appended")
      return base[place]
    }
    @inline(__always)
    set {
      assert(place >= 0 && place < count, "an element that wasn't appended")
      base[place] = newValue
    }
  }

  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Arena<UInt8> {
  /// A text behind its length, as `TextColumn` keeps it.
  /// - Returns: where it begins.
  @inline(__always)
  mutating func append(text: PaddedText) -> UInt32 {
    let length = text.count
    reserve(length + 26)
    let start = UInt32(truncatingIfNeeded: count)
    if length <= 16 {
      // A short text goes with whatever is behind it; the next one goes over that.
      base[count] = UInt8(truncatingIfNeeded: length)
      UnsafeMutableRawPointer(base + count + 1).storeBytes(
        of: text.load(at: 0, as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
      count += length + 1
      return start
    }
    var rest = length
    while rest >= 0x80 {
      base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    base[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
    append(text.bytes)
    return start
  }

  /// Bytes without a length.
  @inline(__always)
  mutating func append(_ bytes: ByteView) {
    reserve(bytes.count)
    if let source = bytes.baseAddress { (base + count).update(from: source, count: bytes.count) }
    count += bytes.count
  }

  /// All bytes as a text, which holds until something is appended.
  @inline(__always)
  mutating func paddedText() -> PaddedText {
    reserve(PaddedText.padding)
    return PaddedText(base: base, count: count)
  }

  /// Some of the bytes, which hold until something is appended.
  func bytes(_ start: Int, _ length: Int) -> ByteView {
    ByteView(UnsafeBufferPointer(start: base, count: count)).extracting(start..<start + length)
  }
}
