/// How far gone a member is, by which a way of calling them back is chosen.
package enum RecallLayer: String, CaseIterable, Hashable, Sendable {
  case lightSleep = "light_sleep"
  case deepSleep = "deep_sleep"
  /// Churned, by lifetime value: the highest, those next to them, the rest, and those of whom none is known.
  case churnedHigh = "churned_high"
  case churnedMiddle = "churned_middle"
  case churnedLow = "churned_low"
  case churned
  /// Sleeping or churned, with a refund not long ago.
  case returner
}

/// What a recall is to bring about.
package enum RecallGoal: String, CaseIterable, Hashable, Sendable {
  /// A purchase.
  case order
  /// Any sign: a purchase, an activity, an answer, a redemption.
  case activity
}

/// The same text in both languages.
package struct BilingualText: Hashable, Sendable {
  package var english: String
  package var chinese: String

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// One text for both.
  package init(_ text: String) { self.init(english: text, chinese: text) }
}

/// A way of calling members back.
package struct RecallPlay: Hashable, Sendable {
  /// The word in decisions.
  package var id: String
  package var name: BilingualText
  /// Nil: the programme's.
  package var goal: RecallGoal?
  /// The layers that it's meant for.
  package var layers: [RecallLayer]
  /// What is said to the member.
  package var words: BilingualText
  /// Of one recall, in currency units.
  package var cost: Double

  package init(
    id: String, name: BilingualText, goal: RecallGoal? = nil, layers: [RecallLayer], words: BilingualText,
    cost: Double = 0
  ) {
    self.id = id
    self.name = name
    self.goal = goal
    self.layers = layers
    self.words = words
    self.cost = cost
  }
}

extension RecallPlay {
  /// The plays of a programme that sets none. None has a goal of its own: what is at stake is a year's purchases, so
  /// chances are compared, and multiplied with it, by purchases alone.
  package static let defaults: [RecallPlay] = [
    RecallPlay(
      id: "coupon", name: BilingualText(english: "Coupon and privilege", chinese: "优惠券加特权"),
      layers: [.lightSleep, .deepSleep],
      words: BilingualText(
        english: "We have missed you. A coupon is waiting for you, and early access to what comes next.",
        chinese: "好久不见，甚是想念。为您备好一张优惠券，新品也请您先选。"),
      cost: 20),
    RecallPlay(
      id: "host_word", name: BilingualText(english: "The host's own word", chinese: "主理人的一句话"),
      layers: [.lightSleep, .deepSleep, .churnedHigh, .churnedMiddle],
      words: BilingualText(
        english:
          "It has been a while, and I was thinking of you. How have you been? I am here if you need anything.",
        chinese: "有阵子没见，忽然想起您，最近可好？有什么需要，随时找我。"),
      cost: 2),
    RecallPlay(
      id: "try_on", name: BilingualText(english: "Coupon and invitation to try", chinese: "优惠券加试用邀请"),
      layers: [.returner],
      words: BilingualText(
        english: "Sorry it was not the right one. Come and try before you choose; here is a coupon for it.",
        chinese: "上次没有选到合适的，很抱歉。请您先试再选，并附上一张优惠券。"),
      cost: 15),
    RecallPlay(
      id: "survey", name: BilingualText(english: "Survey and compensation", chinese: "调研加补偿"),
      layers: [.churnedHigh, .churnedMiddle, .churnedLow, .churned, .returner],
      words: BilingualText(
        english:
          "What did we do wrong? Tell us in three questions; as an apology, a present is waiting for you.",
        chinese: "是我们哪里没做好？三个问题请您指正，并备上一份薄礼致歉。"),
      cost: 10),
    RecallPlay(
      id: "news", name: BilingualText(english: "What is new", chinese: "新品消息"),
      layers: [.lightSleep, .churnedLow, .churned],
      words: BilingualText(
        english: "Much is new since you were last here. Have a look when you like.",
        chinese: "您上次来过之后，添了不少新品，有空来看看。"),
      cost: 0.5),
  ]
}
