import Canvas
import Loyalty
import Reports
import Screen
import Texts

/// The cells of a section, to open the members that they count.
struct TiersCellsOverlay: ChoiceOverlay {
  /// A cell in words, how many members it counts, and the filter that finds them.
  struct Cell: Hashable {
    var title: String
    var count: Int
    var filter: String
  }

  var cells: [Cell]
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.tiersCells), count: cells.count,
      row: { index in
        ListOverlay.Row(
          line: Line(
            [Piece(cells[index].title, .text)],
            right: [Piece(context.number(cells[index].count), .number)]))
      }, scroll: scroll, hints: [state.hint("Enter", .hintOpen), state.hint("Esc", .hintClose)], columns: 52)
  }

  func press(_ key: Key, in state: inout DashboardState) {
    if key.code == .enter {
      guard cells.indices.contains(scroll.selected) else { return }
      state.overlay = nil
      state.openMembers(filter: cells[scroll.selected].filter)
    } else if let motion = state.motion(for: key) {
      var moved = self
      moved.scroll = state.moved(scroll, motion, count: cells.count)
      state.overlay = moved
    }
  }
}

extension DashboardState {
  /// Opens the cells of a section of the panel of tiers, those that count anybody.
  mutating func openTiersCells(_ section: TiersSection) {
    guard let board = tiers.board else { return say(.information, .tiersNotReady) }
    let cells = TiersCells(board: board, language: language).of(section).filter { $0.count > 0 }
    overlay = TiersCellsOverlay(cells: cells)
  }
}

/// The cells of the sections of the panel of tiers, in the order in which they are shown.
struct TiersCells {
  typealias Cell = TiersCellsOverlay.Cell

  var board: TierBoard
  var language: Language

  func of(_ section: TiersSection) -> [Cell] {
    switch section {
    case .pyramid: pyramid
    case .moves: tierMoves + stageMoves
    case .rfm: scores + classes
    default: []
    }
  }

  /// Tiers from the highest down, then no tier.
  private var tiers: [Int?] { board.tiers.rules.tiers.indices.reversed().map { $0 } + [nil] }

  private func name(_ tier: Int?) -> String {
    tier.map { language.text(board.tiers.rules.tiers[$0].name) } ?? language.text(.tierNone)
  }

  /// A term that finds a tier in a column.
  private func term(_ column: MemberColumn, _ tier: Int?) -> String {
    tier.map { "\(column.id):\"\(board.tiers.rules.tiers[$0].id)\"" } ?? "-has:\(column.id)"
  }

  private var pyramid: [Cell] {
    board.figures.levels.reversed().map {
      Cell(title: name($0.tier), count: $0.members, filter: term(.tier, $0.tier))
    } + [Cell(title: name(nil), count: board.figures.without.members, filter: term(.tier, nil))]
  }

  private var tierMoves: [Cell] {
    let moves = board.figures.moves
    return tiers.flatMap { from in
      tiers.map { to in
        Cell(
          title: title(name(from), name(to)), count: moves[from, to],
          filter: "\(term(.tierBefore, from)) \(term(.tierAtQuarter, to))")
      }
    }
  }

  /// Of moves since 30 and 90 days ago.
  private var stageMoves: [Cell] {
    let stages: [LifecycleStage?] = LifecycleStage.allCases + [nil]
    func word(_ stage: LifecycleStage?) -> String {
      stage.map { language.word($0.id, of: .stage) } ?? language.text(.tiersNoStage)
    }
    func term(_ column: MemberColumn, _ stage: LifecycleStage?) -> String {
      stage.map { "\(column.id):\($0.id)" } ?? "-has:\(column.id)"
    }
    return zip(board.measures.moves, [MemberColumn.stage30, .stage90]).flatMap { moves, column in
      stages.flatMap { from in
        stages.map { to in
          Cell(
            title: "\(language.days(moves.days)): \(title(word(from), word(to)))", count: moves[from, to],
            filter: "\(term(column, from)) \(term(.stage, to))")
        }
      }
    }
  }

  private func title(_ from: String, _ to: String) -> String {
    from == to ? language.text(.tiersCellStay, ["name": to]) : "\(from) → \(to)"
  }

  private var scores: [Cell] {
    board.scores.enumerated().reversed().flatMap { recency, row in
      row.enumerated().reversed().map { frequency, count in
        Cell(
          title: "R\(recency + 1) F\(frequency + 1)", count: count,
          filter: "r:\(recency + 1) f:\(frequency + 1)")
      }
    }
  }

  private var classes: [Cell] {
    RFMClass.ordered.map { rfmClass in
      Cell(
        title: language.word(rfmClass.id, of: .rfmClass), count: board.measures.rfm.count(rfmClass),
        filter: "rfm_class:\(rfmClass.id)")
    }
  }
}
