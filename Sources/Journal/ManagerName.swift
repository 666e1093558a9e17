import Glibc

/// Under whose name decisions are written.
package enum ManagerName {
  /// The first of the three that isn't blank, without blanks around it.
  /// - Parameters:
  ///   - argument: from the command line.
  ///   - config: from the user's settings.
  ///   - account: the name of the user's account, see `account()`.
  package static func choose(argument: String?, config: String?, account: String) -> String {
    for name in [argument, config] {
      if let name = name.map(trimmed), !name.isEmpty { return name }
    }
    return trimmed(account)
  }

  /// The name of the account that the program runs under; the account's number where it has no name.
  package static func account() -> String {
    let user = geteuid()
    var record = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 1 << 14)
    guard getpwuid_r(user, &record, &buffer, buffer.count, &found) == 0, found != nil,
      let name = record.pw_name, name.pointee != 0
    else { return String(user) }
    return String(cString: name)
  }

  private static func trimmed(_ name: String) -> String {
    let isBlank = { (character: Character) in character.isWhitespace }
    guard let first = name.firstIndex(where: { !isBlank($0) }),
      let last = name.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(name[first...last])
  }
}
