extension Phrase {
  package static let frameTooSmall = Phrase(
    "frame.too_small", en: "This window is too small", zh: "窗口太小")
  package static let frameNeeds = Phrase(
    "frame.needs", en: "koxtop needs {columns}×{rows}, this is {hasColumns}×{hasRows}",
    zh: "koxtop 需要 {columns}×{rows}，现为 {hasColumns}×{hasRows}")
  package static let frameNeedsShort = Phrase(
    "frame.needs.short", en: "needs {columns}×{rows}", zh: "需 {columns}×{rows}")
  package static let frameDataAge = Phrase("frame.data_age", en: "data {age} old", zh: "数据 {age}前")
  package static let frameDataNew = Phrase("frame.data_new", en: "data just in", zh: "数据刚到")
  package static let frameNoData = Phrase("frame.no_data", en: "no data", zh: "无数据")
  package static let linesMore = Phrase(
    "lines.more", en: "… and {count} more lines", one: "… and {count} more line", zh: "……另有 {count} 行")
  package static let frameNoEvents = Phrase("frame.no_events", en: "no events yet", zh: "暂无事件")
  package static let frameAsOf = Phrase("frame.as_of", en: "as of {time}", zh: "截至 {time}")
  package static let frameReadOnly = Phrase("frame.read_only", en: "read-only", zh: "只读")
  package static let frameUnmasked = Phrase("frame.unmasked", en: "unmasked", zh: "未脱敏")
  package static let frameLooksEvery = Phrase(
    "frame.looks_every", en: "checked every 2 s", zh: "每 2 秒检查")
  package static let frameMeasuredAt = Phrase(
    "frame.measured_at", en: "stages as of {time}", zh: "阶段等截至 {time}")
  package static let frameReading = Phrase("frame.reading", en: "reading", zh: "读取中")
  package static let frameStopped = Phrase("frame.stopped", en: "stopped", zh: "已停止")
  package static let frameStops = Phrase("frame.stops", en: "stops", zh: "停止")

  package static let progressReading = Phrase(
    "progress.reading", en: "Reading {folder}", zh: "正在读取 {folder}")
  package static let progressAmount = Phrase(
    "progress.amount", en: "{done} of {total}", zh: "{done} / {total}")
  package static let progressRate = Phrase("progress.rate", en: "{rate} per second", zh: "每秒 {rate}")
  package static let progressRecords = Phrase(
    "progress.records", en: "{count} records", one: "{count} record", zh: "{count} 条记录")
  package static let progressLeft = Phrase("progress.left", en: "{time} left", zh: "还需 {time}")
  package static let progressStopped = Phrase(
    "progress.stopped", en: "Reading was stopped", zh: "读取已停止")
  package static let progressStoppedHint = Phrase(
    "progress.stopped.hint", en: "{key} reads the folder again.", zh: "按 {key} 重新读取文件夹。")
  package static let progressFailed = Phrase(
    "progress.failed", en: "This folder can't be read", zh: "无法读取此文件夹")
}
