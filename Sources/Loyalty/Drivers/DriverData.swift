import Bytes
import Community

/// What drivers are to account for.
package enum DriverOutcome: String, CaseIterable, Hashable, Sendable {
  /// The score of the answer, 0–10.
  case nps
  /// Whether the member bought within the programme's days after the answer.
  case repurchase
}

/// Ratings beside an outcome: a row an answer in which every driver is rated.
package struct DriverData: Sendable {
  /// Why a driver isn't among those compared.
  package enum Reason: String, Hashable, Sendable {
    /// Every row rates it the same.
    case constant
    /// So few answers rate it that hardly any row would be left; or there are too many drivers.
    case rare
  }

  package struct LeftOut: Hashable, Sendable {
    package let name: String
    package let reason: Reason
  }

  package let names: [String]
  package let leftOut: [LeftOut]
  /// Answers with any rating that could have been rows.
  package let answers: Int
  package let count: Int
  /// Row by row: the outcome, then the drivers.
  let values: [Double]
  var width: Int { names.count + 1 }

  /// Drivers that fewer of the rated answers rate are left out.
  static let leastRated = 0.1
  /// No more drivers are compared, those rated most often.
  static let driverLimit = 64

  /// - Parameters:
  ///   - rows: the drivers of each row, as many as names; what isn't finite leaves the row out.
  ///   - outcome: of each row.
  package init(names: [String], rows: [[Double]], outcome: [Double]) {
    var values: [Double] = []
    var count = 0
    for (row, result) in zip(rows, outcome) where row.count == names.count {
      guard result.isFinite, row.allSatisfy(\.isFinite) else { continue }
      values.append(result)
      values += row
      count += 1
    }
    self.init(
      names: names, values: values, count: count, answers: min(rows.count, outcome.count), leftOut: [])
  }

  /// Leaves out drivers that don't vary.
  private init(names: [String], values: [Double], count: Int, answers: Int, leftOut: [LeftOut]) {
    let width = names.count + 1
    var varies = [Bool](repeating: false, count: width)
    for row in 0..<count {
      for column in 1..<max(1, width) where values[row * width + column] != values[column] {
        varies[column] = true
      }
    }
    let kept = (1..<max(1, width)).filter { count == 0 || varies[$0] }
    self.answers = answers
    self.count = count
    self.names = kept.map { names[$0 - 1] }
    self.leftOut =
      leftOut
      + names.indices.filter { !kept.contains($0 + 1) }.map { LeftOut(name: names[$0], reason: .constant) }
    if kept.count == names.count {
      self.values = values
    } else {
      self.values = (0..<count).flatMap { row in ([0] + kept).map { values[row * width + $0] } }
    }
  }

  /// The ratings of a folder: of NPS answers for the score; of answers of any kind that are at least as old as the
  /// programme's days for purchases after them, anonymous ones left out. Answers of all times count, each by itself.
  ///
  /// - Complexity: O(answers).
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, moment: Moment, outcome: DriverOutcome, isCancelled: () -> Bool = { false }
  ) {
    var rows = DriverRows(community, moment, outcome)
    guard rows.collect(isCancelled) else { return nil }
    self.init(
      names: rows.drivers.map { community.symbols[$0] }, values: rows.values, count: rows.count,
      answers: rows.answers, leftOut: rows.rare.map { LeftOut(name: community.symbols[$0], reason: .rare) })
  }
}

/// Collects the complete rows of a folder.
private struct DriverRows {
  let community: Community
  let moment: Moment
  let outcome: DriverOutcome
  private let symbols: SurveySymbols
  private let hosts: Set<UInt32>
  private let days: Int
  private(set) var drivers: [Symbol] = []
  private(set) var rare: [Symbol] = []
  private(set) var values: [Double] = []
  private(set) var answers = 0
  private(set) var count = 0

