extension Phrase {
  package static let overlayHelp = Phrase("overlay.help", en: "Keys", zh: "按键")
  package static let overlayPalette = Phrase("overlay.palette", en: "Commands", zh: "命令")
  package static let overlayPalettePlaceholder = Phrase(
    "overlay.palette.placeholder", en: "a few letters of a command", zh: "输入命令的几个字")
  package static let overlayPaletteEmpty = Phrase(
    "overlay.palette.empty", en: "No command matches. Backspace deletes letters.",
    zh: "没有匹配的命令。按 Backspace 删字。")
  package static let overlayColumns = Phrase("overlay.columns", en: "Columns", zh: "列")
  package static let overlaySort = Phrase("overlay.sort", en: "Sort by", zh: "排序")
  package static let overlayGoto = Phrase("overlay.goto", en: "Go to a member", zh: "跳转到会员")
  package static let overlayGotoPlaceholder = Phrase(
    "overlay.goto.placeholder", en: "id or name", zh: "编号或姓名")
  package static let overlayGotoEmpty = Phrase(
    "overlay.goto.empty", en: "Type an id, or part of a name.", zh: "输入编号，或姓名的一部分。")
  package static let overlayGotoNobody = Phrase(
    "overlay.goto.nobody", en: "Nobody has an id or name like that.", zh: "没有这样的编号或姓名。")
  package static let overlayViews = Phrase("overlay.views", en: "Saved views", zh: "已存视图")
  package static let overlayViewsEmpty = Phrase(
    "overlay.views.empty",
    en:
      "No view is saved yet. A view keeps filter, order and columns under a name; n saves what is on screen.",
    zh: "还没有已存视图。视图以名称保存筛选、排序与列；按 n 保存当前画面。")
  package static let overlayViewName = Phrase("overlay.views.name", en: "Name", zh: "名称")
  package static let overlayViewNamePlaceholder = Phrase(
    "overlay.views.name.placeholder", en: "such as: asleep, high spend", zh: "例如：高消费沉睡")
  package static let overlayExport = Phrase("overlay.export", en: "Export", zh: "导出")
  package static let overlayExportMarked = Phrase(
    "overlay.export.marked", en: "{count} marked members", one: "{count} marked member",
    zh: "{count} 位已标记会员")
  package static let overlayExportListed = Phrase(
    "overlay.export.listed", en: "{count} listed members", one: "{count} listed member",
    zh: "{count} 位列表中的会员")
  package static let overlayExportWho = Phrase("overlay.export.who", en: "Who", zh: "对象")
  package static let overlayExportFormat = Phrase("overlay.export.format", en: "Format", zh: "格式")
  package static let overlayExportFile = Phrase("overlay.export.file", en: "File", zh: "文件")
  package static let overlayExportColumns = Phrase("overlay.export.columns", en: "Columns", zh: "列")
  package static let overlayExportExists = Phrase(
    "overlay.export.exists", en: "This file exists. Replace it?", zh: "文件已存在。要替换吗？")
  package static let overlayExportWriting = Phrase(
    "overlay.export.writing", en: "Writing…", zh: "正在写入…")
  package static let overlayExportMasked = Phrase(
    "overlay.export.masked", en: "Phone and e-mail are masked.", zh: "电话与邮箱已脱敏。")
  package static let overlayProblems = Phrase("overlay.problems", en: "Problems", zh: "问题")
  package static let overlayProblemsEmpty = Phrase(
    "overlay.problems.empty", en: "Every record is used, and the settings are fine.",
    zh: "所有记录均已采用，设置也无误。")
  package static let problemOffset = Phrase("problem.offset", en: "byte {offset}", zh: "字节 {offset}")
  package static let problemUnknownKey = Phrase(
    "problem.unknown_key", en: "there is no key {path}", zh: "没有键 {path}")
  package static let problemUnknownKeyNear = Phrase(
    "problem.unknown_key.near", en: "there is no key {path}: did you mean {nearest}?",
    zh: "没有键 {path}，是否指 {nearest}？")
  package static let problemBadValue = Phrase(
    "problem.bad_value", en: "{path} can't be {value}", zh: "{path} 不能是 {value}")
  package static let problemBadValueNear = Phrase(
    "problem.bad_value.near", en: "{path} can't be {value}: did you mean {nearest}?",
    zh: "{path} 不能是 {value}，是否指 {nearest}？")

