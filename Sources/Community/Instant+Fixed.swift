import Bytes

extension Instant {
  /// A fixed time as `--as-of` and `as_of` take it: a bare date means its last instant.
  package init(fixed text: String, in zone: Zone) throws(TimeProblem) {
    self = try text.withBytes { bytes throws(TimeProblem) in
      try Instant.parse(bytes, zone: zone, endOfDay: true)
    }
  }
}
