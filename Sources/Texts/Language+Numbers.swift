import Community

extension Language {
  /// A whole number in groups of three: `12,345`.
  package func number(_ number: some BinaryInteger) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number with exactly `decimals` (0…9) places, half away from zero, in groups of three: `1,234.5`.
  ///
  /// What isn't finite, or has more than 15 digits before the point, comes as Swift prints it.
  package func number(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
    var scale = 1.0
    for _ in 0..<max(0, min(9, decimals)) { scale *= 10 }
    let whole = abs(number).rounded(.down)
    var part = ((abs(number) - whole) * scale).rounded()
    var units = Int64(whole)
    if part >= scale {
      part = 0
      units += 1
    }
    var text = self.number(units)
    if decimals > 0 {
      let digits = String(Int64(part))
      text += "." + String(repeating: "0", count: max(0, decimals - digits.utf8.count)) + digits
    }
    return number < 0 && (units != 0 || part != 0) ? "-" + text : text
  }

  /// A number in at most five or six columns: `980`, `12.3K`, `1.2M`; in Chinese `9,800`, `1.2万`, `120万`, `1.2亿`.
  package func compact(_ number: Double) -> String {
    let size = abs(number)
    let steps: [(from: Double, unit: Double, name: String)] =
      switch self {
      case .english: [(1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "K")]
      case .simplifiedChinese: [(1e8, 1e8, "亿"), (1e4, 1e4, "万")]
      }
    for (index, step) in steps.enumerated() where size >= step.from {
      let decimals = size / step.unit < 99.95 ? 1 : 0
      var text = self.number(number / step.unit, decimals: decimals)
      // 999,999 is 1M, not 1,000K.
      if index > 0, size / step.unit >= steps[index - 1].unit / step.unit - 0.5 {
        text = self.number((number / steps[index - 1].unit).rounded(), decimals: 0)
        return text + steps[index - 1].name
      }
      if text.hasSuffix(".0") { text.removeLast(2) }
      return text + step.name
    }
    return self.number(number, decimals: 0)
  }

  /// A part of one as a percentage: `82%`.
  package func percent(_ part: Double, decimals: Int = 0) -> String {
    number(part * 100, decimals: decimals) + "%"
  }

  /// A count of bytes in decimal units: `812 B`, `1.3 MB`, `2.0 GB`.
  package func bytes(_ count: some BinaryInteger) -> String {
    var size = Double(count)
    if abs(size) < 1000 { return "\(number(count)) B" }
    for unit in ["kB", "MB", "GB"] {
      size /= 1000
      if abs(size) < 999.5 { return number(size, decimals: abs(size) < 99.95 ? 1 : 0) + " " + unit }
    }
    return number(size / 1000, decimals: 1) + " TB"
  }
}
