/// What stands around pages of the manual, and above its table of keys.
extension Phrase {
  package static let keysOfCommand = Phrase("manual.keys", en: "keys", zh: "按键")
  package static let doneByCommand = Phrase("manual.does", en: "what they do", zh: "作用")
  package static let idOfCommand = Phrase("manual.command", en: "command", zh: "命令编号")
  package static let manualHint = Phrase(
    "manual.hint",
    en: "'koxtop help TOPIC' prints a page, 'koxtop help COMMAND' the options of a command.",
    zh: "“koxtop help 主题”查看某一页，“koxtop help 命令”查看命令的选项。")
  package static let manualOptions = Phrase(
    "manual.options", en: "The options of the command: koxtop {command} --help",
    zh: "命令的选项：koxtop {command} --help")
}
