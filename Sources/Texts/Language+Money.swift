import Community

/// How exactly an amount is written.
package enum MoneyPrecision: Sendable {
  /// Whole units, rounded: `¥8,411`.
  case whole
  /// To the hundredth: `¥8,410.50`.
  case exact
  /// In few columns: `¥1.2M`, `¥120万`.
  case compact
}

extension Language {
  /// An amount with its currency's sign before it, or its code where it has none: `¥8,410`, `CHF 8,410`.
  ///
  /// - Parameter currency: an ISO 4217 code.
  package func money(_ money: Money, currency: String, precision: MoneyPrecision = .whole) -> String {
    let size = Money(rawValue: abs(money.rawValue))
    let digits =
      switch precision {
      case .whole: number((size.rawValue + 50) / 100)
      case .exact: "\(number(size.rawValue / 100)).\(String(100 + size.rawValue % 100).dropFirst())"
      case .compact: compact(size.units)
      }
    let isZero = digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return (money.rawValue < 0 && !isZero ? "-" : "") + sign(ofCurrency: currency) + digits
  }

  /// The sign of a currency as it stands before an amount; its code and a space where it has none.
  package func sign(ofCurrency code: String) -> String {
    switch code {
    case "CNY": "¥"
    case "JPY": "JP¥"
    case "USD": self == .english ? "$" : "US$"
    case "EUR": "€"
    case "GBP": "£"
    case "HKD": "HK$"
    case "TWD": "NT$"
    case "SGD": "S$"
    case "AUD": "A$"
    case "CAD": "C$"
    case "MYR": "RM"
    case "KRW": "₩"
    case "THB": "฿"
    case "VND": "₫"
    case "INR": "₹"
    case "PHP": "₱"
    default: code + " "
    }
  }
}
