import Community

/// Days since 1970 of the first of each month from 1970 to 2199, and one more.
private let monthStarts: [Int32] = (0...230 * 12).map { month in
  // Each of these is a day of the calendar.
  (Day(year: 1970 + month / 12, month: month % 12 + 1, day: 1) ?? Day(rawValue: 0)).rawValue
}

/// Reads the commonest form of a time, `2026-03-01T09:30:00` with `Z` or an offset behind it.
struct TimeReading: ~Copyable {
  private let starts: UnsafeMutablePointer<Int32>

  init() {
    starts = .allocate(capacity: monthStarts.count)
    starts.initialize(from: monthStarts, count: monthStarts.count)
  }

  deinit { starts.deallocate() }

  /// Milliseconds since 1970; nil for every other form, and for what is out of range.
  @inline(__always)
  func milliseconds(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count == 20 || count == 25 else { return nil }
    var bad: UInt8 = 0
    @inline(__always)
    func digit(_ index: Int) -> Int {
      let digit = text[index] &- 48
      bad |= digit > 9 ? 1 : 0
      return Int(digit)
    }
    @inline(__always)
    func pair(_ index: Int) -> Int { digit(index) &* 10 &+ digit(index &+ 1) }
    let year = pair(0) &* 100 &+ pair(2) &- 1970
    let month = pair(5) &- 1
    let day = pair(8)
    let hour = pair(11)
    let minute = pair(14)
    let second = pair(17)
    let marks =
      (text[4] ^ 0x2D) | (text[7] ^ 0x2D) | (text[10] ^ 0x54) | (text[13] ^ 0x3A) | (text[16] ^ 0x3A) | bad
    guard marks == 0, UInt(bitPattern: year) < 230, UInt(bitPattern: month) < 12, hour < 24, minute < 60,
      second < 60
    else { return nil }
    let place = year &* 12 &+ month
    let start = starts[place]
    guard day >= 1, Int32(truncatingIfNeeded: day) <= starts[place &+ 1] &- start else { return nil }
    var seconds =
      (Int64(start) &+ Int64(day &- 1)) &* 86400 &+ Int64(hour &* 3600 &+ minute &* 60 &+ second)
    if count == 20 {
      guard text[19] == UInt8(ascii: "Z") else { return nil }
    } else {
      let offset = Int64(pair(20) &* 3600 &+ pair(23) &* 60)
      guard bad == 0, text[22] == UInt8(ascii: ":"), text[20] < 0x32 || text[20] == 0x32 && text[21] < 0x34,
        text[23] < 0x36
      else { return nil }
      if text[19] == UInt8(ascii: "+") {
        seconds &-= offset
      } else if text[19] == UInt8(ascii: "-") {
        seconds &+= offset
      } else {
        return nil
      }
    }
    let result = seconds &* 1000
    return result >= 0 && result <= Instant.latest.rawValue ? result : nil
  }
}
