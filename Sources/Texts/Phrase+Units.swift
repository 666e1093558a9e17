extension Phrase {
  public static let unknown = Phrase("unit.unknown", en: "unknown", zh: "未知")
  public static let yes = Phrase("unit.yes", en: "yes", zh: "是")
  public static let no = Phrase("unit.no", en: "no", zh: "否")
  public static let none = Phrase("unit.none", en: "none", zh: "无")
  public static let lessThanAMinute = Phrase("unit.now", en: "now", zh: "刚刚")
  public static let minutes = Phrase("unit.minutes", en: "{count} min", zh: "{count} 分钟")
  public static let hours = Phrase("unit.hours", en: "{count} h", zh: "{count} 小时")
  public static let days = Phrase("unit.days", en: "{count} d", zh: "{count} 天")
  public static let seconds = Phrase("unit.seconds", en: "{count} s", zh: "{count} 秒")
  public static let today = Phrase("unit.today", en: "today", zh: "今天")
  public static let ago = Phrase("unit.ago", en: "{age} ago", zh: "{age}前")
  public static let ahead = Phrase("unit.ahead", en: "in {age}", zh: "{age}后")

  static let unitPhrases: [Phrase] = [
    unknown, yes, no, none, lessThanAMinute, minutes, hours, days, seconds, today, ago, ahead,
  ]
}
