import Community
import Loyalty
import Texts

/// Words that the community's panel and reports have in common.
package enum CommunityWords {
  /// By how much something grew: `+12 %`.
  package static func growth(_ growth: Double, in language: Language) -> String {
    (growth < 0 ? "−" : "+") + language.percent(abs(growth))
  }

  package static func name(_ layer: ContributorLayer?, in language: Language) -> String {
    layer.map { language.word($0.id, of: .contributorLayer) } ?? language.text(.communityNobody)
  }

  /// A weekday's short name, 0 for Monday.
  package static func weekday(_ day: Int, in language: Language) -> String {
    switch language {
    case .english: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][day]
    case .simplifiedChinese: ["一", "二", "三", "四", "五", "六", "日"][day]
    }
  }

  package static func day(of challenge: Challenge, in language: Language) -> String {
    challenge.isRunning
      ? language.text(.communityDayOf, ["day": challenge.today, "length": challenge.length])
      : language.text(.communityOver)
  }

  /// The name of a member or host, or the id where there's none.
  package static func name(_ party: Participant, _ roster: Roster) -> String {
    if let member = party.member { return name(member, roster) }
    guard let host = party.host else { return "–" }
    return roster.community.hosts[host].name ?? roster.community.hosts[host].id
  }

  package static func name(_ member: Member.Index, _ roster: Roster) -> String {
    roster.name(of: member) ?? roster.community.members.id(member)
  }

  package static func type(_ type: Symbol, _ community: Community, in language: Language) -> String {
    Phrase.word(community.symbols[type]).map { language.text($0) } ?? community.symbols[type]
  }
}
