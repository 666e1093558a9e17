/// The part of JSON that a theme file is made of.
package enum ThemeValue: Hashable, Sendable {
  case string(String)
  case array([ThemeValue])
  case object([String: ThemeValue])
  /// A number, a truth value or null: nothing that a theme could mean.
  case other
}

extension ThemeValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension ThemeValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: ThemeValue...) { self = .array(elements) }
}

extension ThemeValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, ThemeValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
