extension Phrase {
  package static let columnLastNPS = Phrase("column.nps", en: "NPS", zh: "NPS")
  package static let columnLastCSAT = Phrase("column.csat", en: "CSAT", zh: "CSAT")
  package static let columnAnswer = Phrase("column.answer", en: "Answer", zh: "回答")
  package static let columnComplaint = Phrase("column.complaint", en: "Complaint", zh: "投诉")
  package static let columnRefund = Phrase("column.refund", en: "Refund", zh: "退款")
  package static let columnCategory = Phrase("column.category", en: "Category", zh: "品类")
  package static let columnAttitude = Phrase("column.attitude", en: "Attitude", zh: "态度")
  package static let columnRecalled = Phrase("column.recalled", en: "Recalled", zh: "召回日")
  package static let columnWoken = Phrase("column.woken", en: "Woken", zh: "唤醒日")

  package static let aboutLastNPS = Phrase(
    "column.nps.about", en: "score of the newest NPS answer", zh: "最近一次 NPS 评分")
  package static let aboutLastCSAT = Phrase(
    "column.csat.about", en: "score of the newest CSAT answer", zh: "最近一次 CSAT 评分")
  package static let aboutAnswer = Phrase(
    "column.answer.about", en: "what that NPS answer makes of them", zh: "该 NPS 回答的分类")
  package static let aboutComplaint = Phrase(
    "column.complaint.about", en: "how the most pressing one stands", zh: "最紧迫投诉的状态")
  package static let aboutRefund = Phrase(
    "column.refund.about", en: "day of the newest refund", zh: "最近退款日")
  package static let aboutCategory = Phrase(
    "column.category.about", en: "categories of their purchases", zh: "购买过的品类")
  package static let aboutAttitude = Phrase(
    "column.attitude.about", en: "mind and behaviour together", zh: "心理与行为的组合")
  package static let aboutRecalled = Phrase(
    "column.recalled.about", en: "day of the newest recall", zh: "最近召回日")
  package static let aboutWoken = Phrase(
    "column.woken.about", en: "day they came back after a recall", zh: "召回后回来的日期")

  package static let columnStage30 = Phrase("column.stage_30", en: "Stage 30 d", zh: "30天前阶段")
  package static let columnStage90 = Phrase("column.stage_90", en: "Stage 90 d", zh: "90天前阶段")
  package static let columnTierBefore = Phrase("column.tier_before", en: "Tier before", zh: "上季初等级")
  package static let columnTierQuarter = Phrase("column.tier_quarter", en: "Tier at end", zh: "上季末等级")
  package static let aboutStage30 = Phrase(
    "column.stage_30.about", en: "stage 30 days ago", zh: "30 天前的阶段")
  package static let aboutStage90 = Phrase(
    "column.stage_90.about", en: "stage 90 days ago", zh: "90 天前的阶段")
  package static let aboutTierBefore = Phrase(
    "column.tier_before.about", en: "tier before the last whole quarter", zh: "上一完整季度之前的等级")
  package static let aboutTierQuarter = Phrase(
    "column.tier_quarter.about", en: "tier at the end of that quarter", zh: "该季度末的等级")

  // What lies behind the cells of the panel of tiers.
  package static let tiersCells = Phrase("tier-panel.cells", en: "Open the members", zh: "打开会员")
  package static let tiersCellStay = Phrase("tier-panel.cell.stayed", en: "stayed {name}", zh: "保持{name}")
}
