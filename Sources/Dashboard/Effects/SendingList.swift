import Community
import JSONTape
import Loyalty
import Reports

/// Members with where to reach them and what to say, for whoever sends it.
protocol SendingList: Sendable {
  /// What the columns are called.
  static var columns: [String] { get }
  var lines: [SendingLine] { get }
}

/// One member of a list for sending, or why they aren't in it.
enum SendingLine: Sendable {
  /// What stands in each column, nil for nothing; and whether a phone number or an e-mail address is among it.
  case row([String?], hasContact: Bool)
  case leftOut(LeftOut)
}

/// Somebody who can't be in a list for sending.
struct LeftOut: Hashable, Sendable {
  var id: String
  /// As it's shown on screens.
  var name: String?
  var lack: SendingAddress.Lack
}

/// A list for sending as it gets into a file.
struct SendingFile: Sendable {
  var bytes: [UInt8] = []
  /// Rows in it, and those of them with a phone number or an e-mail address.
  var count = 0
  var contacts = 0
  var leftOut: [LeftOut] = []
}

extension SendingList {
  /// - Parameter hasByteOrderMark: whether CSV begins with one.
  func file(_ format: ExportState.Format, hasByteOrderMark: Bool) -> SendingFile {
    var file = SendingFile()
    var rows: [[String?]] = []
    for line in lines {
      switch line {
      case .row(let row, let hasContact):
        rows.append(row)
        if hasContact { file.contacts += 1 }
      case .leftOut(let leftOut): file.leftOut.append(leftOut)
      }
    }
    file.count = rows.count
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.row(Self.columns)
      for row in rows { writer.row(row.map { $0 ?? "" }) }
      file.bytes = (hasByteOrderMark ? CSVWriter.byteOrderMark : []) + writer.bytes
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
      file.bytes = writer.bytes
    }
    return file
  }
}

extension Roster {
  /// A line with an address, or why there's none.
  ///
  /// - Parameters:
  ///   - wanted: the channel to be used if it can be.
  ///   - row: what stands in each column, of channel and address.
  func sendingLine(
    _ member: Member.Index, on wanted: String? = nil, row: (_ channel: String, _ address: String) -> [String?]
  ) -> SendingLine {
    switch community.sendingAddress(of: member, on: wanted) {
    case .found(let channel, let address, let isContact):
      .row(row(channel, address), hasContact: isContact)
    case .none(let lack):
      .leftOut(LeftOut(id: community.members.id(member), name: name(of: member), lack: lack))
    }
  }

  /// Id and name of the host who looks after a member, else of another one.
  func sendingHost(_ host: Symbol) -> [String?] {
    guard host != .none else { return [nil, nil] }
    let id = community.symbols[host]
    return [id, community.host(id: id)?.name]
  }
}
