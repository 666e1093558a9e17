/// What `--help` tells of commands and options. It is made in English, by the parser of arguments, out of what commands and
/// options say about themselves; the templates find it again, line by line, to say it in another language. The first that fits counts.
extension Phrase {
  package static let commandHelp: [Phrase] = [
    Phrase("help.overview", en: "OVERVIEW: {text}", zh: "概述：{text}"),
    Phrase("help.usage", en: "USAGE: {usage}", zh: "用法：{usage}"),
    Phrase("help.arguments", en: "ARGUMENTS:", zh: "参数："),
    Phrase("help.options", en: "OPTIONS:", zh: "选项："),
    Phrase("help.subcommands", en: "SUBCOMMANDS:", zh: "子命令："),
    Phrase("help.group.members", en: "MEMBERS:", zh: "会员："),
    Phrase("help.group.value", en: "LIFETIME VALUE:", zh: "终身价值："),
    Phrase("help.group.nps", en: "NPS:", zh: "NPS："),
    Phrase("help.group.drivers", en: "DRIVERS:", zh: "驱动因素："),
    Phrase("help.group.touchpoints", en: "TOUCHPOINTS:", zh: "触点："),
    Phrase("help.group.member", en: "ONE MEMBER:", zh: "单个会员："),
    Phrase(
      "help.see", en: "See 'koxtop help <subcommand>' for detailed help.", zh: "详见“koxtop help <subcommand>”。"
    ),
    Phrase(
      "help.values-and-default", en: "{text} (values: {values}; default: {value})",
      zh: "{text}（可用：{values}；默认：{value}）"),
    Phrase("help.default", en: "{text} (default: {value})", zh: "{text}（默认：{value}）"),
    Phrase("help.values", en: "{text} (values: {values})", zh: "{text}（可用：{values}）"),
    Phrase("help.version", en: "Show the version.", zh: "显示版本。"),
    Phrase("help.help", en: "Show help information.", zh: "显示说明。"),

    // Commands.
    Phrase(
      "help.koxtop", en: "A dashboard for managers of loyalty programmes, in the terminal.", zh: "终端里的会员运营看板。"
    ),
    Phrase(
      "help.koxtop.about",
      en:
        "Reads a folder of JSON files about members, orders, activity, surveys and more, and shows what they say. Without a folder it opens the sample data. 'koxtop help' lists the pages of the manual, 'koxtop help open' tells the options of the dashboard.",
      zh:
        "读取一个文件夹中关于会员、订单、互动、调研等的 JSON 文件并展示。不指定文件夹时打开示例数据。“koxtop help”列出手册各页，“koxtop help open”列出看板的选项。"
    ),
    Phrase(
      "help.open", en: "Open the dashboard. The name of the command may be left out.", zh: "打开看板，命令名可省略。"),
    Phrase("help.show", en: "Print one frame of a panel as text.", zh: "以文本输出某个面板的一屏。"),
    Phrase("help.report", en: "Print the figures behind a panel.", zh: "输出面板背后的数据。"),
    Phrase(
      "help.check", en: "Say what was read of a folder, what was not used, and why.",
      zh: "列出文件夹中读取了什么、哪些未采用及原因。"),
    Phrase(
      "help.check.about", en: "Ends with exit code 1 when anything was not used or not read.",
      zh: "有未采用或未读取的内容时，退出码为 1。"),
    Phrase(
      "help.import",
      en: "Turn exports of shops, chats, survey tools and spreadsheets into a community folder.",
      zh: "将店铺、聊天、问卷工具和表格的导出文件转为社群文件夹。"),
    Phrase(
      "help.import.about",
      en:
        "A source is a file, a folder, a zip or tar.gz of those, or '-' for standard input. What it is, is recognised: CSV, TSV, XLSX and JSON of any origin, and the exports of Slack, Discord, Telegram, Discourse, Shopify, WooCommerce, Stripe, Typeform, Delighted, SurveyMonkey, WeCom, Youzan and Open-Meteo. Import again to bring a folder up to date; nothing is doubled. With a folder alone, the imports that it remembers are repeated. 'koxtop help importing' tells more.",
      zh:
        "来源可以是文件、文件夹、它们的 zip 或 tar.gz 包，或用“-”表示标准输入。格式自动识别：任意来源的 CSV、TSV、XLSX 和 JSON，以及 Slack、Discord、Telegram、Discourse、Shopify、WooCommerce、Stripe、Typeform、Delighted、SurveyMonkey、企业微信、有赞和 Open-Meteo 的导出文件。再次导入即可更新文件夹，不会重复。只给出文件夹时，重做其中记录的导入。详见“koxtop help importing”。"
    ),
    Phrase("help.sample", en: "Write a lifelike community of made-up members.", zh: "生成一个逼真的虚构社群。"),
    Phrase(
      "help.sample.about", en: "The same arguments give the same bytes, on any machine.",
      zh: "参数相同，在任何机器上生成的内容都相同。"),
    Phrase(
      "help.play", en: "Append live events to a folder, going on from its newest one.",
      zh: "从最新事件之后开始，向文件夹追加实时事件。"),
    Phrase(
      "help.play.about",
      en: "For demonstrations: open the dashboard on the same folder in another window. Ctrl-C ends it.",
      zh: "用于演示：在另一窗口用看板打开同一文件夹。按 Ctrl-C 结束。"),
    Phrase("help.keys", en: "Print the keys and the commands they stand for.", zh: "输出按键及其对应的命令。"),
    Phrase(
      "help.keys.about",
      en: "The ids are what the config file takes. 'koxtop help keys' says how to change keys.",
      zh: "配置文件使用其中的 id。更改按键的方法见“koxtop help keys”。"),
    Phrase(
      "help.help-command", en: "Print a page of the manual, or the options of a command.",
      zh: "输出手册的一页，或某个命令的选项。"),
    Phrase("help.help-command.about", en: "Without a topic, lists them all.", zh: "不指定主题时列出全部。"),

    // Reports.
    Phrase(
      "help.report.members",
      en: "one row per member, as a JSON array of objects, as text or as CSV. The keys are the columns' ids.",
      zh: "每位会员一行，可为 JSON 对象数组、文本或 CSV。键为列的 id。"),
    Phrase(
      "help.report.overview",
      en:
        "what waits for a person today, members by tier, stage and path, the community, records per feed, members, orders and money by month.",
      zh: "今日待办，按等级、阶段和路径的会员，社群，各类数据的记录数，每月的会员、订单和金额。"),
    Phrase(
      "help.report.lifecycle", en: "members by stage and on the path, moves between stages, retention.",
      zh: "按阶段和路径的会员、阶段流转、留存。"),
    Phrase(
      "help.report.rfm", en: "scores with their cut-offs, the eight classes, and every member's.",
      zh: "各项得分及分界值、八类会员，以及每位会员的得分。"),
    Phrase(
      "help.report.clv",
      en:
        "a model of purchases and spend fitted to the members, how well it foretold, and what each member is expected to buy and to be worth.",
      zh: "对会员购买与消费拟合的模型、预测效果，以及每位会员的预期购买次数和价值。"),
    Phrase(
      "help.report.recall",
      en:
        "who may be called back in order of what is at stake, layers, plays with their success, and what was decided today.",
      zh: "按待挽回金额排列的可召回会员、层级、召回方案及成效、今日决定。"),
    Phrase(
      "help.report.nps",
      en:
        "the score with its interval and its change, by group, with CSAT, CES, topics, and detractors to answer.",
      zh: "NPS 及其区间与变化，可分组；另有 CSAT、CES、话题和待回访的贬损者。"),
    Phrase(
      "help.report.drivers", en: "which ratings go with the score, or with buying again, and how surely.",
      zh: "哪些评分项与 NPS 或复购相关，以及把握程度。"),
    Phrase(
      "help.report.tiers",
      en:
        "members and what they bring by tier, who goes up, keeps or drops at the quarter's end with what is missing, moves, keep tasks, unfair cases, benefits; with --member that member's history with its reasons.",
      zh: "各等级的会员与贡献，季末将升级、保级或降级的会员及所差条件，等级变动、保级任务、不公平情形、权益；加 --member 则为该会员的等级历史及原因。"),
    Phrase(
      "help.report.points",
      en:
        "balances, what expires and whom to remind, earned and taken by reason, breakage, liability; with --member the lots and the ledger of one account.",
      zh: "积分余额、即将到期与应提醒的会员、按原因的收支、沉淀率、积分负债；加 --member 则为一个账户的批次与流水。"),
    Phrase(
      "help.report.community",
      en: "who is active, who contributes how much, spaces, newcomers, challenges, the newest activities.",
      zh: "谁在活跃、谁贡献多少、空间、新人、挑战、最新互动。"),
    Phrase(
      "help.report.ties",
      en:
        "how closely members are tied to each other, the groups found in these ties, and who holds them together.",
      zh: "会员之间连结的紧密程度、由此发现的圈子，以及维系圈子的人。"),
    Phrase(
      "help.report.hosts",
      en: "the hosts' scorecard, members without a host, the core group and who may join it.",
      zh: "主理人评分表、未绑定主理人的会员、核心群及可邀请的会员。"),
    Phrase(
      "help.report.account",
      en:
        "what stands in the emotional accounts, overdrawn members, moments beyond expectation; with --member one account, entry by entry.",
      zh: "情感账户余额、透支的会员、超预期瞬间；加 --member 则为一个账户的逐笔明细。"),
    Phrase(
      "help.report.touchpoints",
      en:
        "who is due for what today and in the next days, what was done and missed, how regular content and benefits are; with --rule who is due by one rule on a day, and who is left out by what.",
      zh: "今日及未来几天谁该触达什么、已完成与错过的触点、内容与福利的规律性；加 --rule 则为某规则某日应触达的会员，以及谁因何不在其中。"),
    Phrase(
      "help.report.program", en: "the effective programme, every key with its value.", zh: "生效的设置，每个键及其值。"),

    // Arguments and options.
    Phrase(
      "help.folder", en: "The community folder; without one, the sample data.", zh: "社群文件夹；不指定时为示例数据。"),
    Phrase("help.folder.grows", en: "The community folder; its feeds grow.", zh: "社群文件夹，事件将追加到其中。"),
    Phrase("help.folder.write", en: "The folder to write; made when missing.", zh: "要写入的文件夹，不存在时新建。"),
    Phrase(
      "help.into", en: "The community folder to write; made when missing.", zh: "要写入的社群文件夹，不存在时新建。"),
    Phrase(
      "help.as-of",
      en: "What counts as now: 'now', 'latest' (the newest event), or a time; a bare date means its end.",
      zh: "以何时为现在：now、latest（最新事件）或某个时间；只写日期表示当天结束时。"),
    Phrase(
      "help.time-zone",
      en: "The zone that days are counted in: an IANA name or an offset such as +08:00.",
      zh: "按哪个时区计日：IANA 名称，或 +08:00 之类的偏移。"),
    Phrase("help.language", en: "en or zh-Hans; without it, the locale's.", zh: "en 或 zh-Hans；不指定时依系统语言。"),
    Phrase("help.theme", en: "A theme by name.", zh: "主题名称。"),
    Phrase(
      "help.color", en: "How many colours, or when; auto is as the environment and the terminal say.",
      zh: "颜色数，或何时使用颜色；auto 依环境和终端而定。"),
    Phrase(
      "help.unmask", en: "Show phone numbers and e-mail addresses in full. Leaves a line in the log.",
      zh: "完整显示电话号码和邮箱地址，并在日志中留下记录。"),
    Phrase(
      "help.no-bom",
      en: "CSV without the byte order mark at its beginning, by which spreadsheets tell that it's UTF-8.",
      zh: "CSV 开头不写字节顺序标记；电子表格靠它识别 UTF-8。"),
    Phrase(
      "help.manager",
      en: "Under whose name decisions are written; without it by the config file, then the account's.",
      zh: "以谁的名义记录决定；不指定时依次取配置文件和系统账户。"),
    Phrase("help.panel", en: "The panel to begin with: {names}.", zh: "从哪个面板开始：{names}。"),
    Phrase(
      "help.filter",
      en: "Begin with the list of whom a filter finds: of members, or of --panel recall or touchpoints.",
      zh: "打开时只列出符合筛选的会员：在会员列表中，或在 --panel recall、touchpoints 的列表中。"),
    Phrase(
      "help.wall",
      en: "For a screen on the wall: begin with NPS, and leave what is kept for the next opening as it is.",
      zh: "用于大屏：从 NPS 面板开始，不改动为下次打开保存的内容。"),
    Phrase(
      "help.fresh", en: "Begin at the Overview instead of where the dashboard was left.",
      zh: "从概览开始，而不是上次离开之处。"),
    Phrase("help.size", en: "Columns and rows of the frame.", zh: "一屏的列数和行数。"),
    Phrase(
      "help.plain",
      en: "Print labelled lines instead of a frame: for screen readers, pipes and simple terminals.",
      zh: "输出带标签的文本行，而不是一屏画面：用于读屏软件、管道和简单终端。"),
    Phrase("help.format", en: "json, text (as without it) or csv.", zh: "json、text（默认）或 csv。"),
    Phrase(
      "help.format.left-out", en: "json, text (as without it) or csv: what wasn't taken.",
      zh: "json、text（默认）或 csv：列出未导入的内容。"),
    Phrase(
      "help.format.keys", en: "text (as without it), markdown or json.", zh: "text（默认）、markdown 或 json。"),
    Phrase(
      "help.columns", en: "Column ids, separated by commas; 'all' for every column.",
      zh: "列的 id，以逗号分隔；all 表示所有列。"),
    Phrase("help.where", en: "A filter: '{filter}'.", zh: "筛选条件：{filter}。"),
    Phrase(
      "help.sort", en: "The column to sort by; a minus before it turns the order around.",
      zh: "按哪一列排序；前加减号则倒序。"),
    Phrase("help.limit", en: "At most this many members.", zh: "最多列出的会员数。"),
    Phrase(
      "help.model",
      en:
        "mbg_nbd (as without it, and as in the columns p_alive and clv) or bg_nbd, in which a member who bought once still buys for sure.",
      zh: "mbg_nbd（默认，与 p_alive 和 clv 两列相同）或 bg_nbd（后者认为只买过一次的会员必定仍会购买）。"),
    Phrase(
      "help.calibration-end",
      en:
        "The last day that the model is fitted to; what follows is its hold-out. Without it, today, and a second fit foretells the last quarter.",
      zh: "模型拟合到哪一天为止，其后作为检验期。不指定时为今天，并另行拟合以检验最后四分之一的时段。"),
    Phrase(
      "help.horizon",
      en: "The time for expected orders, in weeks; without it, a year of 365 days.",
      zh: "预期订单的时段（周）；不指定时为一年（365 天）。"),
    Phrase("help.window", en: "The window in days; without it, the programme's.", zh: "窗口天数；不指定时依会员计划的设置。"),
    Phrase(
      "help.by", en: "tier, stage, survey_stage, channel, store, region, host or week.",
      zh: "tier、stage、survey_stage、channel、store、region、host 或 week。"),
    Phrase("help.outcome", en: "nps (as without it) or repurchase.", zh: "nps（默认）或 repurchase。"),
    Phrase(
      "help.rule", en: "Who is due by this rule, and who is left out and why.", zh: "按此规则应触达谁，谁不在其中及原因。"),
    Phrase(
      "help.on",
      en:
        "The day of --rule; without it, today. Of a day that is over it's told as of its end, of a day to come as far as is known now.",
      zh: "--rule 的日期；不指定时为今天。过去的日期截至当天结束，未来的日期以目前所知为准。"),
    Phrase("help.member", en: "A member's id.", zh: "会员 id。"),
    Phrase("help.sources", en: "What to import.", zh: "要导入的内容。"),
    Phrase(
      "help.from", en: "The form of the sources, where it isn't recognised: {names}.",
      zh: "来源的格式（无法识别时）：{names}。"),
    Phrase(
      "help.plan", en: "Print what would become of each field, as a mapping file, and import nothing.",
      zh: "以映射文件的形式输出各字段将如何处理，不导入。"),
    Phrase("help.mapping", en: "Use a mapping file.", zh: "使用映射文件。"),
    Phrase(
      "help.name", en: "Keep this source apart from others of its form.", zh: "将此来源与同格式的其他来源区分开。"),
    Phrase(
      "help.dates", en: "How to read dates such as 3/1/26: day-first or month-first.",
      zh: "如何读取 3/1/26 之类的日期：day-first（日在前）或 month-first（月在前）。"),
    Phrase("help.encoding", en: "The encoding of tables: {names}.", zh: "表格的编码：{names}。"),
    Phrase(
      "help.delimiter", en: "What stands between cells: a sign, or 'tab'.", zh: "单元格之间的分隔符：一个字符，或 tab。"),
    Phrase("help.header", en: "Whether tables have a head.", zh: "表格是否有表头。"),
    Phrase(
      "help.rates",
      en:
        "What one unit of another currency is worth in the folder's, such as USD=7.1; may be given several times.",
      zh: "一单位其他货币折合本文件夹货币的数额，如 USD=7.1；可多次给出。"),
    Phrase("help.city", en: "The city of weather data.", zh: "天气数据所在城市。"),
    Phrase(
      "help.score", en: "The question that asks for the score, by its id or reference.",
      zh: "询问分数的问题，写其 id 或 reference。"),
    Phrase(
      "help.dry-run", en: "Only count what would be new, changed and left out.", zh: "只统计将新增、更改和略过的数量。"),
    Phrase("help.members", en: "How many members.", zh: "会员人数。"),
    Phrase("help.seed", en: "A number; another one gives another community.", zh: "一个数字；换一个则生成另一个社群。"),
    Phrase("help.seed.play", en: "A number; another one gives other events.", zh: "一个数字；换一个则生成其他事件。"),
    Phrase("help.days", en: "How many days their history spans.", zh: "历史跨越的天数。"),
    Phrase(
      "help.sample.language", en: "The language of names and words, en or zh-Hans.",
      zh: "姓名与文字的语言，en 或 zh-Hans。"),
    Phrase(
      "help.overwrite", en: "Replace the feeds of a folder that isn't empty.", zh: "文件夹非空时，替换其中的数据文件。"),
    Phrase("help.rate", en: "Events per second.", zh: "每秒事件数。"),
    Phrase("help.count", en: "End after this many events.", zh: "追加多少事件后结束。"),
    Phrase("help.seconds", en: "End after this many seconds.", zh: "多少秒后结束。"),
    Phrase(
      "help.topic", en: "A page of the manual or a command, such as keys, folder or report.",
      zh: "手册的一页或一个命令，如 keys、folder、report。"),
  ]
}
