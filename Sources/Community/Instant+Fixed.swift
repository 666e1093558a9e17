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
