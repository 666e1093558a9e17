import Community
import Testing

@testable import Texts

@Suite struct LanguageTests {
  @Test func localesChooseInTheLibrarysOrder() {
    #expect(Language.choose(environment: [:]) == .english)
    #expect(Language.choose(environment: ["LANG": "zh_CN.UTF-8"]) == .simplifiedChinese)
    #expect(Language.choose(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"]) == .english)
    #expect(Language.choose(environment: ["LANG": "de_DE", "LC_MESSAGES": "zh"]) == .simplifiedChinese)
    #expect(Language.choose(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": ""]) == .simplifiedChinese)
    #expect(Language.choose(option: .english, environment: ["LANG": "zh_CN.UTF-8"]) == .english)
  }
}

@Suite struct PhraseTests {
  @Test func placeholdersAreFilled() {
    let phrase = Phrase(
      "test.members", en: "{count} members of {name}", one: "{count} member of {name}",
      zh: "{name} 的 {count} 位会员")
    #expect(Language.english.text(phrase, ["count": 1234, "name": "A"]) == "1,234 members of A")
    #expect(Language.english.text(phrase, ["count": 1, "name": "A"]) == "1 member of A")
    #expect(Language.simplifiedChinese.text(phrase, ["count": 1, "name": "A"]) == "A 的 1 位会员")
    #expect(Language.english.text(phrase, ["count": 2]) == "2 members of {name}")
  }

  @Test func valuesAreNotReadAsTemplates() {
    let phrase = Phrase("test.two", en: "{a}{b}", zh: "{a}{b}")
    #expect(Language.english.text(phrase, ["a": "{b}", "b": "x"]) == "{b}x")
  }

  @Test func idsAreUnique() {
    let ids = Phrase.all.map(\.id)
    #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
  }

  @Test(arguments: Phrase.all) func bothLanguagesSayTheSame(phrase: Phrase) {
    for template in phrase.templates {
      #expect(!template.isEmpty)
      #expect(Phrase.placeholders(in: template) == Phrase.placeholders(in: phrase.templates[0]))
    }
  }
}

@Suite struct NumberTests {
  let english = Language.english
  let chinese = Language.simplifiedChinese

  @Test func wholeNumbersAreGrouped() {
    #expect(english.number(0) == "0")
    #expect(english.number(999) == "999")
    #expect(english.number(1000) == "1,000")
    #expect(english.number(-1_234_567) == "-1,234,567")
    #expect(english.number(Int64.min) == "-9,223,372,036,854,775,808")
  }

  @Test func decimalsAreRounded() {
    #expect(english.number(1234.56, decimals: 1) == "1,234.6")
    #expect(english.number(0.999, decimals: 2) == "1.00")
    #expect(english.number(-0.001, decimals: 2) == "0.00")
    #expect(english.number(2.5, decimals: 0) == "3")
    #expect(english.number(7.05, decimals: 3) == "7.050")
  }

  @Test func compactNumbersFollowTheLanguagesUnits() {
    #expect(english.compact(9_800) == "9,800")
    #expect(english.compact(12_345) == "12.3K")
    #expect(english.compact(999_999) == "1M")
    #expect(english.compact(1_200_000) == "1.2M")
    #expect(chinese.compact(9_800) == "9,800")
    #expect(chinese.compact(1_200_000) == "120万")
    #expect(chinese.compact(123_000_000) == "1.2亿")
    #expect(english.compact(-50_000) == "-50K")
  }

  @Test func moneyHasItsCurrencysSign() {
    #expect(english.money(Money(rawValue: 841_000), currency: "CNY") == "¥8,410")
    #expect(english.money(Money(rawValue: 841_050), currency: "CNY", precision: .exact) == "¥8,410.50")
    #expect(english.money(Money(rawValue: -1_205), currency: "CNY", precision: .exact) == "-¥12.05")
    #expect(english.money(Money(rawValue: -20), currency: "CNY") == "¥0")
    #expect(english.money(Money(rawValue: 120_000_000), currency: "CNY", precision: .compact) == "¥1.2M")
    #expect(chinese.money(Money(rawValue: 120_000_000), currency: "CNY", precision: .compact) == "¥120万")
    #expect(english.money(Money(rawValue: 100), currency: "CHF") == "CHF 1")
  }

  @Test func partsAndBytes() {
    #expect(english.percent(0.823) == "82%")
    #expect(chinese.percent(0.823, decimals: 1) == "82.3%")
    #expect(english.bytes(812) == "812 B")
    #expect(english.bytes(1_310_000) == "1.3 MB")
    #expect(english.bytes(2_000_000_000) == "2.0 GB")
  }
}

@Suite struct TimeTextTests {
  @Test func agesInOneUnit() {
    let minute: Int64 = 60_000
    #expect(Language.english.age(milliseconds: 30_000) == "now")
    #expect(Language.english.age(milliseconds: 2 * minute) == "2 min")
    #expect(Language.english.age(milliseconds: 3 * 60 * minute) == "3 h")
    #expect(Language.english.age(milliseconds: 41 * 24 * 60 * minute) == "41 d")
    #expect(Language.simplifiedChinese.age(milliseconds: 41 * 24 * 60 * minute) == "41 天")
    #expect(Language.english.age(milliseconds: -minute) == "now")
  }

  @Test func durationsInTwoUnits() {
    #expect(Language.english.duration(seconds: 0.42) == "0.4 s")
    #expect(Language.english.duration(seconds: 12) == "12 s")
    #expect(Language.english.duration(seconds: 200) == "3 min 20 s")
    #expect(Language.english.duration(seconds: 7500) == "2 h 5 min")
  }

  @Test func datesInAZone() {
    let zone = Zone(identifier: "+08:00", offset: 8 * 3600)
    let instant = Instant(seconds: 1_772_328_600)
    #expect(Language.english.dateAndTime(instant, in: zone) == "2026-03-01 09:30")
    #expect(Language.english.month(2026 * 12 + 2) == "2026-03")
  }
}
