import Bytes
import Community
import JSONTape

/// Days of weather from Open-Meteo. Days after today are forecasts and go to a part of their own.
struct WeatherSource: RecordSource {
  let name = "open-meteo"
  /// Where it was observed; nil takes the file's name.
  let city: String?
  let now: Instant
  let isForecast: Bool

  func step(_ path: [String]) -> DocumentStep { path.isEmpty ? .split : .keep }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard let daily = record["daily"], let days = daily["time"]?.array.map(Array.init) else {
      return harvest.reject(.unknownRecord, place)
    }
    let city = city ?? WeatherSource.city(of: place.path)
    // The answer says how far from UTC its days are.
    let offset = record["utc_offset_seconds"]?.wholeNumber ?? 0
    var today: [UInt8] = []
    TimeText.write(seconds: now.seconds + offset, to: &today)
    let codes = column(daily, "weather_code") ?? column(daily, "weathercode") ?? []
    let highs = column(daily, "temperature_2m_max") ?? []
    let lows = column(daily, "temperature_2m_min") ?? []
    let rain = column(daily, "precipitation_sum") ?? []
    let isFahrenheit = record["daily_units"]?["temperature_2m_max"]?.idText?.contains("F") ?? false
    for (index, day) in days.enumerated() {
      guard let date = day.text, date.count == 10 else {
        harvest.reject(.notADay, place, field: "daily.time")
        continue
      }
      let isPast = date.lexicographicallyPrecedes(today[..<10])
      if isPast == isForecast {
        // What was forecast for a day that has passed isn't one any more.
        if isForecast { forget(city, date, &harvest[.weather]) }
        continue
      }
      func number(_ values: [TapeValue]) -> Double? {
        guard index < values.count else { return nil }
        switch values[index].kind {
        case .integer: return Double(values[index].integer)
        case .double: return values[index].double
        default: return nil
        }
      }
      let condition = condition(number(codes), number(rain))
      let degrees = [number(highs), number(lows)].map { $0.map { isFahrenheit ? ($0 - 32) / 1.8 : $0 } }
      if condition == nil, degrees[0] == nil, degrees[1] == nil { continue }
      write(city, date, condition, degrees[0], degrees[1], &harvest[.weather])
    }
  }

  private func column(_ daily: TapeValue, _ key: StaticString) -> [TapeValue]? {
    daily[key]?.array.map(Array.init)
  }

  private func forget(_ city: String, _ date: ByteView, _ writer: inout LineWriter) {
    writer.beginBare()
    writer.field("city", city)
    writer.field("date", date)
    let key = writer.currentLine { OwnLine.weatherKey($0) ?? 1 }
    writer.abandon()
    writer.remove(key: key)
  }

  private func write(
    _ city: String, _ date: ByteView, _ condition: StaticString?, _ high: Double?,
    _ low: Double?,
    _ writer: inout LineWriter
  ) {
    writer.beginBare()
    writer.field("city", city)
    writer.field("date", date)
    let key = writer.currentLine { OwnLine.weatherKey($0) ?? 1 }
    if let condition {
      writer.key("condition")
      writer.append(0x22)
      writer.ascii(condition)
      writer.append(0x22)
    }
    for (name, value) in [("high", high), ("low", low)] as [(StaticString, Double?)] {
      guard let value else { continue }
      let tenths = (value * 10).rounded()
      writer.key(name)
      writer.append(
        Array(
          tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))".utf8 : "\(tenths / 10)".utf8
        ))
    }
    writer.endBare(key: key)
  }

  /// WMO's weather codes (table 4677 as Open-Meteo has it); without one, a millimetre of rain is rain.
  private func condition(_ code: Double?, _ rain: Double?) -> StaticString? {
    guard let code else { return rain.map { $0 >= 1 ? "rain" : "clear" } }
    return switch Int(code) {
    case 0, 1: "clear"
    case 2, 3: "cloudy"
    case 45, 48: "fog"
    case 51...67, 80...82: "rain"
    case 71...77, 85, 86: "snow"
    case 95...99: "rain"
    default: nil
    }
  }

  /// `weather/shanghai.json` is of shanghai.
  private static func city(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
