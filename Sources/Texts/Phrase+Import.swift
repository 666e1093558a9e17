/// What an import says.
extension Phrase {
  package static let importHolds = Phrase(
    "import.holds", en: "{source}: {format}, {files}", zh: "{source}：{format}，{files}")
  package static let importFiles = Phrase(
    "import.files", en: "{count} files", one: "{count} file", zh: "{count} 个文件")
  package static let importBecomes = Phrase("import.becomes", en: "becomes", zh: "写入")
  package static let importField = Phrase("import.field", en: "field", zh: "来源字段")
  package static let importSamples = Phrase("import.samples", en: "for example", zh: "示例")
  package static let importUnused = Phrase(
    "import.unused", en: "Not used: {fields}", zh: "未使用的字段：{fields}")
  package static let importNotTaken = Phrase("import.not_taken", en: "not used", zh: "不导入")
  package static let importFile = Phrase("import.file", en: "file", zh: "文件")
  package static let importRecords = Phrase("import.records", en: "records", zh: "记录")
  package static let importAdded = Phrase("import.added", en: "new", zh: "新增")
  package static let importChanged = Phrase("import.changed", en: "changed", zh: "更新")
  package static let importRemoved = Phrase("import.removed", en: "removed", zh: "移除")
  package static let importRepeated = Phrase("import.repeated", en: "repeated", zh: "重复")
  package static let importNothing = Phrase(
    "import.nothing", en: "Nothing was taken.", zh: "没有可导入的数据。")
  package static let importDryRun = Phrase(
    "import.dry_run", en: "Only counted: nothing was written.", zh: "仅统计，未写入任何文件。")
  package static let importLeftOut = Phrase(
    "import.left_out", en: "{count} not taken:", zh: "{count} 处未导入：")
  package static let importLeftOutMore = Phrase(
    "import.left_out.more", en: "and {count} more", zh: "另有 {count} 处")
  package static let importPlace = Phrase(
    "import.place", en: "{file}, row {row}", zh: "{file} 第 {row} 行")
  package static let importFieldReason = Phrase(
    "import.field_reason", en: "{field} '{value}': {reason}", zh: "{field}“{value}”：{reason}")
  package static let importValueReason = Phrase(
    "import.value_reason", en: "{reason} ({value})", zh: "{reason}（{value}）")
  package static let importUnknownFile = Phrase(
    "import.unknown_file", en: "{file}: nothing that is known", zh: "{file}：未识别出可导入的内容")
  package static let importMadeProgram = Phrase(
    "import.made_program",
    en: "Made program.json with the currency {currency}; change it there if it's another.",
    zh: "已新建 program.json，货币为 {currency}；如不符，请在该文件中修改。")
  package static let importNext = Phrase(
    "import.next", en: "Open it with: koxtop {folder}", zh: "打开：koxtop {folder}")

  package static let importProgressRate = Phrase(
    "import.progress.rate", en: "{count} records, {rate} MiB/s", zh: "{count} 条，{rate} MiB/s")
  package static let importProgressLeft = Phrase(
    "import.progress.left", en: ", {seconds} s left", zh: "，还需 {seconds} 秒")
  package static let importNoteAmbiguous = Phrase(
    "import.note.ambiguous", en: "'{field}': is '{value}' day first or month first? Say it with --dates.",
    zh: "“{field}”：“{value}”是日在前还是月在前？请用 --dates 说明。")
  package static let importNoteMissing = Phrase(
    "import.note.missing", en: "{feed}: nothing fills '{target}'", zh: "{feed}：没有字段对应“{target}”")
  package static let importNoMapping = Phrase(
    "import.no_mapping", en: "{format} is known by name; it has no mapping to change.",
    zh: "{format} 是已知格式，没有可改的映射。")
  package static let importNoteNotTaken = Phrase(
    "import.note.not_taken", en: "'{field}' isn't used", zh: "“{field}”不导入")

