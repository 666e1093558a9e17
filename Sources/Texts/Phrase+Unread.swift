/// Why something isn't read, with the value and what to write instead.
extension Phrase {
  // Broken JSON, by what its writer did.
  package static let jsonSeveralRecords = Phrase(
    "json.several_records", en: "several records on one line; put each on a line of its own",
    zh: "一行有多条记录，请每条单独一行")
  package static let jsonOverSeveralLines = Phrase(
    "json.over_several_lines", en: "one record over several lines; put each record on one line",
    zh: "一条记录写了多行，请每条写成一行")
  package static let jsonCommaBehind = Phrase(
    "json.comma_behind", en: "a comma after the record; remove it", zh: "记录后面多了逗号，请删去")
  package static let jsonTrailingComma = Phrase(
    "json.trailing_comma", en: "a comma before the closing bracket; remove it", zh: "右括号前多了逗号，请删去")
  package static let jsonTextBehind = Phrase(
    "json.text_behind", en: "something follows the record on its line", zh: "记录后面还有其他内容")
  package static let jsonRecordSeparator = Phrase(
    "json.record_separator",
    en: "begins with a record separator (0x1E, a JSON text sequence); remove these bytes",
    zh: "以记录分隔符（0x1E，JSON 文本序列）开头，请删去该字节")
  package static let jsonSingleQuotes = Phrase(
    "json.single_quotes", en: "single quotes; use double quotes (\")", zh: "用了单引号，请改为双引号（\"）")
  package static let jsonBareKey = Phrase(
    "json.bare_key", en: "a field name without quotes; use double quotes (\")", zh: "字段名没有引号，请加双引号（\"）")
  package static let jsonFullWidth = Phrase(
    "json.full_width", en: "a full-width or curly mark; use {hint}", zh: "用了全角或弯引号符号，请改为 {hint}")
  package static let jsonForeignWord = Phrase(
    "json.foreign_word", en: "a word that isn't JSON; write {hint}", zh: "不是 JSON 的写法，请写 {hint}")
  package static let jsonComment = Phrase(
    "json.comment", en: "a comment; JSON has none, remove it", zh: "有注释，JSON 不支持注释，请删去")
  package static let jsonControlCharacter = Phrase(
    "json.control_character", en: "a line break or tab inside quotes; write \\n or \\t",
    zh: "引号内有换行或制表符，请写 \\n 或 \\t")
  package static let jsonBadEscape = Phrase(
    "json.bad_escape", en: "a backslash that means nothing; write two of them", zh: "反斜杠用法有误，请写两个反斜杠")
  package static let jsonBadNumber = Phrase(
    "json.bad_number", en: "a number in a form that JSON doesn't have; write 1200.5", zh: "数字写法有误，请写 1200.5")
  package static let jsonMissingMark = Phrase(
    "json.missing_mark", en: "a comma, colon or quote is missing", zh: "缺少逗号、冒号或引号")

