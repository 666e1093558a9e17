import Community
import Loyalty
import Screen

/// Something small to be done away from the main thread.
typealias EngineJob = @Sendable (Engine) -> Void

extension Lane<EngineJob> {
  /// Does jobs one after the other.
  static func jobs(_ name: String, _ waker: Waker) -> Lane {
    Lane(name, waker, keeping: .all) { engine in
      { job in job(engine) }
    }
  }
}

extension FindRequest: EngineRequest {
  func submit(to engine: Engine) { engine.finds.submit(self, generation: generation) }
}

extension MarksRequest: EngineRequest {
  func submit(to engine: Engine) {
    engine.jobs.submit { engine in
      engine.post(.marks(generation: generation, reading: reading, Marks(rows)))
    }
  }
}

extension TotalsRequest: EngineRequest {
  func submit(to engine: Engine) { engine.totals.submit(self, generation: generation) }
}

extension Effect {
  static func findMembers(_ request: FindRequest) -> Effect { .request(request) }
  /// Makes marks of a whole list.
  static func collectMarks(_ request: MarksRequest) -> Effect { .request(request) }
  /// Adds up the marked members.
  static func addUp(_ request: TotalsRequest) -> Effect { .request(request) }
}

extension Lane<FindRequest> {
  static func finds(_ waker: Waker) -> Lane {
    Lane("jumps", waker, keeping: .newest) { engine in
      { request in engine.find(request) }
    }
  }
}

extension Lane<TotalsRequest> {
  static func totals(_ waker: Waker) -> Lane {
    Lane("sums of marked members", waker, keeping: .newest) { engine in
      { request in engine.addUp(request) }
    }
  }
}

extension Engine {
  /// How many members a jump offers.
  private static let candidateLimit = 12

  /// Finds members by what was typed of an id or a name: the id itself, ids that begin so, names that hold it.
  fileprivate func find(_ request: FindRequest) {
    let isOutdated: @Sendable () -> Bool = { [self] in finds.isOutdated(request.generation) }
    let typed = request.text.split(separator: " ").joined(separator: " ").filter { $0 != "\"" }
    var members: [Member.Index] = []
    let roster = request.data.roster
    if !typed.isEmpty {
      if let exact = request.data.community.member(id: typed), roster.figures.isListed(exact) {
        members.append(exact)
      }
      var filters = ["name:\"\(typed)\""]
      // In an unquoted value `*` stands for anything.
      if !typed.contains(where: { " ,".contains($0) }) { filters.insert("id:\(typed)*", at: 0) }
      for filter in filters where members.count < Self.candidateLimit && !isOutdated() {
        guard let filter = try? MemberFilter(parsing: filter, mask: roster.mask) else { continue }
        let found = roster.firstScreenful(
          MemberQuery(filter: filter, order: MemberOrder(.id, .ascending)), count: Self.candidateLimit,
          isCancelled: isOutdated)
        for member in found.rows where !members.contains(member) { members.append(member) }
      }
    }
    if isOutdated() { return }
    let candidates = members.prefix(Self.candidateLimit).map { member in
      var city: String?
      if case .text(let word) = roster.value(.city, of: member) { city = word }
      return GotoState.Candidate(
        id: roster.community.members.id(member), name: roster.name(of: member), city: city)
    }
    post(.found(generation: request.generation, Array(candidates)))
  }

  /// Adds up the marked members.
  fileprivate func addUp(_ request: TotalsRequest) {
    guard !totals.isOutdated(request.generation) else { return }
    let sums = request.data.roster.totals(of: request.marks.members)
    post(.totals(generation: request.generation, sums))
  }
}
