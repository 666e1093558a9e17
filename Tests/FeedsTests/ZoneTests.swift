import Bytes
import Community
import Glibc
import TestCommunities
import Testing

@testable import Feeds

@Suite("Zones of the machine's database", .serialized)
struct ZoneTests {
  /// What the C library says, asked one instant at a time. Nothing else sets or reads its zone meanwhile.
  func offsets(_ identifier: String, at times: [Int64]) -> [Int32] {
    let previous = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", ":" + identifier, 1)
    tzset()
    defer {
      if let previous { setenv("TZ", previous, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return times.map { seconds in
      var time = time_t(seconds)
      var parts = tm()
      localtime_r(&time, &parts)
      return Int32(parts.tm_gmtoff)
    }
  }

  @Test(
    "agree with the C library at any instant",
    arguments: [
      "Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "America/Recife",
      "Asia/Gaza",
      "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia", "Etc/GMT+5",
    ])
  func agreeWithTheLibrary(identifier: String) throws {
    let zone = try Zone.named(identifier)
    #expect(zone.identifier == identifier)
    var random = SeededGenerator(seed: 7)
    let times = (0..<20_000).map { _ in Int64(random.next() % 7_258_118_400) }
    let wrong = zip(times, offsets(identifier, at: times)).first { zone.offset(atSeconds: $0) != $1 }
    #expect(wrong == nil)
  }

  @Test("know China's summer time to the second")
  func summerTimeInShanghai() throws {
    let zone = try Zone.named("Asia/Shanghai")
    // 1986-05-04 02:00 local time, and 1991-09-15 02:00 of summer time.
    for (change, before, after) in [(515_527_200, 28800, 32400), (684_867_600, 32400, 28800)]
      as [(Int64, Int32, Int32)]
    {
      #expect(zone.offset(atSeconds: change - 1) == before)
      #expect(zone.offset(atSeconds: change) == after)
    }
  }

  @Test("may be UTC or an offset, without any file")
  func offsets() throws {
    #expect(try Zone.named("UTC") == .utc)
    #expect(try Zone.named("Z") == .utc)
    #expect(try Zone.named("+00:00") == .utc)
    #expect(try Zone.named("+08:00") == Zone(identifier: "+08:00", offset: 28800))
    #expect(try Zone.named("-0330") == Zone(identifier: "-03:30", offset: -12600))
    #expect(try Zone.named("+08") == Zone(identifier: "+08:00", offset: 28800))
  }

  @Test(
    "have names, no paths",
    arguments: [
      "", "/etc/localtime", "../zoneinfo/Asia/Shanghai", "Asia/../Asia/Shanghai", "Asia//Shanghai", "Asia",
      "./UTC",
      "zone.tab", "right/Asia/Shanghai", "+24:00", "+8", "+08:60", "08:00", "CST-8", "Asia/Shanghai\0", "北京",
    ])
  func refusedNames(identifier: String) {
    #expect(throws: ZoneProblem.self) { try Zone.named(identifier) }
  }

  @Test(
    "that don't exist come with the nearest that does",
    arguments: [
      ("Asia/Shangai", "Asia/Shanghai"), ("asia/shanghai", "Asia/Shanghai"), ("Shanghai", "Asia/Shanghai"),
      ("Europe/Berlinn", "Europe/Berlin"), ("Nowhere/Whatever/Nothing", nil),
    ])
  func unknownNames(identifier: String, nearest: String?) {
    #expect(throws: ZoneProblem.unknown(identifier, nearest: nearest)) { try Zone.named(identifier) }
  }
}

@Suite("Zone files")
struct ZoneFileTests {
  @Test("that break off, or are something else, are no zones")
  func damagedFiles() throws {
    let path = "/usr/share/zoneinfo/Europe/Berlin"
    let file = try SystemFiles().open(path)
    var bytes = [UInt8](repeating: 0, count: Int(try file.status().size))
    let count = try bytes.withMutableView { try file.read(into: $0, at: 0) }
    #expect(count == bytes.count && ZoneFile(bytes) != nil)
    for length in bytes.indices { #expect(ZoneFile(Array(bytes[..<length])) == nil) }
    for index in 0..<bytes.count {
      var damaged = bytes
      damaged[index] ^= 0xFF
      _ = ZoneFile(damaged)?.zone("damaged")
    }
  }
}

@Suite("The machine's zone")
struct MachineZoneTests {
  @Test(
    "is what TZ says",
    arguments: [
      ("Asia/Shanghai", "Asia/Shanghai"), (":Europe/Berlin", "Europe/Berlin"), ("", "UTC"), ("UTC", "UTC"),
      ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"), ("Nonsense", "UTC"), ("Asia/Nowhere1", "UTC"),
      ("CST-8:", "UTC"), ("EST5EDT,M13.1.0,M11.1.0", "UTC"),
    ])
  func variable(text: String, identifier: String) {
    #expect(Zone.machine(variable: text).identifier == identifier)
  }

  @Test("may be given by rules, whose offsets count westward")
  func rules() {
    #expect(Zone.machine(variable: "CST-8").offset(atSeconds: 1_767_225_600) == 28800)
    let eastern = Zone.machine(variable: "EST5EDT,M3.2.0,M11.1.0")
    #expect(eastern.offset(atSeconds: 1_767_225_600) == -18000)
    #expect(eastern.offset(atSeconds: 1_782_864_000) == -14400)
    #expect(Zone.machine(variable: "EST5EDT").offset(atSeconds: 1_782_864_000) == -14400)
    let berlin = Zone.machine(variable: "<+01>-1<+02>-2,J88/2:00:00,300/3")
    #expect(berlin.offset(atSeconds: 1_782_864_000) == 7200)
  }

  @Test("is where the link leads, else the name in the file, else UTC")
  func files() throws {
    let folder = try TemporaryFolder()
    let link = folder.path + "/localtime"
    let name = folder.path + "/timezone"
    #expect(Zone.machine(variable: nil, link: link, nameFile: name) == .utc)
    folder.write("timezone", "Europe/Berlin\n")
    #expect(Zone.machine(variable: nil, link: link, nameFile: name).identifier == "Europe/Berlin")
    symlink("../usr/share/zoneinfo/Asia/Shanghai", link)
    #expect(Zone.machine(variable: nil, link: link, nameFile: name).identifier == "Asia/Shanghai")
  }
}
