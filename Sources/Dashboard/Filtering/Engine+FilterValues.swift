import Loyalty

/// Values of a column to be counted.
private struct FilterValuesRequest: EngineRequest {
  var column: MemberColumn
  var data: DashboardData

  func submit(to engine: Engine) {
    engine.jobs.submit { engine in
      guard let values = data.roster.values(of: column) else { return }
      engine.post(.answer(FilterValuesAnswer(column: column, reading: data.reading, values: values)))
    }
  }
}

/// The values of a column with how many members have each.
private struct FilterValuesAnswer: EngineAnswer {
  var column: MemberColumn
  var reading: Int
  var values: [FilterValueCount]

  func supersedes(_ earlier: FilterValuesAnswer) -> Bool { column == earlier.column }

  func apply(to state: inout DashboardState) {
    if reading == state.data.shown?.reading { state.filtering.values[column] = values }
  }
}

extension Effect {
  /// Has the values of a column counted.
  static func countValues(of column: MemberColumn, _ data: DashboardData) -> Effect {
    .request(FilterValuesRequest(column: column, data: data))
  }
}
