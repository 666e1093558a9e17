/// What the dashboard says when something was done, or can't be.
extension Phrase {
  package static let groupPanels = Phrase(
    "group.panels", en: "Panels", zh: "面板")
  package static let groupMoving = Phrase(
    "group.moving", en: "Moving", zh: "移动")
  package static let groupOverview = Phrase(
    "group.overview", en: "Overview", zh: "概览")
  package static let groupMembers = Phrase(
    "group.members", en: "Members", zh: "会员")
  package static let groupCard = Phrase(
    "group.card", en: "Card", zh: "卡片")
  package static let groupApplication = Phrase(
    "group.application", en: "Program", zh: "程序")
  package static let keyUnused = Phrase(
    "action.key-unused", en: "{key} does nothing here", zh: "{key} 在此无作用")
  package static let keyElsewhere = Phrase(
    "action.key-elsewhere", en: "{key} is ‘{command}’, which doesn't apply here",
    zh: "{key} 是“{command}”，此处不可用")
  package static let reasonNotRead = Phrase(
    "reason.not-read", en: "The folder hasn't been read yet", zh: "文件夹尚未读完")
  package static let reasonNoMember = Phrase(
    "reason.no-member", en: "No member is listed", zh: "列表中没有会员")
  package static let reasonListing = Phrase(
    "reason.listing", en: "The list is still loading", zh: "列表尚在载入")
  package static let reasonNoMarks = Phrase(
    "reason.no-marks", en: "No member is marked", zh: "没有已标记的会员")
  package static let reasonNothingToClear = Phrase(
    "reason.nothing-to-clear", en: "There is no search and no filter", zh: "当前没有搜索或筛选")
  package static let reasonNoCard = Phrase(
    "reason.no-card", en: "No card is open", zh: "没有打开的卡片")
  package static let reasonNoUndo = Phrase(
    "reason.no-undo", en: "There is nothing to undo", zh: "没有可撤销的操作")
  package static let reasonNoRedo = Phrase(
    "reason.no-redo", en: "There is nothing to redo", zh: "没有可重做的操作")
  package static let reasonReading = Phrase(
    "reason.reading", en: "The folder is being read", zh: "正在读取文件夹")
  package static let reasonNoClipboard = Phrase(
    "reason.no-clipboard", en: "Copying is off; \"clipboard\": true in config.json allows it",
    zh: "复制已关闭；在 config.json 中设 \"clipboard\": true 可启用")
  package static let mouseOn = Phrase(
    "action.mouse-on", en: "The mouse works here", zh: "鼠标已接管")
  package static let mouseOff = Phrase(
    "action.mouse-off", en: "The mouse selects text", zh: "鼠标可用于选取文字")
  package static let stoppingRead = Phrase(
    "action.stopping-read", en: "Stopping…", zh: "正在停止…")
  package static let readStopped = Phrase(
    "action.read-stopped", en: "Reading was stopped; {key} reads again", zh: "读取已停止；按 {key} 重新读取")
  package static let nothingToClose = Phrase(
    "action.nothing-to-close", en: "Nothing is open here; {key} quits", zh: "已在最上层，按 {key} 退出")
  package static let undone = Phrase(
    "action.undone", en: "Undone: {what}", zh: "已撤销：{what}")
  package static let redone = Phrase("action.redone", en: "Redone: {what}", zh: "已重做：{what}")
  package static let undoWhat = Phrase("action.undo-what", en: "{what}: {who}", zh: "{what}：{who}")
  package static let undoWhatMany = Phrase(
    "action.undo-what-many", en: "{what}: {count} members", one: "{what}: {count} member",
    zh: "{what}：{count} 位会员")
  package static let decided = Phrase("action.decided", en: "{what} ✓", zh: "{what} ✓")
  package static let lineOpensNothing = Phrase(
    "action.line-opens-nothing", en: "Nothing to open on this line", zh: "该行没有可打开的内容")
  package static let unmarked = Phrase(
    "action.unmarked", en: "{count} marks cleared", one: "{count} mark cleared", zh: "已取消 {count} 个标记")
  package static let marked = Phrase(
    "action.marked", en: "{count} members marked", one: "{count} member marked", zh: "已标记 {count} 位会员")
  package static let exported = Phrase(
    "action.exported", en: "{count} members written to {path}", one: "{count} member written to {path}",
    zh: "已将 {count} 位会员写入 {path}")
  package static let copied = Phrase(
    "action.copied", en: "Copied {text}", zh: "已复制 {text}")
  package static let notCopied = Phrase(
    "action.not-copied", en: "The terminal refused the copy", zh: "终端未接受复制")
  package static let exportCancelled = Phrase(
    "action.export-cancelled", en: "Export stopped, nothing was written", zh: "导出已停止，未写入任何内容")
  package static let lastColumn = Phrase(
    "action.last-column", en: "At least one column has to stay", zh: "至少保留一列")
  package static let noSuchMember = Phrase(
    "action.no-such-member", en: "No member found for ‘{text}’", zh: "找不到“{text}”")
  package static let filterCleared = Phrase(
    "action.filter-cleared", en: "Search and filter cleared", zh: "已清除搜索与筛选")
  package static let viewRemoved = Phrase(
    "action.view-removed", en: "View ‘{name}’ removed", zh: "已删除视图“{name}”")
  package static let viewSaved = Phrase(
    "action.view-saved", en: "View ‘{name}’ saved", zh: "已保存视图“{name}”")
  package static let viewOpened = Phrase(
    "action.view-opened", en: "View ‘{name}’", zh: "视图“{name}”")
  package static let viewNeedsName = Phrase(
    "action.view-needs-name", en: "A view needs a name", zh: "视图需要名称")
  package static let exportNeedsName = Phrase(
    "action.export-needs-name", en: "A file needs a name", zh: "文件需要名称")
  package static let folderNotFound = Phrase(
    "folder.not-found", en: "{path} doesn't exist. Give the community's folder: koxtop FOLDER",
    zh: "{path} 不存在。请指定社群文件夹：koxtop 文件夹")
  package static let folderNotAFolder = Phrase(
    "folder.not-a-folder",
    en: "{path} isn't a folder. Give the folder that holds members.jsonl and the other feeds",
    zh: "{path} 不是文件夹。请指定包含 members.jsonl 等数据的文件夹")
  package static let folderPermission = Phrase(
    "folder.permission", en: "{path} can't be opened: no permission. Check it with ls -ld",
    zh: "无权读取 {path}。请检查权限：ls -ld")
  package static let folderUnreadable = Phrase(
    "folder.unreadable", en: "{path} can't be read: {reason}", zh: "无法读取 {path}：{reason}")
  package static let folderZone = Phrase(
    "folder.zone",
    en: "There is no time zone {name}. Use a name such as Asia/Shanghai, or an offset such as +08:00",
    zh: "没有时区 {name}。请用 Asia/Shanghai 之类的名称或 +08:00 之类的偏移")
  package static let folderCancelled = Phrase(
    "folder.cancelled", en: "Reading was stopped", zh: "读取已停止")
  package static let fileCreate = Phrase(
    "file.create", en: "{path} can't be created: {reason}", zh: "无法创建 {path}：{reason}")
  package static let fileWrite = Phrase(
    "file.write", en: "{path} can't be written: {reason}", zh: "无法写入 {path}：{reason}")
  package static let fileRename = Phrase(
    "file.rename", en: "{path} can't be replaced: {reason}", zh: "无法替换 {path}：{reason}")
  package static let fileRead = Phrase(
    "file.read", en: "{path} can't be read: {reason}", zh: "无法读取 {path}：{reason}")
  package static let fileMakeFolder = Phrase(
    "file.make-folder", en: "The folder {path} can't be created: {reason}", zh: "无法创建文件夹 {path}：{reason}")
  package static let configBroken = Phrase(
    "config.broken", en: "{path} isn't JSON: {reason}", zh: "{path} 不是有效的 JSON：{reason}")
  package static let configNotObject = Phrase(
    "config.not-object", en: "{path}: {key} should be an object", zh: "{path}：{key} 应为对象")
  package static let configUnknownKey = Phrase(
    "config.unknown-key", en: "{path}: there is no setting ‘{key}’", zh: "{path}：没有设置项“{key}”")
  package static let configUnknownKeyNear = Phrase(
    "config.unknown-key-near", en: "{path}: there is no setting ‘{key}’; did you mean ‘{nearest}’?",
    zh: "{path}：没有设置项“{key}”，是否为“{nearest}”？")
  package static let configBadValue = Phrase(
    "config.bad-value", en: "{path}: {key} needs {expected}", zh: "{path}：{key} 应为{expected}")
  package static let configUnknownCommand = Phrase(
    "config.unknown-command", en: "{path}: there is no command ‘{key}’", zh: "{path}：没有命令“{key}”")
  package static let configUnknownCommandNear = Phrase(
    "config.unknown-command-near", en: "{path}: there is no command ‘{key}’; did you mean ‘{nearest}’?",
    zh: "{path}：没有命令“{key}”，是否为“{nearest}”？")
  package static let configUnknownPress = Phrase(
    "config.unknown-press",
    en: "{path}: ‘{key}’ of {command} is not a key; keys are such as f5, ctrl+l, space, G",
    zh: "{path}：{command} 的“{key}”不是按键；可用 f5、ctrl+l、space、G 等")
  package static let configConflict = Phrase(
    "config.conflict", en: "{path}: {key} is set for both {kept} and {lost}; {kept} keeps it",
    zh: "{path}：{key} 同时给了 {kept} 与 {lost}；由 {kept} 使用")
  package static let configDisplaced = Phrase(
    "config.displaced", en: "{path}: {key} is now {kept}, so {lost} has no key",
    zh: "{path}：{key} 现为 {kept}，{lost} 已无按键")
  package static let expectedBoolean = Phrase(
    "config.expected-boolean", en: "true or false", zh: "true 或 false")
  package static let expectedText = Phrase(
    "config.expected-text", en: "text", zh: "文本")
  package static let expectedKeys = Phrase(
    "config.expected-keys", en: "a key or a list of keys", zh: "一个按键或按键列表")
  package static let expectedLanguage = Phrase(
    "config.expected-language", en: "en or zh-Hans", zh: "en 或 zh-Hans")
  package static let expectedGlyphs = Phrase(
    "config.expected-glyphs", en: "braille, block or ascii", zh: "braille、block 或 ascii")

