import Testing

@testable import Texts

@Suite struct DifferenceTests {
  @Test func aDifferenceAgreesWithWhatItIsBetween() {
    let words = Language.english.compared(44, 42)
    #expect(words == ComparedWords(later: "44", earlier: "42", change: "+2", decimals: 0))
    // Rounded, 44 against 42 would be +1.
    let exact = Language.english.compared(43.6, 42.4)
    #expect(exact == ComparedWords(later: "43.6", earlier: "42.4", change: "+1.2", decimals: 1))
    #expect(Language.english.compared(42.4, 43.6).change == "−1.2")
    #expect(
      Language.english.compared(-0.2, 0.2)
        == ComparedWords(
          later: "0", earlier: "0", change: "0", decimals: 0))
  }

  @Test func whateverTheNumbersTheyAgree() throws {
    for number in 0..<5000 {
      let later = Double((number * 7919) % 20_011) / 100.05 - 100
      let earlier = Double((number * 104_729) % 20_011) / 100.05 - 100
      let words = Language.english.compared(later, earlier)
      func value(_ text: String) throws -> Double {
        try #require(Double(text.map { $0 == "−" ? "-" : String($0) }.joined()))
      }
      let gap = try value(words.later) - value(words.earlier)
      #expect(try abs(gap - value(words.change)) < 1e-9, "\(later) \(earlier) \(words)")
    }
  }

  @Test func ratesDifferByPercentagePoints() {
    #expect(
      Language.english.compared(rates: 0.45, 0.1)
        == ComparedWords(later: "45%", earlier: "10%", change: "+35 pp", decimals: 0))
    // 33 % and 14 % would be 18 apart.
    let words = Language.simplifiedChinese.compared(rates: 330.0 / 1012, 16.0 / 113)
    #expect(words.change == "+18.4 个百分点")
    #expect((words.later, words.earlier) == ("32.6%", "14.2%"))
    #expect(Language.english.points(-0.031, decimals: 1) == "−3.1 pp")
  }
}
