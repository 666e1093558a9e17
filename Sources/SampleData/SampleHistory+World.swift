import Community

/// The small files: the programme, hosts, campaigns, weather.
extension SampleHistory {
  func programme() -> JSONLines {
    var out = JSONLines()
    out.open()
    out.string("name", world.words.programme)
    out.word("currency", "CNY")
    out.word("time_zone", "Asia/Shanghai")
    out.word("as_of", "latest")
    out.key("touchpoints")
    out.literal(SampleHistory.calendar)
    out.close()
    return out
  }

  /// The calendar of a tea house: what concerns one person and passes soon comes first, what the weather brings to
  /// many comes last and is for those closest to the house.
  private static let calendar: StaticString = """
    {"rules":[
    {"id":"complaint_closed"},
    {"id":"birthday"},
    {"id":"first_order"},
    {"id":"challenge_missed"},
    {"id":"tier_gained","who":"tier:enthusiast,advocate"},
    {"id":"anniversary","who":"orders>1"},
    {"id":"tier_at_risk"},
    {"id":"gone_quiet","who":"orders>2"},
    {"id":"after_purchase","who":"orders<4"},
    {"id":"points_expiring","trigger":{"on":"points_expiring","days":7},"after":7,"who":"points>200"},
    {"id":"host_silent","who":"orders>3 stage:active"},
    {"id":"member_day","who":"tag:core"},
    {"id":"cold_snap","who":"tag:core"},
    {"id":"rain_care","who":"tag:core"}]}
    """

  func hosts() -> JSONLines {
    array(world.hosts.count) { number, out in
      var random = Random(seed: world.seed, stream: World.stream(.names, (1 << 40) + number))
      let store = world.stores[world.hosts[number].store]
      let words = world.words
      let family = words.familyNames[random.below(min(40, words.familyNames.count))]
      let given = words.givenNames[random.below(words.givenNames.count)]
      out.id("id", "h", number + 1)
      out.key("name")
      out.raw(0x22)
      out.raw(words.familyNameFirst ? family : given)
      if !words.familyNameFirst { out.raw(0x20) }
      out.raw(words.familyNameFirst ? given : family)
      out.raw(0x22)
      out.string("region", words.cities[store.city].region)
      out.string("store", store.name)
    }
  }

  func campaigns() -> JSONLines {
    array(world.campaigns.count) { number, out in
      let campaign = world.campaigns[number]
      out.string("id", campaign.id)
      out.string("name", campaign.name)
      if campaign.occasion == 2 { out.word("play", "coupon") }
      out.key("arms")
      let shares: [StaticString] = campaign.occasion == 2 ? ["0.45", "0.45", "0.1"] : ["0.9", "", "0.1"]
      let ids: [StaticString] = ["coupon", "host_word", "control"]
      var separator: UInt8 = 0x5B
      for arm in 0..<3 where shares[arm].utf8CodeUnitCount > 0 {
        out.raw(separator)
        out.open()
        out.word("id", ids[arm])
        out.string("name", world.words.arms[arm])
        out.key("share")
        out.literal(shares[arm])
        out.raw(0x7D)
        separator = 0x2C
      }
      out.raw(0x5D)
      let first = campaign.days.lowerBound * Season.secondsPerDay
      let last = (campaign.days.upperBound + 1) * Season.secondsPerDay - 1
      writeTime("starts", first, to: &out)
      writeTime("ends", last, to: &out)
      out.word("goal", "order")
      out.integer("window_days", 30)
    }
  }

  func weather() -> JSONLines {
    var out = JSONLines()
    for offset in world.weather.first?.indices ?? 0..<0 {
      for (city, days) in world.weather.enumerated() {
        let day = days[offset]
        out.open()
        out.string("city", world.words.cities[city].name)
        out.key("date")
        out.raw(0x22)
        out.date(world.season.first.adding(days: offset))
        out.raw(0x22)
        out.word("condition", day.condition.name)
        out.integer("high", day.high)
        out.integer("low", day.low)
        out.close()
      }
    }
    return out
  }

  /// An array of objects, one a line.
  private func array(_ count: Int, _ fields: (Int, inout JSONLines) -> Void) -> JSONLines {
    var out = JSONLines()
    out.literal("[\n")
    for number in 0..<count {
      out.open()
      fields(number, &out)
      out.raw(0x7D)
      if number + 1 < count { out.raw(0x2C) }
      out.raw(0x0A)
    }
    out.literal("]\n")
    return out
  }
}
