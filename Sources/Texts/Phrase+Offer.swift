/// What the offer to import says, before the dashboard opens.
extension Phrase {
  package static let offerTitle = Phrase(
    "offer.title", en: "Import {source} into {folder}", zh: "将 {source} 导入 {folder}")
  package static let offerIntro = Phrase(
    "offer.intro", en: "This holds no feeds yet, but exports that can become some. What each field becomes:",
    zh: "这里还没有数据文件，但有可以导入的导出文件。各字段的去向：")
  package static let offerPlanning = Phrase("offer.planning", en: "Looking at the files…", zh: "正在查看文件…")
  package static let offerRunning = Phrase("offer.running", en: "Importing", zh: "正在导入")
  package static let offerRecords = Phrase(
    "offer.records", en: "{count} records", one: "{count} record", zh: "{count} 条")
  package static let offerKnown = Phrase("offer.known", en: "known by name", zh: "已知格式，无需映射")
  package static let offerProblem = Phrase("offer.problem", en: "to be decided", zh: "待确认")
  package static let offerAmbiguous = Phrase(
    "offer.ambiguous", en: "'{value}': day or month first? d changes it", zh: "“{value}”：日在前还是月在前？按 d 切换")
  package static let offerMade = Phrase(
    "offer.made", en: "{feed}: {count} records", one: "{feed}: {count} record", zh: "{feed}：{count} 条")
  package static let offerKeyChoose = Phrase("offer.key.choose", en: "↑↓ choose", zh: "↑↓ 选择")
  package static let offerKeyChange = Phrase(
    "offer.key.change", en: "←→ change what it becomes", zh: "←→ 更改去向")
  package static let offerKeyDates = Phrase("offer.key.dates", en: "d day/month", zh: "d 日/月顺序")
  package static let offerKeyImport = Phrase("offer.key.import", en: "Enter import", zh: "Enter 导入")
  package static let offerKeyDecline = Phrase("offer.key.decline", en: "Esc don't import", zh: "Esc 不导入")
  package static let offerKeysRunning = Phrase("offer.keys.running", en: "Esc stop", zh: "Esc 停止")
  package static let offerKeysDone = Phrase(
    "offer.keys.done", en: "Enter open the dashboard", zh: "Enter 打开看板")
  package static let offerKeysFailed = Phrase("offer.keys.failed", en: "Enter go back", zh: "Enter 返回")
}
