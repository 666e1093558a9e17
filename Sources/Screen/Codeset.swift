import CNcurses

/// The character set that the process writes to the terminal.
package struct Codeset: Hashable, Sendable {
  /// As the C library calls it, such as `UTF-8` or `ANSI_X3.4-1968`.
  package let name: String

  package var isUnicode: Bool { name.uppercased() == "UTF-8" || name.uppercased() == "UTF8" }

  /// Takes the environment's character set for the whole process, and `C.UTF-8` where that one isn't UTF-8, as
  /// in a bare container.
  ///
  /// Only `LC_CTYPE` is set: a numeric locale would change how the C library reads decimal points.
  package static func adopt() -> Codeset {
    _ = setlocale(LC_CTYPE, "")
    var codeset = Codeset(name: currentName())
    if !codeset.isUnicode, setlocale(LC_CTYPE, "C.UTF-8") != nil {
      codeset = Codeset(name: currentName())
    }
    return codeset
  }

  private static func currentName() -> String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}
