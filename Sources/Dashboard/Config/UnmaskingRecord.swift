import Community
import Logging

/// The line in the log that showing phone numbers and e-mail addresses leaves.
package enum UnmaskingRecord {
  /// - Parameters:
  ///   - action: what shows them, such as `report members`.
  ///   - folder: whose they are.
  /// - Returns: whether the line could be written.
  @discardableResult
  package static func write(
    action: String, folder: String, to places: Places, clock: @escaping @Sendable () -> Instant
  ) -> Bool {
    guard let path = places.logPath, let file = LogFile(path: path, clock: clock) else { return false }
    let log = Logger(label: "koxtop") { _ in file }
    log.notice(
      "phone numbers and e-mail addresses shown", metadata: ["by": "\(action)", "folder": "\(folder)"])
    return true
  }
}
