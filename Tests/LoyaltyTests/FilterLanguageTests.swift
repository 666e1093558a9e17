import Community
import Testing
import Texts

@testable import Loyalty

/// Filters as Chinese and English managers write them, with `OR` and brackets.
@Suite struct FilterLanguageTests {
  @Test(arguments: MemberColumn.allCases)
  func everyFieldHasItsNameInBothLanguages(_ column: MemberColumn) throws {
    for language in Language.allCases {
      let name = column.filterName(in: language)
      #expect(MemberColumn(filterName: name) == column, "\(name)")
      #expect(try MemberFilter(parsing: "has:\(name)").columns == [column])
    }
    let title = Phrase.title(ofColumn: column.id).template(in: .simplifiedChinese)
    #expect(MemberColumn(filterName: title.filter { $0 != " " }) == column, "\(title)")
  }

  @Test func noNameMeansTwoFields() {
    var owners: [String: MemberColumn] = [:]
    for column in MemberColumn.allCases {
      for name in column.filterNames {
        let before = owners.updateValue(column, forKey: name.lowercased())
        #expect(before == nil || before == column, "\(name): \(before?.id ?? "") and \(column.id)")
      }
    }
    for word in FilterWord.allCases {
      for spelling in word.spellings { #expect(owners[spelling.lowercased()] == nil, "\(spelling)") }
    }
  }

  @Test(arguments: FilterWord.allCases) func everyWordIsReadInBothLanguages(_ word: FilterWord) {
    #expect(Phrase.filterWords[word.rawValue] != nil)
    for spelling in word.spellings { #expect(FilterWord(spelling) == word, "\(spelling)") }
    for language in Language.allCases {
      #expect(Phrase.filterWords[word.rawValue]?.filterSpelling(in: language).isEmpty == false)
    }
  }

  @Test(arguments: MemberColumn.allCases.filter { !$0.words.isEmpty })
  func everyValueIsReadInBothLanguages(_ column: MemberColumn) throws {
    for word in column.words {
      for spelling in column.filterSpellings(ofWord: word) {
        let filter = try MemberFilter(parsing: "\(column.id)=\"\(spelling)\"")
        #expect(filter == (try MemberFilter(parsing: "\(column.id)=\"\(word)\"")), "\(spelling)")
      }
    }
  }

  @Test(
    arguments: [
      ("城市:上海", "city:上海"),
      ("沉默>60天 城市:上海 等级:金卡", "silence>60d city:上海 tier:金卡"),
      ("阶段:沉睡,流失", "stage:sleeping,churned"),
      ("加入:今天", "joined:today"),
      ("加入：２０２６年３月", "joined:2026-03"),
      ("加入>=2026年3月1日", "joined>=2026-03-01"),
      ("生日:本周", "birthday:thisweek"),
      ("生日:3月15日", "birthday:03-15"),
      ("有:电话", "has:phone"),
      ("非 有:电话", "-has:phone"),
      ("非城市:上海", "-city:上海"),
      ("主理人:无", "host:none"),
      ("档案:否", "record:no"),
      ("消费＞１，０００", "spend>1000"),
      ("spend > 1,000", "spend>1000"),
      ("spend:1,000..2,000,000", "spend:1000..2000000"),
      ("spend≥¥500", "spend>=500"),
      ("消费>1.5万", "spend>15000"),
      ("消费>500元", "spend>500"),
      ("orders:1,2", "orders=1,2"),
      ("city : 上海, 北京", "city:上海,北京"),
      ("city:上海、北京", "city:上海,北京"),
      ("沉默>3个月", "silence>90d"),
      ("silent>30d", "silence>30d"),
      ("NOT city:上海", "-city:上海"),
      ("not not city:上海", "city:上海"),
      ("city:上海 AND orders:1", "city:上海 orders:1"),
      ("(city:上海 orders:1)", "city:上海 orders:1"),
      ("city:上海 OR city:北京", "city:上海,北京"),
      ("（城市:上海）或（城市:北京）", "city:上海,北京"),
      ("-(city:上海)", "-city:上海"),
      ("由谁推荐:张伟", "referred_by:张伟"),
    ])
  func saysTheSame(_ text: String, as other: String) throws {
    #expect(try MemberFilter(parsing: text).terms == MemberFilter(parsing: other).terms)
  }

  @Test(
    arguments: [
      ("city:上海 OR city:北京", ["m1", "m2", "x-5"]),
      ("city:上海 orders:1 OR city:北京", ["m1", "m2"]),
      ("city:上海 (orders:1 OR tag:宝妈 -tag:core)", ["m1", "x-5"]),
      ("-(city:上海 OR city:北京)", ["m3", "m4"]),
      ("-(city:上海 orders:1)", ["m2", "m3", "m4", "x-5"]),
      ("(city:上海 -tag:core) 或 (city:北京 消费>10)", ["m2", "x-5"]),
      ("anna OR 王芳", ["m2", "m3", "x-5"]),
      ("(anna OR 王) city:北京", ["m2"]),
      ("birthday:thisweek", ["m1"]),
      ("birthday:thismonth", ["m1"]),
      ("生日:今天", ["m1"]),
      ("加入:今年", ["m1", "m4", "x-5"]),
      ("joined:lastmonth", ["m4"]),
      ("joined<thismonth", ["m1", "m2", "m3", "m4"]),
      ("consent:短信", ["m1"]),
    ] as [(String, [String])])
  func choosesAndTakesTogether(_ text: String, _ ids: [String]) throws {
    #expect(try MemberFilterTests.matches(text) == ids)
  }

  @Test func brackets() throws {
    let choice = try MemberFilter(parsing: "city:上海 OR city:北京")
    let both = choice.and(try MemberFilter(parsing: "\"anna\""))
    #expect(both.text == "(city:上海 OR city:北京) \"anna\"")
    #expect(both == (try MemberFilter(parsing: both.text)))
    #expect(try MemberFilter(parsing: "(city:上海 OR city:北京", isUnfinished: true) == choice)
  }

  /// Alternatives and brackets find what sets of members say.
  @Test func agreesWithSets() throws {
    let roster = CommunityBuilder.random(seed: 3, members: 400, events: 900).roster("2026-02-20")
    func found(_ text: String) throws -> Set<Member.Index> {
      let filter = try MemberFilter(parsing: text, mask: .none)
      let all = try #require(roster.all(MemberQuery(filter: filter))?.rows)
      let single = filter.matcher(for: roster)
      #expect(Set(all) == Set((0..<roster.count).map { Member.Index($0) }.filter(single.matches)), "\(text)")
      return Set(all)
    }
    let everyone = try found("")
    let terms = ["an", "orders>1", "silent<20d", "city:york", "has:phone", "-tag:vip"]
    for left in terms {
      for right in terms {
        for third in terms.prefix(3) {
          let (a, b, c) = (try found(left), try found(right), try found(third))
          #expect(try found("\(left) OR \(right) \(third)") == a.union(b.intersection(c)))
          #expect(try found("(\(left) OR \(right)) \(third)") == a.union(b).intersection(c))
          #expect(
            try found("NOT (\(left) \(right)) \(third)")
              == everyone.subtracting(a.intersection(b)).intersection(c))
        }
      }
    }
  }
}