  package static let noColumnsRight = Phrase(
    "action.no-columns-right", en: "No more columns; ‘columns’ adds others", zh: "右侧没有更多列；可在“列”中选择")
  package static let noColumnsLeft = Phrase(
    "action.no-columns-left", en: "The first columns are shown", zh: "已显示最左侧的列")
  package static let notListed = Phrase(
    "action.not-listed", en: "{id} isn't listed", zh: "{id} 不在列表中")
  package static let listStopped = Phrase(
    "action.list-stopped", en: "Stopped: only the first part is shown", zh: "已停止；仅显示最前面的部分")

  package static let themeNotFound = Phrase(
    "theme.not-found", en: "There is no theme ‘{name}’", zh: "没有主题“{name}”")
  package static let themeParentNotFound = Phrase(
    "theme.parent-not-found", en: "Theme {theme} inherits ‘{name}’, which doesn't exist",
    zh: "主题 {theme} 继承的“{name}”不存在")
  package static let themeCycle = Phrase(
    "theme.cycle", en: "Themes inherit each other: {names}", zh: "主题互相继承：{names}")
  package static let themeUnknown = Phrase(
    "theme.unknown", en: "Theme {theme}: ‘{name}’ is unknown", zh: "主题 {theme}：未知的“{name}”")
  package static let themeUnknownNear = Phrase(
    "theme.unknown-near", en: "Theme {theme}: ‘{name}’ is unknown; did you mean ‘{nearest}’?",
    zh: "主题 {theme}：未知的“{name}”，是否为“{nearest}”？")
  package static let themeWrongType = Phrase(
    "theme.wrong-type", en: "Theme {theme}: {path} has the wrong type of value",
    zh: "主题 {theme}：{path} 的内容类型不对")
}
