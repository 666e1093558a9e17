import Community
import JSONTape

extension BilingualText {
  /// One text for both languages, or an object with one for each; one that's missing is taken from the other. Nil for
  /// anything else.
  init?(_ value: JSONValue) {
    if let text = value.string {
      self.init(text)
      return
    }
    let english = value["en"]?.string
    let chinese = value["zh"]?.string
    guard value.fields != nil, let either = english ?? chinese else { return nil }
    self.init(english: english ?? either, chinese: chinese ?? either)
  }

  /// An object with both texts.
  var json: JSONValue {
    .object([JSONValue.Field("en", .string(english)), JSONValue.Field("zh", .string(chinese))])
  }
}
