import Community
import Feeds
import JSONTape
import Loyalty
import Texts

/// The community at a glance: what `koxtop report overview` prints.
///
/// JSON is one object, CSV a row a month, text says the same as the panel.
package struct OverviewReport: Report {
  package var snapshot: Snapshot
  package var figures: OverviewFigures
  /// With measures, those of the community among them.
  package var roster: Roster
  package var satisfaction: SatisfactionFigures
  package var recalls: RecallFigures?
  package var language: Language
  /// How many calendar months are told, the moment's included.
  package var monthCount = 24

  package var moment: Moment { figures.moment }

  /// - Complexity: O(members) for the queue of recalls.
  package init(of reading: FolderReading, language: Language = .english) {
    snapshot = reading.snapshot
    figures = reading.overview
    roster = reading.roster
    satisfaction = reading.satisfaction
    recalls = RecallFigures(roster: reading.roster, manager: nil)
    self.language = language
  }

  private func time(_ instant: Instant?) -> String? { instant.map(snapshot.zone.string) }

  private func name(ofMonth month: OverviewFigures.Month) -> String {
    String(month.firstDay.description.prefix(7))
  }

  package func json() -> ReportContent {
    object { writer in
      writer.field("name", snapshot.community.program.name)
      writer.field("currency", snapshot.community.program.currency)
      writer.field("members", figures.listed)
      writer.field("members_without_record", figures.withoutRecord)
      writer.field("members_seen_30d", figures.seen(inLast: 30))
      writer.field("members_silent_90d", figures.silent(forMoreThan: 90))
      writer.field("members_bought", figures.buyers)
      writer.field("members_bought_again", figures.repeatBuyers)
      writer.field("seen_share_30d", figures.seenShare)
      writer.field("hosts", figures.hosts)
      writer.field("orders", figures.orders)
      writer.field("spend", hundredths: figures.spend.rawValue)
      writer.field("newest_event", time(figures.newestEvent))
      writePanel(to: &writer)
      writer.key("feeds")
      writer.array { writer in
        for feed in Feed.allCases {
          writer.object { write(feed, to: &$0) }
        }
      }
      writer.key("months")
      writer.array { writer in
        for month in figures.months(monthCount) {
          writer.object { writer in
            writer.field("month", name(ofMonth: month))
            writer.field("joined", month.joined)
            writer.field("orders", month.orders)
            writer.field("spend", hundredths: month.spend.rawValue)
          }
        }
      }
    }
  }

  private func write(_ feed: Feed, to writer: inout JSONWriter) {
    let read = snapshot.report[feed]
    writer.field("feed", feed.name)
    writer.field("records", figures.feed(feed).records)
    writer.field("upcoming", figures.feed(feed).upcoming)
    writer.field("newest", time(figures.feed(feed).newest))
    writer.field("duplicates", read.duplicates)
    writer.field("records_set_aside", read.recordsSetAside)
    writer.field("fields_set_aside", read.fieldsSetAside)
    writer.field("files", read.files.count)
  }

  package func csv() -> ReportContent {
    .csv(["month", "joined", "orders", "spend"], figures.months(monthCount)) { month, writer in
      writer.cell(name(ofMonth: month))
      writer.cell(month.joined)
      writer.cell(month.orders)
      writer.cell(hundredths: month.spend.rawValue)
    }
  }

  package func text() -> ReportContent {
    let currency = snapshot.community.program.currency
    var bytes = heading(.overviewReportTitle)
    bytes += ReportText.pairs([
      (language.text(.reportMembers), language.number(figures.listed)),
      (language.text(.reportSeenLately), language.number(figures.seen(inLast: 30))),
      (language.text(.overviewSilent), language.number(figures.silent(forMoreThan: 90))),
      (language.text(.overviewBuyers), language.number(figures.buyers)),
      (language.text(.overviewRepeatBuyers), language.number(figures.repeatBuyers)),
      (language.text(.reportWithoutRecord), language.number(figures.withoutRecord)),
      (language.text(.reportHosts), language.number(figures.hosts)),
      (language.text(.reportPurchases), language.number(figures.orders)),
      (language.text(.reportSpend), language.money(figures.spend, currency: currency, precision: .exact)),
      (
        language.text(.reportNewestEvent),
        figures.newestEvent.map { language.dateAndTime($0, in: snapshot.zone) } ?? "–"
      ),
    ])
    bytes.append(0x0A)
    bytes += panelText()
    bytes += table(
      [.reportFeed, .reportRecords, .reportNewest],
      rows: Feed.allCases.map { feed in
        [
          feed.name, language.number(figures.feed(feed).records),
          figures.feed(feed).newest.map { language.dateAndTime($0, in: snapshot.zone) } ?? "–",
        ]
      }, alignments: [.left, .right, .left])
    bytes.append(0x0A)
    bytes += table(
      [.reportMonth, .reportJoined, .reportPurchases, .reportSpend],
      rows: figures.months(monthCount).map { month in
        [
          name(ofMonth: month), language.number(month.joined), language.number(month.orders),
          language.money(month.spend, currency: currency, precision: .exact),
        ]
      }, alignments: [.left, .right, .right, .right])
    return ReportContent(bytes)
  }
}

extension OverviewReport: NamedReport {
  package static let name = "overview"
  package static let about = """
    what waits for a person today, members by tier, stage and path, the community, records per feed, members, orders \
    and money by month.
    """
  package static let depth = FolderReading.Depth.community

  package static func made(
    of reading: FolderReading, _ options: NoReportOptions, language: Language
  ) -> (any Report)? {
    OverviewReport(of: reading, language: language)
  }
}
