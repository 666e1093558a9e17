import Community
import Testing

@testable import Feeds

/// A folder in memory that is read, changed and looked at again.
struct Followed {
  let files = MemoryFiles()
  var follower: Follower

  init(_ texts: [String: String]) throws {
    for (name, text) in texts { files.put("/folder/" + name, text) }
    follower = try Followed.read(files)
  }

  static func read(_ files: MemoryFiles) throws(FolderProblem) -> Follower {
    let options = ReadingOptions(workers: 2, opener: files)
    let listing = try FolderListing("/folder", opener: files)
    let loading = Loading("/folder", options, tail: .waits, progress: { _ in }, isCancelled: { false })
    return Follower("/folder", options, listing, try loading.run(listing))
  }

  func put(_ name: String, _ text: String) { files.put("/folder/" + name, text) }

  func append(_ name: String, _ text: String) {
    files["/folder/" + name]?.bytes += Array(text.utf8)
    files["/folder/" + name]?.modified += 1
  }

  mutating func look(_ name: String) -> String { describe(follower.look(FolderChanges(touched: [name]))) }
  mutating func lookAtAll() -> String { describe(follower.look(FolderChanges(everything: true))) }

  var snapshot: Snapshot { follower.reading.snapshot }

  private func describe(_ finding: Follower.Finding) -> String {
    switch finding {
    case .nothing: "nothing"
    case .program: "program"
    case .reload: "reload"
    case .appended(let delta):
      checked(delta)
    }
  }

  private func checked(_ delta: Delta) -> String {
    snapshot.community._checkInvariants()
    return
      "rows \(delta.rows.map { "\($0.feed)" }.joined(separator: " ")) touched \(delta.touched.map(\.rawValue)) new \(delta.newMembers)"
  }
}

@Suite struct FollowerTests {
  func order(_ id: Int, _ member: String, at: Int = 1) -> String {
    #"{"id":\#(id),"member":"\#(member)","at":\#(1_700_000_000 + at),"amount":\#(id)}"# + "\n"
  }

