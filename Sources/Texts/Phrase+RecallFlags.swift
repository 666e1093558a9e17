/// What is to be known of a member before they are won back, and from what a chance is.
extension Phrase {
  package static let answerFirst = Phrase("recall.answer_first", en: "answer first", zh: "先回应")
  /// In a cell.
  package static let answerFirstCell = Phrase(
    "recall.answer_first.cell", en: "answer first: {what}", zh: "先回应：{what}")
  package static let answerFirstWords = Phrase(
    "recall.answer_first.words", en: "Answer first: {what}", zh: "先回应：{what}")
  package static let answerFirstMarked = Phrase(
    "recall.answer_first.marked", en: "{count} of them need an answer first",
    one: "{count} of them needs an answer first", zh: "其中 {count} 位应先回应")
  package static let flagComplaint = Phrase("flag.complaint", en: "complaint", zh: "投诉")
  package static let flagDetractor = Phrase("flag.detractor", en: "low score", zh: "低分")
  package static let flagUnsubscribe = Phrase("flag.unsubscribe", en: "unsubscribed", zh: "退订")
  package static let flagOverdrawn = Phrase("flag.overdrawn", en: "overdrawn", zh: "透支")
  package static let flagRefund = Phrase("flag.refund", en: "refund", zh: "退款")
  package static let flagComplaintWords = Phrase(
    "flag.complaint.words", en: "complaint open for {days} days", zh: "投诉 {days} 天未解决")
  package static let flagDetractorWords = Phrase(
    "flag.detractor.words", en: "{kind} {score}, unanswered for {days} days",
    zh: "{kind} {score} 分，{days} 天未回应")
  package static let flagUnsubscribeWords = Phrase(
    "flag.unsubscribe.words", en: "unsubscribed {days} days ago", zh: "{days} 天前退订")
  package static let flagOverdrawnWords = Phrase(
    "flag.overdrawn.words", en: "account overdrawn: {balance}", zh: "情感账户透支：{balance}")
  package static let flagRefundWords = Phrase(
    "flag.refund.words", en: "refund {days} days ago", zh: "{days} 天前退款")
  package static let columnBasis = Phrase("column.recall.basis", en: "Chance of", zh: "成功率依据")
  package static let chanceOfPlay = Phrase("chance.play", en: "the play", zh: "本方案")
  package static let chanceOfLayer = Phrase("chance.layer", en: "the layer", zh: "本层级")
  package static let chanceOverall = Phrase("chance.overall", en: "all layers", zh: "全部层级")
  package static let chanceExpected = Phrase("chance.expected", en: "the plan", zh: "预设值")
  package static let chanceOfPlayWords = Phrase(
    "chance.play.words",
    en: "The chance is the play's own in this layer, drawn towards the layer's the fewer it has.",
    zh: "成功率取本方案在本层级的表现；样本越少，越接近本层级的平均。")
  package static let chanceOfLayerWords = Phrase(
    "chance.layer.words",
    en: "~ No one in this layer has finished this play: the chance is that of the layer's plays together.",
    zh: "~ 本层级尚无此方案的结果：成功率取本层级各方案合计。")
  package static let chanceOverallWords = Phrase(
    "chance.overall.words",
    en: "~~ No one in this layer has finished any play: the chance is that of all layers together.",
    zh: "~~ 本层级尚无任何结果：成功率取全部层级合计。")
  package static let chanceExpectedWords = Phrase(
    "chance.expected.words",
    en: "? No recall is finished yet: the chance is what the programme expects.",
    zh: "? 尚无召回结果：成功率取会员计划的预设值。")
  package static let chanceUplift = Phrase("chance.uplift", en: "uplift {uplift}", zh: "提升 {uplift}")
  package static let recallByLayer = Phrase("recall.by_layer", en: "by layer", zh: "按层级")
  package static let recallLayers = Phrase("recall.layers", en: "By layer", zh: "各层级")
  package static let recallCost = Phrase("recall.cost", en: "cost", zh: "成本")
  package static let recallCostPerWoken = Phrase(
    "recall.cost_per_woken", en: "{cost} per woken member", zh: "每唤醒一位 {cost}")
  package static let recallCostTitle = Phrase("report.recall.cost", en: "Cost", zh: "成本")
  package static let recallCostPerWokenTitle = Phrase(
    "report.recall.cost_per_woken", en: "Per woken", zh: "每唤醒一位")
  package static let recallFlagsTitle = Phrase("report.recall.flags", en: "Note", zh: "注意")
  package static let columnRecallLayer = Phrase("column.layer", en: "Layer", zh: "召回层级")
  package static let aboutRecallLayer = Phrase(
    "column.layer.about", en: "how far gone a sleeping or churned member is; decides the plays of recall",
    zh: "沉睡或流失会员的程度，决定召回方案")
}
