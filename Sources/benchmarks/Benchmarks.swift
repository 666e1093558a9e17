import ArgumentParser
import Glibc
import SampleData

/// Measures koxtop's speed and memory and prints a table, as ratios wherever one run can give both sides.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure speed and memory on a large community, made once.",
    discussion:
      "Build with -c release. The folder is made where --scratch says, and used again by the next run.",
    subcommands: [Opening.self])

  /// The groups of measurements, each of which can be left out.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case reading, models, recall, tiers, points, account, touchpoints, community, satisfaction, opening, keys
    case following, idle
    case `import`
  }

  @Option(help: "Where the large folder is made and kept.") var scratch = "/var/tmp/koxtop-benchmarks"
  @Option(help: "Members of the large folder.") var members = 1_000_000
  @Option(help: "Only these parts.") var part: [Part] = Part.allCases
  @Option(help: "How often each reading is timed.") var rounds = 3

  func run() throws {
    // These parts make their own data in memory.
    let folder = Set(part).isSubset(of: [.satisfaction, .community, .import]) ? "" : try largeFolder()
    print("| what | measured | bound | | how |\n| --- | --- | --- | --- | --- |")
    func show(_ rows: [Measurement]) {
      for row in rows { print(row.row) }
      fflush(nil)
    }
    if part.contains(.reading) { show(try measureReading(folder, rounds: rounds)) }
    if part.contains(.models) { show(try measureModels(folder, rounds: rounds)) }
    if part.contains(.tiers) {
      show(try measureTiers(folder, members: members, scratch: scratch, rounds: rounds))
    }
    if part.contains(.points) { show(try measurePoints(folder, rounds: rounds)) }
    if part.contains(.account) { show(try measureAccount(folder, rounds: rounds)) }
    if part.contains(.touchpoints) { show(try measureTouchpoints(folder, rounds: rounds)) }
    if part.contains(.community) { show(try measureCommunity(members: members, rounds: rounds)) }
    if part.contains(.satisfaction) { show(try measureSatisfaction(rounds: rounds)) }
    if part.contains(.recall) {
      show(try measureRecall(folder, members: members, scratch: scratch, rounds: rounds))
    }
    if part.contains(.import) { show(try measureImport(scratch: scratch, rounds: rounds)) }
    let sample = try sampleFolder()
    if part.contains(.opening) { show(try measureOpening(folder, sample: sample, scratch: scratch)) }
    if part.contains(.keys) {
      show(
        try measureColumns(folder, rounds: rounds)
          + measureKeys(folder, members: members, scratch: scratch))
    }
    if part.contains(.following) { show(try measureFollowing(folder, members: members, scratch: scratch)) }
    if part.contains(.idle) { show(try measureIdle(sample, scratch: scratch)) }
  }

  /// The community that the repository brings as sample data, made here by the same arguments.
  private func sampleFolder() throws -> String {
    let folder = "\(scratch)/sample"
    if access("\(folder)/program.json", R_OK) != 0 {
      try SampleCommunity(members: 2000, seed: 7).write(to: folder)
    }
    return folder
  }

  /// The folder of `members` members, made when it isn't there yet.
  private func largeFolder() throws -> String {
    let folder = "\(scratch)/members-\(members)"
    if access("\(folder)/program.json", R_OK) == 0 { return folder }
    mkdir(scratch, 0o755)
    print("Making \(members) members in \(folder) …")
    let start = monotonicSeconds()
    let counts = try SampleCommunity(members: members, seed: 1).write(to: folder)
    let records = counts.reduce(0) { $0 + $1.records }
    print("Made \(records) records in \(decimal(monotonicSeconds() - start, 1)) s.\n")
    return folder
  }
}
