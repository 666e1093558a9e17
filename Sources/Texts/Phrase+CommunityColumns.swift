/// Columns of members that tell of the community.
extension Phrase {
  package static let columnContributions = Phrase("column.contributions_30", en: "Contrib.", zh: "贡献")
  package static let aboutContributions = Phrase(
    "column.contributions_30.about",
    en: "posts, replies, shares, stories, reviews and suggestions in 30 days",
    zh: "30 天内的发帖、回复、分享、故事、评价与建议")
  package static let columnContributorLayer = Phrase(
    "column.contributor_layer", en: "Layer", zh: "贡献层")
  package static let aboutContributorLayer = Phrase(
    "column.contributor_layer.about",
    en: "core (the fewest who make half), contributor, reactor or lurker, of 30 days",
    zh: "30 天内：核心（贡献一半的最少数人）、贡献者、互动者或潜水者")
  package static let columnChallenge = Phrase("column.challenge", en: "Challenge", zh: "挑战")
  package static let aboutChallenge = Phrase(
    "column.challenge.about", en: "whether yesterday's day of a running challenge was kept or missed",
    zh: "昨天的打卡挑战是完成还是缺席")
  package static let columnTies = Phrase("column.ties", en: "Ties", zh: "连结")
  package static let aboutTies = Phrase(
    "column.ties.about", en: "other members tied by replies, reactions, mentions or thanks in 180 days",
    zh: "180 天内通过回复、互动、提及或感谢相连的其他会员")
  package static let columnReciprocalTies = Phrase("column.reciprocal_ties", en: "Both ways", zh: "双向")
  package static let aboutReciprocalTies = Phrase(
    "column.reciprocal_ties.about", en: "other members tied both ways", zh: "双向相连的其他会员")
  package static let columnEmbedded = Phrase("column.embedded", en: "In triangles", zh: "三人互连")
  package static let aboutEmbedded = Phrase(
    "column.embedded.about", en: "share of ties whose two members share a third, 0 to 1",
    zh: "双方有共同好友的连结占比，0 到 1")
  package static let columnGroup = Phrase("column.group", en: "Group", zh: "群组")
  package static let aboutGroup = Phrase(
    "column.group.about", en: "number of the group found from ties; the largest is 1",
    zh: "由连结发现的群组编号，最大的为 1")
}
