import Bytes
import JSONTape
import Community

/// Days since 1970 of the first of each month from 1970 to 2199, and one more.
private let monthStarts: [Int32] = (0...230 * 12).map { month in
  // Each of these is a day of the calendar.
  (Day(year: 1970 + month / 12, month: month % 12 + 1, day: 1) ?? Day(rawValue: 0)).rawValue
}

/// Reads the commonest form of a time, `2026-03-01T09:30:00` with `Z` or an offset behind it.
struct TimeReading: ~Copyable {
  private let starts: OwnedBuffer<Int32>

  init() {
    starts = OwnedBuffer(monthStarts)
  }

  /// - Returns: milliseconds since 1970; nil for every other form, and for what is out of range.
  @inline(__always)
  func milliseconds(_ text: PaddedText) -> Int64? {
    let count = text.count
    guard count == 20 || count == 25 else { return nil }
    // Digits become their values and marks 0: "YYYY-MM-", "DDThh:mm", then "ss+hh:mm" or "h:mm:ssZ".
    let date = text.load(at: 0, as: UInt64.self) &- 0x2D30_302D_3030_3030
    let time = text.load(at: 8, as: UInt64.self) &- 0x3030_3A30_3054_3030
    var rest: UInt64
    var isWest = false
    if count == 25 {
      isWest = text[19] == UInt8(ascii: "-")
      rest = text.load(at: 17, as: UInt64.self) &- 0x3030_3A30_302B_3030
      if isWest { rest &-= 0x0000_0000_0002_0000 }
    } else {
      rest = text.load(at: 12, as: UInt64.self) &- 0x5A30_303A_3030_3A30
    }
    let marks =
      date & 0xFF00_00FF_0000_0000 | time & 0x0000_FF00_00FF_0000
      | rest & (count == 25 ? 0x0000_FF00_00FF_0000 : 0xFF00_00FF_0000_FF00)
    let high: UInt64 = 0x7676_7676_7676_7676
    let bad = (date | date &+ high | time | time &+ high | rest | rest &+ high) & 0x8080_8080_8080_8080
    guard marks | bad == 0 else { return nil }
    // Each tens digit's byte becomes the number of two digits.
    let dates = date &* 10 &+ date >> 8
    let times = time &* 10 &+ time >> 8
    let rests = rest &* 10 &+ rest >> 8
    @inline(__always)
    func pair(_ word: UInt64, _ place: UInt64) -> Int {
      Int(truncatingIfNeeded: word &>> (place &* 8) & 0xFF)
    }
    let year = pair(dates, 0) &* 100 &+ pair(dates, 2) &- 1970
    let month = pair(dates, 5) &- 1
    let day = pair(times, 0)
    let hour = pair(times, 3)
    let minute = pair(times, 6)
    let second = pair(rests, count == 25 ? 0 : 5)
    guard UInt(bitPattern: year) < 230, UInt(bitPattern: month) < 12, hour < 24, minute < 60, second < 60
    else {
      return nil
    }
    let place = year &* 12 &+ month
    let start = starts[trusted: place]
    guard day >= 1, Int32(truncatingIfNeeded: day) <= starts[trusted: place &+ 1] &- start else { return nil }
    var seconds =
      (Int64(start) &+ Int64(day &- 1)) &* 86400 &+ Int64(hour &* 3600 &+ minute &* 60 &+ second)
    if count == 25 {
      let hours = pair(rests, 3)
      let minutes = pair(rests, 6)
      guard hours < 24, minutes < 60 else { return nil }
      let offset = Int64(hours &* 3600 &+ minutes &* 60)
      seconds = isWest ? seconds &+ offset : seconds &- offset
    }
    let result = seconds &* 1000
    return result >= 0 && result <= Instant.latest.rawValue ? result : nil
  }
}
