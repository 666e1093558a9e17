import Community
import Loyalty
import Reports

extension ExportRequest: EngineRequest {
  func submit(to engine: Engine) {
    engine.exports.submit({ $0.export(self) }, generation: generation)
  }
}

extension Effect {
  static func export(_ request: ExportRequest) -> Effect { .request(request) }
  static let cancelExport = Effect.request(Cancellation { $0.exports })
}

extension Engine {
  private struct Cancelled: Error {}

  /// Writes members to a file, whole or not at all.
  fileprivate func export(_ request: ExportRequest) {
    let isCancelled: @Sendable () -> Bool = { [self] in
      exports.isOutdated(request.generation)
    }
    let roster = request.data.roster
    var rows = request.rows
    if let marks = request.marks {
      let all = roster.all(
        MemberQuery(filter: .all, order: request.order), on: Computation(isCancelled: isCancelled))
      rows = all?.rows.filter { marks.contains($0) } ?? []
    }
    var outcome: ExportOutcome
    do {
      var file = try WholeFile(path: request.path)
      if request.format == .csv, request.hasByteOrderMark { try file.write(CSVWriter.byteOrderMark) }
      let report = MembersReport(roster: roster, members: rows, columns: request.columns)
      try report.write(request.format == .csv ? .csv : .json) { bytes in
        if isCancelled() { throw Cancelled() }
        try file.write(bytes)
      }
      if isCancelled() { throw Cancelled() }
      let isWritten = try file.finish(mayReplace: request.mayReplace)
      outcome = isWritten ? .written(count: rows.count, path: WholeFile.fullPath(request.path)) : .exists
    } catch let problem as FileProblem {
      outcome = .failed(problem)
    } catch {
      outcome = .cancelled
    }
    post(.exported(generation: request.generation, outcome))
  }
}
