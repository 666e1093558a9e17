import Bytes
import Community
import Glibc
import Synchronization

/// Why a time zone can't be had.
package enum ZoneProblem: Error, Hashable, Sendable {
  /// No zone has this name; the nearest one that has, if any is near.
  case unknown(String, nearest: String?)
  /// The name may be right, but the machine has no data of time zones.
  case noData(String)
}

extension Zone {
  /// The zone of an IANA name (`Asia/Shanghai`), of `UTC` or `Z`, or of an offset (`+08:00`, `-0330`, `+08`).
  ///
  /// Names are those of files in the system's zone database, which `TZDIR` may place elsewhere. A file is read once.
  package static func named(_ identifier: String) throws(ZoneProblem) -> Zone {
    if identifier == "UTC" || identifier == "Z" { return .utc }
    if let zone = Zone(offsetNamed: identifier) { return zone }
    guard let path = ZoneDatabase.path(of: identifier), let zone = ZoneDatabase.zone(identifier, at: path)
    else {
      let meant = ZoneNames.meant(by: identifier)
      if meant == nil, ZoneDatabase.isMissing { throw .noData(identifier) }
      throw .unknown(identifier, nearest: meant ?? ZoneDatabase.nearest(to: identifier))
    }
    return zone
  }

  /// The machine's zone: what `TZ` says, else where `/etc/localtime` leads, else the name in `/etc/timezone`, else
  /// the rules in `/etc/localtime` themselves, else UTC.
  package static func machine() -> Zone {
    machine(variable: getenv("TZ").map { String(cString: $0) })
  }

  /// Why the machine's zone is taken for UTC although it says another one; nil where nothing is wrong.
  package static func machineProblem() -> ZoneProblem? {
    machineProblem(variable: getenv("TZ").map { String(cString: $0) })
  }

  static func machineProblem(
    variable: String?, link: String = "/etc/localtime", nameFile: String = "/etc/timezone"
  ) -> ZoneProblem? {
    guard machine(variable: variable, link: link, nameFile: nameFile) == .utc else { return nil }
    var said = variable.map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
    if said == nil {
      said = ZoneDatabase.target(ofLink: link).map(nameInDatabase) ?? ZoneDatabase.firstLine(of: nameFile)
    }
    guard let said, !said.isEmpty, ZoneRule(said.utf8) == nil else { return nil }
    do throws(ZoneProblem) {
      _ = try named(nameInDatabase(said))
      return nil
    } catch {
      return error
    }
  }

  /// What follows the database's folder in a path; other texts as they are.
  private static func nameInDatabase(_ path: String) -> String {
    let components = path.split(separator: "/")
    guard let folder = components.lastIndex(of: "zoneinfo") else { return path }
    return components[(folder + 1)...].joined(separator: "/")
  }

  static func machine(
    variable: String?, link: String = "/etc/localtime", nameFile: String = "/etc/timezone"
  ) -> Zone {
    if let variable { return zone(ofVariable: variable) }
    if let target = ZoneDatabase.target(ofLink: link), let zone = zone(atPath: target) { return zone }
    if let name = ZoneDatabase.firstLine(of: nameFile), let zone = try? named(name) { return zone }
    return ZoneDatabase.zone("localtime", at: link) ?? .utc
  }

  /// What POSIX and glibc make of `TZ`: a name, a path, or rules such as `CST-8`. Nonsense means UTC.
  private static func zone(ofVariable variable: String) -> Zone {
    let text = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
    if text.isEmpty { return .utc }
    if let zone = (try? named(text)) ?? zone(atPath: text) { return zone }
    return ZoneRule(text.utf8).map { ZoneFile(rule: $0).zone(text) } ?? .utc
  }

  /// A path into some copy of the database, such as `../usr/share/zoneinfo/Europe/Berlin`.
  private static func zone(atPath path: String) -> Zone? {
    let components = path.split(separator: "/")
    guard let folder = components.lastIndex(of: "zoneinfo") else { return nil }
    return try? named(components[(folder + 1)...].joined(separator: "/"))
  }

  /// Nil for everything but a sign and two or four digits, with or without a colon, up to 23:59.
  private init?(offsetNamed identifier: String) {
    var bytes = Array(identifier.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    bytes.removeFirst()
    if bytes.count == 5, bytes[2] == UInt8(ascii: ":") { bytes.remove(at: 2) }
    guard bytes.count == 2 || bytes.count == 4, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    let digits = bytes.map { Int32($0) - 48 } + [0, 0]
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits[2] * 10 + digits[3]
    guard hours < 24, minutes < 60 else { return nil }
    let offset = (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
    if offset == 0 {
      self = .utc
    } else {
      let name = "\(digits[0])\(digits[1]):\(digits[2])\(digits[3])"
      self.init(identifier: (offset < 0 ? "-" : "+") + name, offset: offset)
    }
  }
}

/// The system's files of time zones.
private enum ZoneDatabase {
  private static let zones = Mutex<[String: Zone]>([:])

  private static var folder: String {
    getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
  }

  /// Where the file of a name would be; nil for names that would lead elsewhere.
  static func path(of identifier: String) -> String? {
    let components = identifier.split(separator: "/", omittingEmptySubsequences: false)
    for component in components {
      guard let first = component.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
        component.utf8.allSatisfy(isNameByte)
      else { return nil }
    }
    return "\(folder)/\(identifier)"
  }

  /// The zone of a file; nil when there is none of the right form.
  static func zone(_ identifier: String, at path: String) -> Zone? {
    if let zone = zones.withLock({ $0[path] }) { return zone }
    guard let zone = contents(of: path, limit: 1 << 16).flatMap({ ZoneFile($0) })?.zone(identifier) else {
      return nil
    }
    zones.withLock { $0[path] = zone }
    return zone
  }

  /// Whether the machine has no data of time zones at all.
  static var isMissing: Bool {
    ["UTC", "Etc/UTC", "tzdata.zi", "zone1970.tab", "zone.tab"].allSatisfy {
      contents(of: "\(folder)/\($0)", limit: 1) == nil
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  static func target(ofLink path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  static func firstLine(of path: String) -> String? {
    guard let bytes = contents(of: path, limit: 256) else { return nil }
    return String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
  }

  /// The first bytes of a regular file; nil when there is none.
  private static func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let count = bytes.withMutableView { bytes in
        read(descriptor, bytes.extracting(filled...).baseAddress, limit - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }

  /// Looks in the database's tables. The name of a city alone is near too.
  static func nearest(to identifier: String) -> String? {
    var names: Set<String> = []
    for table in ["zone1970.tab", "zone.tab"] {
      guard let bytes = contents(of: "\(folder)/\(table)", limit: 1 << 17) else { continue }
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let columns = line.split(separator: UInt8(ascii: "\t"))
        if columns.count >= 3 { names.insert(String(decoding: columns[2], as: UTF8.self)) }
      }
    }
    let sorted = names.sorted()
    if let name = nearestName(to: identifier, among: sorted) { return name }
    let cities = sorted.map { String($0.split(separator: "/").last ?? "") }
    guard let city = nearestName(to: identifier, among: cities) else { return nil }
    return cities.firstIndex(of: city).map { sorted[$0] }
  }
}
