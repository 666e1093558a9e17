import Community

extension MeasureStage {
  /// What hosts do for members. Whom they may invite and whether they care on time is known where the accounts and the
  /// calendar of touchpoints are.
  package static let hosts = MeasureStage(
    "hosts", needs: ["activity", "ties"], delivery: .atFirst,
    keep: { measures, earlier in measures.hosts = earlier.hosts }
  ) { progress in
    let (account, calendar) = (progress.measures.account, progress.measures.touchpoints)
    guard let activity = progress.measures.activity, let ties = progress.measures.ties,
      let hosts = HostFigures(
        community: progress.community, figures: progress.figures, activity: activity,
        path: progress.measures.path, ties: ties,
        balance: account.map { account in { account.balance($0) } },
        care: calendar.map { calendar in { calendar.care(of: $0) } },
        isCancelled: progress.computation.isCancelled)
    else { return false }
    progress.measures.receive(hosts)
    return true
  }
}
