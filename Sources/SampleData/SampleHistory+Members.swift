import Community

extension SampleHistory {
  func writeMember(_ member: Int, to out: inout JSONLines) {
    let trait = traits[member]
    let words = world.words
    var random = Random(seed: world.seed, stream: World.stream(.names, member))
    out.open()
    out.id("id", "m", member + 1)
    writeName(&random, to: &out)
    writeTime("joined", Int(trait.joined), to: &out)
    writeBirthday(trait, to: &out)
    out.string("city", words.cities[Int(trait.city)].name)
    out.string("region", words.cities[Int(trait.city)].region)
    if trait.store >= 0 { out.string("store", world.stores[Int(trait.store)].name) }
    out.string("channel", words.sources[Int(trait.source)])
    if trait.host >= 0 { out.id("host", "h", Int(trait.host) + 1) }
    if bonds.referrer[member] != nobody { out.id("referrer", "m", Int(bonds.referrer[member]) + 1) }
    if bonds.family[member] != nobody { out.id("household", "m", Int(bonds.family[member]) + 1) }
    writeTags(trait, to: &out)
    writeContacts(member, &random, to: &out)
    writeConsent(trait, &random, to: &out)
    out.close()
  }

  private func writeName(_ random: inout Random, to out: inout JSONLines) {
    let words = world.words
    // Common family names stand in front of the list.
    let rank = random.unit()
    let family = words.familyNames[Int(rank * rank * Double(words.familyNames.count))]
    let given = words.givenNames[random.below(words.givenNames.count)]
    out.key("name")
    out.raw(0x22)
    if words.familyNameFirst {
      out.raw(family)
      out.raw(given)
      if random.chance(0.62) { out.raw(words.givenNames[random.below(words.givenNames.count)]) }
    } else {
      out.raw(given)
      out.raw(0x20)
      out.raw(family)
    }
    out.raw(0x22)
  }

  private func writeBirthday(_ trait: Traits, to out: inout JSONLines) {
    guard trait.birthMonth > 0 else { return }
    out.key("birthday")
    out.raw(0x22)
    if trait.birthYear > 0 {
      out.integer(Int(trait.birthYear))
      out.raw(0x2D)
    }
    out.twoDigits(Int(trait.birthMonth))
    out.raw(0x2D)
    out.twoDigits(Int(trait.birthDay))
    out.raw(0x22)
  }

  private func writeTags(_ trait: Traits, to out: inout JSONLines) {
    guard trait.tags != 0 else { return }
    out.key("tags")
    var separator: UInt8 = 0x5B
    for tag in Tag.allCases where trait.has(tag) {
      out.raw(separator)
      out.quoted(world.words.tags[tag] ?? "")
      separator = 0x2C
    }
    out.raw(0x5D)
  }

  /// Telephone numbers begin with 12, which no mobile number does, and mail goes to example domains: nobody's.
  private func writeContacts(_ member: Int, _ random: inout Random, to out: inout JSONLines) {
    if random.chance(0.85) {
      out.key("aliases")
      out.literal("{\"wechat\":\"wx_")
      out.integer(10_000_019 + member &* 7919 % 80_000_000)
      out.raw(0x22)
      if random.chance(0.15) {
        out.literal(",\"tmall\":\"tb")
        out.integer(100_003 + member &* 104_729 % 900_000_000)
        out.raw(0x22)
      }
      out.raw(0x7D)
    }
    if random.chance(0.92) {
      out.key("phone")
      out.literal("\"12")
      out.integer(100_000_000 + random.below(900_000_000))
      out.raw(0x22)
    }
    if random.chance(0.4) {
      let hosts: [StaticString] = ["@example.com\"", "@example.net\"", "@example.org\""]
      out.key("email")
      out.literal("\"tea")
      out.integer(member + 1)
      out.literal(hosts[random.below(hosts.count)])
    }
  }

  private func writeConsent(_ trait: Traits, _ random: inout Random, to out: inout JSONLines) {
    switch trait.refusal {
    case .nothing:
      guard random.chance(0.6) else { return }
      out.key("consent")
      out.literal("{\"wechat\":true,\"sms\":true,\"push\":true}")
    case .push:
      out.key("consent")
      out.literal("{\"wechat\":true,\"push\":false}")
    case .phone:
      out.key("consent")
      out.literal("{\"wechat\":true,\"phone\":false,\"sms\":false}")
    case .all:
      out.key("consent")
      out.literal("{\"all\":false}")
    }
  }

  func writeTime(_ name: StaticString, _ time: Int, to out: inout JSONLines) {
    out.time(name, day: world.season.day(at: time), secondOfDay: time % Season.secondsPerDay)
  }
}
