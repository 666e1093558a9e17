import Community
import Feeds

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

extension Instant {
  /// A fixed time as `--as-of` and `as_of` take it: a bare date means its last instant.
  package init(fixed text: String, in zone: Zone) throws(TimeProblem) {
    let result = Array(text.utf8).withUnsafeBufferPointer { bytes -> Result<Instant, TimeProblem> in
      do throws(TimeProblem) {
        return .success(try Instant.parse(bytes, zone: zone, endOfDay: true))
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}
