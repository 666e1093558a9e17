extension SampleCommunity {
  /// By member in the order of ids, the number of the circle of friends that it belongs to: what groups found in the
  /// ties between members are to be held against.
  ///
  /// - Complexity: O(members).
  package var circles: [UInt32] {
    let world = World(
      members: members, seed: seed, season: Season(last: lastDay, days: days), words: Vocabulary.of(language))
    return (0..<members).map { UInt32(Traits($0, in: world).circle) }
  }
}
