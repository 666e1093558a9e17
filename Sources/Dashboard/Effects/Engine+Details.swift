import Loyalty

extension Engine {
  /// Gathers a member's details, then how high the lists of their card are.
  func gather(_ request: DetailRequest) {
    let isCancelled = { self.newestDetail.load(ordering: .relaxed) != request.number }
    if isCancelled() { return }
    let detail = request.detail ?? request.data.roster.detail(of: request.wish.member)
    var gathered = MemberDetails.Gathered(detail: detail, generation: request.data.generation)
    func post(isComplete: Bool) {
      self.post(
        .detail(
          DetailAnswer(
            number: request.number, reading: request.data.reading, gathered: gathered, isComplete: isComplete)
        ))
    }
    guard let columns = request.wish.columns else { return post(isComplete: true) }
    if request.detail == nil { post(isComplete: false) }
    let content = CardContent(detail, context: request.context)
    guard let heights = CardHeights(content, columns: columns, isCancelled: isCancelled) else { return }
    gathered.heights = heights
    post(isComplete: true)
  }
}
