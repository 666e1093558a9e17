/// Which personal data is hidden on screens, in reports and in exports.
package struct Mask: Hashable, Sendable {
  /// Names show their surname or first letter alone.
  package var names: Bool
  /// Phone numbers and e-mail addresses show their ends alone.
  package var contacts: Bool

  package init(names: Bool, contacts: Bool) {
    self.names = names
    self.contacts = contacts
  }

  /// Nothing hidden.
  package static let none = Mask(names: false, contacts: false)
  /// What is hidden unless somebody asks for it.
  package static let standard = Mask(names: false, contacts: true)
}

/// Hides parts of personal data, before anything is laid out.
package enum Masking {
  /// `138****5678`: the first three and last four digits. A number of fewer than ten digits shows its last
  /// two at most, of fewer than five none. Spaces and signs fall away but for a leading `+`.
  package static func phone(_ phone: String) -> String {
    let digits = phone.unicodeScalars.filter { (48...57).contains($0.value) }.map(Character.init)
    switch digits.count {
    case 10...: return plus(phone) + String(digits.prefix(3)) + "****" + String(digits.suffix(4))
    case 5...: return "****" + String(digits.suffix(2))
    default: return "****"
    }
  }

  private static func plus(_ phone: String) -> String { phone.first == "+" ? "+" : "" }

  /// `a***@mail.com`: the first letter and the domain. Without a domain, the first letter alone.
  package static func email(_ email: String) -> String {
    guard let sign = email.lastIndex(of: "@"), sign != email.startIndex else { return "***" }
    return "\(email[email.startIndex])***\(email[sign...])"
  }

  /// `张*`: the surname of a Chinese name, two characters of a compound surname; the first letter of any
  /// other.
  package static func name(_ name: String) -> String {
    let shown = shownPart(ofName: name)
    return shown.isEmpty ? "*" : shown + "*"
  }

  /// What a masked name still shows. A name of one character shows nothing.
  static func shownPart(ofName name: String) -> String {
    guard name.count > 1 else { return "" }
    let surname = String(name.prefix(2))
    if name.count > 2, compoundSurnames.contains(surname) { return surname }
    return String(name.prefix(1))
  }

  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "夏侯", "轩辕", "端木", "南宫", "百里", "呼延", "独孤", "司空", "闻人", "澹台", "公冶",
    "淳于", "单于", "太史", "申屠", "赫连", "钟离", "西门", "万俟", "濮阳",
  ]
}

extension Masking {
  /// `wx_***`: the first three characters of an id of seven or more.
  package static func alias(_ id: String) -> String { id.count >= 7 ? id.prefix(3) + "***" : "***" }
}
