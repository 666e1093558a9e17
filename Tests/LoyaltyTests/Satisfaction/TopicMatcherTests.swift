import Community
import Testing

@testable import Loyalty

/// What topics a text is about.
struct TopicMatcherTests {
  private func matcher(_ words: [[String]]) -> TopicMatcher {
    TopicMatcher(
      words.enumerated().map { AnswerTopic(id: "\($0)", name: BilingualText("\($0)"), words: $1) })
  }

  private func bits(_ matcher: TopicMatcher, _ text: String) -> [Int] {
    let mask = matcher.topics(of: text)
    return (0..<31).filter { mask >> UInt32($0) & 1 != 0 }
  }

  @Test func caseAndWidthDontMatter() {
    let matcher = matcher([["Deliver"], ["物流"], ["ÉPICE"]])
    #expect(bits(matcher, "DELIVERY was late") == [0])
    #expect(bits(matcher, "ｄｅｌｉｖｅｒｙ") == [0])
    #expect(bits(matcher, "这次物流太慢") == [1])
    #expect(bits(matcher, "une épice") == [2])
    #expect(bits(matcher, "") == [])
  }

  @Test func latinWordsAreFoundWhereAWordBegins() {
    let matcher = matcher([["app"], ["value for money"], ["app体验"]])
    #expect(bits(matcher, "happy") == [])
    #expect(bits(matcher, "an app.") == [0])
    #expect(bits(matcher, "用APP下单") == [0])
    #expect(bits(matcher, "good Value for Money!") == [1])
    #expect(bits(matcher, "value for 3 money") == [])
    #expect(bits(matcher, "差的app体验") == [0, 2])
  }

  @Test func wordsMayOverlap() {
    let matcher = matcher([["物流慢"], ["流慢了"], ["慢"]])
    #expect(bits(matcher, "物流慢了") == [0, 1, 2])
    #expect(bits(matcher, "物流快，真慢") == [2])
  }

  /// The defaults tell the answers of the sample data apart.
  @Test(arguments: [
    ("物流太慢，等了一个多星期。", "delivery"), ("口感淡，不如上一批", "quality"), ("客服半天没人理", "service"),
    ("比别家贵不少", "price"), ("包装压坏了", "packaging"), ("活动规则太复杂", "events"),
    ("delivery took more than a week", "delivery"), ("it tastes stale", "quality"),
    ("the staff ignored me", "service"), ("the coupon failed", "price"), ("the tin was dented", "packaging"),
    ("events are always full", "events"),
  ])
  func defaults(text: String, topic: String) {
    let matcher = TopicMatcher(AnswerTopic.defaults)
    #expect(bits(matcher, text).map { matcher.topics[$0].id } == [topic])
  }

  @Test func agreesWithASearchWordByWord() {
    var random = SeededGenerator(seed: 5)
    let letters = Array("ab流 é物Ａ")
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<300 {
      let words = (0..<6).map { _ in text(Int.random(in: 1...4, using: &random)) }
        .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
      let matcher = matcher(words.map { [$0] })
      for _ in 0..<20 {
        let text = text(Int.random(in: 0...12, using: &random))
        #expect(
          bits(matcher, text) == words.indices.filter { Self.holds(text, words[$0]) }, "\(words) in \(text)")
      }
    }
  }

  private static func fold(_ text: String) -> [UInt8] {
    Array(text.replacing("Ａ", with: "a").lowercased().utf8)
  }

  private static func holds(_ text: String, _ word: String) -> Bool {
    let (text, word) = (fold(text), fold(word))
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { start in
      guard Array(text[start..<start + word.count]) == word else { return false }
      let isWord = { (byte: UInt8) in byte < 0x80 && byte != 0x20 }
      return !isWord(word[0]) || start == 0 || !isWord(text[start - 1])
    }
  }
}
