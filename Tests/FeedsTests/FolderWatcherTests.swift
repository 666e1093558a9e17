import Glibc
import Testing

@testable import Feeds

@Suite("Following a folder by the kernel's word")
struct FolderWatcherTests {
  let folder: TemporaryFolder
  let watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder()
    folder.write("orders.jsonl", "{}\n")
    folder.write("program.json", "{}")
    folder.makeFolder("surveys")
    folder.write("surveys/2026-01.jsonl", "{}\n")
    watcher = FolderWatcher(folder: folder.path)
  }

  /// What is known at once, without waiting.
  func changes() -> [FolderChange] { watcher.wait(until: .now) ?? [] }

  @Test("tells of nothing when nothing happens")
  func nothing() {
    #expect(watcher.obstacle == nil)
    #expect(changes() == [])
  }

  @Test("tells of appended lines, once for many")
  func append() {
    for _ in 0..<100 { folder.append("orders.jsonl", "{}\n") }
    #expect(changes() == [.touched("orders.jsonl")])
    #expect(changes() == [])
  }

  @Test("tells of the files in a feed's folder")
  func appendToPartition() {
    folder.append("surveys/2026-01.jsonl", "{}\n")
    folder.write("surveys/2026-02.ndjson.gz", "")
    #expect(changes() == [.touched("surveys/2026-01.jsonl"), .touched("surveys/2026-02.ndjson.gz")])
  }

  @Test("tells of a file that another is moved over, of one truncated, and of one removed")
  func replaceTruncateRemove() {
    folder.write(".orders.tmp", "{}\n{}\n")
    #expect(changes() == [])
    folder.move(".orders.tmp", to: "orders.jsonl")
    #expect(changes() == [.touched("orders.jsonl")])
    folder.write("orders.jsonl", "")
    #expect(changes() == [.touched("orders.jsonl")])
    folder.delete("orders.jsonl")
    #expect(changes() == [.touched("orders.jsonl")])
  }

  @Test("tells of new files and the programme, in the order in which they changed")
  func newFiles() {
    folder.write("members.json.gz", "")
    folder.write("program.json", "{\"name\":\"x\"}")
    folder.write("activity.ndjson", "")
    #expect(
      changes() == [.touched("members.json.gz"), .touched("program.json"), .touched("activity.ndjson")])
  }

  @Test("tells of files of no feed when they come and go, not of what is written to them")
  func otherFiles() {
    let names = ["notes.txt", "orders.jsonl~", ".orders.jsonl.swp", "orders.csv", "members", "shops.json"]
    for name in names { folder.write(name, "x") }
    for name in [".2026.jsonl", "2026.jsonl.part", "readme.md"] { folder.write("surveys/\(name)", "x") }
    // The name of a feed may be a folder's, so it is looked at.
    #expect(
      changes() == [
        .touched("notes.txt"), .touched("orders.csv"), .touched("members"), .touched("shops.json"),
      ])
    folder.append("notes.txt", "y")
    folder.append("shops.json", "y")
    #expect(changes() == [])
    folder.delete("notes.txt")
    #expect(changes() == [.touched("notes.txt")])
  }

  @Test("tells of files in the folders of a feed's folder, however deep")
  func nestedParts() {
    folder.makeFolder("orders")
    folder.makeFolder("orders/year=2026")
    folder.makeFolder("orders/year=2026/month=11")
    folder.write("orders/year=2026/month=11/a.jsonl", "{}\n")
    #expect(changes().contains(.touched("orders/year=2026/month=11/a.jsonl")))
    folder.append("orders/year=2026/month=11/a.jsonl", "{}\n")
    #expect(changes() == [.touched("orders/year=2026/month=11/a.jsonl")])
    folder.write("orders/year=2026/b.JSONL", "{}\n")
    #expect(changes() == [.touched("orders/year=2026/b.JSONL")])
  }

  @Test("tells of a file made at once in a new folder of a feed")
  func newPartition() {
    folder.makeFolder("points")
    folder.write("points/a.jsonl", "{}\n")
    #expect(changes() == [.touched("points"), .touched("points/a.jsonl")])
    folder.append("points/a.jsonl", "{}\n")
    #expect(changes() == [.touched("points/a.jsonl")])
  }

  @Test("goes on with the folder that takes the place of a feed's")
  func replacedPartition() {
    folder.makeFolder("next")
    folder.write("next/b.jsonl", "{}\n")
    folder.move("surveys", to: "old")
    folder.move("next", to: "surveys")
    #expect(
      changes() == [
        .touched("next"), .touched("surveys"), .touched("surveys/b.jsonl"), .touched("old"),
      ])
    folder.append("old/2026-01.jsonl", "{}\n")
    #expect(changes() == [])
    folder.append("surveys/b.jsonl", "{}\n")
    #expect(changes() == [.touched("surveys/b.jsonl")])
  }

  @Test("follows links to the files that they lead to")
  func links() throws {
    let elsewhere = try TemporaryFolder()
    elsewhere.write("data", "{}\n")
    symlink(elsewhere.path + "/data", folder.path + "/weather.jsonl")
    symlink(elsewhere.path, folder.path + "/complaints")
    symlink("loop.jsonl", folder.path + "/hosts.jsonl")
    #expect(
      changes() == [.touched("weather.jsonl"), .touched("complaints"), .touched("hosts.jsonl")])
    elsewhere.append("data", "{}\n")
    elsewhere.write("c.jsonl", "{}\n")
    #expect(changes() == [.touched("weather.jsonl"), .touched("complaints/c.jsonl")])
    folder.delete("weather.jsonl")
    elsewhere.append("data", "{}\n")
    #expect(changes() == [.touched("weather.jsonl")])
    elsewhere.append("data", "{}\n")
    #expect(changes() == [])
  }

  @Test("takes a queue that ran over for a change of everything")
  func overflow() {
    #expect(
      watcher.apply([
        KernelEvent(watch: 1, mask: UInt32(IN_MODIFY), name: "orders.jsonl"),
        KernelEvent(watch: -1, mask: UInt32(IN_Q_OVERFLOW)),
      ]) == [.everything])
    folder.append("orders.jsonl", "{}\n")
    folder.append("surveys/2026-01.jsonl", "{}\n")
    #expect(changes() == [.touched("orders.jsonl"), .touched("surveys/2026-01.jsonl")])
  }

  @Test("stops a sleeper, for good")
  func stop() async {
    let watcher = watcher
    async let ending = Task.detached { watcher.wait() == nil }.value
    watcher.stop()
    #expect(await ending)
    folder.append("orders.jsonl", "{}\n")
    #expect(watcher.wait() == nil)
  }
}

