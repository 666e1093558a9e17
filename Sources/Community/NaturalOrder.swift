extension String {
  /// Whether a list as people read it has this text before another: `h2` before `h10`, and `ann` beside `Ann`, in every
  /// language the same.
  ///
  /// Runs of digits count as numbers, other letters by their Unicode numbers, those of ASCII whatever their case. What is
  /// equal so is ordered by its bytes.
  package func precedesNaturally(_ other: String) -> Bool {
    var (one, rest) = (Array(utf8)[...], Array(other.utf8)[...])
    while let left = one.first, let right = rest.first {
      if left.isDigit, right.isDigit {
        let (number, otherNumber) = (one.takeNumber(), rest.takeNumber())
        if number.count != otherNumber.count { return number.count < otherNumber.count }
        if number != otherNumber { return number.lexicographicallyPrecedes(otherNumber) }
      } else {
        if left.lowercased != right.lowercased { return left.lowercased < right.lowercased }
        one.removeFirst()
        rest.removeFirst()
      }
    }
    if one.isEmpty != rest.isEmpty { return one.isEmpty }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// Takes the digits in front, and gives those that count: without zeros before them.
  fileprivate mutating func takeNumber() -> ArraySlice<UInt8> {
    let digits = prefix(while: \.isDigit)
    self = dropFirst(digits.count)
    return digits.drop { $0 == 0x30 }
  }
}
