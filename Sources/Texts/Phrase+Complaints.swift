extension Phrase {
  static let complaintWords = [
    Phrase("column.complaint_age", en: "Complained", zh: "投诉距今"),
    Phrase("column.complaint_age.about", en: "days since the last complaint", zh: "距最近一次投诉的天数"),
    Phrase("column.complained", en: "Complaint", zh: "投诉"),
    Phrase("column.complained.about", en: "whether the member complained", zh: "是否投诉过"),
    Phrase("complained.lately", en: "lately", zh: "近期"), Phrase("complained.earlier", en: "earlier", zh: "以前"),
    Phrase("why.complaint_age", en: "since the newest complaint", zh: "自最近一次投诉起"),
  ]
  package static let complainedLately = Phrase("complaints.lately", en: "Complained in 90 d", zh: "90 天内投诉")
}
