import Community

/// The part of a sale's price that belongs to the points given with it: it's revenue when the points are redeemed, not
/// when the goods are sold.
///
/// After IFRS 15, B39–B43 and Example 52: the price is allotted by stand-alone selling prices, and becomes revenue as
/// points are redeemed out of those expected to be.
package struct DeferredRevenue: Hashable, Sendable {
  /// What belongs to the goods and what to the points, in currency units; together the price.
  package let goods: Double
  package let points: Double

  /// - Parameters:
  ///   - sales: the price of what was sold, which is what it sells for alone.
  ///   - pointsValue: what the points expected to be redeemed would sell for.
  package init(sales: Double, pointsValue: Double) {
    let whole = sales + pointsValue
    goods = whole > 0 ? sales * sales / whole : sales
    points = sales - goods
  }

  /// What of the points' part is revenue once `redeemed` points are, of `expected` in all; the whole of it at most.
  package func recognised(redeemed: Double, expected: Double) -> Double {
    expected > 0 ? points * min(1, redeemed / expected) : 0
  }
}

extension Points {
  /// The sales of listed members, and what of them belongs to points that are to be redeemed: nil without sales or
  /// points.
  ///
  /// Points expected to be redeemed are the expected share of all issued, or what was taken where that is more.
  ///
  /// - Complexity: O(members).
  package var deferredRevenue: (sales: Double, revenue: DeferredRevenue, recognised: Double)? {
    var hundredths: Int64 = 0
    for number in 0..<count {
      let member = Member.Index(number)
      if source.figures.isListed(member) { hundredths &+= source.figures.spend(member).rawValue }
    }
    let sales = Double(hundredths) / 100
    guard sales > 0, issued > 0 else { return nil }
    let expected = max(Double(issued) * rules.expectedRedemption, Double(taken))
    let revenue = DeferredRevenue(sales: sales, pointsValue: expected * rules.value)
    return (sales, revenue, revenue.recognised(redeemed: Double(taken), expected: expected))
  }
}
