import Canvas
import Community
import Texts

/// What every view needs besides what it shows: words, colours, glyphs, and what counts as now.
struct ViewContext {
  var language: Language
  var look: Look
  /// What counts as now, for ages.
  var now: Instant
  var zone: Zone
  /// ISO 4217 code.
  var currency: String

  func text(_ phrase: Phrase) -> String { language.text(phrase) }

  func text(_ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue>) -> String {
    language.text(phrase, values)
  }

  /// Whole units with the currency's sign.
  func money(_ money: Money) -> String { language.money(money, currency: currency) }

  /// In few columns, for tiles and axes.
  func compactMoney(_ money: Money) -> String {
    language.money(money, currency: currency, precision: .compact)
  }

  /// To the hundredth, for single records.
  func exactMoney(_ money: Money) -> String {
    language.money(money, currency: currency, precision: .exact)
  }

  func number(_ number: some BinaryInteger) -> String { language.number(number) }

  /// How long ago: minutes and hours up to two days, calendar days from then on, so that it agrees with
  /// figures that count days.
  func age(_ instant: Instant) -> String {
    if now.rawValue - instant.rawValue < 48 * 3_600_000 { return language.age(of: instant, at: now) }
    return language.days(zone.day(of: now).days(since: zone.day(of: instant)))
  }

  /// `3 h ago`; `now` within the last minute.
  func ago(_ instant: Instant) -> String {
    let age = age(instant)
    return now.rawValue - instant.rawValue < 60_000 ? age : language.text(.ago, ["age": age])
  }

  /// The same on another surface, such as a selected row.
  func over(_ surface: Role) -> ViewContext {
    var context = self
    context.look = look.over(surface)
    return context
  }
}
