extension String {
  /// A message cut to a field in the middle of the path it names, so that the file's own name stays to be read:
  /// `Written to /home/…/recalls.csv`. What has no path, or no room even so, is as it was.
  package func cutInPath(to field: Int, ellipsis: Glyph = Glyph("…")) -> String {
    guard cellWidth > field, let start = pathStart else { return self }
    let end = self[start...].firstRange(of: ": ")?.lowerBound ?? endIndex
    guard let slash = self[start..<end].lastIndex(of: "/"), slash > start else { return self }
    var folders = self[start..<slash]
    var excess = cellWidth - field + ellipsis.width
    while excess > 0, let last = folders.popLast() { excess -= String(last).cellWidth }
    guard excess <= 0 else { return self }
    var sign = ""
    ellipsis.forEachScalar { sign.unicodeScalars.append($0) }
    return self[..<start] + folders + sign + self[slash...]
  }

  /// Where a path begins: a slash, or one after a tilde, that follows no letter or digit.
  private var pathStart: Index? {
    indices.first { place in
      let isHome = self[place] == "~" && self[index(after: place)...].hasPrefix("/")
      guard self[place] == "/" || isHome else { return false }
      guard place > startIndex else { return true }
      let before = self[index(before: place)]
      return !(before.isASCII && (before.isLetter || before.isNumber || "./_-".contains(before)))
    }
  }
}
