/// What a part of the screen is for; a theme says how each looks.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case text, muted, title, heading, disabled
  case header, tab, tabActive, clock
  case footer, footerKey, message
  case success, warning, error
  case selection, mark, cursor, match
  case border, borderFocused, scrollbar
  case popup, popupTitle
  case tableHeader, tableHeaderSorted, total
  case number, money, date, link, badge, label
  case input, inputError, placeholder
  case barFill, barEmpty, barTarget, sparkline, axis
  case heat1, heat2, heat3, heat4, heat5
  case positive, negative, neutral
  case alert1, alert2, alert3
  case series1, series2, series3, series4, series5, series6

  /// The name in theme files: `tab_active`.
  package var name: String { snakeCase(String(describing: self)) }

  static let byName: [String: Role] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The roles of a heat scale, coolest first.
  package static let heat: [Role] = [.heat1, .heat2, .heat3, .heat4, .heat5]

  /// The roles that tell series of one chart apart.
  package static let series: [Role] = [.series1, .series2, .series3, .series4, .series5, .series6]
}

/// `tabActive` as `tab_active`.
func snakeCase(_ name: String) -> String {
  var result = ""
  for scalar in name.unicodeScalars {
    if scalar >= "A", scalar <= "Z" {
      result += "_"
      result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
