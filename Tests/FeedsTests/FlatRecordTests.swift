import Bytes
import Community
import TestCommunities
import Testing

@testable import Feeds

/// Records that are read where they stand must come out as those that go over the tape do.
@Suite struct FlatRecordTests {
  /// Everything that a reading of these bytes says, as text.
  func outcome(_ bytes: [UInt8], _ feed: Feed, isByTapeAlone: Bool) throws -> [String] {
    let file = MemoryFile(MemoryFiles.Entry(bytes: bytes))
    let source = FeedSource(
      file: FeedFile(feed: feed, path: "x.jsonl", form: .lines, isPacked: false), open: file,
      status: try file.status())
    let plan = try #require(RecordPlan.all[feed.rawValue])
    let pool = SymbolPool()
    let reader = RangeReader(pool: pool, zone: .utc, tail: .isRead, isByTapeAlone: isByTapeAlone)
    var members = IDTable()
    for (index, id) in ["m1", "m2", "a longer id of a member"].enumerated() {
      id.withBytes { members.insert($0, index: index) }
    }
    let result = members.withSettledView {
      reader.read(source, 0..<Int64(bytes.count), plan, members: $0, hosts: nil)
    }
    var lines = [
      "\(result.records) \(result.recordsSetAside) \(result.fieldsSetAside) \(result.roundedAmounts)"
    ]
    lines += result.setAside.map { "\($0.place) \($0.offset) \($0.field ?? "-") \($0.reason.code)" }
    for parsed in result.segments {
      let segment = parsed.segment
      lines += parsed.unknownParties.map { "unknown \($0.row) \($0.isTo) \($0.id)" }
      if let block = parsed.block {
        lines += dump(block, pool)
        lines.append("\(parsed.memberKeys)")
        continue
      }
      lines.append("\(segment.newest) \(segment.isOrdered) \(parsed.identities?.entries.sorted() ?? [])")
      for row in 0..<segment.count {
        var line =
          "\(segment.at.isEmpty ? 0 : segment.at[row]) \(segment.party(row)) \(segment.ids[row] ?? "-")"
        line += segment.to.isEmpty ? " no to" : " \(segment.to[row])"
        for field in feed.fields {
          switch field.kind {
          case .time: line += " \(segment.time(field, row).map { "\($0.rawValue)" } ?? "-")"
          case .symbol: line += " \(pool.symbols[segment.symbol(field, row)])"
          case .text: line += " \(segment.text(field, row) ?? "-")"
          case .ratings:
            line += " \(segment.ratings(field, row).map { "\(pool.symbols[$0.driver])\($0.score)" })"
          default: line += " \(segment.integer(field, row).map { "\($0)" } ?? "-")"
          }
        }
        lines.append(line)
      }
    }
    return lines
  }

  /// A block of members, row by row.
  func dump(_ block: Members.Block, _ pool: SymbolPool) -> [String] {
    block.hasRecord.indices.map { row in
      let texts = [
        block.ids, block.names, block.referrers, block.households, block.aliases, block.phones, block.emails,
      ]
      let symbols = [block.city, block.region, block.store, block.channel, block.host]
      let words = texts.map { $0[row] ?? "-" } + symbols.map { pool.symbols[Symbol(rawValue: $0[row])] }
      let tags = block.tags[row].map { pool.symbols[Symbol(rawValue: $0)] }
      let consents = Array(block.consents[row])
      let channels = stride(from: 0, to: consents.count, by: 2).map {
        "\(pool.symbols[Symbol(rawValue: consents[$0])])=\(consents[$0 + 1])"
      }
      return "\(words) \(block.joined[row]) \(block.birthday[row]) \(tags) \(channels)"
    }
  }

