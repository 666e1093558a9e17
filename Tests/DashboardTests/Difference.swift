import CustomDump
import Testing

/// Expects two values to be equal, and says what differs, part by part or line by line.
///
/// The library's own function of this kind reaches Swift Testing on Linux only through a second library that has to be
/// loaded at run time; without it nothing would fail.
func expectNoDifference<Value: Equatable>(
  _ value: Value, _ expected: Value, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard value != expected else { return }
  let difference = diff(expected, value) ?? "the two print alike, and aren't equal"
  Issue.record("\(comment)\n\(difference)\n(−: expected, +: found)", sourceLocation: sourceLocation)
}