  // Values, and what to write instead.
  package static let cantReadID = Phrase(
    "cant_read.id", en: "can't read \"{value}\" as an id; write a text or a whole number",
    zh: "无法将“{value}”读作编号，请写文本或整数")
  package static let cantReadText = Phrase(
    "cant_read.text", en: "can't read {value} as text; put it in double quotes", zh: "无法将 {value} 读作文本，请加双引号")
  package static let cantReadNumber = Phrase(
    "cant_read.number", en: "can't read \"{value}\" as a number; write {form}",
    zh: "无法将“{value}”读作数字，请写 {form}")
  package static let cantReadWhole = Phrase(
    "cant_read.whole", en: "can't read \"{value}\" as a whole number; write {form}",
    zh: "无法将“{value}”读作整数，请写 {form}")
  package static let cantReadMoney = Phrase(
    "cant_read.money", en: "can't read \"{value}\" as an amount; write {form}",
    zh: "无法将“{value}”读作金额，请写 {form}")
  package static let cantReadTime = Phrase(
    "cant_read.time", en: "can't read \"{value}\" as a time; write {form}", zh: "无法将“{value}”读作时间，请写 {form}")
  package static let cantReadDay = Phrase(
    "cant_read.day", en: "can't read \"{value}\" as a day; write {form}", zh: "无法将“{value}”读作日期，请写 {form}")
  package static let cantReadBirthday = Phrase(
    "cant_read.birthday", en: "can't read \"{value}\" as a birthday; write {form} or 03-01",
    zh: "无法将“{value}”读作生日，请写 {form} 或 03-01")
  package static let cantReadObject = Phrase(
    "cant_read.object", en: "can't read {value} here; write fields in braces", zh: "此处无法使用 {value}，请用花括号写成字段")
  package static let cantReadRecord = Phrase(
    "cant_read.record", en: "{value} isn't a record; a record stands in braces", zh: "{value} 不是记录，记录应写在花括号里")
  package static let cantReadArray = Phrase(
    "cant_read.array", en: "can't read \"{value}\" as a list; write [\"…\", \"…\"]",
    zh: "无法将“{value}”读作列表，请写 [\"…\", \"…\"]")
  package static let cantReadBoolean = Phrase(
    "cant_read.boolean", en: "can't read \"{value}\"; write {form} without quotes",
    zh: "无法识别“{value}”，请写 {form}（不加引号）")
  package static let cantReadConsent = Phrase(
    "cant_read.consent",
    en: "can't read \"{value}\" as consent, so it counts as refused; write {form} without quotes",
    zh: "无法识别“{value}”，按拒绝处理，请写 {form}（不加引号）")
  package static let booleanForms = Phrase("cant_read.boolean.forms", en: "true or false", zh: "true 或 false")
  package static let outOfRangeValue = Phrase(
    "out_of_range.value", en: "{value} is out of range", zh: "{value} 超出范围")
  package static let outOfRangeHint = Phrase(
    "out_of_range.hint", en: "{value} isn't accepted; write one of: {hint}", zh: "不接受 {value}，可用：{hint}")
  package static let outOfRangeSpan = Phrase(
    "out_of_range.span", en: "{value} is out of range ({hint})", zh: "{value} 超出范围（{hint}）")
  package static let serialNumberValue = Phrase(
    "serial_number", en: "{value} isn't a time: as seconds it would be January 1970; write {form}",
    zh: "{value} 不是时间（按秒计落在 1970 年 1 月），请写 {form}")
  package static let serialNumberDay = Phrase(
    "serial_number.day", en: "{value} is a spreadsheet's number for {form}; write {form}",
    zh: "{value} 是电子表格的日期序号，请写 {form}")
  package static let missingNamed = Phrase(
    "missing.named", en: "missing; is it \"{hint}\"? Name that {field}", zh: "缺失；是否是“{hint}”？请改名为 {field}")

  // Files as a whole.
  package static let arrayUnderKey = Phrase(
    "not_an_array.key",
    en: "the records are under \"{hint}\"; the file should hold that list alone, in square brackets",
    zh: "记录在“{hint}”之下，文件应只含该列表（方括号）")
  package static let packedGzip = Phrase(
    "packed.gzip", en: "packed with gzip; add .gz to its name", zh: "是 gzip 压缩文件，请在文件名后加 .gz")
  package static let packedOther = Phrase(
    "packed.other", en: "packed with {packing}; unpack it first", zh: "是 {packing} 压缩文件，请先解压")
  package static let notPackedGzip = Phrase(
    "packed.not", en: "plain text, not gzip; remove .gz from its name", zh: "是未压缩的文本，请去掉文件名中的 .gz")
  package static let packedTwice = Phrase(
    "packed.twice", en: "packed with gzip twice; unpack it once", zh: "被 gzip 压缩了两次，请先解压一次")
  package static let encodedUTF16 = Phrase(
    "encoding.utf16", en: "UTF-16, not UTF-8; save it as UTF-8, or: iconv -f UTF-16 -t UTF-8",
    zh: "编码是 UTF-16，请另存为 UTF-8，或用 iconv -f UTF-16 -t UTF-8")
  package static let encodedGBK = Phrase(
    "encoding.gbk", en: "GBK, not UTF-8; save it as UTF-8, or: iconv -f GB18030 -t UTF-8",
    zh: "编码是 GBK，请另存为 UTF-8，或用 iconv -f GB18030 -t UTF-8")

