import Reports

/// A list for sending to be written to a file.
struct SendingRequest: Sendable {
  var generation: Int
  var list: any SendingList
  var format: ExportState.Format
  var path: String
  var mayReplace: Bool
  /// Whether CSV begins with a byte order mark.
  var hasByteOrderMark: Bool
}

extension SendingRequest: EngineRequest {
  func submit(to engine: Engine) {
    engine.exports.submit({ $0.export(self) }, generation: generation)
  }
}

extension Effect {
  static func exportForSending(_ request: SendingRequest) -> Effect { .request(request) }
}

extension Engine {
  fileprivate func export(_ request: SendingRequest) {
    var content = request.list.file(request.format, hasByteOrderMark: request.hasByteOrderMark)
    var outcome: ExportOutcome
    do throws(FileProblem) {
      var file = try WholeFile(path: request.path)
      try file.write(content.bytes)
      let isWritten = try file.finish(mayReplace: request.mayReplace)
      content.bytes = []
      outcome = isWritten ? .sent(content, path: WholeFile.fullPath(request.path)) : .exists
    } catch {
      outcome = .failed(error)
    }
    post(.exported(generation: request.generation, outcome))
  }
}
