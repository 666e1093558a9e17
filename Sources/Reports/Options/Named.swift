import ArgumentParser
import Loyalty

/// The value that a word names, or an error that tells the nearest one.
package func named<Value: RawRepresentable>(
  _ word: String, among values: [Value], what: String
) throws -> Value where Value.RawValue == String {
  if let value = values.first(where: { $0.rawValue == word }) { return value }
  throw unknownName(word, among: values.map(\.rawValue), what: what)
}

/// That nothing has a name, with the nearest one, or else all.
func unknownName(_ word: String, among names: [String], what: String) -> ValidationError {
  let hint = Spelling.nearest(to: word, in: names).map { "Did you mean '\($0)'?" }
  return ValidationError(
    "There is no \(what) '\(word)'. \(hint ?? "Choose one of: \(names.joined(separator: ", ")).")")
}
