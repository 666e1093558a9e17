import Loyalty
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("ciy", "city", 1), ("tiy", "city", 2), ("abcd", "abdc", 1), ("", "abc", 3), ("same", "same", 0),
  ])
  func distances(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }
}
