import JSONTape
import Reports

/// Members with where to reach them and what to say, for whoever sends it.
protocol SendingList: Sendable {
  /// What the columns are called.
  static var columns: [String] { get }
  /// Row by row, what stands in each column; nil for nothing.
  var rows: [[String?]] { get }
}

extension SendingList {
  /// - Returns: the file's bytes, and how many rows are in it.
  func bytes(_ format: ExportState.Format) -> (bytes: [UInt8], count: Int) {
    let rows = rows
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.row(Self.columns)
      for row in rows { writer.row(row.map { $0 ?? "" }) }
      return (writer.bytes, rows.count)
    case .json:
      var writer = JSONWriter(indentation: 2)
      writer.array { writer in
        for row in rows {
          writer.object { writer in
            for (column, value) in zip(Self.columns, row) { writer.field(column, value) }
          }
        }
      }
      writer.newline()
      return (writer.bytes, rows.count)
    }
  }
}

/// A list for sending to be written to a file.
struct SendingRequest: Sendable {
  var generation: Int
  var list: any SendingList
  var format: ExportState.Format
  var path: String
  var mayReplace: Bool
}

extension Engine {
  func export(_ request: SendingRequest) {
    let list = request.list.bytes(request.format)
    var outcome: ExportOutcome
    do throws(FileProblem) {
      var file = try WholeFile(path: request.path)
      try file.write(list.bytes)
      let isWritten = try file.finish(mayReplace: request.mayReplace)
      outcome = isWritten ? .written(count: list.count, path: request.path) : .exists
    } catch {
      outcome = .failed(error)
    }
    post(.exported(generation: request.generation, outcome))
  }
}
