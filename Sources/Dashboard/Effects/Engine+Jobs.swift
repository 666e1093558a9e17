import Community
import Loyalty

extension Engine {
  /// How many members a jump offers.
  private static let candidateLimit = 12

  /// Finds members by what was typed of an id or a name: the id itself, ids that begin so, names that hold it.
  func find(_ request: FindRequest) {
    let isOutdated = { [self] in newestFind.load(ordering: .relaxed) != request.generation }
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
  func addUp(_ request: TotalsRequest) {
    guard newestTotals.load(ordering: .relaxed) == request.generation else { return }
    let totals = request.data.roster.totals(of: request.marks.members)
    post(.totals(generation: request.generation, totals))
  }
}
