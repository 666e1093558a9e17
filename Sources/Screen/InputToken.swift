/// What stands at the beginning of some input.
enum InputToken: Equatable {
  case key(Key, length: Int)
  case pasteBegins(length: Int)
  case mouse(MouseReport, length: Int)
  /// Bytes that mean nothing here.
  case nothing(length: Int)
  /// More bytes may follow that change the meaning.
  case incomplete

  /// Reads one token from bytes that aren't empty.
  struct Reader {
    let keys: KeySequences
    let readsMouse: Bool
    let controlHIsBackspace: Bool
    /// No more bytes come: never answer `incomplete`.
    let isComplete: Bool

    func token(_ bytes: ArraySlice<UInt8>) -> InputToken {
      let first = bytes[bytes.startIndex]
      if first == 0x1B { return escape(bytes) }
      return plain(bytes)
    }

    /// A character, or a control character.
    private func plain(_ bytes: ArraySlice<UInt8>) -> InputToken {
      let first = bytes[bytes.startIndex]
      switch first {
      case 0x00: return .key(Key(" ", .ctrl), length: 1)
      case 0x08: return .key(controlHIsBackspace ? Key(.backspace) : Key("h", .ctrl), length: 1)
      case 0x09: return .key(Key(.tab), length: 1)
      case 0x0D: return .key(Key(.enter), length: 1)
      case 0x01...0x1A: return .key(Key(Unicode.Scalar(first + 0x60), .ctrl), length: 1)
      case 0x1C...0x1F: return .key(Key(Unicode.Scalar(first + 0x40), .ctrl), length: 1)
      case 0x7F: return .key(Key(.backspace), length: 1)
      case 0x20...0x7E: return .key(Key(Unicode.Scalar(first)), length: 1)
      default: return multibyte(bytes)
      }
    }

    private func multibyte(_ bytes: ArraySlice<UInt8>) -> InputToken {
      let first = bytes[bytes.startIndex]
      let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
      guard length > 0 else { return .nothing(length: 1) }
      let present = bytes.prefix(length)
      let following = present.dropFirst().prefix { $0 & 0xC0 == 0x80 }
      if following.count < present.count - 1 { return .nothing(length: 1 + following.count) }
      if present.count < length { return isComplete ? .nothing(length: present.count) : .incomplete }
      var iterator = present.makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator), !UnsafeScalars.contains(scalar) else {
        return .nothing(length: length)
      }
      return .key(Key(scalar), length: length)
    }

    private func escape(_ bytes: ArraySlice<UInt8>) -> InputToken {
      let lone = InputToken.key(Key(.escape), length: 1)
      guard bytes.count > 1 else { return isComplete ? lone : .incomplete }
      let rest = bytes.dropFirst()
      switch rest[rest.startIndex] {
      case UInt8(ascii: "["): return control(bytes)
      case UInt8(ascii: "O"): return application(bytes)
      case 0x1B:
        // Escape twice, or alt with a key that sends a sequence.
        guard rest.count > 1 else { return isComplete ? lone : .incomplete }
        guard [UInt8(ascii: "["), UInt8(ascii: "O")].contains(rest[rest.startIndex + 1]) else { return lone }
        return withAlt(token(rest), otherwise: lone)
      default:
        switch keys.match(bytes) {
        case .key(let key, let length): return .key(key, length: length)
        case .prefix where !isComplete: return .incomplete
        default: return withAlt(plain(rest), otherwise: lone)
        }
      }
    }

    private func withAlt(_ token: InputToken, otherwise: InputToken) -> InputToken {
      switch token {
      case .key(let key, let length): .key(Key(key.code, key.modifiers.union(.alt)), length: length + 1)
      case .incomplete: .incomplete
      default: otherwise
      }
    }

    private func control(_ bytes: ArraySlice<UInt8>) -> InputToken {
      guard bytes.count > 2 else {
        return isComplete ? .key(Key("[", .alt), length: 2) : .incomplete
      }
      // The Linux console's F1…F5 are `ESC [ [` and a letter.
      if bytes[bytes.startIndex + 2] == UInt8(ascii: "[") {
        guard bytes.count > 3 else { return isComplete ? .nothing(length: 3) : .incomplete }
        let letter = bytes[bytes.startIndex + 3]
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .nothing(length: 4) }
        return .key(Key(.function(Int(letter) - 0x40)), length: 4)
      }
      switch ControlSequence.scan(bytes) {
      case .incomplete: return isComplete ? .nothing(length: bytes.count) : .incomplete
      case .malformed(let length): return .nothing(length: length)
      case .sequence(let sequence, let length): return meaning(of: sequence, bytes, length)
      }
    }

    private func meaning(
      of sequence: ControlSequence, _ bytes: ArraySlice<UInt8>, _ length: Int
    ) -> InputToken {
      let isButton = sequence.final == UInt8(ascii: "M")
      if sequence.prefix == UInt8(ascii: "<"), isButton || sequence.final == UInt8(ascii: "m") {
        guard let report = MouseReport(sequence) else { return .nothing(length: length) }
        return .mouse(report, length: length)
      }
      if isButton, sequence.parameters.isEmpty, readsMouse {
        guard bytes.count >= length + 3 else {
          return isComplete ? .nothing(length: bytes.count) : .incomplete
        }
        let report = MouseReport(legacy: bytes.dropFirst(length).prefix(3))
        return report.map { .mouse($0, length: length + 3) } ?? .nothing(length: length + 3)
      }
      if sequence.final == UInt8(ascii: "~"), sequence.parameters == [200] {
        return .pasteBegins(length: length)
      }
      if let key = sequence.key ?? keys[bytes.prefix(length)] { return .key(key, length: length) }
      return .nothing(length: length)
    }

    private func application(_ bytes: ArraySlice<UInt8>) -> InputToken {
      var modifier = 1
      var length = 2
      for byte in bytes.dropFirst(2).prefix(2) {
        length += 1
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), length == 3 {
          modifier = Int(byte) - 0x30
          continue
        }
        if let key = ControlSequence.applicationKey(byte, modifier: modifier) ?? keys[bytes.prefix(length)] {
          return .key(key, length: length)
        }
        // Alt and a capital O, then something else.
        return .key(Key("O", .alt), length: 2)
      }
      return isComplete ? .key(Key("O", .alt), length: 2) : .incomplete
    }
  }
}
