extension Phrase {
  package static let reasonBrokenJSON = Phrase("reason.broken_json", en: "not valid JSON", zh: "不是有效的 JSON")
  package static let reasonInvalidUTF8 = Phrase(
    "reason.invalid_utf8", en: "not valid UTF-8", zh: "不是有效的 UTF-8")
  package static let reasonLoneSurrogate = Phrase(
    "reason.lone_surrogate", en: "half a surrogate pair", zh: "不成对的代理码")
  package static let reasonNulByte = Phrase("reason.nul_byte", en: "a NUL byte", zh: "含 NUL 字节")
  package static let reasonTooDeep = Phrase("reason.too_deep", en: "nested too deep", zh: "嵌套过深")
  package static let reasonIncomplete = Phrase(
    "reason.incomplete", en: "the line ends before its record does", zh: "这一行的记录没有写完")
  package static let reasonTooLong = Phrase("reason.too_long", en: "over 256 MiB", zh: "超过 256 MiB")
  package static let reasonNotAnObject = Phrase("reason.not_an_object", en: "not an object", zh: "不是对象")
  package static let reasonMissing = Phrase("reason.missing", en: "missing", zh: "缺失")
  package static let reasonOutOfRange = Phrase("reason.out_of_range", en: "out of range", zh: "超出范围")
  package static let reasonUnknownTime = Phrase(
    "reason.unknown_time", en: "not a time; write 2026-03-01", zh: "时间无法识别，请写 2026-03-01")
  package static let reasonNotAnArray = Phrase(
    "reason.not_an_array", en: "the file doesn't hold a list of records", zh: "文件内容不是记录列表")
  package static let reasonBrokeOff = Phrase(
    "reason.broke_off", en: "the array breaks off", zh: "数组中断")
  package static let reasonMissingComma = Phrase(
    "reason.missing_comma", en: "a comma is missing", zh: "缺少逗号")
  package static let reasonMissingElement = Phrase(
    "reason.missing_element", en: "an element is missing", zh: "缺少元素")
  package static let reasonTrailingContent = Phrase(
    "reason.trailing_content", en: "something follows the array", zh: "数组之后还有内容")
  package static let reasonShrank = Phrase(
    "reason.shrank", en: "the file shrank while read", zh: "读取时文件变短")
  package static let reasonGzipTruncated = Phrase(
    "reason.gzip_truncated", en: "the gzip data break off", zh: "gzip 数据中断")
  package static let reasonGzipDamaged = Phrase(
    "reason.gzip_damaged", en: "the gzip data are damaged", zh: "gzip 数据损坏")
  package static let reasonGzipTrailing = Phrase(
    "reason.gzip_trailing_bytes", en: "something follows the gzip data", zh: "gzip 数据之后还有内容")
  package static let reasonNotAFile = Phrase(
    "reason.not_a_file", en: "not a regular file", zh: "不是普通文件")
  package static let reasonIsFolder = Phrase("reason.is_folder", en: "a folder, not a file", zh: "是文件夹")
  package static let reasonPermission = Phrase(
    "reason.permission_denied", en: "permission denied", zh: "没有权限")
  package static let reasonSymlinkLoop = Phrase(
    "reason.symlink_loop", en: "too many symbolic links", zh: "符号链接过多")
  package static let reasonUnreadable = Phrase(
    "reason.unreadable", en: "the system can't read it (error {number})", zh: "系统无法读取（错误 {number}）")
  package static let reasonOutOfMemory = Phrase("reason.out_of_memory", en: "out of memory", zh: "内存不足")

  package static let reasonNoID = Phrase("reason.no_id", en: "not an id", zh: "不是编号")
  package static let reasonNoText = Phrase("reason.no_text", en: "not a text", zh: "不是文本")
  package static let reasonNoNumber = Phrase("reason.no_number", en: "not a number", zh: "不是数字")
  package static let reasonNoWhole = Phrase("reason.no_whole", en: "not a whole number", zh: "不是整数")
  package static let reasonNoMoney = Phrase("reason.no_money", en: "not an amount of money", zh: "不是金额")
  package static let reasonNoTime = Phrase("reason.no_time", en: "not a time", zh: "不是时间")
  package static let reasonNoDay = Phrase("reason.no_day", en: "not a day", zh: "不是日期")
  package static let reasonNoBirthday = Phrase("reason.no_birthday", en: "not a birthday", zh: "不是生日")
  package static let reasonNoObject = Phrase("reason.no_object", en: "not an object", zh: "不是对象")
  package static let reasonNoArray = Phrase("reason.no_array", en: "not an array", zh: "不是数组")
  package static let reasonNoBoolean = Phrase(
    "reason.no_boolean", en: "neither true nor false", zh: "不是 true 或 false")
  package static let reasonNoConsent = Phrase(
    "reason.no_consent", en: "neither true nor false: not contacted until it's corrected",
    zh: "不是 true 或 false，更正前不联系")

  package static let fieldSetAside = Phrase(
    "set_aside.field", en: "{field}: {reason}", zh: "{field}：{reason}")
}
