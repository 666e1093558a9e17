import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Who may be called back, what is at stake, and what came of recalls so far: what `koxtop report recall` prints.
///
/// JSON is one object with the queue at its end, CSV a row a member of the queue, text has layers and plays too.
package struct RecallReport: Report {
  package var figures: RecallFigures
  package var language: Language

  package var moment: Moment { board.roster.moment }

  package init(figures: RecallFigures, language: Language = .english) {
    self.figures = figures
    self.language = language
  }

  private var board: RecallBoard { figures.board }
  private var rows: [RecallBoard.Row] { figures.rows.compactMap { board.row(of: $0) } }

  package func json() -> ReportContent {
    let moment = board.roster.moment
    let zone = moment.zone
    return object { writer in
      writer.field("currency", figures.community.program.currency)
      writer.field("queued", figures.count)
      writer.field("to_call", figures.toCall)
      writer.field("held_out", figures.heldOut)
      writer.field("with_stake", figures.countAtStake)
      writer.field("at_stake", figures.atStake)
      writer.field("at_stake_held_out", figures.stakeHeldOut)
      writer.field("clv_at_risk", figures.valueAtRisk)
      writer.key("layers")
      writer.array { writer in
        for (place, layer) in RecallLayer.allCases.enumerated() {
          let count = figures.layers[layer] ?? RecallQueue.LayerCount()
          writer.object { writer in
            writer.field("layer", layer.rawValue)
            writer.field("members", count.members)
            writer.field("queued", count.queued)
            writer.field("play", board.suggestion(layer).play?.id)
            writer.field("chance", board.suggestion(layer).chance)
            writer.field("chance_of", board.suggestion(layer).basis.rawValue)
            writer.field("shrunk_uplift", board.suggestion(layer).uplift)
            let outcome = board.outcomes.layers[place]
            writer.field("recalled", outcome.recalled.trials)
            writer.field("recalled_woken", outcome.recalled.successes)
            writer.field("held_out", outcome.heldOut.trials)
            writer.field("held_out_woken", outcome.heldOut.successes)
            writer.field("cost", outcome.cost)
            writer.field("cost_per_woken", outcome.costPerWoken)
            writer.objects("choices", board.choices(layer)) { choice, writer in
              writer.field("play", choice.play?.id)
              writer.field("chance", choice.chance)
              writer.field("chance_of", choice.basis.rawValue)
              writer.field("shrunk_uplift", choice.uplift)
            }
          }
        }
      }
      writer.objects("plays", figures.plays + [figures.total]) { write($0, to: &$1) }
      writer.key("decisions_today")
      writer.array { writer in
        for line in figures.today { writer.object { write(line, zone, to: &$0) } }
      }
      writer.objects("queue", rows) { write($0, to: &$1) }
    }
  }

  /// The one without a play is of all together.
  private func write(_ outcome: PlayOutcome, to writer: inout JSONWriter) {
    writer.field("play", outcome.play)
    writer.field("recalled", outcome.recalled.trials)
    writer.field("recalled_woken", outcome.recalled.successes)
    writer.field("held_out", outcome.heldOut.trials)
    writer.field("held_out_woken", outcome.heldOut.successes)
    writer.field("open_recalls", outcome.openRecalls)
    writer.field("open_hold_outs", outcome.openHoldOuts)
    let interval = outcome.uplift?.interval()
    writer.field("uplift", outcome.uplift?.difference)
    writer.field("uplift_low", interval?.lowerBound)
    writer.field("uplift_high", interval?.upperBound)
    writer.field("cost", outcome.cost)
    writer.field("cost_per_woken", outcome.costPerWoken)
    writer.field("planned", outcome.planned)
    writer.field("horizon_reached", outcome.isHorizonReached)
    writer.field("sample_ratio_p", outcome.sampleRatio?.pValue)
  }

  private func write(_ line: RecallFigures.Line, _ zone: Zone, to writer: inout JSONWriter) {
    let symbols = figures.community.symbols
    let decision = line.decision
    writer.field("at", zone.string(from: decision.at))
    writer.field("manager", symbols[decision.manager])
    writer.field("action", decision.action.rawValue)
    writer.field("member", decision.member.map { figures.id($0) })
    writer.field("play", decision.play == .none ? nil : symbols[decision.play])
    writer.field("undone_by", line.undo.map { symbols[$0.manager] })
  }

  private func write(_ row: RecallBoard.Row, to writer: inout JSONWriter) {
    writer.field("id", figures.id(row.member))
    writer.field("stage", board.measures.lifecycle.stage(row.member)?.id)
    writer.field("layer", row.layer.rawValue)
    writer.field("silence", row.silence)
    writer.field("p_alive", row.alive)
    writer.field("value_if_awake", row.valueIfAwake)
    writer.field("chance", row.suggestion.chance)
    writer.field("chance_of", row.suggestion.basis.rawValue)
    writer.field("at_stake", row.stake)
    writer.field("play", row.suggestion.play?.id)
    writer.field("campaign", row.campaign)
    writer.field("held_out", row.assignment.map { $0 == .heldOut })
    let flags = board.flags(of: row.member)
    writer.field("answer_first", flags.contains(where: \.isAnsweredFirst))
    writer.key("flags")
    writer.array { writer in for flag in flags { writer.value(flag.id) } }
  }

  package func csv() -> ReportContent {
    .csv(
      [
        "id", "stage", "layer", "silence", "p_alive", "value_if_awake", "chance", "at_stake", "play",
        "campaign", "held_out", "chance_of", "answer_first", "flags",
      ], rows
    ) { row, writer in
      writer.cell(figures.id(row.member))
      writer.cell(board.measures.lifecycle.stage(row.member)?.id ?? "")
      writer.cell(row.layer.rawValue)
      writer.cell(row.silence)
      writer.cell(row.alive ?? .nan)
      writer.cell(row.valueIfAwake ?? .nan)
      writer.cell(row.suggestion.chance)
      writer.cell(row.stake ?? .nan)
      writer.cell(row.suggestion.play?.id ?? "")
      writer.cell(row.campaign ?? "")
      writer.cell(row.assignment == .heldOut)
      writer.cell(row.suggestion.basis.rawValue)
      let flags = board.flags(of: row.member)
      writer.cell(flags.contains(where: \.isAnsweredFirst))
      writer.cell(flags.map(\.id).joined(separator: ";"))
    }
  }

  // MARK: Text

  /// Members of the queue that text shows; JSON and CSV have all.
  private static let textRows = 50

  private func money(_ units: Double?) -> String {
    guard let units, let amount = Int64(exactly: (units * 100).rounded()) else { return "–" }
    return language.money(Money(rawValue: amount), currency: figures.community.program.currency)
  }

  private func exactMoney(_ units: Double?) -> String {
    guard let units, let amount = Int64(exactly: (units * 100).rounded()) else { return "–" }
    return language.money(
      Money(rawValue: amount), currency: figures.community.program.currency, precision: .exact)
  }

  private func playName(_ id: String) -> String {
    board.outcomes.rules.plays.first { $0.id == id }.map { language.text($0.name) } ?? id
  }

  package func text() -> ReportContent {
    var bytes = heading(.recallReportTitle)
    bytes += ReportText.pairs([
      (
        language.text(.recallQueued),
        language.text(
          .recallQueuedWords,
          [
            "count": figures.count, "call": language.number(figures.toCall),
            "out": language.number(figures.heldOut),
          ])
      ),
      (language.text(.columnAtStake), money(figures.atStake)),
      (language.text(.recallAtRisk), money(figures.valueAtRisk)),
    ])
    bytes += ReportText.table(
      [
        language.text(.columnLayer), language.text(.recallQueued), language.text(.reportMembers),
        language.text(.recallRecalled), language.text(.recallCostTitle),
        language.text(.recallCostPerWokenTitle),
      ],
      rows: zip(RecallLayer.allCases, figures.layerOutcomes).compactMap { layer, outcome in
        figures.layers[layer].map {
          [
            language.text(layer.title), language.number($0.queued), language.number($0.members),
            share(outcome.recalled, nil), outcome.recalled.trials > 0 ? money(outcome.cost) : "–",
            exactMoney(outcome.costPerWoken),
          ]
        }
      }, alignments: [.left, .right, .right, .right, .right, .right])
    bytes.append(0x0A)
    bytes += ReportText.table(
      [
        language.text(.recallPlayTitle), language.text(.recallRecalled), language.text(.recallHeldOut),
        language.text(.recallUplift), language.text(.recallCostTitle),
        language.text(.recallCostPerWokenTitle),
      ],
      rows: (figures.plays + [figures.total]).map { outcome in
        let words = outcome.uplift.flatMap { language.compared($0) }
        return [
          outcome.play.map(playName) ?? language.text(.recallAllPlays),
          share(outcome.recalled, words?.later), share(outcome.heldOut, words?.earlier),
          uplift(outcome, words), money(outcome.cost), exactMoney(outcome.costPerWoken),
        ]
      }, alignments: [.left, .right, .right, .left, .right, .right])
    bytes.append(0x0A)
    bytes += ReportText.table(
      [
        language.text(.columnID), language.text(.columnAtStake), language.text(.columnGone),
        language.text(.columnIfAwake), language.text(.columnChance), language.text(.columnSilence),
        language.text(.columnLayer), language.text(.columnPlay), language.text(.recallFlagsTitle),
      ],
      rows: rows(limit: Self.textRows).map { row in
        [
          figures.id(row.member), money(row.stake), row.alive.map { language.percent(1 - $0) } ?? "–",
          money(row.valueIfAwake),
          row.suggestion.basis.sign + language.percent(row.suggestion.chance), language.days(row.silence),
          language.text(row.layer.title),
          (row.suggestion.play.map { language.text($0.name) } ?? "–")
            + (row.assignment == .heldOut ? " (\(language.text(.recallHeldOut)))" : ""),
          board.flags(of: row.member).map { flag in
            let words = flag.text(in: language)
            return flag.isAnsweredFirst ? language.text(.answerFirstWords, ["what": words]) : words
          }.joined(separator: " · "),
        ]
      }, alignments: [.left, .right, .right, .right, .right, .right, .left, .left, .left])
    let bases = Set(rows(limit: Self.textRows).map(\.suggestion.basis))
    for basis in [RecallRates.Basis.layer, .overall, .expected] where bases.contains(basis) {
      bytes += line(basis.sentence)
    }
    return ReportContent(bytes)
  }

  private func rows(limit: Int) -> [RecallBoard.Row] {
    figures.rows.prefix(limit).compactMap { board.row(of: $0) }
  }

  private func share(_ group: Proportion, _ words: String?) -> String {
    guard let rate = group.rate else { return "–" }
    return "\(words ?? language.percent(rate)) (\(group.successes)/\(group.trials))"
  }

  private func uplift(_ outcome: PlayOutcome, _ words: ComparedWords?) -> String {
    guard let test = outcome.uplift, let words else { return "–" }
    return "\(words.change) (\(language.range(ofPoints: test.interval(), decimals: words.decimals)))"
  }
}

extension RecallReport: NamedReport {
  package static let name = "recall"
  package static let about = """
    who may be called back in order of what is at stake, layers, plays with their success, and what was decided today.
    """
  package static let depth = FolderReading.Depth.measures

  package static func made(
    of reading: FolderReading, _ options: NoReportOptions, language: Language
  ) -> (any Report)? {
    RecallFigures(roster: reading.roster, manager: nil).map { RecallReport(figures: $0, language: language) }
  }
}