  @Test func appendedLinesAreAddedBehindTheOthers() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a", at: 5), "members.jsonl": #"{"id":"a"}"# + "\n"])
    folder.append("orders.jsonl", order(2, "a", at: 9) + order(3, "b", at: 2))
    #expect(folder.look("orders.jsonl") == "rows orders orders touched [0, 1] new 1..<2")
    folder.append("orders.jsonl", order(4, "a", at: 1))
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 2..<2")
    #expect(folder.look("orders.jsonl") == "nothing")
    let snapshot = folder.snapshot
    #expect(snapshot.ids(.orders) == ["1", "2", "3", "4"])
    #expect(snapshot.report[.orders].records == 4)
    #expect(snapshot.report.membersWithoutRecord == 1)
    let rows = snapshot.community.rows(.orders, of: Member.Index(0))
    #expect(rows.map { snapshot.community[.orders].segments[$0.segment].ids[$0.offset] } == ["4", "1", "2"])
  }

  @Test func anOlderSnapshotStaysAsItWas() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a")])
    folder.append("orders.jsonl", order(2, "a"))
    _ = folder.look("orders.jsonl")
    let before = folder.snapshot
    folder.append("orders.jsonl", order(3, "c"))
    _ = folder.look("orders.jsonl")
    #expect(before.ids(.orders) == ["1", "2"])
    #expect(before.community.members.count == 1)
    #expect(before.community.member(id: "c") == nil)
    #expect(folder.snapshot.community.member(id: "c") == Member.Index(1))
  }

  @Test func aHalfWrittenLineWaits() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a") + #"{"id":2,"mem"#])
    #expect(folder.snapshot.aside == [])
    folder.append("orders.jsonl", #"ber":"a","at":1700000001,"#)
    #expect(folder.look("orders.jsonl") == "nothing")
    folder.append("orders.jsonl", #""amount":2}"# + "\n{\"broken\"\n")
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 1..<1")
    #expect(folder.snapshot.ids(.orders) == ["1", "2"])
    #expect(folder.snapshot.aside == ["orders.jsonl:3@98 - incomplete"])
  }

  @Test func aWholeLineWithoutNewlineIsReadAndNotTwice() throws {
    var folder = try Followed(["orders.jsonl": String(order(1, "a").dropLast())])
    #expect(folder.snapshot.ids(.orders) == ["1"])
    folder.append("orders.jsonl", "\n" + order(2, "a"))
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 1..<1")
    #expect(folder.snapshot.ids(.orders) == ["1", "2"])
    var other = try Followed(["orders.jsonl": String(order(1, "a").dropLast())])
    other.append("orders.jsonl", "x\n")
    #expect(other.look("orders.jsonl") == "reload")
  }

  @Test func lateFaultsHaveTheirLines() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a") + "\n  "])
    folder.append("orders.jsonl", "7\n\n" + "{}\n")
    #expect(folder.look("orders.jsonl") == "rows  touched [] new 1..<1")
    #expect(
      folder.snapshot.aside == ["orders.jsonl:3@52 - not_an_object", "orders.jsonl:5@55 member missing"])
  }

  @Test func idsSeenBeforeDontCountAgain() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a")])
    folder.append("orders.jsonl", order(1, "a") + order(2, "a") + order(2, "a"))
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 1..<1")
    folder.append("orders.jsonl", order(2, "a") + order(1, "a"))
    #expect(folder.look("orders.jsonl") == "nothing")
    #expect(folder.snapshot.ids(.orders) == ["1", "2"])
    #expect(folder.snapshot.report[.orders].duplicates == 4)
  }

  @Test func aMembersRecordMayComeLater() throws {
    var folder = try Followed([
      "orders.jsonl": order(1, "a"), "members.jsonl": "",
      "activity.jsonl": #"{"member":"a","at":1700000001,"type":"reply","to":"x"}"# + "\n",
    ])
    folder.append("members.jsonl", #"{"id":"a","name":"林"}"# + "\n" + #"{"id":"b"}"# + "\n")
    #expect(folder.look("members.jsonl") == "rows  touched [0, 1] new 1..<2")
    #expect(folder.snapshot.community.members.name(Member.Index(0)) == "林")
    #expect(folder.snapshot.report.membersWithoutRecord == 0)
    // Somebody was mentioned as nobody's id before.
    folder.append("members.jsonl", #"{"id":"x"}"# + "\n")
    #expect(folder.look("members.jsonl") == "reload")
  }

  @Test func whatIsNotAnAppendIsReadAnew() throws {
    let texts = ["orders.jsonl": order(1, "a") + order(2, "a"), "points.json": "[]", "hosts.jsonl": ""]
    func change(_ body: (inout Followed) -> String) throws -> String {
      var folder = try Followed(texts)
      return body(&folder)
    }
    #expect(
      try change {
        $0.put("orders.jsonl", order(1, "a")); return $0.look("orders.jsonl")
      } == "reload")
    #expect(
      try change {
        $0.put("orders.jsonl", order(3, "a") + order(2, "b") + order(3, "c"))
        return $0.look("orders.jsonl")
      } == "reload")
    #expect(
      try change {
        $0.files["/folder/orders.jsonl"]?.inode = 99
        return $0.lookAtAll()
      } == "reload")
    #expect(
      try change {
        $0.append("points.json", " ")
        return $0.look("points.json")
      } == "reload")
    #expect(
      try change {
        $0.append("hosts.jsonl", #"{"id":"h"}"# + "\n")
        return $0.look("hosts.jsonl")
      } == "reload")
    #expect(
      try change {
        $0.put("surveys.jsonl", "")
        return $0.look("surveys.jsonl")
      } == "reload")
    #expect(
      try change {
        $0.files["/folder/points.json"] = nil
        return $0.look("points.json")
      } == "reload")
    #expect(
      try change {
        $0.put("note.txt", "x"); return String($0.lookAtAll().prefix(6))
      } == "rows  ")
    #expect(try change { $0.lookAtAll() } == "nothing")
  }

  @Test func anOverflowIsAnsweredByLookingAtAll() throws {
    var folder = try Followed(["orders.jsonl": order(1, "a"), "points.jsonl": ""])
    folder.append("orders.jsonl", order(2, "a"))
    folder.append("points.jsonl", #"{"member":"a","at":1700000001,"delta":1}"# + "\n")
    #expect(folder.lookAtAll() == "rows orders points touched [0] new 1..<1")
  }

  @Test func theProgrammeIsFollowed() throws {
    var folder = try Followed(["program.json": #"{"name":"A"}"#, "orders.jsonl": order(1, "a")])
    folder.files["/folder/program.json"] = .init(bytes: Array(#"{"name":"B","colour":1}"#.utf8), modified: 2)
    #expect(folder.look("program.json") == "program")
    #expect(folder.snapshot.community.program.name == "B")
    #expect(folder.snapshot.report.programProblems.count == 1)
    #expect(folder.look("program.json") == "nothing")
    folder.files["/folder/program.json"] = .init(bytes: Array(#"{"time_zone":"+09:00"}"#.utf8), modified: 3)
    #expect(folder.look("program.json") == "reload")
  }

  @Test func manyAppendsMakeFewSegments() throws {
    var folder = try Followed(["orders.jsonl": ""])
    for step in 0..<90 {
      folder.append("orders.jsonl", (0..<100).map { order(step * 100 + $0, "m\($0)", at: step) }.joined())
      _ = folder.look("orders.jsonl")
    }
    let community = folder.snapshot.community
    #expect(community[.orders].count == 9000)
    #expect(community[.orders].segments.count == 3)
    #expect(folder.snapshot.ids(.orders) == (0..<9000).map { String($0) })
    #expect(community.rows(.orders, of: Member.Index(7)).count == 90)
  }

  @Test func appendingGivesWhatReadingAnewGives() throws {
    var folder = try Followed(["orders.jsonl": "", "members.jsonl": "", "activity.jsonl": ""])
    for step in 0..<50 {
      folder.append("orders.jsonl", order(step * 7 % 40, "m\(step % 9)", at: step * 31 % 50))
      if step % 5 == 0 {
        folder.append(
          "members.jsonl", #"{"id":"m\#(step % 9)","name":"n\#(step)","tags":["t\#(step % 3)"]}"# + "\n")
      }
      let text = step % 3 == 0 ? #","text":"words","to":"m1""# : ""
      folder.append(
        "activity.jsonl", #"{"member":"m\#(step % 4)","at":\#(step),"type":"post"\#(text)}"# + "\n")
      _ = folder.lookAtAll()
    }
    let anew = try Followed.read(folder.files).reading.snapshot
    let followed = folder.snapshot
    #expect(followed.ids(.orders) == anew.ids(.orders))
    #expect(followed.community.members.count == anew.community.members.count)
    for id in (0..<9).map({ "m\($0)" }) {
      let one = try #require(followed.community.member(id: id))
      let other = try #require(anew.community.member(id: id))
      #expect(followed.community.members.name(one) == anew.community.members.name(other))
      for feed in [Feed.orders, .activity] {
        func texts(_ snapshot: Snapshot, _ member: Member.Index) -> [String] {
          snapshot.community.rows(feed, of: member).map { row in
            let segment = snapshot.community[feed].segments[row.segment]
            let text = feed == .activity ? segment.text(ActivityField.text, row.offset) ?? "-" : ""
            return "\(segment.at[row.offset]) \(segment.ids[row.offset] ?? "-") \(text)"
          }
        }
        #expect(texts(followed, one) == texts(anew, other))
      }
    }
  }
}
