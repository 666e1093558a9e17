import Community
import JSONTape

/// Responses of SurveyMonkey's API with their details.
///
/// Of an NPS question the answer is a choice whose weight is -100, 0 or 100; the number that was chosen stands in the survey's
/// definition, which has to lie beside the answers. Without it no score is made up.
struct SurveyMonkeySource: RecordSource {
  let name = "surveymonkey"
  private let scoreField: String?
  /// Numbers by choice.
  private var scores: [String: Int64] = [:]
  /// Questions that ask for NPS.
  private var scoreQuestions: Set<String> = []

  /// Reads the definitions among the files.
  init(_ files: [SourceFile], scoreField: String?) throws(ImportProblem) {
    self.scoreField = scoreField
    for file in files {
      let bytes = try file.open().bytes(upTo: 16 << 20)
      guard bytes.count < 16 << 20, let value = try? JSONValue(parsing: bytes) else { continue }
      for page in value["pages"]?.elements ?? [] {
        for question in page["questions"]?.elements ?? [] { read(question) }
      }
    }
  }

  private mutating func read(_ question: JSONValue) {
    guard question["headings"] != nil, let id = SurveyMonkeySource.id(question["id"]) else { return }
    var found: [String: Int64] = [:]
    for choice in question["answers"]?["choices"]?.elements ?? [] {
      guard let choiceID = SurveyMonkeySource.id(choice["id"]), let text = choice["text"]?.string else {
        continue
      }
      // `10 - Extremely likely` counts as 10.
      if let number = Int64(text.trimmed.prefix { $0.isNumber }), (0...10).contains(number) {
        found[choiceID] = number
      }
    }
    let isNPS = Set(found.values) == Set(0...10)
    if isNPS || scoreField == id {
      scoreQuestions.insert(id)
      scores.merge(found) { $1 }
    }
  }

  private static func id(_ value: JSONValue?) -> String? {
    value?.string ?? value?.integer.map { String($0) }
  }

  func step(_ path: [String]) -> DocumentStep { path.isEmpty || path == ["data"] ? .split : .keep }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    if record["response_status"] == nil {
      // The definition was read before.
      if record["pages"] != nil || record["questions"] != nil { return }
      return harvest.reject(.unknownRecord, place)
    }
    guard record["response_status"]?.isText("completed") ?? false else {
      return harvest.reject(.incompleteAnswer, place)
    }
    guard let id = record["id"]?.idText,
      let at = (record["date_modified"] ?? record["date_created"])?.text.flatMap({
        TimeForm(.yearFirst).read($0)
      })
    else { return harvest.reject(.missing, place) }
    var score: Int64?
    var texts: [String] = []
    var hasWeights = false
    for page in record["pages"]?.array.map(Array.init) ?? [] {
      for question in page["questions"]?.array.map(Array.init) ?? [] {
        let questionID = question["id"]?.idText ?? ""
        for answer in question["answers"]?.array.map(Array.init) ?? [] {
          if let text = answer["text"]?.idText { texts.append(text) }
          guard let choice = answer["choice_id"]?.idText else { continue }
          if answer["choice_metadata"]?["weight"] != nil { hasWeights = true }
          if scoreQuestions.contains(questionID), let number = scores[choice] { score = number }
        }
      }
    }
    guard let score else {
      return harvest.reject(hasWeights && scores.isEmpty ? .needsSurveyDefinition : .noScoreQuestion, place)
    }
    var answer = SurveyAnswer(
      id: JoinedID("surveymonkey:", id), at: .written(at), kind: "nps", score: score)
    answer.text = texts.joined(separator: "\n")
    let custom = record["custom_variables"]
    if let member =
      (custom?["member"] ?? custom?["member_id"] ?? custom?["customer_id"] ?? custom?["user_id"])?.idText
    {
      answer.member = member
    } else if let email = record["email_address"]?.idText {
      answer.member = harvest.person(email: email)
    } else if let recipient = record["recipient_id"]?.idText, recipient != "0" {
      answer.member = "surveymonkey:\(recipient)"
    }
    answer.write(into: &harvest[.surveys])
  }
}
