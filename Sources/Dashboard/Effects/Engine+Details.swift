import Loyalty
import Screen

extension DetailRequest: EngineRequest {
  func submit(to engine: Engine) { engine.details.submit(self, generation: number) }
}

extension DetailAnswer: EngineAnswer {
  func apply(to state: inout DashboardState) {
    if reading == state.data.shown?.reading { state.details.receive(self) }
  }
}

extension Lane<DetailRequest> {
  /// Gathers a member's details, then how high the lists of their card are.
  static func details(_ waker: Waker) -> Lane {
    Lane("details", waker, keeping: .newest) { engine in { gather($0, engine) } }
  }

  private static func gather(_ request: DetailRequest, _ engine: Engine) {
    let isOutdated = { engine.details.isOutdated(request.number) }
    if isOutdated() { return }
    let detail = request.detail ?? request.data.roster.detail(of: request.wish.member)
    var gathered = MemberDetails.Gathered(detail: detail, generation: request.data.generation)
    func post(isComplete: Bool) {
      engine.post(
        .answer(
          DetailAnswer(
            number: request.number, reading: request.data.reading, gathered: gathered, isComplete: isComplete)
        ))
    }
    guard let columns = request.wish.columns else { return post(isComplete: true) }
    if request.detail == nil { post(isComplete: false) }
    let content = CardContent(detail, context: request.context)
    guard let heights = CardHeights(content, columns: columns, isCancelled: isOutdated) else { return }
    gathered.heights = heights
    post(isComplete: true)
  }
}
