import Glibc

/// So many of so many.
package struct Proportion: Hashable, Sendable {
  package var successes: Int
  package var trials: Int

  package init(_ successes: Int, of trials: Int) {
    self.successes = successes
    self.trials = trials
  }

  /// Nil without trials.
  package var rate: Double? { trials > 0 ? Double(successes) / Double(trials) : nil }

  /// Wilson's score interval. Nil without trials.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let rate else { return nil }
    let z = NormalDistribution.quantile((1 + confidence) / 2)
    let n = Double(trials)
    let centre = rate + z * z / (2 * n)
    let width = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Both ends are exact in theory, not in rounding.
    let low = successes == 0 ? 0 : max(0, (centre - width) / scale)
    let high = successes == trials ? 1 : min(1, (centre + width) / scale)
    return low...high
  }

  /// What is believed of the rate, starting from every rate equally likely.
  package var belief: BetaDistribution { BetaDistribution(successes: successes, trials: trials) }
}

/// Two groups compared by their rates: did what was done to the second one make a difference?
package struct ProportionTest: Hashable, Sendable {
  package let control: Proportion
  package let treated: Proportion
  /// Rate of the treated minus rate of the control group.
  package let difference: Double
  /// The difference in units of its standard error if there were none (pooled variance); 0 when nobody or
  /// everybody succeeded.
  package let z: Double

  /// Nil when a group is empty.
  package init?(control: Proportion, treated: Proportion) {
    guard let controlRate = control.rate, let treatedRate = treated.rate else { return nil }
    self.control = control
    self.treated = treated
    difference = treatedRate - controlRate
    let trials = (Double(control.trials), Double(treated.trials))
    let pooled = Double(control.successes + treated.successes) / (trials.0 + trials.1)
    let error = (pooled * (1 - pooled) * (1 / trials.0 + 1 / trials.1)).squareRoot()
    z = error > 0 ? difference / error : 0
  }

  /// How often chance alone makes a difference at least as large, either way.
  package var pValue: Double { NormalDistribution.bothTails(z) }

  /// How likely the treated rate is the higher one, starting from every rate equally likely.
  package var probabilityOfGain: Double { treated.belief.probability(exceeding: control.belief) }

  /// The plain interval of the difference, by the unpooled variance. Too narrow for small groups.
  package func waldInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let z = NormalDistribution.quantile((1 + confidence) / 2)
    func variance(_ group: Proportion) -> Double {
      let rate = group.rate ?? 0
      return rate * (1 - rate) / Double(group.trials)
    }
    let width = z * (variance(control) + variance(treated)).squareRoot()
    return difference - width...difference + width
  }

  /// Newcombe's interval of the difference, which combines the score intervals of both groups.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    guard let controlRate = control.rate, let treatedRate = treated.rate,
      let ofControl = control.interval(confidence: confidence),
      let ofTreated = treated.interval(confidence: confidence)
    else { return -1...1 }
    let below = hypot(treatedRate - ofTreated.lowerBound, ofControl.upperBound - controlRate)
    let above = hypot(ofTreated.upperBound - treatedRate, controlRate - ofControl.lowerBound)
    return max(-1, difference - below)...min(1, difference + above)
  }

  /// How many each group needs for a test of `level` to notice the change from one rate to the other with
  /// probability `power`. Nil when the rates are equal or none lies within 0…1.
  package static func plannedTrials(
    from rate: Double, to other: Double, level: Double = 0.05, power: Double = 0.8
  ) -> Int? {
    guard (0...1).contains(rate), (0...1).contains(other), rate != other else { return nil }
    let mean = (rate + other) / 2
    let atLevel = NormalDistribution.quantile(1 - level / 2) * (2 * mean * (1 - mean)).squareRoot()
    let atPower =
      NormalDistribution.quantile(power) * (rate * (1 - rate) + other * (1 - other)).squareRoot()
    let trials = ((atLevel + atPower) / (other - rate)) * ((atLevel + atPower) / (other - rate))
    return trials < 1e15 ? Int(trials.rounded(.up)) : nil
  }
}

/// Whether groups have the sizes they were planned to have: if not, the way members got into them is broken.
package struct SampleRatio: Hashable, Sendable {
  package let chiSquared: Double
  /// How often chance alone strays at least as far from the plan.
  package let pValue: Double
  package let total: Int

  /// The p-value below which the ratio alarms.
  package static let alarmLevel = 0.001
  /// With fewer members the ratio isn't judged.
  package static let minimumTotal = 100

  /// - Parameter shares: of each group, in any unit. Nil unless there are as many as counts, at least two,
  ///   each above 0, and somebody was counted.
  package init?(counts: [Int], shares: [Double]) {
    let total = counts.reduce(0, +)
    let whole = shares.reduce(0, +)
    guard counts.count == shares.count, counts.count > 1, total > 0, shares.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    self.total = total
    chiSquared = zip(counts, shares).reduce(0) { sum, group in
      let expected = Double(total) * group.1 / whole
      return sum + (Double(group.0) - expected) * (Double(group.0) - expected) / expected
    }
    pValue = ChiSquared.upperTail(chiSquared, degrees: counts.count - 1)
  }

  package var isAlarming: Bool { total >= SampleRatio.minimumTotal && pValue < SampleRatio.alarmLevel }
}