  package static let formatTable = Phrase(
    "format.table", en: "a table (CSV), not JSON; koxtop import reads tables",
    zh: "是表格（CSV），不是 JSON，请用 koxtop import 导入")
  package static let formatMarkup = Phrase(
    "format.markup", en: "a web page or XML, not JSON; export it again", zh: "是网页或 XML，不是 JSON，请重新导出")

  // What the system says, by its number.
  package static let systemNotFound = Phrase("system.not_found", en: "no longer there", zh: "已不存在")
  package static let systemIO = Phrase("system.io", en: "the disk reports an error", zh: "磁盘报错")
  package static let systemTooManyFiles = Phrase(
    "system.too_many_files", en: "too many open files", zh: "打开的文件过多")
  package static let systemNameTooLong = Phrase(
    "system.name_too_long", en: "its name is too long", zh: "文件名过长")
  package static let systemNoMemory = Phrase("system.no_memory", en: "out of memory", zh: "内存不足")
  package static let systemStale = Phrase(
    "system.stale", en: "the network share has lost it", zh: "网络共享上的文件已失效")
  package static let systemTimedOut = Phrase(
    "system.timed_out", en: "the network share doesn't answer", zh: "网络共享没有响应")
  package static let systemNotAFolder = Phrase(
    "system.not_a_folder", en: "a file stands where a folder should be", zh: "应为文件夹的位置是文件")

  // What lies in the folder and isn't read.
  package static let strayTitle = Phrase(
    "stray.title", en: "{count} not read:", one: "{count} not read:", zh: "{count} 个文件未读取：")
  package static let strayOthers = Phrase(
    "stray.others", en: "Other files, which hold no data: {names}", zh: "其他文件（不是数据）：{names}")
  package static let strayNotRead = Phrase("stray.not_read", en: "not read", zh: "未读取")
  package static let strayRename = Phrase(
    "stray.rename", en: "not read; rename it to {name}", zh: "未读取，请改名为 {name}")
  package static let strayMove = Phrase(
    "stray.move", en: "not read, and {name} is there already; move it into the folder {folder}",
    zh: "未读取，{name} 已存在，请移入文件夹 {folder}")
  package static let strayImport = Phrase(
    "stray.import", en: "not read; import it as {name}: koxtop import {file}",
    zh: "未读取，请导入为 {name}：koxtop import {file}")
  package static let strayImportPlain = Phrase(
    "stray.import.plain", en: "not read; import it: koxtop import {file}", zh: "未读取，请导入：koxtop import {file}")
  package static let strayUnpack = Phrase(
    "stray.unpack", en: "not read; unpack it ({packing}) to {name}", zh: "未读取，请解压（{packing}）为 {name}")
  package static let strayUnpackPlain = Phrase(
    "stray.unpack.plain", en: "not read; unpack it ({packing})", zh: "未读取，请解压（{packing}）")
  package static let strayCopy = Phrase(
    "stray.copy", en: "not read; a copy of {name}: move lines missing there into it, then delete the copy",
    zh: "未读取，是 {name} 的副本：把缺少的行并入后删除副本")
  package static let strayOpenFolder = Phrase(
    "stray.open_folder", en: "not read; a folder of feeds: open it by itself", zh: "未读取，其中有数据文件，请单独打开此文件夹")
  package static let strayName = Phrase(
    "stray.name", en: "not read; name it after what it holds: {names}", zh: "未读取，请按内容命名：{names}")

