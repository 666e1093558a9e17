import Community
import JSONTape

/// Responses of Typeform's API, and webhooks.
///
/// Which question asks for NPS: the one that was named, else a question of type `nps`, else the only opinion scale. Rating
/// questions are drivers by their reference.
struct TypeformSource: RecordSource {
  let name = "typeform"
  /// The id or reference of the question.
  let scoreField: String?

  func step(_ path: [String]) -> DocumentStep {
    path.isEmpty || path == ["items"] ? .split : .keep
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    if let items = record["items"]?.array {
      for item in items { map(item, context, place, into: &harvest) }
      return
    }
    let response = record["form_response"] ?? record
    guard let token = (response["response_id"] ?? response["token"])?.idText else {
      return harvest.reject(.unknownRecord, place)
    }
    guard let submitted = response["submitted_at"]?.text, let at = TimeForm(.yearFirst).read(submitted),
      at.year >= 1970, let answers = response["answers"]?.array.map(Array.init)
    else { return harvest.reject(.incompleteAnswer, place) }
    guard let scored = score(answers), let score = scored["number"]?.wholeNumber else {
      return harvest.reject(.noScoreQuestion, place)
    }
    guard score >= 0, score <= 10 else {
      return harvest.reject(.outOfRange, place, field: "number", value: String(score))
    }
    var answer = SurveyAnswer(
      id: JoinedID("typeform:", token), at: .written(at), kind: "nps", score: score)
    let hidden = response["hidden"]
    var texts: [String] = []
    var email = hidden?["email"]?.idText
    for given in answers {
      let field = given["field"]
      let reference = field?["ref"]?.idText ?? field?["id"]?.idText ?? ""
      if given["type"]?.isText("email") ?? false { email = given["email"]?.idText ?? email }
      if given["type"]?.isText("text") ?? false, let text = given["text"]?.idText { texts.append(text) }
      if field?["type"]?.isText("rating") ?? false, let value = given["number"]?.wholeNumber {
        if value >= 1, value <= 5 {
          answer.ratings.append((reference, value))
        } else {
          harvest.reject(.outOfRange, place, field: reference, value: String(value))
        }
      }
    }
    answer.text = texts.joined(separator: "\n")
    answer.channel = hidden?["utm_source"]?.idText ?? hidden?["channel"]?.idText
    let given = hidden?["user_id"] ?? hidden?["customer_id"] ?? hidden?["member"] ?? hidden?["member_id"]
    if let id = given?.idText {
      answer.member = id
    } else if let email {
      answer.member = harvest.person(email: email)
    }
    answer.write(into: &harvest[.surveys])
  }

  private func score(_ answers: [TapeValue]) -> TapeValue? {
    if let scoreField {
      return answers.first { answer in
        answer["field"]?["ref"]?.idText == scoreField || answer["field"]?["id"]?.idText == scoreField
      }
    }
    func ofType(_ type: StaticString) -> [TapeValue] {
      answers.filter { $0["field"]?["type"]?.isText(type) ?? false }
    }
    if let nps = ofType("nps").first { return nps }
    let scales = ofType("opinion_scale")
    return scales.count == 1 ? scales[0] : nil
  }
}
