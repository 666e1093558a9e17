/// Names that people give to time zones and that the zone database doesn't have.
///
/// A city that has no zone of its own is told by the zone that it lies in (IANA `zone1970.tab`).
enum ZoneNames {
  /// The zone or offset that a name stands for; nil for unknown names.
  static func meant(by name: String) -> String? {
    if let offset = offset(name) { return offset }
    let plain = name.lowercased().filter { !"_- ".contains($0) }
    let city = plain.split(separator: "/").last.map(String.init) ?? plain
    return zones.first { $0.names.contains(plain) || $0.names.contains(city) }?.zone
  }

  private static let zones: [(zone: String, names: Set<String>)] = [
    (
      "Asia/Shanghai",
      [
        "beijing", "peking", "guangzhou", "shenzhen", "hangzhou", "chengdu", "wuhan", "nanjing", "tianjin",
        "xian",
        "suzhou", "chongqing", "changsha", "qingdao", "china", "cn", "prc", "cst8", "cst+8", "中国", "北京",
        "北京时间",
        "上海", "中国标准时间", "chinastandardtime", "亚洲/上海",
      ]
    ),
    ("Asia/Hong_Kong", ["香港", "hongkong", "hk"]), ("Asia/Taipei", ["台北", "taipei"]), ("Asia/Macau", ["澳门"]),
    ("Asia/Tokyo", ["东京", "osaka", "japan", "jst"]), ("Asia/Seoul", ["首尔", "busan", "korea", "kst"]),
    ("Asia/Singapore", ["新加坡", "sgt"]),
    (
      "Asia/Kolkata",
      ["mumbai", "delhi", "newdelhi", "bangalore", "bengaluru", "chennai", "hyderabad", "india", "ist"]
    ),
    (
      "America/Los_Angeles",
      ["sanfrancisco", "seattle", "sandiego", "pst", "pdt", "pacifictime", "pacificstandardtime"]
    ),
    (
      "America/New_York",
      ["boston", "washington", "miami", "atlanta", "edt", "easterntime", "easternstandardtime"]
    ),
    ("America/Chicago", ["houston", "dallas", "austin", "cdt", "centraltime"]),
    ("America/Toronto", ["montreal", "ottawa"]),
    ("Europe/Berlin", ["munich", "hamburg", "frankfurt", "cologne"]),
    ("Europe/London", ["manchester", "birmingham", "bst"]),
    ("Europe/Paris", ["lyon", "marseille"]), ("Europe/Madrid", ["barcelona"]), ("Europe/Rome", ["milan"]),
    ("Europe/Zurich", ["geneva"]), ("Australia/Sydney", ["canberra"]),
    ("America/Sao_Paulo", ["riodejaneiro", "brasilia"]),
  ]

  /// `UTC+8`, `GMT+08:00`, `8` as `+08:00`.
  private static func offset(_ name: String) -> String? {
    var text = Substring(name.uppercased())
    for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) { text = text.dropFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, (1...2).contains(first.count), let hours = Int(first),
      (0...14).contains(hours),
      parts.count == 1 || parts.count == 2 && parts[1].count == 2 && Int(parts[1]) != nil
    else { return nil }
    let minutes = parts.count == 2 ? String(parts[1]) : "00"
    return "\(sign)\(hours < 10 ? "0" : "")\(hours):\(minutes)"
  }
}