  static let samples: [Feed: [String]] = [
    .orders: [
      #"{"id":"o1","member":"m1","at":"2026-03-01T09:30:00+08:00","amount":12.5,"category":"礼盒","items":3,"channel":"app"}"#,
      #"{"id":17,"member":3,"at":"2026-03-01T09:30:00Z","amount":-7,"store":"a store of many letters","extra":1.5}"#,
      #"{"member":"a longer id of a member","at":1700000000,"amount":"3.25","campaign":5,"refund_of":"o1"}"#,
      #"{ "member" : "m2", "at" : "2026-03-01", "amount" : 0.125, "items" : null }"#,
      #"{"member":"m2","at":"2026-03-01T09:30:00Z","amount":1e2,"note":{"a":[1,2]},"category":""}"#,
    ],
    .activity: [
      #"{"id":"a1","member":"m1","at":"2026-03-01T09:30:00+08:00","type":"reply","to":"m2","space":"群","text":"好"}"#,
      #"{"member":"nobody knows","at":"2026-02-29T09:30:00Z","type":"post","text":"words and words and more words"}"#,
    ],
    .points: [
      #"{"id":"p1","member":"m1","at":"2026-03-01T09:30:00Z","delta":-20,"reason":"x","expires":"2027-03-01T09:30:00-03:30"}"#,
      #"{"member":"m1","at":"2026-03-01T09:30:00Z","delta":9223372036854775807,"reason":"y"}"#,
    ],
    .touchpoints: [
      #"{"id":"t1","member":"m1","at":"2026-03-01T09:30:00Z","kind":"gift","value":-0.5,"note":"n","host":4}"#,
      #"{"member":"m1","at":"2026-03-01T09:30:00Z","kind":"push","value":123456789.012345678}"#,
    ],
    .complaints: [
      #"{"id":"c1","member":"m1","at":"2026-03-01T09:30:00Z","level":2,"answered":"2026-03-01T10:00:00Z","text":"late"}"#
    ],
    .surveys: [
      #"{"id":"s1","member":null,"at":"2026-03-01T09:30:00Z","kind":"nps","score":9,"ratings":{"speed":5}}"#,
      #"{"id":"s2","member":"m1","at":"2026-03-01T09:30:00Z","kind":"csat","score":4,"ratings":{"物流":2,"口感":4.5},"text":"好"}"#,
      #"{"member":"m2","at":"2026-03-01T09:30:00Z","kind":"ces","score":8,"ratings":{"a":1,"b":6,"a":3,"c":null}}"#,
      #"{"member":"m2","at":"2026-03-01T09:30:00Z","kind":"nps","score":8,"ratings":{}}"#,
    ],
    .members: [
      #"{"id":"m1","name":"林","joined":"2026-03-01T09:30:00Z","birthday":"1990-02-28","aliases":{"wechat":"wx_1","tmall":7},"phone":"13800005678"}"#,
      #"{"id":2,"birthday":"02-29","tags":["送礼","夜猫子","送礼"],"consent":{"wechat":true,"sms":false}}"#,
      #"{"id":"m3","tags":[],"aliases":{},"consent":{},"host":5,"birthday":"13-40"}"#,
      #"{"id":"m4","aliases":{"wechat":"a","app":"b","wechat":"c"},"tags":["a","",null,3],"consent":{"all":"no"}}"#,
      #"{"id":"m5", "tags": [ "a" , "b" ], "consent": { "sms" : true }, "aliases": { "wechat" : "x" }}"#,
    ],
    .decisions: [
      #"{"id":"d1","at":"2026-03-01T09:30:00Z","manager":"a","action":"recall","member":"m1","play":"coupon"}"#,
      #"{"id":"d2","at":"2026-03-01T09:30:00Z","manager":"a","action":"recal","member":"m1"}"#,
    ],
    .weather: [#"{"city":"上海","date":"2026-03-01","condition":"rain","high":12.5,"low":-0}"#],
  ]

  static let feeds: [Feed] = [
    .members, .orders, .activity, .points, .touchpoints, .complaints, .surveys, .weather, .decisions,
  ]

  @Test(arguments: feeds)
  func cleanRecordsComeOutTheSame(feed: Feed) throws {
    let samples = try #require(FlatRecordTests.samples[feed])
    let bytes = Array((0..<40).flatMap { _ in samples }.joined(separator: "\n").utf8)
    #expect(try outcome(bytes, feed, isByTapeAlone: false) == outcome(bytes, feed, isByTapeAlone: true))
  }

  @Test(arguments: feeds, 0..<12)
  func damagedRecordsComeOutTheSame(feed: Feed, seed: Int) throws {
    let samples = try #require(FlatRecordTests.samples[feed])
    var random = SeededGenerator(seed: UInt64(seed) * 1000 + UInt64(feed.rawValue))
    let pieces = [
      "\"", ":", ",", "{", "}", "[", "]", "0", "9", "-", ".", "e", " ", "\t", "null", "true", "nul", "\"\"",
      "é", "\u{0}",
      "\"a\":1,", "\"wechat\":\"x\",", "[\"a\"]", "{\"a\":2}", "6", ",\"a\"", "false",
      "\"id\"", "\"at\":", "\"member\":\"m2\",", "1,", "\"x\":1", "\u{FEFF}", "+", "Z", "9999999999999999999",
      "00",
    ].map { Array($0.utf8) }
    var lines: [[UInt8]] = []
    for _ in 0..<1000 {
      var line = Array((samples.randomElement(using: &random) ?? "").utf8)
      // Most lines stay clean, so that the others have neighbours that are.
      for _ in 0..<max(0, Int.random(in: -28...2, using: &random)) {
        let place = Int.random(in: 0...line.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < line.count: line.remove(at: place)
        case 1 where place < line.count: line[place] = UInt8.random(in: 0x20...0x7D, using: &random)
        case 2: line.removeSubrange(min(place, line.count)..<min(place + 5, line.count))
        default: line.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        }
      }
      lines.append(line.filter { $0 != 0x5C })
    }
    let bytes = Array(lines.joined(separator: [0x0A]))
    #expect(try outcome(bytes, feed, isByTapeAlone: false) == outcome(bytes, feed, isByTapeAlone: true))
  }

  @Test func aNumberThatNoDoubleHoldsIsNoIdAndNoText() throws {
    let text = """
      {"id":1e400,"member":"m1","at":1700000001,"amount":1}
      {"id":123456789012345678901234567890,"member":"m1","at":1700000001,"amount":1}
      {"member":-1e400,"at":1700000001,"amount":1}
      {"member":"m1","at":1700000001,"amount":1,"category":1e400,"items":123456789012345678901234567890}
      {"member":"m1","at":1e400,"amount":1}
      {"member":"m1","at":1700000001,"amount":-2.5e999}

      """
    let lines = try outcome(Array(text.utf8), .orders, isByTapeAlone: false)
    #expect(
      lines[1..<7] == [
        "line(1) 0 id wrong_type", "line(3) 133 member wrong_type", "line(4) 178 category wrong_type",
        "line(4) 178 items out_of_range", "line(5) 277 at out_of_range", "line(6) 315 amount out_of_range",
      ])
    #expect(lines.contains { $0.contains("123456789012345678901234567890") })
  }
}
