/// The names by which kinds are written.
extension ActivityKind {
  var name: StaticString {
    switch self {
    case .login: "login"
    case .browse: "browse"
    case .post: "post"
    case .reply: "reply"
    case .reaction: "reaction"
    case .mention: "mention"
    case .thanks: "thanks"
    case .share: "share"
    case .checkIn: "check_in"
    case .event: "event"
    case .vote: "vote"
    case .suggestion: "suggestion"
    case .story: "story"
    case .review: "review"
    case .referral: "referral"
    }
  }
}

extension TouchKind {
  var name: StaticString {
    switch self {
    case .push: "push"
    case .birthdayGift: "birthday_gift"
    case .care: "care"
    case .gift: "gift"
    case .surprise: "surprise"
    case .privilege: "privilege"
    case .custom: "custom"
    case .visit: "visit"
    case .callBack: "call_back"
    case .eventInvite: "event_invite"
    case .content: "content"
    case .apology: "apology"
    case .compensation: "compensation"
    case .suggestionCredited: "suggestion_credited"
    case .storyTold: "story_told"
    case .lateDelivery: "late_delivery"
    case .stockOut: "stock_out"
    case .rudeService: "rude_service"
    }
  }

  /// Done by a person, whose name stands on it.
  var isByHand: Bool {
    switch self {
    case .push, .lateDelivery, .stockOut, .rudeService, .content: false
    default: true
    }
  }
}

extension Trigger {
  var name: StaticString {
    switch self {
    case .none: ""
    case .birthday: "birthday"
    case .anniversary: "anniversary"
    case .memberDay: "member_day"
    case .rainCare: "rain_care"
    case .coldSnap: "cold_snap"
    case .firstOrder: "first_order"
    case .afterPurchase: "after_purchase"
    case .complaintClosed: "complaint_closed"
    case .goneQuiet: "gone_quiet"
    case .challengeMissed: "challenge_missed"
    case .hostSilent: "host_silent"
    case .tierGained: "tier_gained"
    case .pointsExpiring: "points_expiring"
    }
  }
}

extension SurveyKind {
  var name: StaticString {
    switch self {
    case .nps: "nps"
    case .csat: "csat"
    case .ces: "ces"
    }
  }
}

extension SurveyStage {
  var name: StaticString {
    switch self {
    case .preSale: "pre_sale"
    case .sale: "sale"
    case .afterSale: "after_sale"
    }
  }
}

extension Cause {
  var name: StaticString {
    switch self {
    case .lateDelivery: "late_delivery"
    case .quality: "quality"
    case .packaging: "packaging"
    case .rudeService: "rude_service"
    case .price: "price"
    }
  }
}

extension PointsReason {
  var name: StaticString {
    switch self {
    case .order: "order"
    case .refund: "refund"
    case .redemption: "redemption"
    case .welcome: "welcome"
    case .birthday: "birthday"
    case .referral: "referral"
    case .review: "review"
    case .story: "story"
    case .event: "event"
    }
  }
}

extension WeatherDay.Condition {
  var name: StaticString {
    switch self {
    case .clear: "clear"
    case .cloudy: "cloudy"
    case .rain: "rain"
    case .snow: "snow"
    case .heat: "heat"
    case .cold: "cold"
    }
  }
}