  init(_ community: Community, _ moment: Moment, _ outcome: DriverOutcome) {
    self.community = community
    self.moment = moment
    self.outcome = outcome
    symbols = SurveySymbols(community)
    hosts = SatisfactionTally.hosts(community)
    days = community.program.satisfaction.repurchaseDays
  }

  /// - Returns: whether it came to its end.
  mutating func collect(_ isCancelled: () -> Bool) -> Bool {
    var rated = [Int](repeating: 0, count: community.symbols.count)
    guard
      forEach(
        isCancelled,
        { _, _, ratings in
          for place in stride(from: 0, to: ratings.count, by: 2) { rated[Int(ratings[place])] += 1 }
          answers += 1
        })
    else { return false }
    let met = rated.indices.filter { rated[$0] > 0 }.sorted { rated[$0] > rated[$1] }
    let kept = met.prefix(DriverData.driverLimit).filter {
      Double(rated[$0]) >= DriverData.leastRated * Double(answers)
    }
    // In an order that doesn't depend on which came first in the files.
    func sorted(_ numbers: [Int]) -> [Symbol] {
      numbers.map { Symbol(rawValue: UInt32($0)) }.sorted { community.symbols[$0] < community.symbols[$1] }
    }
    drivers = sorted(kept)
    rare = sorted(met.filter { !kept.contains($0) })
    var places = [Int](repeating: 0, count: community.symbols.count)
    for (place, driver) in drivers.enumerated() { places[Int(driver.rawValue)] = place + 1 }
    if drivers.isEmpty { return true }
    var row = [Double](repeating: 0, count: drivers.count + 1)
    return forEach(isCancelled) { segment, offset, ratings in
      var filled = 0
      for place in stride(from: 0, to: ratings.count, by: 2) {
        let column = places[Int(ratings[place])]
        guard column > 0 else { continue }
        row[column] = Double(Float(bitPattern: ratings[place + 1]))
        filled += 1
      }
      guard filled == drivers.count else { return }
      row[0] = result(segment, offset)
      values += row
      count += 1
    }
  }

  /// Calls `body` with segment, row and ratings of each answer that can be a row.
  private func forEach(
    _ isCancelled: () -> Bool, _ body: (Segment, Int, BufferView<UInt32>) -> Void
  ) -> Bool {
    let lastDay = moment.today.adding(days: -days)
    for segment in community[.surveys].segments {
      if isCancelled() { return false }
      var clock = DayClock(zone: moment.zone)
      segment.lists[SurveyField.ratings.slot].withReader { reader in
        for offset in 0..<segment.count {
          let ratings = reader[offset]
          if ratings.isEmpty || segment.at[offset] > moment.now.rawValue { continue }
          let party = segment.party(offset)
          if party.host != nil || party.member.map({ hosts.contains($0.rawValue) }) ?? (party != .none) {
            continue
          }
          switch outcome {
          case .nps:
            if segment.symbols[SurveyField.kind.slot][offset] != symbols.nps { continue }
          case .repurchase:
            if party.member == nil || clock.day(of: segment.at[offset]) > lastDay { continue }
          }
          body(segment, offset, ratings)
        }
      }
    }
    return true
  }

  private func result(_ segment: Segment, _ offset: Int) -> Double {
    switch outcome {
    case .nps: return Double(segment.integers[SurveyField.score.slot][offset])
    case .repurchase:
      guard let member = segment.party(offset).member else { return 0 }
      let at = segment.at[offset]
      let end = moment.zone.end(of: moment.zone.day(of: Instant(rawValue: at)).adding(days: days)).rawValue
      let orders = community[.orders].segments
      return community.rows(.orders, of: member).contains { row in
        let time = orders[row.segment].at[row.offset]
        guard time > at, time <= end, time <= moment.now.rawValue else { return false }
        return orders[row.segment].integers[OrderField.amount.slot][row.offset] >= 0
      } ? 1 : 0
    }
  }
}
