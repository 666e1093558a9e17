extension CommandWords {
  /// The words of every command.
  package static let all: [String: CommandWords] = [
    "panel.overview": CommandWords(
      "panel.overview", en: "Overview", zh: "概览",
      help: "Opens the Overview: the whole community at a glance.",
      zhHelp: "打开概览：一眼看全社群。"),
    "panel.members": CommandWords(
      "panel.members", en: "Members", zh: "会员",
      help: "Opens the table of all members.",
      zhHelp: "打开全部会员的列表。"),
    "panel.touchpoints": CommandWords(
      "panel.touchpoints", en: "Touchpoints", zh: "触点",
      help: "Shows today's due touchpoints and the emotional accounts.",
      zhHelp: "显示今日待触达名单与情感账户。"),
    "panel.recall": CommandWords(
      "panel.recall", en: "Recall", zh: "召回",
      help: "Opens the queue of members to win back.",
      zhHelp: "打开待召回会员的队列。"),
    "panel.community": CommandWords(
      "panel.community", en: "Community", zh: "社群",
      help: "Opens the community: who is active, who talks with whom, what hosts do, the latest activities.",
      zhHelp: "打开社群：谁在活跃、谁与谁相连、主理人表现、最新动态。"),
    "community.open": CommandWords(
      "community.open", en: "show members", zh: "查看会员",
      help: "Lists the members behind the selected line.",
      zhHelp: "列出所选行所指的会员。"),
    "community.next-section": CommandWords(
      "community.next-section", en: "next part", zh: "下一页",
      help: "Goes on: activity, ties, hosts, what just happened.",
      zhHelp: "依次：活跃、连结、主理人、动态。"),
    "community.previous-section": CommandWords(
      "community.previous-section", en: "previous part", zh: "上一页",
      help: "Goes back to the previous part.", zhHelp: "回到上一页。"),
    "panel.nps": CommandWords(
      "panel.nps", en: "NPS", zh: "NPS",
      help:
        "Opens what members say: the score with its interval, their words as they arrive, and what to improve.",
      zhHelp: "打开会员之声：得分与区间、实时原话、待改进之处。"),
    "panel.next": CommandWords(
      "panel.next", en: "next panel", zh: "下一面板",
      help: "Goes to the panel after this one.",
      zhHelp: "转到后一个面板。"),
    "panel.previous": CommandWords(
      "panel.previous", en: "previous panel", zh: "上一面板",
      help: "Goes to the panel before this one.",
      zhHelp: "转到前一个面板。"),
    "app.palette": CommandWords(
      "app.palette", en: "commands", zh: "命令",
      help: "Finds any command by a few letters of its name.",
      zhHelp: "输入几个字母，查找任意命令。"),
    "app.help": CommandWords(
      "app.help", en: "help", zh: "帮助",
      help: "Shows every key that works here and what it does.",
      zhHelp: "列出此处所有按键及其作用。"),
    "app.quit": CommandWords(
      "app.quit", en: "quit", zh: "退出",
      help: "Goes back to the previous panel, or ends the program.",
      zhHelp: "回到上一个面板；已在最上层时退出程序。"),
    "app.back": CommandWords(
      "app.back", en: "back", zh: "返回",
      help: "Stops long work; else closes what is open, clears search and filter, or goes back.",
      zhHelp: "停止耗时的操作；否则关闭打开的内容、清除搜索与筛选，或返回。"),
    "app.undo": CommandWords(
      "app.undo", en: "undo", zh: "撤销",
      help: "Undoes the last action, where that is possible.",
      zhHelp: "可行时撤回上一次操作。"),
    "app.redo": CommandWords(
      "app.redo", en: "redo", zh: "重做",
      help: "Does again what was undone last.",
      zhHelp: "重做上一次撤销的操作。"),
    "app.problems": CommandWords(
      "app.problems", en: "problems", zh: "问题",
      help:
        "Lists what could not be read or used, with file, line and reason, and what is wrong with the settings.",
      zhHelp: "列出未能读取或未采用的内容（文件、行、原因）以及设置中的问题。"),
    "app.reload": CommandWords(
      "app.reload", en: "read again", zh: "重新读取",
      help: "Reads the whole folder again.",
      zhHelp: "重新读取整个文件夹。"),
    "app.redraw": CommandWords(
      "app.redraw", en: "repaint", zh: "重绘",
      help: "Paints the screen again, in case something else wrote on it.",
      zhHelp: "重新绘制屏幕，以防被别的输出弄乱。"),
    "app.mouse": CommandWords(
      "app.mouse", en: "mouse on or off", zh: "鼠标开关",
      help: "Gives the mouse back to the terminal so that text can be selected, or takes it again.",
      zhHelp: "把鼠标交还终端以便选取文字，或重新接管。"),
    "move.up": CommandWords(
      "move.up", en: "up", zh: "上移",
      help: "Moves one line up.",
      zhHelp: "上移一行。"),
    "move.down": CommandWords(
      "move.down", en: "down", zh: "下移",
      help: "Moves one line down.",
      zhHelp: "下移一行。"),
    "move.page-up": CommandWords(
      "move.page-up", en: "page up", zh: "上翻",
      help: "Moves one screen up.",
      zhHelp: "上翻一屏。"),
    "move.page-down": CommandWords(
      "move.page-down", en: "page down", zh: "下翻",
      help: "Moves one screen down.",
      zhHelp: "下翻一屏。"),
    "move.first": CommandWords(
      "move.first", en: "first", zh: "首行",
      help: "Moves to the first line.",
      zhHelp: "移到第一行。"),
    "move.last": CommandWords(
      "move.last", en: "last", zh: "末行",
      help: "Moves to the last line.",
      zhHelp: "移到最后一行。"),
    "move.left": CommandWords(
      "move.left", en: "left", zh: "向左",
      help: "Shows the columns further left, or the card's previous part.",
      zhHelp: "显示左侧的列，或卡片的前一页。"),
    "move.right": CommandWords(
      "move.right", en: "right", zh: "向右",
      help: "Shows the columns further right, or the card's next part.",
      zhHelp: "显示右侧的列，或卡片的后一页。"),
    "overview.open": CommandWords(
      "overview.open", en: "open", zh: "打开",
      help: "Opens what the line shows: the members it counts, or the records not used.",
      zhHelp: "打开该行所指：所计的会员，或未采用的记录。"),
    "members.search": CommandWords(
      "members.search", en: "search", zh: "搜索",
      help: "Searches all members while you type.",
      zhHelp: "边输入边搜索全部会员。"),
    "members.filter-cell": CommandWords(
      "members.filter-cell", en: "filter by value", zh: "按值筛选",
      help: "Filters by a value of the selected member, such as the city.",
      zhHelp: "按所选会员的某个值筛选，如城市。"),
    "members.filter": CommandWords(
      "members.filter", en: "filter", zh: "筛选",
      help: "Edits the filter line, such as city:上海 spend>500 silent>30d.",
      zhHelp: "编辑筛选条件，如 city:上海 spend>500 silent>30d。"),
    "members.sort": CommandWords(
      "members.sort", en: "sort", zh: "排序",
      help: "Chooses the column to sort by; choosing it again reverses the order.",
      zhHelp: "选择排序的列；再选一次则反转顺序。"),
    "members.reverse": CommandWords(
      "members.reverse", en: "reverse order", zh: "反转顺序",
      help: "Reverses the order of the table.",
      zhHelp: "把列表顺序反过来。"),
    "members.columns": CommandWords(
      "members.columns", en: "columns", zh: "列",
      help: "Chooses which columns are shown, and in which order.",
      zhHelp: "选择显示哪些列及其次序。"),
    "members.views": CommandWords(
      "members.views", en: "views", zh: "视图",
      help: "Opens, saves or deletes views: filter, order and columns under a name.",
      zhHelp: "打开、保存或删除视图：以名称保存的筛选、排序与列。"),
    "members.goto": CommandWords(
      "members.goto", en: "go to", zh: "跳转",
      help: "Jumps to a member by id or name.",
      zhHelp: "按编号或姓名跳到某位会员。"),
    "members.card": CommandWords(
      "members.card", en: "card", zh: "卡片",
      help: "Opens the card of the selected member; with the card beside the table, goes into it.",
      zhHelp: "打开所选会员的卡片；卡片在旁时进入卡片。"),
    "members.mark": CommandWords(
      "members.mark", en: "mark", zh: "标记",
      help: "Marks the selected member or removes the mark, and moves on.",
      zhHelp: "标记所选会员或取消标记，并移到下一位。"),
    "members.mark-all": CommandWords(
      "members.mark-all", en: "mark all", zh: "全部标记",
      help: "Marks every member listed.",
      zhHelp: "标记列表中的所有会员。"),
    "members.mark-none": CommandWords(
      "members.mark-none", en: "clear marks", zh: "取消标记",
      help: "Removes all marks.",
      zhHelp: "取消所有标记。"),
    "members.export": CommandWords(
      "members.export", en: "export", zh: "导出",
      help: "Writes the marked members, or else all listed, to a CSV or JSON file.",
      zhHelp: "将已标记的会员（否则为列出的全部）写入 CSV 或 JSON 文件。"),
    "members.copy": CommandWords(
      "members.copy", en: "copy id", zh: "复制编号",
      help: "Copies the selected member's id to the terminal's clipboard, where the config allows it.",
      zhHelp: "将所选会员的编号交给终端剪贴板（需在配置中允许）。"),
    "members.clear": CommandWords(
      "members.clear", en: "clear", zh: "清除",
      help: "Clears search and filter, and stays at the selected member.",
      zhHelp: "清除搜索与筛选，停留在所选会员。"),
    "card.close": CommandWords(
      "card.close", en: "close card", zh: "关闭卡片",
      help: "Closes the card and goes back to the table.",
      zhHelp: "关闭卡片，回到列表。"),
    "card.next-tab": CommandWords(
      "card.next-tab", en: "card: next part", zh: "卡片下一页",
      help: "Shows the card's next part: profile, account, ties, timeline, sources.",
      zhHelp: "显示卡片的下一页：档案、情感、连结、时间线、来源。"),
    "card.previous-tab": CommandWords(
      "card.previous-tab", en: "card: previous part", zh: "卡片上一页",
      help: "Shows the previous part of the card.",
      zhHelp: "显示卡片的上一页。"),
    "card.next-member": CommandWords(
      "card.next-member", en: "next member", zh: "下一会员",
      help: "Moves to the next member of the list; the card stays open.",
      zhHelp: "卡片不关，转到列表的下一位会员。"),
    "card.previous-member": CommandWords(
      "card.previous-member", en: "previous member", zh: "上一会员",
      help: "Moves to the previous member of the list; the card stays open.",
      zhHelp: "卡片不关，转到列表的上一位会员。"),
    "card.scroll-down": CommandWords(
      "card.scroll-down", en: "card: down", zh: "卡片下滚",
      help: "Scrolls the card down.",
      zhHelp: "向下滚动卡片。"),
    "card.scroll-up": CommandWords(
      "card.scroll-up", en: "card: up", zh: "卡片上滚",
      help: "Scrolls the card up.",
      zhHelp: "向上滚动卡片。"),
    "panel.tiers": CommandWords(
      "panel.tiers", en: "Tiers", zh: "等级",
      help:
        "Opens the tiers: who goes up or down at the quarter's end, points, what other thresholds would do.",
      zhHelp: "打开等级面板：季末升降、积分与门槛试算。"),
    "tiers.open": CommandWords(
      "tiers.open", en: "open", zh: "打开",
      help:
        "Opens the card of the selected member, the members behind numbers, or a threshold to try another.",
      zhHelp: "打开所选会员的卡片、数字背后的会员，或输入要试算的门槛数值。"),
    "tiers.pyramid": CommandWords(
      "tiers.pyramid", en: "members of tiers", zh: "各级会员",
      help: "Lists the tiers, to open the members of one.",
      zhHelp: "列出各等级，以打开其中一级的会员。"),
    "tiers.next-section": CommandWords(
      "tiers.next-section", en: "next part", zh: "下一页",
      help: "Goes on: quarter's end, pyramid, moves, RFM, points, benefits, what if.",
      zhHelp: "依次：季末、金字塔、流动、RFM、积分、权益、试算。"),
    "tiers.previous-section": CommandWords(
      "tiers.previous-section", en: "previous part", zh: "上一页",
      help: "Goes back to the previous part.", zhHelp: "回到上一页。"),
    "tiers.group": CommandWords(
      "tiers.group", en: "falling / rising", zh: "保级/升级",
      help: "Lists who is about to go down, or who is about to go up.", zhHelp: "切换列出保级会员与升级会员。"),
    "tiers.list": CommandWords(
      "tiers.list", en: "list in Members", zh: "列入会员表",
      help: "Lists these members in the Members table, to mark and export them.",
      zhHelp: "在会员表中列出这些会员，便于标记与导出。"),
    "tiers.what-if": CommandWords(
      "tiers.what-if", en: "what if", zh: "试算",
      help: "Tries other thresholds: who would move, and how the shares of spend would change.",
      zhHelp: "试算门槛：谁会变动，消费占比如何变化。"),
    "tiers.reset": CommandWords(
      "tiers.reset", en: "reset", zh: "还原",
      help: "Goes back to the current thresholds.", zhHelp: "还原为现行门槛。"),
    "tiers.save": CommandWords(
      "tiers.save", en: "save", zh: "保存",
      help: "Writes the tried thresholds to program.json, after asking; the old file is kept.",
      zhHelp: "确认后将试算的门槛写入 program.json，并保留旧文件。"),
    "recall.recall": CommandWords(
      "recall.recall", en: "recall", zh: "召回",
      help:
        "Recalls the member, or all who are marked, with the suggested play; members of the control group are recorded as held out.",
      zhHelp: "按建议的召回方案召回该会员或全部已标记会员；对照组会员记为不触达。"),
    "recall.play": CommandWords(
      "recall.play", en: "other play", zh: "换召回方案",
      help: "Chooses the play to recall with.",
      zhHelp: "选择用哪个召回方案召回。"),
    "recall.snooze": CommandWords(
      "recall.snooze", en: "snooze", zh: "暂缓",
      help: "Postpones the member by some days.",
      zhHelp: "将该会员暂缓若干天。"),
    "recall.dismiss": CommandWords(
      "recall.dismiss", en: "dismiss", zh: "移出队列",
      help: "Removes the member from the queue, with a reason.",
      zhHelp: "将该会员移出队列，并注明原因。"),
    "recall.claim": CommandWords(
      "recall.claim", en: "claim", zh: "领取",
      help: "Claims the member for a day; press it again to give the claim back.",
      zhHelp: "领取该会员一天；再按退回。"),
    "recall.hand": CommandWords(
      "recall.hand", en: "hand over", zh: "转交",
      help: "Hands the member to a host.",
      zhHelp: "将该会员转交给主理人。"),
    "recall.note": CommandWords(
      "recall.note", en: "note", zh: "备注",
      help: "Writes a note about the member.",
      zhHelp: "为该会员写备注。"),
    "recall.mark": CommandWords(
      "recall.mark", en: "mark", zh: "标记",
      help: "Marks the member or removes the mark; decisions then apply to all marked members.",
      zhHelp: "标记或取消标记；决定将针对全部已标记会员。"),
    "recall.mark-all": CommandWords(
      "recall.mark-all", en: "mark all", zh: "全部标记",
      help: "Marks every member in the queue that matches search and filter, a thousand at most.",
      zhHelp: "标记队列中符合搜索与筛选的全部会员，最多一千位。"),
    "recall.search": CommandWords(
      "recall.search", en: "search", zh: "搜索",
      help: "Searches the queue as you type.", zhHelp: "边输入边在队列中搜索。"),
    "recall.sort": CommandWords(
      "recall.sort", en: "sort by", zh: "按列排序",
      help: "Sorts the queue by any column; choosing it again reverses the order, and again restores it.",
      zhHelp: "按任意列排列队列；再选一次反转，第三次恢复。"),
    "recall.filter-cell": CommandWords(
      "recall.filter-cell", en: "filter by value", zh: "按值筛选",
      help: "Filters by a value of the selected member, such as the city.",
      zhHelp: "按所选会员的某个值筛选，如城市。"),
    "recall.filter": CommandWords(
      "recall.filter", en: "filter", zh: "筛选",
      help: "Filters the queue by stage, city, value at stake or any other field.",
      zhHelp: "按条件筛选队列：城市、沉默天数及其他任意字段。"),
    "recall.order": CommandWords(
      "recall.order", en: "order", zh: "排序",
      help: "Orders the queue layer by layer, or by value at stake again.",
      zhHelp: "按召回层级排列队列，再按一次恢复按待挽回金额排列。"),
    "recall.mark-none": CommandWords(
      "recall.mark-none", en: "clear marks", zh: "取消标记",
      help: "Removes all marks in the queue.",
      zhHelp: "取消队列中的全部标记。"),
    "recall.export": CommandWords(
      "recall.export", en: "list for sending", zh: "发送名单",
      help: "Writes the members you recalled today to a file, with channel, play and words.",
      zhHelp: "将您今日召回的会员及渠道、召回方案、话术写入文件。"),
    "recall.export-all": CommandWords(
      "recall.export-all", en: "everyone's list for sending", zh: "全员发送名单",
      help: "Writes the members recalled today by anyone to a file, with channel, play and words.",
      zhHelp: "将今日所有人召回的会员及渠道、召回方案、话术写入文件。"),
    "recall.open": CommandWords(
      "recall.open", en: "open or close card", zh: "开关卡片",
      help: "Shows the card over the queue where there is no room beside it.",
      zhHelp: "窗口较窄时，在队列上方显示卡片。"),
    "recall.next-tab": CommandWords(
      "recall.next-tab", en: "next part", zh: "下一页",
      help: "Turns to the next part beside the queue: member, plays, today.",
      zhHelp: "转到队列旁的下一页：会员、召回方案、今日。"),
    "recall.previous-tab": CommandWords(
      "recall.previous-tab", en: "previous part", zh: "上一页",
      help: "Turns to the previous part beside the queue.",
      zhHelp: "转到队列旁的上一页。"),
    "recall.scroll-down": CommandWords(
      "recall.scroll-down", en: "scroll down", zh: "向下滚动",
      help: "Scrolls down what stands beside the queue.",
      zhHelp: "将队列旁的内容向下滚动。"),
    "recall.scroll-up": CommandWords(
      "recall.scroll-up", en: "scroll up", zh: "向上滚动",
      help: "Scrolls up what stands beside the queue.",
      zhHelp: "将队列旁的内容向上滚动。"),
    "nps.open": CommandWords(
      "nps.open", en: "open", zh: "打开",
      help: "Opens the card of the member who answered, or the answers about a topic.",
      zhHelp: "打开回答者的会员卡，或某话题的回答。"),
    "nps.next-section": CommandWords(
      "nps.next-section", en: "next part", zh: "下一页",
      help: "Goes on: score, groups, words, topics, detractors to answer, drivers.",
      zhHelp: "依次：得分、分组、原话、话题、待回访、驱动因素。"),
    "nps.previous-section": CommandWords(
      "nps.previous-section", en: "previous part", zh: "上一页",
      help: "Goes back to the previous part.",
      zhHelp: "回到上一页。"),
    "nps.cut": CommandWords(
      "nps.cut", en: "group by", zh: "换分组",
      help:
        "Groups the answers by tier, stage, survey stage, channel, store, region or host, one after the other.",
      zhHelp: "切换分组：等级、阶段、调研环节、渠道、门店、地区、主理人。"),
    "nps.filter": CommandWords(
      "nps.filter", en: "filter", zh: "筛选",
      help: "Counts only the answers of members that match a filter; an empty filter counts everyone.",
      zhHelp: "只统计筛选出的会员的回答；留空为全部。"),
    "nps.claim": CommandWords(
      "nps.claim", en: "claim", zh: "领取",
      help: "Claims the answer, so that no one else handles it; press it again to give it back.",
      zhHelp: "领取该回答，他人不再处理；再按退回。"),
    "nps.contact": CommandWords(
      "nps.contact", en: "contacted", zh: "已联系",
      help: "Records that the member was contacted about the answer.",
      zhHelp: "记录已就该回答联系会员。"),
    "nps.note": CommandWords(
      "nps.note", en: "note", zh: "备注",
      help: "Writes a note about the answer.",
      zhHelp: "为该回答写备注。"),
    "nps.close": CommandWords(
      "nps.close", en: "close", zh: "结案",
      help: "Closes the answer, with its outcome.",
      zhHelp: "写下处理结果，将该回答结案。"),
    "nps.fix": CommandWords(
      "nps.fix", en: "mark a fix", zh: "标记改进",
      help: "Marks what was fixed about a topic and when, to compare before and after.",
      zhHelp: "标记某话题的改进与日期，对比前后。"),
    "nps.outcome": CommandWords(
      "nps.outcome", en: "outcome", zh: "换结果",
      help: "Switches between what influences the score and what influences buying again.",
      zhHelp: "切换：影响评分的因素，或影响复购的因素。"),
    "nps.wall": CommandWords(
      "nps.wall", en: "wall screen", zh: "大屏",
      help: "Fills the screen with the score, to be read across the room; press it again to go back.",
      zhHelp: "得分铺满屏幕，远处可读；再按返回。"),
    "touchpoints.done": CommandWords(
      "touchpoints.done", en: "done", zh: "完成",
      help: "Records that the touchpoint was done; the emotional account gets its deposit at once.",
      zhHelp: "记录已触达，情感账户即时存入。"),
    "touchpoints.skip": CommandWords(
      "touchpoints.skip", en: "skip", zh: "跳过",
      help: "Skips this occasion for the member; a reason is optional.",
      zhHelp: "本次不触达该会员，可注明原因。"),
    "touchpoints.snooze": CommandWords(
      "touchpoints.snooze", en: "snooze", zh: "暂缓",
      help: "Postpones the touchpoint by some days.",
      zhHelp: "将触达推迟若干天。"),
    "touchpoints.hand": CommandWords(
      "touchpoints.hand", en: "hand over", zh: "转交",
      help: "Hands the touchpoint over to a host.",
      zhHelp: "将触达转交给主理人。"),
    "touchpoints.mark": CommandWords(
      "touchpoints.mark", en: "mark", zh: "标记",
      help: "Marks the touchpoint or removes the mark; decisions then apply to all marked ones.",
      zhHelp: "标记或取消标记；之后的决定作用于全部已标记项。"),
    "touchpoints.mark-all": CommandWords(
      "touchpoints.mark-all", en: "mark all", zh: "全部标记",
      help: "Marks everything due under the selected rule; press it again to mark everything due.",
      zhHelp: "标记同一规则的全部待办；再按标记全部。"),
    "touchpoints.mark-none": CommandWords(
      "touchpoints.mark-none", en: "clear marks", zh: "取消标记",
      help: "Removes all marks.",
      zhHelp: "取消全部标记。"),
    "touchpoints.search": CommandWords(
      "touchpoints.search", en: "search", zh: "搜索",
      help: "Searches the lists as you type.", zhHelp: "边输入边在列表中搜索。"),
    "touchpoints.sort": CommandWords(
      "touchpoints.sort", en: "sort by", zh: "按列排序",
      help: "Sorts the lists by any column; choosing it again reverses the order, and again restores it.",
      zhHelp: "按任意列排列列表；再选一次反转，第三次恢复。"),
    "touchpoints.filter-cell": CommandWords(
      "touchpoints.filter-cell", en: "filter by value", zh: "按值筛选",
      help: "Filters by a value of the selected member, such as the city.",
      zhHelp: "按所选会员的某个值筛选，如城市。"),
    "touchpoints.filter": CommandWords(
      "touchpoints.filter", en: "filter", zh: "筛选",
      help: "Filters the lists by host, balance, city or any other field.",
      zhHelp: "按条件筛选列表：主理人、余额、城市及其他任意字段。"),
    "touchpoints.export": CommandWords(
      "touchpoints.export", en: "list for sending", zh: "发送名单",
      help: "Writes the marked touchpoints, or all that are due, to a file for sending.",
      zhHelp: "将已标记或全部待触达写入文件以便发送。"),
    "touchpoints.open": CommandWords(
      "touchpoints.open", en: "open card", zh: "打开卡片",
      help: "Opens the member's card.",
      zhHelp: "打开会员卡片。"),
    "touchpoints.next-part": CommandWords(
      "touchpoints.next-part", en: "next part", zh: "下一页",
      help: "Goes to the next part of the panel.",
      zhHelp: "转到面板的下一页。"),
    "touchpoints.previous-part": CommandWords(
      "touchpoints.previous-part", en: "previous part", zh: "上一页",
      help: "Goes to the previous part of the panel.",
      zhHelp: "转到面板的上一页。"),
  ]
}