@Suite("Following a folder that comes and goes")
struct LostFolderTests {
  let parent: TemporaryFolder
  let watcher: FolderWatcher

  init() throws {
    parent = try TemporaryFolder()
    parent.makeFolder("data")
    symlink("data", parent.path + "/link")
    watcher = FolderWatcher(folder: parent.path + "/data", interval: .milliseconds(1))
  }

  @Test("says so when the folder is moved away, and when another is there")
  func replacedFolder() {
    parent.move("data", to: "old")
    #expect(watcher.wait() == [.everything])
    parent.makeFolder("data")
    #expect(watcher.wait() == [.everything])
    parent.write("data/orders.jsonl", "{}\n")
    #expect(watcher.wait() == [.touched("orders.jsonl")])
    parent.write("old/members.jsonl", "{}\n")
    #expect(watcher.wait(until: .now) == [])
  }

  @Test("waits for a folder that isn't there yet")
  func laterFolder() {
    let watcher = FolderWatcher(folder: parent.path + "/later", interval: .milliseconds(1))
    #expect(watcher.wait(until: .now) == [])
    parent.makeFolder("later")
    #expect(watcher.wait() == [.everything])
  }

  @Test("notices when the link that is the folder's path leads elsewhere")
  func replacedLink() {
    let watcher = FolderWatcher(folder: parent.path + "/link")
    parent.makeFolder("new")
    symlink("new", parent.path + "/link.tmp")
    parent.move("link.tmp", to: "link")
    #expect(watcher.wait() == [.everything])
    parent.write("new/orders.jsonl", "{}\n")
    #expect(watcher.wait() == [.touched("orders.jsonl")])
  }
}