  /// Why a row, record or field wasn't taken, by `RejectionReason`.
  package static let importReasons = PhraseTable(
    under: "import.reason.",
    [
      Phrase("import.reason.missing", en: "empty, but needed", zh: "必填，但为空"),
      Phrase("import.reason.brokenJSON", en: "not valid JSON", zh: "不是有效的 JSON"),
      Phrase("import.reason.notARecord", en: "not a record", zh: "不是一条记录"),
      Phrase("import.reason.rowTooLong", en: "far too long", zh: "内容过长"),
      Phrase(
        "import.reason.quoteNeverClosed",
        en:
          "a quotation mark opens here and never closes; close it, or write it twice within quotation marks (rows behind it were read)",
        zh: "此处的引号没有闭合，请补上，或在引号内写成两个引号（其后各行已照常读取）"),
      Phrase(
        "import.reason.extraCells", en: "more cells than the head has", zh: "单元格多于表头"),
      Phrase("import.reason.unknownRecord", en: "a kind of record that isn't used", zh: "不使用的记录类型"),
      Phrase("import.reason.testOrder", en: "a test order", zh: "测试订单"),
      Phrase("import.reason.cancelledOrder", en: "a cancelled order", zh: "已取消的订单"),
      Phrase("import.reason.unpaidOrder", en: "an order that isn't paid", zh: "未付款的订单"),
      Phrase(
        "import.reason.otherCurrency", en: "another currency; give its rate with --rate",
        zh: "其他货币；可用 --rate 给出汇率"),
      Phrase("import.reason.noMember", en: "nobody it could belong to", zh: "无法确定属于哪位会员"),
      Phrase("import.reason.unknownOrder", en: "its order isn't in the export", zh: "导出中没有对应的订单"),
      Phrase("import.reason.privateMessage", en: "a private conversation", zh: "私聊"),
      Phrase("import.reason.incompleteAnswer", en: "an answer that wasn't finished", zh: "未答完的问卷"),
      Phrase(
        "import.reason.noScoreQuestion", en: "which question asks for the score? Name it with --score",
        zh: "哪一题是评分？请用 --score 指定"),
      Phrase(
        "import.reason.needsSurveyDefinition",
        en: "the score needs the survey's definition beside the answers",
        zh: "需要把问卷定义与答卷放在一起才能得出分数"),
      Phrase("import.reason.unknownSurveyKind", en: "neither NPS, CSAT nor CES", zh: "不是 NPS、CSAT 或 CES"),
      Phrase("import.reason.failedAnswer", en: "the service answered with a failure", zh: "接口返回失败"),
      Phrase("import.reason.forecastPast", en: "a forecast of a day that has passed", zh: "已过去日期的预报"),
      Phrase("import.reason.systemMessage", en: "written by the system", zh: "系统消息"),
      Phrase("import.reason.staffOnly", en: "for staff only", zh: "仅限内部人员"),
      Phrase("import.reason.superseded", en: "a newer record is there", zh: "已有更新的记录"),
      Phrase(
        "import.reason.notATime", en: "can't be read as a time; write 2026-03-01 09:30",
        zh: "时间无法识别，请写 2026-03-01 09:30"),
      Phrase(
        "import.reason.notADay", en: "can't be read as a day; write 2026-03-01", zh: "日期无法识别，请写 2026-03-01"),
      Phrase(
        "import.reason.notABirthday", en: "can't be read as a birthday; write 1990-03-05 or 03-05",
        zh: "生日无法识别，请写 1990-03-05 或 03-05"),
      Phrase(
        "import.reason.notAnAmount", en: "can't be read as an amount; write 1200.00", zh: "金额无法识别，请写 1200.00"),
      Phrase("import.reason.notAWholeNumber", en: "not a whole number", zh: "不是整数"),
      Phrase("import.reason.notANumber", en: "not a number", zh: "不是数字"),
      Phrase("import.reason.notABoolean", en: "neither yes nor no", zh: "不是“是”或“否”"),
      Phrase("import.reason.outOfRange", en: "out of range", zh: "超出范围"),
      Phrase("import.reason.invalidText", en: "not text of the file's encoding", zh: "与文件编码不符的文字"),
      Phrase(
        "import.reason.shortenedNumber",
        en: "a spreadsheet shortened this number; export the column as text", zh: "表格软件缩写了号码，请把该列设为文本后重新导出"),
      Phrase(
        "import.reason.tooManyDigits",
        en: "more digits than a spreadsheet keeps; export the column as text",
        zh: "位数超出表格软件能保留的范围，请把该列设为文本后重新导出"),
      Phrase("import.reason.formula", en: "a formula without a value", zh: "没有结果的公式"),
      Phrase("import.reason.spreadsheetError", en: "an error of the spreadsheet", zh: "表格中的错误值"),
      Phrase("import.reason.encrypted", en: "masked or encrypted by the source", zh: "来源已脱敏或加密"),
      Phrase("import.reason.undatedReactions", en: "reactions without a date", zh: "表情回应没有时间"),
      Phrase("import.reason.namelessReactions", en: "reactions without names", zh: "表情回应没有署名"),
      Phrase("import.reason.unknownName", en: "a name that no message tells the id of", zh: "无法对应到成员的名字"),
    ])

