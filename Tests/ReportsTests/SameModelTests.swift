import Community
import Foundation
import Loyalty
import Testing

@testable import Reports

/// `report clv` and the columns say the same of everybody, unless another model is asked for.
@Suite struct SameModelTests {
  @Test func theReportHasTheModelOfTheColumns() throws {
    var reading = try CDNOWShop.reading.get()
    reading.measure()
    let roster = reading.roster
    let value = reading.snapshot.community.program.lifetimeValue
    let terms = CustomerLifetimeValue(margin: value.margin, yearlyDiscount: value.discount)
    let report = try #require(CLVReport(roster: roster, terms: terms))
    #expect(try report.fit.get().model.kind == .mbgNBD)
    let measures = try #require(roster.measures)
    for member in report.members {
      let row = report.row(member)
      #expect(row.alive == measures.probabilityAlive(member))
      guard let value = row.lifetimeValue, let column = measures.lifetimeValue(member) else {
        #expect(row.lifetimeValue == nil && measures.lifetimeValue(member) == nil)
        continue
      }
      #expect(abs(value - column.units) < 0.0051)
    }
    let other = try #require(
      CLVReport(roster: roster, question: CLVReport.Question(kind: .bgNBD), terms: terms))
    #expect(other.fit.map(\.model.kind) == .success(.bgNBD))
  }
}
