/// What the command line says when it can't do as asked. Its messages are made in English, by the parser of arguments and by
/// the options themselves; the templates find them again, to say them in another language. The first that fits counts.
extension Phrase {
  package static let commandError = Phrase("command-line.error", en: "Error: {message}", zh: "错误：{message}")

  package static let commandMessages: [Phrase] = [
    Phrase(
      "command-line.unknown-option.near", en: "Unknown option '{option}'. Did you mean '{near}'?",
      zh: "没有选项“{option}”，是否指“{near}”？"),
    Phrase(
      "command-line.composite", en: "{unknown}\n   or: {missing} in '{option}'",
      zh: "{unknown}\n   或：{missing}（在“{option}”中）"),
    Phrase(
      "command-line.unknown-option", en: "Unknown option '{option}'",
      zh: "没有选项“{option}”"),
    Phrase(
      "command-line.missing-value", en: "Missing value for '{option}'",
      zh: "选项“{option}”缺少值"),
    Phrase(
      "command-line.no-value-taken",
      en: "The option '{option}' does not take any value, but '{value}' was specified.",
      zh: "选项“{option}”不带值，却给了“{value}”。"),
    Phrase(
      "command-line.missing-argument", en: "Missing expected argument '{name}'",
      zh: "缺少参数“{name}”"),
    Phrase(
      "command-line.missing-one", en: "Missing one of: '{names}'",
      zh: "缺少其中之一：“{names}”"),
    Phrase(
      "command-line.unexpected", en: "Unexpected argument '{value}'",
      zh: "多余的参数“{value}”"),
    Phrase(
      "command-line.unexpected-many", en: "{count} unexpected arguments: '{values}'",
      zh: "多余的参数 {count} 个：“{values}”"),
    Phrase(
      "command-line.invalid-value", en: "The value '{value}' is invalid for '{option}'",
      zh: "“{option}”不能是“{value}”"),
    Phrase(
      "command-line.invalid-value.detail", en: "The value '{value}' is invalid for '{option}': {detail}",
      zh: "“{option}”不能是“{value}”：{detail}"),
    Phrase(
      "command-line.invalid-value.one-of",
      en: "The value '{value}' is invalid for '{option}'. Please provide one of {values}.",
      zh: "“{option}”不能是“{value}”，可用：{values}。"),
    Phrase(
      "command-line.twice", en: "Value to be set with {one} had already been set with {other}",
      zh: "{one} 与 {other} 重复设置"),
    Phrase(
      "command-line.invalid-option", en: "Invalid option: {option}",
      zh: "无效的选项：{option}"),
    Phrase(
      "command-line.missing-subcommand", en: "Missing required subcommand.",
      zh: "缺少子命令。"),
    Phrase(
      "command-line.usage", en: "Usage: {usage}",
      zh: "用法：{usage}"),
    Phrase(
      "command-line.see", en: "  See '{command}' for more information.",
      zh: "  详见“{command}”。"),
    Phrase(
      "command-line.help", en: "Help:  {text}",
      zh: "说明：{text}"),
    Phrase(
      "command-line.hint.near", en: "Did you mean '{name}'?",
      zh: "是否指“{name}”？"),
    Phrase(
      "command-line.hint.choose", en: "Choose one of: {names}.",
      zh: "可选：{names}。"),
    Phrase(
      "command-line.hint.themes", en: "Themes: {names}.",
      zh: "可选：{names}。"),
    Phrase(
      "command-line.hint.columns", en: "Columns: {names}.",
      zh: "可选：{names}。"),
    Phrase(
      "command-line.hint.rules", en: "Rules: {names}.",
      zh: "可选：{names}。"),
    Phrase(
      "command-line.hint.help", en: "'koxtop help' lists them.",
      zh: "“koxtop help”列出全部。"),
    Phrase(
      "command-line.hint.near-command", en: "Did you mean 'koxtop {name}'?",
      zh: "是否指“koxtop {name}”？"),
    Phrase(
      "command-line.hint.sample", en: "'koxtop sample' makes one to try.",
      zh: "“koxtop sample”可生成一个试用。"),
    Phrase(
      "command-line.hint.sample-short", en: "'koxtop sample' makes one.",
      zh: "“koxtop sample”可生成一个。"),
    Phrase(
      "command-line.no-language", en: "There is no language '{name}'. Choose 'en' or 'zh-Hans'.",
      zh: "没有语言“{name}”。请选 en 或 zh-Hans。"),
    Phrase(
      "command-line.no-zone.near", en: "There is no time zone '{name}'. Did you mean '{near}'?",
      zh: "没有时区“{name}”，是否指“{near}”？"),
    Phrase(
      "command-line.no-zone",
      en:
        "There is no time zone '{name}'. Give an IANA name such as Asia/Shanghai, or an offset such as +08:00.",
      zh: "没有时区“{name}”。请写 Asia/Shanghai 之类的名称，或 +08:00 之类的偏移。"),
    Phrase(
      "command-line.no-page", en: "There is no page and no command '{name}'. {hint}",
      zh: "没有名为“{name}”的页面或命令。{hint}"),
    Phrase(
      "command-line.no-folder", en: "There is no folder '{name}'. {hint}",
      zh: "没有文件夹“{name}”。{hint}"),
    Phrase(
      "command-line.no-format", en: "There is no format '{name}'. {hint}",
      zh: "没有格式“{name}”。{hint}"),
    Phrase(
      "command-line.no-panel", en: "There is no panel '{name}'. {hint}",
      zh: "没有面板“{name}”。{hint}"),
    Phrase(
      "command-line.no-report", en: "There is no report '{name}'. {hint}",
      zh: "没有报表“{name}”。{hint}"),
    Phrase(
      "command-line.no-theme", en: "There is no theme '{name}'. {hint}",
      zh: "没有主题“{name}”。{hint}"),
    Phrase(
      "command-line.no-model", en: "There is no model '{name}'. {hint}",
      zh: "没有模型“{name}”。{hint}"),
    Phrase(
      "command-line.no-outcome", en: "There is no outcome '{name}'. {hint}",
      zh: "没有结果“{name}”。{hint}"),
    Phrase(
      "command-line.no-dimension", en: "There is no {what} '{name}'. {hint}",
      zh: "没有 {what}“{name}”。{hint}"),
    Phrase(
      "command-line.no-sample",
      en:
        "There is no sample data beside the program or in the working folder. Name a community folder, or make one: {command}",
      zh: "程序旁边和当前文件夹中都没有示例数据。请指定社群文件夹，或生成一个：{command}"),
    Phrase(
      "command-line.as-of.form",
      en:
        "--as-of: '{text}' isn't a time that koxtop knows. Give 'now', 'latest', a day (2026-03-01) or a time (2026-03-01T09:30:00+08:00).",
      zh: "--as-of：“{text}”无法识别。请写 now、latest、日期（2026-03-01）或时间（2026-03-01T09:30:00+08:00）。"),
    Phrase(
      "command-line.as-of.range",
      en:
        "--as-of: '{text}' lies outside the years 1970 to 2199. Give 'now', 'latest', a day (2026-03-01) or a time (2026-03-01T09:30:00+08:00).",
      zh: "--as-of：“{text}”不在 1970 至 2199 年之间。请写 now、latest、日期（2026-03-01）或时间（2026-03-01T09:30:00+08:00）。"),
    Phrase(
      "command-line.rate", en: "--rate takes {low} to {high} events per second, not {rate}.",
      zh: "--rate 为每秒 {low} 至 {high} 条，不能是 {rate}。"),
    Phrase(
      "command-line.count", en: "--count takes a whole number of 0 or more.",
      zh: "--count 须为 0 或更大的整数。"),
    Phrase(
      "command-line.seconds", en: "--seconds takes a number of 0 or more.",
      zh: "--seconds 须为 0 或更大的数。"),
    Phrase(
      "command-line.no-members", en: "'{folder}' has no members that events could be about.",
      zh: "“{folder}”中没有会员，无法生成事件。"),
    Phrase(
      "command-line.option-for", en: "{option} is for {reports} only.",
      zh: "{option} 仅用于 {reports}。"),
    Phrase(
      "command-line.no-rows", en: "The programme has no rows; choose --format json or text.",
      zh: "会员计划没有行；请选 --format json 或 text。"),
    Phrase(
      "command-line.output", en: "writing the output failed: {reason}",
      zh: "输出失败：{reason}"),
    Phrase(
      "command-line.no-member", en: "--member: there is no member '{name}'.",
      zh: "--member：没有会员“{name}”。"),
    Phrase(
      "command-line.no-day", en: "'{text}' is no day; give one such as 2026-03-01.",
      zh: "“{text}”不是日期，请写 2026-03-01 之类。"),
    Phrase(
      "command-line.limit", en: "--limit takes a whole number of 0 or more, not {count}.",
      zh: "--limit 须为 0 或更大的整数，不能是 {count}。"),
    Phrase(
      "command-line.no-columns", en: "--columns names no column.",
      zh: "--columns 没有写列名。"),
    Phrase(
      "command-line.no-column", en: "{option}: there is no column '{name}'. {hint}",
      zh: "{option}：没有列“{name}”。{hint}"),
    Phrase(
      "command-line.horizon", en: "--horizon-weeks takes a number above 0 and up to 5218, not {weeks}.",
      zh: "--horizon-weeks 须大于 0 且不超过 5218，不能是 {weeks}。"),
    Phrase(
      "command-line.calibration",
      en: "--calibration-end: {day} lies after {today}, the day that counts as today.",
      zh: "--calibration-end：{day} 晚于今天（{today}）。"),
    Phrase(
      "command-line.window", en: "--window takes a whole number of days from 1 to 3650, not {days}.",
      zh: "--window 须为 1 至 3650 的整数天，不能是 {days}。"),
    Phrase(
      "command-line.on-rule", en: "--on needs --rule.",
      zh: "--on 需与 --rule 同用。"),
    Phrase(
      "command-line.no-rule", en: "The programme has no rule '{name}'. {hint}",
      zh: "会员计划没有规则“{name}”。{hint}"),
    Phrase(
      "command-line.on-ahead", en: "--on: {day} lies more than a year ahead.",
      zh: "--on：{day} 在一年以后。"),
    Phrase(
      "command-line.sample.members", en: "{count} members: the number must be from {low} to {high}.",
      zh: "{count} 位会员：须为 {low} 至 {high}。"),
    Phrase(
      "command-line.sample.days", en: "{count} days: the number must be from {low} to {high}.",
      zh: "{count} 天：须为 {low} 至 {high}。"),
    Phrase(
      "command-line.sample.not-empty",
      en:
        "{path}: the folder isn't empty. Name a new folder, or replace the feeds in this one with --overwrite.",
      zh: "{path}：文件夹不为空。请换一个新文件夹，或用 --overwrite 覆盖其中的数据。"),
    Phrase(
      "command-line.sample.not-folder", en: "{path}: not a folder. Name another place.",
      zh: "{path}：不是文件夹，请换个位置。"),
    Phrase(
      "command-line.sample.create",
      en: "{path}: can't make the folder: {reason}. The folder above must exist and be writable.",
      zh: "{path}：无法创建文件夹（{reason}）。上级文件夹须存在且可写。"),
    Phrase(
      "command-line.sample.write",
      en: "{path}: can't write: {reason}. Nothing was left behind; is there room on the disk?",
      zh: "{path}：写入失败（{reason}），未留下文件；磁盘空间够吗？"),
    Phrase(
      "command-line.sample.open", en: "{path}: can't open the file: {reason}.",
      zh: "{path}：无法打开文件（{reason}）。"),
    Phrase(
      "command-line.sample.rename", en: "{path}: can't put the files into place: {reason}.",
      zh: "{path}：无法替换文件（{reason}）。"),
    Phrase(
      "command-line.sample.read", en: "{path}: can't read the folder: {reason}.",
      zh: "{path}：无法读取文件夹（{reason}）。"),
    Phrase(
      "command-line.terminal.input",
      en: "The dashboard needs a terminal, and standard input isn't one. {plain}",
      zh: "面板需要终端，而标准输入不是终端。{plain}"),
    Phrase(
      "command-line.terminal.output",
      en: "The dashboard needs a terminal, and standard output isn't one. {plain}",
      zh: "面板需要终端，而标准输出不是终端。{plain}"),
    Phrase(
      "command-line.terminal.type",
      en: "TERM isn't set, so the terminal's kind is unknown. Set TERM, or: {plain}",
      zh: "未设置 TERM，无法得知终端类型。请设置 TERM，或者：{plain}"),
    Phrase(
      "command-line.terminal.unknown",
      en:
        "There is no terminfo entry for TERM={name}. Try TERM=xterm-256color, or install ncurses-term. {plain}",
      zh: "TERM={name} 没有 terminfo 条目。请试 TERM=xterm-256color，或安装 ncurses-term。{plain}"),
    Phrase(
      "command-line.terminal.plain-cursor",
      en: "The dashboard needs a terminal that can move its cursor; TERM={name} can't. {plain}",
      zh: "面板需要能移动光标的终端，TERM={name} 不能。{plain}"),
    Phrase(
      "command-line.terminal.plain", en: "`koxtop show PANEL --plain` prints a panel without one.",
      zh: "不用终端时：koxtop show PANEL --plain。"),
  ]
}