  // What keys do in lists.
  package static let hintChoose = Phrase("hint.choose", en: "choose", zh: "选择")
  package static let hintClose = Phrase("hint.close", en: "close", zh: "关闭")
  package static let hintCancel = Phrase("hint.cancel", en: "cancel", zh: "取消")
  package static let hintShow = Phrase("hint.show", en: "show or hide", zh: "显示或隐藏")
  package static let hintMove = Phrase("hint.move", en: "move", zh: "移动")
  package static let hintReset = Phrase("hint.reset", en: "reset", zh: "重置")
  package static let hintTurn = Phrase("hint.turn", en: "reverse", zh: "反转")
  package static let hintOpen = Phrase("hint.open", en: "open", zh: "打开")
  package static let hintSave = Phrase("hint.save", en: "save this view", zh: "保存当前视图")
  package static let hintSaveName = Phrase("hint.save_name", en: "save", zh: "保存")
  package static let hintDelete = Phrase("hint.delete", en: "delete", zh: "删除")
  package static let hintWrite = Phrase("hint.write", en: "write", zh: "写入")
  package static let hintFormat = Phrase("hint.format", en: "format", zh: "格式")
  package static let hintReplace = Phrase("hint.replace", en: "replace", zh: "替换")
  package static let hintKeep = Phrase("hint.keep", en: "another name", zh: "换个名称")
  package static let hintScroll = Phrase("hint.scroll", en: "scroll", zh: "滚动")
  package static let hintRun = Phrase("hint.run", en: "run", zh: "执行")
  package static let hintJump = Phrase("hint.jump", en: "jump", zh: "跳转")
  package static let hintStop = Phrase("hint.stop", en: "stop", zh: "停止")
  package static let hintApply = Phrase("hint.apply", en: "apply", zh: "应用")

  // What a key does right here.
  package static let hintToMistake = Phrase("hint.mistake", en: "go to the mistake", zh: "跳到错误处")
  package static let overlayCells = Phrase(
    "overlay.cells", en: "Filter by the selected member's", zh: "按所选会员的值筛选")
  package static let hintFilterByCell = Phrase("hint.filter_by_cell", en: "filter", zh: "筛选")
  package static let hintTake = Phrase("hint.take", en: "take it", zh: "选用")
  package static let hintEarlier = Phrase("hint.earlier", en: "earlier filters", zh: "历史筛选")
  package static let hintComplete = Phrase("hint.complete", en: "complete", zh: "补全")
  package static let hintToList = Phrase("hint.to_list", en: "back to the list", zh: "回到列表")
  package static let hintIntoCard = Phrase("hint.into_card", en: "into the card", zh: "进入卡片")
  package static let hintCloseCard = Phrase("hint.close_card", en: "close card", zh: "关闭卡片")
  package static let hintClear = Phrase("hint.clear", en: "clear filter", zh: "清除筛选")
  package static let hintGiveBack = Phrase("hint.give_back", en: "give back", zh: "退回")
  package static let hintNewValue = Phrase("hint.new_value", en: "new value", zh: "改数值")
  package static let hintShowCard = Phrase("hint.show_card", en: "open card", zh: "打开卡片")
  package static let hintShowMembers = Phrase("hint.show_members", en: "show members", zh: "查看会员")
  package static let hintShowAnswers = Phrase("hint.show_answers", en: "show answers", zh: "查看回答")
  package static let hintShowRising = Phrase("hint.show_rising", en: "who is rising", zh: "看将升级")
  package static let hintShowFalling = Phrase("hint.show_falling", en: "who falls short", zh: "看待保级")
  package static let hintLeaveWall = Phrase("hint.leave_wall", en: "leave wall screen", zh: "退出大屏")
  package static let hintNewest = Phrase("hint.newest", en: "follow the newest", zh: "跟随最新")

  // Why a key does nothing right here.
  package static let reasonAllShown = Phrase("reason.all_shown", en: "All parts are shown", zh: "各页均已显示")
  package static let reasonCardBeside = Phrase(
    "reason.card_beside", en: "The card stands beside the queue", zh: "卡片已在队列旁")
  package static let reasonOnlyLists = Phrase(
    "reason.only_lists", en: "Only lists can be searched and filtered", zh: "只有列表可以搜索和筛选")
  package static let reasonWhatIfOpen = Phrase(
    "reason.what_if_open", en: "Thresholds are being tried already", zh: "已在试算门槛")

  package static let hostPickerPlaceholder = Phrase(
    "overlay.host.placeholder", en: "part of a host's name", zh: "主理人姓名的一部分")
  package static let hostPickerEmpty = Phrase(
    "overlay.host.empty", en: "No host has a name like that.", zh: "没有这样的主理人。")
}