@Suite("Following a folder on a network")
struct FolderLookTests {
  let folder: TemporaryFolder
  let watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder()
    folder.write("orders.jsonl", "{}\n")
    folder.makeFolder("surveys")
    folder.write("surveys/a.jsonl", "{}\n")
    watcher = FolderWatcher(
      folder: folder.path, interval: .milliseconds(1), mounts: { [path = folder.path] in network(at: path) })
  }

  @Test("looks at the files from time to time")
  func changes() {
    #expect(watcher.obstacle == .networkMount)
    #expect(watcher.isPolling)
    folder.append("orders.jsonl", "{}\n")
    #expect(watcher.wait() == [.touched("orders.jsonl")])
    folder.delete("orders.jsonl")
    #expect(watcher.wait() == [.touched("orders.jsonl")])
    folder.append("surveys/a.jsonl", "{}\n")
    #expect(watcher.wait() == [.touched("surveys/a.jsonl")])
    folder.write("notes.txt", "x")
    #expect(watcher.wait() == [.touched("notes.txt")])
    folder.append("notes.txt", "y")
    #expect(watcher.wait(until: .now + .milliseconds(5)) == [])
  }

  @Test("sees other folders in the place of a feed's, and of its own")
  func folders() throws {
    let before = FolderLook(folder.path)
    folder.move("surveys", to: "old")
    let without = FolderLook(folder.path)
    #expect(
      without.changes(since: before) == [.touched("old"), .touched("surveys"), .touched("surveys/a.jsonl")])
    #expect(FolderLook(folder.path + "/none").changes(since: before) == [.everything])
    #expect(before.changes(since: before) == [])
  }

  @Test("begins to look when a link leads to a network")
  func link() throws {
    let watcher = FolderWatcher(folder: folder.path, mounts: { network(at: "/proc") })
    #expect(!watcher.isPolling)
    symlink("/proc/self/status", folder.path + "/members.jsonl")
    #expect(watcher.wait() == [.everything])
    #expect(watcher.obstacle == .networkMount)
  }

  @Test("stops")
  func stop() async {
    let watcher = watcher
    async let ending = Task.detached { watcher.wait() == nil }.value
    watcher.stop()
    #expect(await ending)
  }

  @Test(
    "is where the kind of the mount says so",
    arguments: [
      ("nfs4", true), ("cifs", true), ("fuse.sshfs", true), ("fuseblk", true), ("9p", true), ("ext4", false),
      ("tmpfs", false), ("overlay", false),
    ])
  func mounts(kind: String, isRemote: Bool) {
    let text = """
      22 27 0:21 / /proc rw,relatime - proc proc rw
      36 35 98:300 /mnt1 /mnt2 rw,noatime master:1 shared:2 - \(kind) server:/a rw,errors=continue
      37 broken

      """
    let table = MountTable(text: Array(text.utf8))
    #expect(table.isRemote(device: MountTable.device(major: 98, minor: 300)) == isRemote)
    #expect(!table.isRemote(device: MountTable.device(major: 0, minor: 21)))
    #expect(!table.isRemote(device: 12345))
  }
}

/// As if the device that holds a path were mounted from elsewhere.
private func network(at path: String) -> MountTable {
  let device = FolderLook.status(path)?.status.device ?? 0
  let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
  let minor = device & 0xFF | (device >> 12) & ~0xFF
  return MountTable(text: Array("36 35 \(major):\(minor) / /mnt rw - nfs4 server:/ rw\n".utf8))
}
