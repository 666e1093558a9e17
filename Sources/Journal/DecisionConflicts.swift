import Community

/// Who came first, by the order of the lines: what must be known to tell whether a member may still be claimed or
/// recalled, and whether a decision has been undone.
///
/// - A member is claimed by the first claim until it is released, undone or older than a claim lives.
/// - A member claimed by another manager, or recalled or held out by anybody within that time, can't be claimed,
///   recalled or held out.
/// - A member is touched once for one occasion of a rule: not again before the touch's `until`, the end of the
///   occasion's window, or within 24 h of one that has none.
/// - A decision can be undone once; an undo can be undone too, and then no longer counts.
package struct DecisionConflicts: Sendable {
  /// Claims, releases, recalls, hold-outs and touches of each member, in the order of the lines.
  private var byMember: [String: [Decision]] = [:]
  private var seen: Set<String> = []
  /// Undos, by their own ids.
  private var undos: [String: Decision] = [:]
  /// Undos of a decision that aren't themselves undone, by the id of that decision, in the order of the lines.
  private var standingUndos: [String: [Decision]] = [:]

  /// Milliseconds.
  private static let day: Int64 = 86_400_000

  /// For how long a claim stands, in milliseconds.
  private let claimLife: Int64

  /// - Parameter claimHours: how long a claim stands.
  package init(claimHours: Int = 24) { claimLife = Int64(claimHours) * 3_600_000 }

  /// Takes note of what was appended; what it has seen already counts once.
  /// - Complexity: O(*n*), and for an undo of undos the length of their chain.
  package mutating func apply(_ decisions: [Decision]) {
    for decision in decisions where seen.insert(decision.id).inserted {
      switch decision.action {
      case .claim, .release, .recall, .holdOut, .touch:
        if let member = decision.member { byMember[member, default: []].append(decision) }
      case .undo:
        // Only what stands before it can be meant; so chains have an end.
        guard let target = decision.undoes, target != decision.id, seen.contains(target) else { continue }
        undos[decision.id] = decision
        stand(decision, target)
      case .snooze, .dismiss, .hand, .note, .skip, .contact, .close, .fix: break
      }
    }
  }

  /// Lets an undo stand, and follows what its target, being an undo itself, had undone.
  private mutating func stand(_ undo: Decision, _ target: String) {
    var stands = true
    var undo = undo
    var target = target
    while true {
      let before = isUndone(target)
      if stands {
        standingUndos[target, default: []].append(undo)
      } else {
        standingUndos[target]?.removeAll { $0.id == undo.id }
      }
      guard isUndone(target) != before, let next = undos[target], let its = next.undoes
      else { return }
      stands = before
      undo = next
      target = its
    }
  }

  private func isUndone(_ id: String) -> Bool { standingUndos[id]?.isEmpty == false }

  /// Which of some decisions may not be written, one after another, and who was first.
  package func refusals(of decisions: [Decision]) -> [RefusedDecision] {
    var own = DecisionConflicts()
    var refusals: [RefusedDecision] = []
    for (index, decision) in decisions.enumerated() {
      if let first = first(before: decision, own) {
        refusals.append(RefusedDecision(index: index, first: first))
      } else {
        own.takeOwn(decision)
      }
    }
    return refusals
  }

  private mutating func takeOwn(_ decision: Decision) {
    if let target = decision.undoes, decision.action == .undo {
      standingUndos[target, default: []].append(decision)
    } else if let member = decision.member {
      byMember[member, default: []].append(decision)
    }
  }

  private func first(before decision: Decision, _ own: DecisionConflicts) -> Decision? {
    switch decision.action {
    case .undo:
      return decision.undoes.flatMap { standingUndos[$0]?.first ?? own.standingUndos[$0]?.first }
    case .claim, .recall, .holdOut: break
    case .touch: return touch(before: decision, own)
    default: return nil
    }
    guard let member = decision.member else { return nil }
    var claim: Decision?
    for other in byMember[member, default: []] + own.byMember[member, default: []] {
      let isOver = other.at.rawValue <= decision.at.rawValue - claimLife
      if isOver || isUndone(other.id) || own.isUndone(other.id) { continue }
      switch other.action {
      case .recall, .holdOut: return other
      case .claim: claim = claim ?? other
      case .release: claim = nil
      default: break
      }
    }
    return claim?.manager == decision.manager ? nil : claim
  }

  /// The touch of the same occasion that came first, if there's one.
  private func touch(before decision: Decision, _ own: DecisionConflicts) -> Decision? {
    guard let member = decision.member, let rule = decision.rule else { return nil }
    return (byMember[member, default: []] + own.byMember[member, default: []]).first { other in
      guard other.action == .touch, other.rule == rule, !isUndone(other.id), !own.isUndone(other.id) else {
        return false
      }
      return decision.at <= other.until ?? Instant(rawValue: other.at.rawValue + DecisionConflicts.day - 1)
    }
  }
}
