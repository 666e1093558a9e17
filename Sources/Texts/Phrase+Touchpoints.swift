extension Phrase {
  // The column of what is due.
  public static let columnDue = Phrase("column.due", en: "Due", zh: "待触达")
  public static let aboutDue = Phrase(
    "column.due.about", en: "rules of the calendar by which a touchpoint is due", zh: "今日待触达的日历规则")

  static let touchpointPhrases: [Phrase] = [columnDue, aboutDue]
}
