import Glibc

/// Which file systems are mounted, by the numbers of their devices.
struct MountTable: Sendable {
  private var kinds: [UInt64: String] = [:]

  /// Reads what the kernel says about mounts to this process.
  static func current() -> MountTable {
    guard let file = fopen("/proc/self/mountinfo", "re") else { return MountTable(text: []) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return MountTable(text: bytes) }
      bytes += block[..<count]
    }
  }

  /// - Parameter text: lines of the form of `/proc/self/mountinfo`.
  init(text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      // Optional words come before the lone dash, the kind of file system behind it.
      guard words.count > 6, let dash = words[6...].firstIndex(of: "-"), dash + 1 < words.count else {
        continue
      }
      let numbers = words[2].split(separator: ":").compactMap { UInt64($0) }
      guard numbers.count == 2 else { continue }
      kinds[MountTable.device(major: numbers[0], minor: numbers[1])] = words[dash + 1]
    }
  }

  /// Whether changes may be made there that this machine's kernel doesn't see.
  func isRemote(device: UInt64) -> Bool {
    guard let kind = kinds[device] else { return false }
    return kind.hasPrefix("fuse") || kind.hasPrefix("nfs") || MountTable.remoteKinds.contains(kind)
  }

  private static let remoteKinds: Set<String> = [
    "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "lustre", "gpfs", "glusterfs", "gfs2", "ocfs2",
    "beegfs",
    "vboxsf", "vmhgfs", "virtiofs", "prl_fs",
  ]

  /// How `stat` puts both numbers into one.
  static func device(major: UInt64, minor: UInt64) -> UInt64 {
    (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | (minor & 0xFF) | (minor & ~0xFF) << 12
  }
}
