import Community
import Loyalty
import Texts

/// What stands in ledgers of points, in words.
package struct PointsWords {
  package var language: Language
  package var community: Community

  package init(language: Language, community: Community) {
    self.language = language
    self.community = community
  }

  /// Where points came from or went.
  package func reason(_ word: String?) -> String {
    guard let word else { return language.text(.pointsReasonUnnamed) }
    return Phrase.pointsReasons[word].map { language.text($0) } ?? word
  }

  package func kind(_ kind: PointsLedger.Kind) -> String {
    switch kind {
    case .earned: language.text(.kindEarned)
    case .social: language.text(.kindSocial)
    case .redeemed: language.text(.kindRedeemed)
    case .takenBack: language.text(.kindTakenBack)
    case .adjusted: language.text(.kindAdjusted)
    case .expired: language.text(.kindExpired)
    }
  }

  /// With its sign.
  package func signed(_ points: Int64) -> String {
    (points < 0 ? "−" : "+") + language.number(points.magnitude)
  }

  /// What a line is about: its reason, where that says more than its kind.
  package func what(_ line: PointsLedger.Line) -> String {
    switch line.kind {
    case .earned: return reason(line.reason)
    case .redeemed:
      return line.reward.map { language.text(.pointsWhyReward, ["reward": $0]) } ?? kind(.redeemed)
    case .social, .takenBack, .expired: return kind(line.kind)
    case .adjusted:
      // A refund that is recorded among the points is no adjustment.
      return line.reason == nil ? kind(.adjusted) : reason(line.reason)
    }
  }

  /// The records and lots behind a line.
  package func why(_ line: PointsLedger.Line, in ledger: PointsLedger) -> String {
    var parts: [String] = []
    if let order = line.order { parts.append(language.text(.pointsWhyOrder, ["order": order])) }
    if let person = line.person {
      parts.append(language.text(.pointsWhyPerson, ["id": community.members.id(person)]))
    }
    if let referrals = line.referrals {
      parts.append(language.text(.pointsWhySocial, ["count": referrals]))
    }
    if ledger.members.count > 1 {
      parts.append(language.text(.pointsWhyMember, ["id": community.members.id(line.member)]))
    }
    let lots = line.parts.map { part in
      line.parts.count > 1 || part.points != line.delta.magnitude
        ? "\(part.lot + 1) (\(language.number(part.points)))" : "\(part.lot + 1)"
    }
    if !lots.isEmpty {
      parts.append(
        language.text(line.delta > 0 ? .pointsWhyAs : .pointsWhyFrom, ["lots": lots.joined(separator: ", ")]))
    }
    if line.dropped > 0 {
      parts.append(language.text(.pointsWhyDropped, ["points": language.number(line.dropped)]))
    }
    if line.isNegativeLot { parts.append(language.text(.pointsWhyNegativeLot)) }
    return parts.joined(separator: language == .simplifiedChinese ? "；" : "; ")
  }
}

extension Language {
  /// Why a member shares no points with the household that their record names.
  package func text(_ fault: PointPools.Problem) -> String {
    switch fault {
    case .namesAnother: text(.pointsHouseholdNamesAnother)
    case .unknown: text(.pointsHouseholdNobody)
    case .full: text(.pointsHouseholdFull)
    }
  }
}
