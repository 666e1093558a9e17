import Canvas
import Imports
import Texts

/// One line about how far an import is.
package enum ImportProgressText {
  /// `██████░░░░ 60% 1,200,000 records, 48 MiB/s, 3 s left  orders.csv`
  ///
  /// - Parameters:
  ///   - seconds: since it began.
  ///   - width: of the bar, in cells.
  package static func text(
    _ progress: ImportProgress, seconds: Double, width: Int, in language: Language
  ) -> String {
    let total = max(progress.bytesTotal, 1)
    let share = min(1, Double(progress.bytesDone) / Double(total))
    let full = Int((share * Double(width)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    let rate = seconds > 0 ? Double(progress.bytesDone) / seconds : 0
    var text = "\(bar) \(Int(share * 100))%"
    text +=
      " " + language.text(.importProgressRate, ["count": progress.records, "rate": Int(rate / 1_048_576)])
    if rate > 0, seconds > 1, share < 1 {
      let left = Double(total - progress.bytesDone) / rate
      text += language.text(.importProgressLeft, ["seconds": Int(left.rounded(.up))])
    }
    return text + "  " + progress.file.painted
  }
}
