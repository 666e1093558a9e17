extension Phrase {
  package static let unknown = Phrase("unit.unknown", en: "unknown", zh: "未知")
  package static let yes = Phrase("unit.yes", en: "yes", zh: "是")
  package static let no = Phrase("unit.no", en: "no", zh: "否")
  package static let lessThanAMinute = Phrase("unit.now", en: "now", zh: "刚刚")
  package static let minutes = Phrase("unit.minutes", en: "{count} min", zh: "{count} 分钟")
  package static let hours = Phrase("unit.hours", en: "{count} h", zh: "{count} 小时")
  package static let days = Phrase("unit.days", en: "{count} d", zh: "{count} 天")
  package static let seconds = Phrase("unit.seconds", en: "{count} s", zh: "{count} 秒")
  package static let ago = Phrase("unit.ago", en: "{age} ago", zh: "{age}前")
}
