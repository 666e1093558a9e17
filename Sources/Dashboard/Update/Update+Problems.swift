import Feeds
import Reports
import Texts

extension DashboardState {
  /// Says at once what a new state of the folder couldn't use: settings that broke, records that came and were rejected.
  mutating func sayNewProblem(of new: DashboardData) {
    guard let before = data.newest?.snapshot.report else { return }
    let report = new.snapshot.report
    if report.programProblems != before.programProblems, let problem = report.programProblems.first {
      let reason = problem.text(in: language)
      message =
        report.keepsProgram
        ? Message(.error, language.text(.programKept, ["reason": reason]))
        : Message(.warning, language.text(.missingSetting, ["reason": reason]))
      return
    }
    let count = report.setAside.count - before.setAside.count
    guard count > 0, let newest = SetAsideSummary.newest(of: report, since: before) else { return }
    let reason = newest.reasonText(in: language)
    message = Message(
      .warning,
      count == 1
        ? language.text(.liveRejected, ["place": newest.placeText, "reason": reason])
        : language.text(
          .liveRejectedMore, ["count": count, "place": newest.placeText, "reason": reason]))
  }
}
