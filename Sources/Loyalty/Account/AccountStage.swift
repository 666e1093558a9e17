import Community

extension MeasureStage {
  /// The emotional accounts.
  package static let account = MeasureStage(
    "account",
    follow: { measures, touched, roster in
      measures.updateAccounts(
        of: touched, community: roster.community, figures: roster.figures, moment: roster.moment)
    }
  ) { progress in
    guard let account = EmotionalAccounts(roster: progress.roster, on: progress.computation) else {
      return false
    }
    progress.measures.receive(account)
    return true
  }
}

extension EmotionalAccounts {
  /// Computes the accounts of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, on computation: Computation = .serial) {
    self.init(
      community: roster.community, figures: roster.figures, moment: roster.moment, on: computation)
  }
}
