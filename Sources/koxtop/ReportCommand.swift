import ArgumentParser
import Community
import Dashboard
import Loyalty
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the figures behind a panel.",
    discussion: """
      members: one row a member, as a JSON array of objects, as text or as CSV. The keys are the columns' ids.
      overview: counts a feed, members, orders and money by month.
      lifecycle: members by stage and on the path, moves between stages, retention.
      rfm: scores with their cut-offs, the eight classes, and every member's.
      clv: a model of purchases and spend fitted to the members, how well it foretold, and what each member is \
      expected to buy and to be worth.
      recall: who may be called back in order of what is at stake, layers, plays with their success, and what was \
      decided today.
      nps: the score with its interval and its change, by group, with CSAT, CES, topics, and detractors to answer.
      drivers: which ratings go with the score, or with buying again, and how surely.
      points: balances, what expires and whom to remind, earned and taken by reason, breakage, liability; with \
      --member the lots and the ledger of one account.
      community: who is active, who contributes how much, spaces, newcomers, challenges, the newest activities.
      ties: how closely members are tied to each other, the groups found in these ties, and who holds them together.
      hosts: the hosts' scorecard, members without a host, the core group and who may join it.
      account: what stands in the emotional accounts, overdrawn members, moments beyond expectation; with --member \
      one account, entry by entry.
      touchpoints: who is due for what today and in the next days, what was done and missed, how regular content and \
      benefits are; with --rule who is due by one rule on a day, and who is left out by what.
      tiers: members and what they bring by tier, who goes up, keeps or drops at the quarter's end with what is missing, \
      moves, keep tasks, unfair cases, benefits; with --member that member's history with its reasons.
      program: the effective programme, every key with its value.
      """)

  enum Panel: String, CaseIterable {
    case members, overview, lifecycle, rfm, clv, recall, nps, drivers, tiers, points, community, ties, hosts
    case account, touchpoints, program
  }

  @Argument(
    help: ArgumentHelp("\(Panel.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "panel"),
    transform: { try named($0, among: Panel.allCases, what: "report") })
  var panel: Panel

  @OptionGroup var source: FolderArguments

  @Option(
    help: "json, text (as without it) or csv.",
    transform: { try named($0, among: ReportFormat.allCases, what: "format") })
  var format = ReportFormat.text

  @OptionGroup(title: "Members") var members: MemberArguments
  @OptionGroup(title: "Lifetime value") var purchases: PurchaseArguments
  @OptionGroup(title: "NPS") var satisfaction: SatisfactionArguments
  @OptionGroup(title: "Drivers") var drivers: DriverArguments
  @OptionGroup(title: "Touchpoints") var touchpoints: TouchpointArguments
  @OptionGroup(title: "One member") var chosenMember: ChosenMemberArguments
  @OptionGroup var languages: LanguageArguments
  @OptionGroup var privacy: PrivacyArguments

  func validate() throws {
    if panel != .clv, let option = purchases.firstGiven {
      throw ValidationError("\(option) is for 'report clv' only.")
    }
    if panel != .nps, let option = satisfaction.firstGiven {
      throw ValidationError("\(option) is for 'report nps' only.")
    }
    if panel != .drivers, let option = drivers.firstGiven {
      throw ValidationError("\(option) is for 'report drivers' only.")
    }
    if panel != .points, panel != .tiers, panel != .account, chosenMember.member != nil {
      throw ValidationError("--member is for 'report tiers', 'report points' and 'report account' only.")
    }
    if panel != .touchpoints, let option = touchpoints.firstGiven {
      throw ValidationError("\(option) is for 'report touchpoints' only.")
    }
    if panel == .members {
      // What is misspelt is told before a large folder is read.
      _ = try members.chosenColumns()
      _ = try members.chosenOrder()
      _ = try members.chosenFilter(
        mask: Mask(names: false, contacts: !privacy.unmask), language: languages.chosen)
      return
    }
    if let option = members.firstGiven {
      throw ValidationError("\(option) is for 'report members' only.")
    }
    if panel == .program, format == .csv {
      throw ValidationError("The programme has no rows; choose --format json or text.")
    }
  }
}

/// Which members, which columns, in what order.
struct MemberArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Column ids, separated by commas; 'all' for every column.", valueName: "columns"))
  var columns: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A filter: 'city:上海 spend>500 silent>30d'.", valueName: "filter"))
  var `where`: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The column to sort by; a minus before it turns the order around.", valueName: "column"))
  var sort: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many members.", valueName: "count"))
  var limit: Int?

  var firstGiven: String? {
    if columns != nil { return "--columns" }
    if `where` != nil { return "--where" }
    if sort != nil { return "--sort" }
    return limit == nil ? nil : "--limit"
  }

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("--limit takes a whole number of 0 or more, not \(limit).")
    }
  }
}

/// One member of whom to tell.
struct ChosenMemberArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("A member's id.", valueName: "id"))
  var member: String?

  /// The member that was chosen, or nil without a choice.
  func index(in roster: Roster) throws -> Member.Index? {
    guard let member else { return nil }
    guard let index = roster.community.member(id: member), roster.figures.isListed(index) else {
      throw ValidationError("--member: there is no member '\(member)'.")
    }
    return index
  }
}

/// The value that a word names, or an error that tells the nearest one.
func named<Value: RawRepresentable>(_ word: String, among values: [Value], what: String) throws -> Value
where Value.RawValue == String {
  if let value = values.first(where: { $0.rawValue == word }) { return value }
  let names = values.map(\.rawValue)
  let hint = Spelling.nearest(to: word, in: names).map { "Did you mean '\($0)'?" }
  throw ValidationError(
    "There is no \(what) '\(word)'. \(hint ?? "Choose one of: \(names.joined(separator: ", ")).")")
}
