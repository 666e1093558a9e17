import Bytes
import Community
import TestCommunities
import Testing

func withBytes<Result>(_ text: String, _ body: (ByteView) -> Result) -> Result { text.withBytes(body) }

@Suite struct TextColumnTests {
  @Test func absentEmptyAndLongTextsAreToldApart() {
    var column = TextColumn()
    column.set("", row: 1)
    column.set(String(repeating: "茶", count: 100_000), row: 2)
    column.set("b", row: 4)
    #expect(column[0] == nil)
    #expect(column[1] == "")
    #expect(column[2]?.count == 100_000)
    #expect(column[3] == nil)
    #expect(column[4] == "b")
    #expect(column[5] == nil)
    column.set("c", row: 1)
    #expect(column[1] == "c")
    column._checkInvariants(rows: 5)
    column.keep(rows: [1, 3, 4])
    column._checkInvariants(rows: 3)
    #expect(column[0] == "c")
    #expect(column[1] == nil)
    #expect(column[2] == "b")
  }

  @Test func listsMayBeEmpty() {
    var column = WordsColumn()
    column.set([7, 8], row: 0)
    column.set([], row: 2)
    #expect(Array(column[0]) == [7, 8])
    #expect(column.has(row: 2) && !column.has(row: 1))
    column._checkInvariants(rows: 3)
    column.keep(rows: [1, 2])
    column._checkInvariants(rows: 2)
    #expect(!column.has(row: 0) && column.has(row: 1))
  }

  @Test func pairsOfTextsComeBack() {
    let pairs = [("wechat", "wx\u{0}1"), ("", String(repeating: "x", count: 300))]
    let decoded = PairText.encode(pairs).withView { PairText.decode($0) }
    #expect(decoded.map(\.channel) == pairs.map(\.0))
    #expect(decoded.map(\.id) == pairs.map(\.1))
  }
}

@Suite struct IDTableTests {
  @Test func idsOfEveryLengthAreFoundAndOthersAreNot() {
    var random = SeededGenerator(seed: 1)
    var table = IDTable()
    var expected: [String: Int] = [:]
    for number in 0..<20_000 {
      if number == 12_000 { table.settle() }
      let length = Int.random(in: 0...30, using: &random)
      let id = String((0..<length).map { _ in "ab0\u{0}é茶".randomElement(using: &random)! })
      if expected[id] == nil {
        withBytes(id) { table.insert($0, index: expected.count) }
        expected[id] = expected.count
      }
    }
    table._checkInvariants()
    #expect(table.count == expected.count)
    for (id, index) in expected { #expect(table.index(of: id) == index) }
    for number in 0..<2_000 { #expect(table.index(of: "absent\(number)") == nil) }
  }

  @Test func anIDIsNotConfusedWithItselfAndANUL() {
    var table = IDTable()
    withBytes("a") { table.insert($0, index: 0) }
    #expect(table.index(of: "a\u{0}") == nil)
    withBytes("a\u{0}") { table.insert($0, index: 1) }
    #expect(table.index(of: "a") == 0)
    #expect(table.index(of: "a\u{0}") == 1)
  }
}

@Suite struct MembersTests {
  @Test func aMemberKnownByIDAloneIsFilledInLater() {
    var members = Members()
    let first = withBytes("m1") { members.append(id: $0) }
    #expect(members.withoutRecord == 1)
    #expect(!members.hasRecord(first) && members.name(first) == nil)
    members.update(first) { block, row in block.names.set("林", row: row) }
    #expect(members.withoutRecord == 0)
    #expect(members.id(first) == "m1" && members.name(first) == "林")
  }

  @Test func membersGoOnBeyondABlock() {
    var members = Members()
    for number in 0..<Members.blockSize + 3 { _ = withBytes("\(number)") { members.append(id: $0) } }
    #expect(members.count == Members.blockSize + 3)
    #expect(members.blocks.count == 2)
    #expect(members.id(Member.Index(Members.blockSize + 2)) == "\(Members.blockSize + 2)")
  }
}

@Suite struct HistoryTests {
  @Test func rowsByMemberAgreeWithASort() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<20 {
      var table = Table(feed: .orders)
      var expected: [[(Int64, Row)]] = Array(repeating: [], count: 10)
      func fill(_ count: Int, members: UInt32) -> [(Row, UInt32)] {
        var segment = Segment(feed: .orders)
        var added: [(Row, UInt32)] = []
        for offset in 0..<count {
          let member = UInt32.random(in: 0...members, using: &random)
          let party = member == members ? Participant.none : Participant(rawValue: member)
          let at = Int64.random(in: 0...(round < 10 ? 20 : 1_000_000), using: &random)
          segment.at.append(at)
          segment.member.append(party.rawValue)
          segment.newest = max(segment.newest, Instant(rawValue: at))
          segment.count += 1
          let row = Row(segment: table.segments.count, offset: offset)
          if member < members {
            expected[Int(member)].append((at, row))
            added.append((row, member))
          }
        }
        table.segments.append(segment)
        return added
      }
      _ = fill(300, members: 8)
      _ = fill(500, members: 8)
      var history = History(table: table, memberCount: 8)
      for (row, member) in fill(40, members: 10) { history.add(row, of: Member.Index(rawValue: member)) }
      table._checkInvariants()
      history._checkInvariants(table)
      for member in 0..<10 {
        let sorted = expected[member].sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
        #expect(history.rows(of: Member.Index(member), in: table) == sorted)
      }
    }
  }
}

@Suite struct SegmentTests {
  @Test func absentColumnsReadAsUnknownAndRowsCanBeDropped() {
    var segment = Segment(feed: .surveys)
    segment.count = 3
    segment.at = [1, 2, 3]
    segment.member = [0, Participant.none.rawValue, 1]
    segment.integers[SurveyField.score.slot] = [9, Segment.unknownInteger, 3]
    segment.lists[SurveyField.ratings.slot].set([1, Float(4).bitPattern], row: 2)
    #expect(segment.symbol(SurveyField.stage, 0) == .none)
    #expect(segment.integer(SurveyField.score, 1) == nil)
    segment.newest = Instant(rawValue: 3)
    segment._checkInvariants()
    segment.keep(rows: [1, 2])
    segment._checkInvariants()
    #expect(segment.count == 2)
    #expect(segment.party(0) == .none && segment.party(1).member == Member.Index(1))
    #expect(segment.ratings(SurveyField.ratings, 1).map(\.score) == [4])
  }
}
