import Testing

@testable import Community

@Suite struct RowTests {
  @Test func theLastRowIsStillItself() {
    let row = Row(segment: Table.largestSegmentCount - 1, offset: Segment.capacity - 1)
    #expect(row.segment == 65_535 && row.offset == 65_535)
    #expect(Row(segment: 3, offset: 7).advanced(by: 5) == Row(segment: 3, offset: 12))
    #expect(Row(segment: 3, offset: 65_535) < Row(segment: 4, offset: 0))
  }

  @Test func whatDoesNotFitStops() async {
    await #expect(processExitsWith: .failure) { _ = Row(segment: 65_536, offset: 0) }
    await #expect(processExitsWith: .failure) { _ = Row(segment: 0, offset: 65_536) }
    await #expect(processExitsWith: .failure) { _ = Row(segment: -1, offset: 0) }
    await #expect(processExitsWith: .failure) {
      var table = Table(feed: .orders)
      var segment = Segment(feed: .orders)
      segment.member = Array(repeating: 0, count: Segment.capacity + 1)
      table.segments = [segment]
      _ = History(table: table, memberCount: 1)
    }
  }

  @Test func invariantsFindWhatIsMixedUp() async {
    await #expect(processExitsWith: .failure) {
      var segment = Segment(feed: .orders)
      segment.count = 2
      segment.at = [1]
      segment._checkInvariants()
    }
    await #expect(processExitsWith: .failure) {
      var table = Table(feed: .orders)
      var segment = Segment(feed: .orders)
      segment.count = 1
      segment.at = [1]
      segment.member = [7]
      table.segments = [segment]
      var history = History(table: table, memberCount: 8)
      table.segments[0].member = [6]
      history.add(Row(segment: 0, offset: 0), of: Member.Index(6))
      history._checkInvariants(table)
    }
    await #expect(processExitsWith: .failure) {
      TextColumn(offsets: [1, 9], bytes: [0, 1, 65])._checkInvariants(rows: 2)
    }
  }
}
