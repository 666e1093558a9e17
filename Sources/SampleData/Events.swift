/// An event with its time, in seconds since the span's beginning.
protocol Timed: Sendable {
  var time: UInt32 { get }
}

/// Number of nobody, or of nothing.
let nobody = UInt32.max
/// Set in a number that is a host's, not a member's.
let hostBit: UInt32 = 0x8000_0000

struct OrderEvent: Timed {
  var time: UInt32
  var member: UInt32
  /// Hundredths of the currency.
  var amount: Int32
  /// Position of the refunded order, or -1.
  var refunded: Int32 = -1
  var store: Int16 = -1
  var campaign: Int16 = -1
  var category: UInt8
  var items: UInt8
  var channel: UInt8
}

enum ActivityKind: UInt8, CaseIterable, Sendable {
  case login, browse, post, reply, reaction, mention, thanks, share, checkIn, event, vote, suggestion, story
  case review, referral
}

struct ActivityEvent: Timed {
  var time: UInt32
  /// A member, or a host with `hostBit`.
  var actor: UInt32
  /// The same, or `nobody`.
  var to: UInt32 = nobody
  /// Position of the activity answered, or -1.
  var parent: Int32 = -1
  /// Number of the circle whose space it happened in, or -1.
  var circle: Int32 = -1
  var salt: UInt32
  var challenge: Int16 = -1
  var campaign: Int16 = -1
  var kind: ActivityKind
  /// Of reviews: 0 bad, 1 fair, 2 good.
  var mood: UInt8 = 1
}

enum TouchKind: UInt8, CaseIterable, Sendable {
  case push, birthdayGift, care, gift, surprise, privilege, custom, visit, callBack, eventInvite, content,
    apology
  case compensation, suggestionCredited, storyTold, lateDelivery, stockOut, rudeService
}

enum Trigger: UInt8, CaseIterable, Sendable {
  case none, birthday, anniversary, memberDay, rainCare, coldSnap, firstOrder, afterPurchase, complaintClosed
  case goneQuiet, challengeMissed, hostSilent, tierGained, pointsExpiring
}

struct TouchEvent: Timed {
  var time: UInt32
  var member: UInt32
  var host: Int32 = -1
  var salt: UInt32
  var campaign: Int16 = -1
  var kind: TouchKind
  var trigger: Trigger = .none
  var channel: UInt8
}

enum SurveyKind: UInt8, Sendable { case nps, csat, ces }
enum SurveyStage: UInt8, Sendable { case preSale, sale, afterSale }

/// What members judge: delivery, taste, service, price, packaging, events.
enum Driver: Int, CaseIterable, Sendable { case delivery, taste, service, price, packaging, events }

struct SurveyEvent: Timed {
  var time: UInt32
  /// `nobody` when anonymous.
  var member: UInt32
  var salt: UInt32
  /// Four bits a driver, 1–5; 0 is not rated.
  var ratings: UInt32
  var store: Int16 = -1
  var kind: SurveyKind
  var score: UInt8
  var stage: SurveyStage
  var channel: UInt8
  var speaks: Bool
}

enum Cause: UInt8, CaseIterable, Sendable { case lateDelivery, quality, packaging, rudeService, price }

struct ComplaintEvent: Timed {
  var time: UInt32
  var member: UInt32
  /// Times since the span's beginning, or -1: not yet.
  var answered: Int32
  var resolved: Int32
  var salt: UInt32
  var store: Int16 = -1
  var level: UInt8
  var cause: Cause
  var compensation: TouchKind?
}

enum PointsReason: UInt8, CaseIterable, Sendable {
  case order, refund, redemption, welcome, birthday, referral, review, story, event
}

struct PointsEvent: Timed {
  var time: UInt32
  var member: UInt32
  var delta: Int32
  /// Position of the order, or -1.
  var order: Int32 = -1
  /// Second at which the lot lapses, or 0: by the programme's rule.
  var expires: UInt32 = 0
  var reason: PointsReason
  var reward: UInt8 = 0
}

/// The events of some members. Positions inside (`refunded`, `parent`, `order`) count within the same batch.
struct EventBatch: Sendable {
  var orders: [OrderEvent] = []
  var activity: [ActivityEvent] = []
  var touchpoints: [TouchEvent] = []
  var surveys: [SurveyEvent] = []
  var complaints: [ComplaintEvent] = []
  var points: [PointsEvent] = []

  var count: Int {
    orders.count + activity.count + touchpoints.count + surveys.count + complaints.count + points.count
  }

  /// Adds another batch behind, its positions moved along.
  mutating func append(_ other: EventBatch) {
    let orderBase = Int32(orders.count)
    let activityBase = Int32(activity.count)
    for var event in other.orders {
      if event.refunded >= 0 { event.refunded += orderBase }
      orders.append(event)
    }
    for var event in other.activity {
      if event.parent >= 0 { event.parent += activityBase }
      activity.append(event)
    }
    for var event in other.points {
      if event.order >= 0 { event.order += orderBase }
      points.append(event)
    }
    touchpoints += other.touchpoints
    surveys += other.surveys
    complaints += other.complaints
  }
}
