import Community

extension Snapshot {
  /// The instant that counts as now; the wall clock where a fixed time can't be read or there's no event.
  package func now(asOf: Program.AsOf, wall: Instant) -> Instant {
    switch asOf {
    case .now: wall
    case .latest: newest(notAfter: wall) ?? wall
    case .fixed(let text): (try? Instant(fixed: text, in: zone)) ?? wall
    }
  }
}