  // What stands in place of a panel where there is nothing to show.
  package static let emptyTitle = Phrase(
    "empty.title", en: "No data files found in {folder}", zh: "在 {folder} 中未找到可读取的数据文件")
  package static let emptyUnreadable = Phrase(
    "empty.unreadable", en: "None of the data files in {folder} could be read", zh: "{folder} 中的数据文件都无法读取")
  package static let emptyWhat = Phrase(
    "empty.what", en: "Put one or more of these files here, one record per line:", zh: "请放入以下一种或多种文件，每行一条记录：")
  package static let emptyMore = Phrase(
    "empty.more", en: "More: {names}. Details: koxtop help folder",
    zh: "还可放入：{names}。详见 koxtop help folder")
  package static let emptyTables = Phrase(
    "empty.tables", en: "Tables (.csv, .xlsx): koxtop import FILE", zh: "表格（.csv、.xlsx）：koxtop import 文件")
  package static let emptySample = Phrase(
    "empty.sample", en: "To try it out: koxtop sample FOLDER --members 2000 --seed 1",
    zh: "试用：koxtop sample 文件夹 --members 2000 --seed 1")
  package static let emptyOpens = Phrase(
    "empty.opens", en: "New files show here by themselves.", zh: "放入后会自动显示。")

  package static let noteUnknownField = Phrase(
    "report.note.unknown_field", en: "{file}: there is no field \"{field}\"; is it {meant}?",
    zh: "{file}：没有字段“{field}”，是否指 {meant}？")

  // One line on standard error.
  package static let missingFiles = Phrase(
    "missing.files",
    en: "{count} of {total} files could not be read ({file}: {reason}); the figures lack them",
    one: "{count} of {total} files could not be read ({file}: {reason}); the figures lack it",
    zh: "{total} 个文件中有 {count} 个无法读取（{file}：{reason}），数字不含这些文件")
  package static let missingProgram = Phrase(
    "missing.program", en: "program.json: {reason}; its settings don't count",
    zh: "program.json：{reason}，其中的设置未生效")
  package static let missingSetting = Phrase(
    "missing.setting", en: "program.json: {reason}", zh: "program.json：{reason}")
  package static let missingZone = Phrase(
    "missing.zone", en: "days are counted in UTC: {reason}", zh: "日期按 UTC 计：{reason}")
  package static let missingEverything = Phrase(
    "missing.everything", en: "no data files found in {folder}", zh: "在 {folder} 中未找到可读取的数据文件")
  package static let missingRecords = Phrase(
    "missing.records", en: "{count} records and fields not used", one: "{count} record or field not used",
    zh: "{count} 处未采用")
  package static let missingStrays = Phrase(
    "missing.strays", en: "{count} files or folders of other names not read",
    one: "{count} file or folder of another name not read",
    zh: "{count} 个其他名称的文件未读取")
  package static let missingCheck = Phrase(
    "missing.check", en: "See: koxtop check {folder}", zh: "详见：koxtop check {folder}")
  package static let zoneNoData = Phrase(
    "zone.no_data",
    en: "time zone {name} can't be looked up, this machine has no time zone data (install tzdata)",
    zh: "无法查到时区 {name}，此机器没有时区数据（请安装 tzdata）")
  package static let zoneUnknown = Phrase(
    "zone.unknown", en: "there is no time zone {name}", zh: "没有时区 {name}")
  package static let zoneUnknownNear = Phrase(
    "zone.unknown.near", en: "there is no time zone {name}: did you mean {nearest}?",
    zh: "没有时区 {name}，是否指 {nearest}？")
  package static let programKept = Phrase(
    "program.kept", en: "program.json:{reason}. The last settings that worked stay in force.",
    zh: "program.json:{reason}。上次有效的设置继续生效。")
  package static let liveRejected = Phrase(
    "live.rejected", en: "Not used: {place} {reason}", zh: "未采用：{place} {reason}")
  package static let liveRejectedMore = Phrase(
    "live.rejected.more", en: "{count} not used, last {place} {reason}",
    zh: "{count} 处未采用，最近：{place} {reason}")
  package static let problemsBadge = Phrase(
    "frame.problems", en: "{count} problems", one: "{count} problem", zh: "{count} 个问题")
  package static let checkNothing = Phrase(
    "report.check.nothing", en: "No data files found.", zh: "未找到可读取的数据文件。")
  package static let checkUnreadable = Phrase(
    "report.check.unreadable", en: "None of the data files could be read.", zh: "数据文件都无法读取。")
  package static let checkNoRecords = Phrase(
    "report.check.no_records", en: "The files could be read, but hold no records.", zh: "文件可以读取，但没有记录。")
}
