import Canvas
import Community
import Loyalty
import Texts

/// Words and lines for what happened to a member.
struct TimelineWriter {
  var context: ViewContext
  /// Who has a name there.
  var roster: Roster

  private static let dateColumns = 11
  /// As wide as ages get, with a gap before the dot.
  private var ageColumns: Int {
    max(context.language.days(9999).cellWidth, context.text(.hours, ["count": 47]).cellWidth)
  }

  /// What a member or host is called that an activity was directed at.
  private func name(_ other: TimelineEntry.Other) -> String {
    let community = roster.community
    return switch other {
    case .member(let other): roster.name(of: other) ?? community.members.id(other)
    case .host(let index):
      context.text(.otherHost, ["name": community.hosts[index].name ?? community.hosts[index].id])
    case .unresolved: context.text(.otherUnresolved)
    }
  }

  /// The lines that an entry takes: what happened when, then details and words, wrapped.
  func lines(_ entry: TimelineEntry, columns: Int) -> [Line] {
    let look = context.look
    let age = context.age(entry.instant)
    var left = [
      Piece(context.language.date(entry.instant, in: context.zone), .date, width: Self.dateColumns),
      Piece(age, .muted, width: ageColumns, .right), Piece("  "),
      Piece(String(Character(look.glyphs.bullet.base)) + " ", entry.subject.role),
      Piece(title(entry), .text),
    ]
    if let other = entry.other {
      left.append(Piece(" \(Character(look.glyphs.arrowRight.base)) ", .muted))
      left.append(Piece(name(other), .text))
    }
    let figure = figure(entry)
    var lines = [Line(left, right: figure.text.isEmpty ? [] : [figure])]
    if let text = entry.text, !text.isEmpty {
      lines += Line.paragraph(text, .text, columns: columns, indent: Self.dateColumns, limit: 6)
    }
    let details = details(entry)
    if !details.isEmpty {
      lines += Line.paragraph(details, .muted, columns: columns, indent: Self.dateColumns, limit: 3)
    }
    return lines
  }

  /// The entry in one sentence, for plain output.
  func sentence(_ entry: TimelineEntry) -> String {
    var parts = [
      context.language.dateAndTime(entry.instant, in: context.zone),
      title(entry), figure(entry).text,
    ]
    if let other = entry.other { parts.append(name(other)) }
    if let text = entry.text { parts.append("“\(text)”") }
    parts.append(details(entry))
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func title(_ entry: TimelineEntry) -> String {
    let word = entry.word.map { Phrase.word($0).map(context.text) ?? $0 }
    switch entry.subject {
    case .activity, .touchpoint, .survey, .decision: return word ?? context.text(entry.subject.phrase)
    case .joined, .purchase, .refund, .complaint, .points, .redemption:
      let subject = context.text(entry.subject.phrase)
      guard let word, word != subject else { return subject }
      return "\(subject) · \(word)"
    }
  }

  /// What it comes to, with its sign and unit.
  private func figure(_ entry: TimelineEntry) -> Piece {
    switch (entry.subject, entry.figure) {
    case (_, .unknown): return Piece("")
    case (_, .money(let amount)):
      return Piece(context.exactMoney(amount), amount.rawValue < 0 ? .negative : .money)
    case (.touchpoint, .number(let value)):
      let sign = value > 0 ? "+" : ""
      let digits = context.language.number(value, decimals: value == value.rounded() ? 0 : 1)
      return Piece(sign + digits, value < 0 ? .negative : .positive)
    case (.survey, .count(let score)):
      let scale = entry.word == "nps" ? "/10" : entry.word == "csat" ? "/5" : entry.word == "ces" ? "/7" : ""
      return Piece("\(score)\(scale)", .number)
    case (.complaint, .count(let level)):
      return Piece(
        context.text(.complaintLevel, ["level": level]),
        level == 1 ? .alert3 : level == 2 ? .alert2 : .alert1)
    case (.points, .count(let delta)), (.redemption, .count(let delta)):
      let digits = (delta > 0 ? "+" : "") + context.number(delta)
      return Piece(context.text(.pointsCount, ["count": digits]), delta < 0 ? .negative : .positive)
    case (_, let value): return Piece(context.longText(value), value.role)
    }
  }

  private func details(_ entry: TimelineEntry) -> String {
    entry.details.map { detail in
      let name = Phrase.field(detail.name).map(context.text) ?? detail.name
      let value: String
      if detail.name == "host", case .text(let id) = detail.value {
        value = roster.community.host(id: id)?.name ?? id
      } else if case .text(let code) = detail.value, let phrase = Phrase.word(code) {
        value = context.text(phrase)
      } else {
        value = context.longText(detail.value)
      }
      return "\(name) \(value)"
    }.joined(separator: " · ")
  }
}

extension TimelineEntry.Subject {
  var phrase: Phrase {
    switch self {
    case .joined: .didJoin
    case .purchase: .didPurchase
    case .refund: .didRefund
    case .activity: .didActivity
    case .touchpoint: .didTouchpoint
    case .survey: .didSurvey
    case .complaint: .didComplaint
    case .points: .didPoints
    case .redemption: .didRedemption
    case .decision: .didDecision
    }
  }

  /// The colour of its dot; the word beside it says the same.
  var role: Role {
    switch self {
    case .joined: .title
    case .purchase: .positive
    case .refund: .negative
    case .activity: .series1
    case .touchpoint: .series3
    case .survey: .series2
    case .complaint: .alert1
    case .points, .redemption: .series5
    case .decision: .series6
    }
  }
}
