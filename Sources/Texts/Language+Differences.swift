import Community

/// Two numbers and what lies between them, in words that agree with each other.
package struct ComparedWords: Hashable, Sendable {
  package var later: String
  package var earlier: String
  /// With its sign; `0` without one.
  package var change: String
  package var decimals: Int
}

extension Phrase {
  package static let percentagePoints = Phrase("unit.percentage_points", en: "{count} pp", zh: "{count} 个百分点")
}

extension Language {
  /// Two numbers with their difference: `44`, `42`, `+2`.
  ///
  /// The difference is of the numbers as they are, not as they are shown. Where that doesn't agree with the numbers as
  /// shown (43.6 and 42.4 would be 44, 42 and +1), all three get more decimals: `43.6`, `42.4`, `+1.2`.
  ///
  /// - Parameter decimals: at least so many; up to three more.
  package func compared(_ later: Double, _ earlier: Double, decimals: Int = 0) -> ComparedWords {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    var places = decimals
    var change = later - earlier
    while (later * scale).rounded() - (earlier * scale).rounded() != (change * scale).rounded() {
      guard places < decimals + 3 else {
        // No difference is shown that the numbers beside it belie.
        change = ((later * scale).rounded() - (earlier * scale).rounded()) / scale
        break
      }
      places += 1
      scale *= 10
    }
    return ComparedWords(
      later: plain(later, decimals: places), earlier: plain(earlier, decimals: places),
      change: signed(change, decimals: places), decimals: places)
  }

  /// A number with a minus as long as a plus.
  package func plain(_ number: Double, decimals: Int = 0) -> String {
    let text = self.number(abs(number), decimals: decimals)
    return number < 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "−" + text : text
  }

  /// The same with a plus above zero.
  package func signed(_ number: Double, decimals: Int = 0) -> String {
    let text = plain(number, decimals: decimals)
    return number > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  /// Two rates of 0 to 1 with what lies between them in percentage points: `32.6%`, `14.2%`, `+18.4 pp`.
  package func compared(rates later: Double, _ earlier: Double) -> ComparedWords {
    var words = compared(100 * later, 100 * earlier)
    words.later = percent(later, decimals: words.decimals)
    words.earlier = percent(earlier, decimals: words.decimals)
    words.change = text(.percentagePoints, ["count": words.change])
    return words
  }

  /// A difference of two rates of 0 to 1: `+18 pp`.
  package func points(_ difference: Double, decimals: Int = 0) -> String {
    text(.percentagePoints, ["count": signed(100 * difference, decimals: decimals)])
  }
}
