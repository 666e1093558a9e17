extension Language {
  /// A message of the command line, which is made in English, in this language; as it is where no template fits.
  ///
  /// What stands in a placeholder may be a message of its own, such as a hint.
  package func commandMessage(_ english: String) -> String { translated(english, by: Phrase.commandMessages) }

  /// A line of a command's help, or what an option says about itself, in this language; nil where no template fits.
  package func commandHelp(_ english: String) -> String? {
    let words = translated(english, by: Phrase.commandHelp)
    return words == english && self != .english ? nil : words
  }

  private func translated(_ english: String, by phrases: [Phrase]) -> String {
    guard self != .english else { return english }
    for phrase in phrases {
      guard let values = phrase.template(in: .english).values(in: english[...]) else { continue }
      var text = ""
      var rest = phrase.template(in: self)[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        text += rest[..<open]
        text +=
          values[String(rest[rest.index(after: open)..<close])].map { translated($0, by: phrases) } ?? ""
        rest = rest[rest.index(after: close)...]
      }
      return text + rest
    }
    return english
  }
}

extension String {
  /// What stands in a text in place of this template's placeholders; nil where it isn't made by the template.
  fileprivate func values(in text: Substring) -> [String: String]? {
    var values: [String: String] = [:]
    var template = self[...]
    var rest = text
    while let open = template.firstIndex(of: "{"), let close = template[open...].firstIndex(of: "}") {
      guard rest.hasPrefix(template[..<open]) else { return nil }
      rest = rest.dropFirst(template[..<open].count)
      let name = String(template[template.index(after: open)..<close])
      template = template[template.index(after: close)...]
      let next = template.prefix { $0 != "{" }
      if next.isEmpty {
        guard !rest.isEmpty else { return nil }
        values[name] = String(rest)
        rest = rest[rest.endIndex...]
      } else {
        // The last one ends where the text does; others at the first place that fits.
        let isLast = next.endIndex == template.endIndex
        guard let place = isLast ? rest.lastRange(of: next) : rest.firstRange(of: next),
          place.lowerBound > rest.startIndex
        else { return nil }
        values[name] = String(rest[..<place.lowerBound])
        rest = rest[place.lowerBound...]
      }
    }
    return rest == template ? values : nil
  }
}

extension Substring {
  fileprivate func lastRange(of other: Substring) -> Range<Index>? {
    guard hasSuffix(other) else { return nil }
    return index(endIndex, offsetBy: -other.count)..<endIndex
  }
}