  /// Why a source can't be imported, by the case of `ImportProblem`.
  package static let importProblems = PhraseTable(
    under: "import.problem.",
    [
      Phrase("import.problem.notFound", en: "There is no '{file}'.", zh: "找不到“{file}”。"),
      Phrase("import.problem.permissionDenied", en: "'{file}' may not be read.", zh: "没有权限读取“{file}”。"),
      Phrase(
        "import.problem.unreadable", en: "'{file}' can't be read (error {number}).",
        zh: "无法读取“{file}”（错误 {number}）。"),
      Phrase(
        "import.problem.unwritable", en: "'{file}' can't be written (error {number}).",
        zh: "无法写入“{file}”（错误 {number}）。"),
      Phrase(
        "import.problem.notAFile", en: "'{file}' is neither a file nor a folder.", zh: "“{file}”不是文件或文件夹。"),
      Phrase(
        "import.problem.damagedArchive", en: "'{file}' is damaged or breaks off; export it again.",
        zh: "“{file}”已损坏或不完整，请重新导出。"),
      Phrase(
        "import.problem.encryptedArchive", en: "'{file}' has a password; unpack it first.",
        zh: "“{file}”有密码，请先解压。"),
      Phrase(
        "import.problem.unknownPacking", en: "'{file}' is packed in an unusual way; unpack it first.",
        zh: "“{file}”的压缩方式不常见，请先解压。"),
      Phrase(
        "import.problem.nestedArchive", en: "'{file}' is an archive within an archive; unpack it first.",
        zh: "“{file}”是压缩包中的压缩包，请先解压。"),
      Phrase(
        "import.problem.pathEscape", en: "'{file}' would lead out of the archive; nothing of it was read.",
        zh: "“{file}”指向压缩包之外，未读取任何内容。"),
      Phrase(
        "import.problem.archiveBomb",
        en: "'{file}' would unpack to far more than an export holds; nothing of it was read.",
        zh: "“{file}”解压后大得不合常理，未读取任何内容。"),
      Phrase("import.problem.damagedXML", en: "The XML in '{file}' is broken.", zh: "“{file}”中的 XML 已损坏。"),
      Phrase(
        "import.problem.entitiesInXML", en: "The XML in '{file}' declares entities, which no workbook does.",
        zh: "“{file}”中的 XML 声明了实体，正常的工作簿不会这样。"),
      Phrase(
        "import.problem.notAWorkbook", en: "'{file}' is no workbook (.xlsx).", zh: "“{file}”不是工作簿（.xlsx）。"),
      Phrase(
        "import.problem.unknownEncoding", en: "The encoding of '{file}' isn't known.", zh: "无法识别“{file}”的编码。"),
      Phrase(
        "import.problem.nothingRecognised",
        en:
          "'{file}' holds nothing that koxtop knows. 'koxtop help importing' tells what it does, and how to map the rest.",
        zh: "“{file}”中没有 koxtop 认识的数据。“koxtop help importing”列出支持的来源，以及如何映射其他数据。"),
      Phrase(
        "import.problem.failedAnswer", en: "'{file}' holds a failure of the service: {value}",
        zh: "“{file}”是接口的失败返回：{value}"),
      Phrase("import.problem.mapping", en: "{file}: {value}", zh: "{file}：{value}"),
      Phrase(
        "import.problem.ambiguousDates",
        en:
          "{file}: is '{value}' in '{field}' day first or month first? Say --dates day-first or --dates month-first.",
        zh: "{file}：“{field}”中的“{value}”是日在前还是月在前？请加 --dates day-first 或 --dates month-first。"),
      Phrase(
        "import.problem.missingTargets",
        en:
          "{file} looks like {feed}, but no column is known to hold {field}. Print the plan with --plan, fill it in, and give it with --mapping.",
        zh: "{file} 像是 {feed}，但不知道哪一列是 {field}。请用 --plan 打印映射，补全后用 --mapping 传入。"),
      Phrase(
        "import.problem.nothingRemembered", en: "'{file}' remembers no imports that could be repeated.",
        zh: "“{file}”中没有可重复的导入。"),
      Phrase(
        "import.problem.cancelled", en: "Stopped; nothing of this source was written.", zh: "已停止，此来源未写入任何内容。"),
    ])

  /// What is wrong in a mapping, by the case of `MappingProblem`.
  package static let mappingProblems = PhraseTable(
    under: "import.mapping.",
    [
      Phrase(
        "import.mapping.notJSON", en: "not valid JSON at line {line}, column {column}",
        zh: "第 {line} 行第 {column} 列不是有效的 JSON"),
      Phrase("import.mapping.unknownKey", en: "there is no key '{path}'", zh: "没有“{path}”这个键"),
      Phrase("import.mapping.wrongType", en: "'{path}' is of another type", zh: "“{path}”的类型不对"),
      Phrase("import.mapping.badValue", en: "'{path}' can't be '{value}'", zh: "“{path}”不能是“{value}”"),
      Phrase("import.mapping.missing", en: "'{path}' is missing", zh: "缺少“{path}”"),
      Phrase(
        "import.mapping.nearest", en: "{problem}; did you mean '{nearest}'?", zh: "{problem}；是否想写“{nearest}”？"
      ),
    ])
}
