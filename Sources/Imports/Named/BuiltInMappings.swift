import JSONTape

/// The mapping files of sources that a mapping says all about.
enum BuiltInMappings {
  /// A built-in mapping as the program reads it.
  static func mapping(_ text: String) -> Mapping {
    do throws(MappingProblem) {
      return try Mapping(parsing: Array(text.utf8))
    } catch {
      // The texts are the program's own, and a test reads each of them.
      fatalError("a mapping of the program: \(error)")
    }
  }

  /// The mapping of a form; nil where it's read by code alone.
  static func mapping(of format: SourceFormat) -> Mapping? {
    all.first { $0.name == format.rawValue }.map { mapping($0.text) }
  }

  /// All of them by the name of their source, for the test that reads them.
  static let all: [(name: String, text: String)] = [
    ("shopify", shopify), ("woocommerce", wooCommerce), ("youzan", youzan), ("delighted", delighted),
  ]

  /// Answers, people, unsubscribes and bounces of Delighted's REST API.
  static let delighted = #"""
    {"tables": [
      {"feed": "surveys", "prefix": "delighted:", "when": {"survey_type": "*", "score": "*"},
       "leaveOut": [{"when": {"survey_type": {"not": ["nps", "csat", "ces"]}}, "reason": "unknownSurveyKind"}],
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "person", "to": "member"},
         {"name": "person.id", "to": "member"},
         {"name": "created_at", "type": "datetime", "format": "epoch", "to": "at"},
         {"name": "survey_type", "to": "kind"},
         {"name": "score", "type": "integer", "to": "score"},
         {"name": "comment", "to": "text"},
         {"name": "person_properties.Delighted Source", "to": "channel"}]},
      {"feed": "members", "prefix": "delighted:",
       "when": {"email": "*", "created_at": "*", "survey_type": null, "unsubscribed_at": null, "bounced_at": null},
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "name", "to": "name"},
         {"name": "email", "to": "email"},
         {"name": "phone_number", "to": "phone"},
         {"name": "id", "plain": true, "to": "aliases.delighted"}]},
      {"feed": "members", "prefix": "delighted:", "part": "unsubscribe", "when": {"unsubscribed_at": "*"},
       "fields": [
         {"name": "person_id", "to": "id"},
         {"name": "email", "to": "id", "hashed": true},
         {"name": "email", "to": "email"}],
       "constant": {"consent": {"email": false}}},
      {"feed": "members", "prefix": "delighted:", "part": "bounce", "when": {"bounced_at": "*"},
       "fields": [
         {"name": "person_id", "to": "id"},
         {"name": "email", "to": "id", "hashed": true},
         {"name": "email", "to": "email"}],
       "constant": {"consent": {"email": false}}}
    ]}
    """#
}
