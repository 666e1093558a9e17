import Community
import Testing

@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["h1", "h2", "h10", "h10a"], ["ann", "Ben", "cleo"], ["店9", "店10", "店100"], ["", "0", "1"],
    ["a", "a1", "ab"], ["v1.9", "v1.10"], ["小林", "小林2", "小林10"],
  ])
  func listsAreReadFromTopToBottom(names: [String]) {
    for (place, name) in names.enumerated() {
      #expect(!name.precedesNaturally(name))
      for later in names[(place + 1)...] {
        #expect(name.precedesNaturally(later), "\(name) before \(later)")
        #expect(!later.precedesNaturally(name), "\(later) after \(name)")
      }
    }
  }

  /// Names that read alike still have one order, so that a list never changes by itself.
  @Test func whatReadsAlikeIsOrderedByItsBytes() {
    #expect("Ann".precedesNaturally("ann") && !"ann".precedesNaturally("Ann"))
    #expect("h01".precedesNaturally("h1") && !"h1".precedesNaturally("h01"))
  }
}
