import ArgumentParser
import Community
import Loyalty

/// One member of whom to tell.
package struct ChosenMemberOptions: ReportOptions {
  @Option(parsing: .unconditional, help: ArgumentHelp("A member's id.", valueName: "id"))
  package var member: String?

  package init() {}

  package var firstGiven: String? { member == nil ? nil : "--member" }

  package func check(in reading: FolderReading) throws { _ = try index(in: reading.roster) }

  /// The member that was chosen, or nil without a choice.
  func index(in roster: Roster) throws -> Member.Index? {
    guard let member else { return nil }
    guard let index = roster.community.member(id: member), roster.figures.isListed(index) else {
      throw ValidationError("--member: there is no member '\(member)'.")
    }
    return index
  }
}
