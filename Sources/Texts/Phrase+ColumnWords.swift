extension Phrase {
  /// The words that columns show, by column and word with a dot between: `stage.new`.
  package static let columnWords = PhraseTable(
    [
      Phrase("stage.new", en: "new", zh: "新客"),
      Phrase("stage.active", en: "active", zh: "活跃"),
      Phrase("stage.sleeping", en: "sleeping", zh: "沉睡"),
      Phrase("stage.churned", en: "churned", zh: "流失"),
      Phrase("path.awareness", en: "awareness", zh: "认知"),
      Phrase("path.trust", en: "trust", zh: "信任"),
      Phrase("path.belonging", en: "belonging", zh: "归属"),
      Phrase("path.recognition", en: "recognition", zh: "识别"),
      Phrase("path.identification", en: "identification", zh: "认同"),
      Phrase("path.habit", en: "habit", zh: "习惯"),
      Phrase("rfm_class.111", en: "champions", zh: "重要价值"),
      Phrase("rfm_class.011", en: "win back", zh: "重要唤回"),
      Phrase("rfm_class.101", en: "develop", zh: "重要深耕"),
      Phrase("rfm_class.001", en: "retain", zh: "重要挽留"),
      Phrase("rfm_class.110", en: "potential", zh: "潜力"),
      Phrase("rfm_class.100", en: "newcomers", zh: "新客户"),
      Phrase("rfm_class.010", en: "maintain", zh: "一般维持"),
      Phrase("rfm_class.000", en: "lost", zh: "流失"),
      Phrase("segment.high_value", en: "high value", zh: "高价值"),
      Phrase("segment.at_risk", en: "at risk", zh: "有风险"),
      Phrase("segment.potential", en: "potential", zh: "有潜力"),
      Phrase("attitude.true", en: "true loyalty", zh: "真实忠诚"),
      Phrase("attitude.latent", en: "latent loyalty", zh: "潜在忠诚"),
      Phrase("attitude.spurious", en: "spurious loyalty", zh: "虚假忠诚"),
      Phrase("attitude.none", en: "no loyalty", zh: "无忠诚"),
      Phrase("answer.promoter", en: "promoter", zh: "推荐者"),
      Phrase("answer.passive", en: "passive", zh: "中立者"),
      Phrase("answer.detractor", en: "detractor", zh: "贬损者"),
      Phrase("complaint.open", en: "open", zh: "处理中"),
      Phrase("complaint.late", en: "late", zh: "超时"),
      Phrase("complaint.resolved", en: "resolved", zh: "已解决"),
      Phrase("lot.call", en: "to win back", zh: "召回"),
      Phrase("lot.held_out", en: "held out", zh: "对照"),
      Phrase("contributor_layer.core", en: "core", zh: "核心"),
      Phrase(
        "contributor_layer.contributor", en: "contributor",
        zh: "贡献者"),
      Phrase(
        "contributor_layer.reactor", en: "reactor",
        zh: "互动者"),
      Phrase("contributor_layer.lurker", en: "lurker", zh: "潜水者"),
      Phrase("challenge.kept", en: "kept", zh: "完成"),
      Phrase("challenge.missed", en: "missed", zh: "缺席"),
      Phrase("at_risk.quarter", en: "this quarter", zh: "本季"),
      Phrase("at_risk.miss", en: "a missed quarter", zh: "未达标"),
      Phrase("band.overdrawn", en: "overdrawn", zh: "透支"),
      Phrase("band.thin", en: "thin", zh: "单薄"),
      Phrase("band.warm", en: "warm", zh: "温暖"),
      Phrase("band.deep", en: "deep", zh: "深厚"),
      Phrase("account_class.transparency", en: "transparency", zh: "透明"),
      Phrase("account_class.contact", en: "contact", zh: "联系"),
      Phrase("account_class.service", en: "service", zh: "服务"),
      Phrase("account_class.values", en: "values", zh: "价值观"),
      Phrase("account_phase.before", en: "before the sale", zh: "售前"),
      Phrase("account_phase.during", en: "during the sale", zh: "售中"),
      Phrase("account_phase.after", en: "after the sale", zh: "售后"),
    ] + pastStages)

  /// The words of stages for the columns of earlier days.
  static let pastStages = ["stage_30", "stage_90"].flatMap { id in
    [
      ("new", "new", "新客"), ("active", "active", "活跃"), ("sleeping", "sleeping", "沉睡"),
      ("churned", "churned", "流失"),
    ].map { word, english, chinese in Phrase("\(id).\(word)", en: english, zh: chinese) }
  }
}
