import ArgumentParser
import Community
import Dashboard
import Feeds
import Loyalty
import Reports
import Texts

/// The folder that a command works on.
struct OpenedFolder {
  let path: String
  var reading: FolderReading

  var moment: Moment { reading.moment }

  /// Says on standard error, in one line, what couldn't be read or used; nothing when all is well.
  func tellMissing(in language: Language) {
    guard let line = reading.snapshot.report.missingLine(folder: path, in: language) else { return }
    StandardError.write("koxtop: \(line)\n")
  }

  /// Ends the command with an exit code of its own where its figures lack what couldn't be read.
  func endIfLacking() throws {
    if reading.snapshot.report.lacksData { throw ExitCode(CommandProblem.Code.noInput.rawValue) }
  }
}

extension FolderArguments {
  /// The folder's path: the one given, else the sample data.
  func path() throws -> String {
    if let folder {
      if !Paths.exists(folder) { throw CommandProblem(FolderArguments.hint(missing: folder), code: .noInput) }
      return folder
    }
    let places = SampleFolder.ofThisProcess
    if let path = places.find() { return path }
    throw CommandProblem(
      "There is no sample data beside the program or in the working folder. Name a community folder, or make one: "
        + "koxtop sample FOLDER --members 2000 --seed 1", code: .noInput)
  }

  /// A folder that isn't there may be a misspelt command.
  private static func hint(missing folder: String) -> String {
    let commands = Koxtop.configuration.subcommands.compactMap { $0.configuration.commandName }
    let nearest = folder.contains("/") ? nil : Spelling.nearest(to: folder, in: commands)
    let hint = nearest.map { " Did you mean 'koxtop \($0)'?" } ?? " 'koxtop sample' makes one to try."
    return "There is no folder '\(folder)'.\(hint)"
  }

  /// Reads the whole folder, with progress on standard error.
  func open(language: Language, isUnmasked: Bool = false) throws -> OpenedFolder {
    let path = try path()
    let options = ReadingOptions(
      zone: try zone(), machineZone: .machine(), machineZoneProblem: Zone.machineProblem(),
      workers: Computation.allCores.workers)
    let progress = ProgressLine()
    do throws(FolderProblem) {
      let snapshot = try Feeds.read(folder: path, options: options) { step in
        let share = step.bytesTotal > 0 ? step.bytesDone * 100 / step.bytesTotal : 100
        progress.show("\(share)% \(step.file)")
      }
      progress.clear()
      let reading = FolderReading(snapshot, asOf: moment, wall: .wallClock, isUnmasked: isUnmasked)
      return OpenedFolder(path: path, reading: reading)
    } catch {
      progress.clear()
      throw CommandProblem(language.text(error, folder: path), code: .noInput)
    }
  }

  /// The zone that was asked for.
  func zone() throws -> Zone? {
    guard let timeZone else { return nil }
    do throws(ZoneProblem) {
      return try Zone.named(timeZone)
    } catch {
      switch error {
      case .unknown(_, let nearest?):
        throw ValidationError("There is no time zone '\(timeZone)'. Did you mean '\(nearest)'?")
      case .unknown(_, nil):
        throw ValidationError(
          "There is no time zone '\(timeZone)'. Give an IANA name such as Asia/Shanghai, or an offset such as +08:00."
        )
      case .noData:
        throw ValidationError(
          "This machine has no time zone data to look up '\(timeZone)'. Install tzdata, or give an offset such as +08:00."
        )
      }
    }
  }

  /// What `--as-of` says.
  var moment: Program.AsOf? {
    switch asOf {
    case nil: nil
    case "now": .now
    case "latest": .latest
    case let text?: .fixed(text)
    }
  }

  func validate() throws {
    _ = try zone()
    if case .fixed(let text) = moment {
      do throws(TimeProblem) {
        _ = try Instant(fixed: text, in: .utc)
      } catch {
        let what =
          error == .outOfRange ? "lies outside the years 1970 to 2199" : "isn't a time that koxtop knows"
        throw ValidationError(
          "--as-of: '\(text)' \(what). Give 'now', 'latest', a day (2026-03-01) or a time (2026-03-01T09:30:00+08:00)."
        )
      }
    }
  }
}
