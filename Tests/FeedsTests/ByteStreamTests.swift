import Bytes
import CZlib
import Glibc
import JSONTape
import Testing

@testable import Feeds

/// Packs bytes as one gzip member.
func gzip(_ text: String) -> [UInt8] { gzip(bytes: Array(text.utf8)) }

func gzip(bytes: [UInt8]) -> [UInt8] {
  var zlib = z_stream()
  deflateInit2_(
    &zlib, 6, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&zlib) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: input.count + 1000)
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      zlib.next_in = input.baseAddress
      zlib.avail_in = UInt32(input.count)
      zlib.next_out = output.baseAddress
      zlib.avail_out = UInt32(output.count)
      deflate(&zlib, Z_FINISH)
    }
  }
  return Array(output.prefix(Int(zlib.total_out)))
}

/// Reads a stream to its end in steps.
func drain(_ stream: any ByteStream, step: Int = 1000) -> (text: String, fault: StreamProblem?) {
  var stream = stream
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: step)
  while true {
    do throws(StreamProblem) {
      let count = try buffer.withMutableView { buffer throws(StreamProblem) in
        try stream.read(into: buffer)
      }
      if count == 0 { return (String(decoding: bytes, as: UTF8.self), nil) }
      bytes += buffer[..<count]
    } catch {
      return (String(decoding: bytes, as: UTF8.self), error)
    }
  }
}

func drainFile(_ entry: MemoryFiles.Entry, to end: Int? = nil, step: Int = 1000) -> (
  text: String, fault: StreamProblem?
) {
  drain(FileStream(MemoryFile(entry), to: Int64(end ?? entry.bytes.count)), step: step)
}

func drainGzip(_ bytes: [UInt8], step: Int = 1000) -> (text: String, fault: StreamProblem?) {
  drain(
    GzipStream(FileStream(MemoryFile(MemoryFiles.Entry(bytes: bytes)), to: Int64(bytes.count))), step: step)
}

@Suite struct FileStreamTests {
  @Test func shortReadsAndSignalsDontShow() {
    var entry = MemoryFiles.Entry(bytes: Array("abcdefghij".utf8))
    entry.largestRead = 3
    entry.isInterrupted = true
    #expect(drainFile(entry) == ("abcdefghij", nil))
  }

  @Test func whatIsAppendedLaterStaysOut() {
    #expect(drainFile(MemoryFiles.Entry(bytes: Array("abcdef".utf8)), to: 4) == ("abcd", nil))
  }

  @Test func aFileThatShrinksIsReadAsFarAsItGoes() {
    #expect(drainFile(MemoryFiles.Entry(bytes: Array("abc".utf8)), to: 10) == ("abc", .shrank))
  }

  @Test func anErrorInTheMiddleKeepsWhatCameBefore() {
    var entry = MemoryFiles.Entry(bytes: Array("abcdef".utf8))
    entry.readFault = (4, .system(EIO))
    #expect(drainFile(entry) == ("abcd", .file(.system(EIO))))
  }
}

@Suite struct GzipStreamTests {
  let text = String(repeating: "{\"member\":\"m1\",\"at\":1700000001}\n", count: 500)

  @Test(arguments: [1, 7, 4096, 1 << 20])
  func unpacksMembersOneAfterAnother(step: Int) {
    #expect(drainGzip(gzip(text), step: step) == (text, nil))
    #expect(drainGzip(gzip("a") + gzip("") + gzip("bc"), step: step) == ("abc", nil))
    #expect(drainGzip(gzip("a") + [0, 0, 0], step: step) == ("a", nil))
  }

  @Test func keepsWhatComesBeforeABreak() {
    let packed = gzip(text)
    let (before, fault) = drainGzip(Array(packed.dropLast(12)))
    #expect(fault == .gzipTruncated)
    #expect(text.hasPrefix(before))
    #expect(drainGzip(packed + gzip("x").prefix(5)) == (text, .gzipTruncated))
    #expect(drainGzip(gzip("a") + Array("junk".utf8)) == ("a", .gzipTrailingBytes))
    #expect(drainGzip([]) == ("", .gzipTruncated))
    #expect(drainGzip(Array("plain text".utf8)) == ("", .gzipDamaged))
  }

  @Test func aWrongChecksumIsDamage() {
    var packed = gzip("abc")
    packed[packed.count - 6] ^= 0xFF
    #expect(drainGzip(packed).fault == .gzipDamaged)
  }
}

@Suite struct SystemFilesTests {
  let folder: String

  init() throws {
    var template = Array("/tmp/feeds-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func fault(opening name: String) -> FileReadProblem? {
    do throws(FileReadProblem) {
      _ = try SystemFiles().open(folder + "/" + name)
      return nil
    } catch {
      return error
    }
  }

  @Test func refusesWhatIsNoFileWithoutWaiting() throws {
    mkfifo(folder + "/fifo", 0o600)
    mkdir(folder + "/folder", 0o700)
    symlink(folder + "/loop", folder + "/loop")
    symlink("/dev/zero", folder + "/device")
    #expect(fault(opening: "fifo") == .notARegularFile)
    #expect(fault(opening: "folder") == .isFolder)
    #expect(fault(opening: "loop") == .symlinkLoop)
    #expect(fault(opening: "device") == .notARegularFile)
    #expect(fault(opening: "none") == .notFound)
    #expect(try SystemFiles().names(in: folder) == ["device", "fifo", "folder", "loop"])
  }

  @Test func readsAtOffsets() throws {
    let path = folder + "/file"
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT, 0o600)
    _ = "hello".withCString { write(descriptor, $0, 5) }
    close(descriptor)
    let file = try SystemFiles().open(path)
    #expect(try file.status().size == 5)
    #expect(drain(FileStream(file, from: 1, to: 4)) == ("ell", nil))
  }
}

@Suite struct SpanParserTests {
  func parse(_ text: String) throws -> [String] {
    let reader = BlockReader(FileStream(MemoryFile(text), to: Int64(text.utf8.count)), .lines(LineScanner()))
    let parser = SpanParser()
    var results: [String] = []
    while reader.next() {
      parser.parse(
        reader.bytes, reader.spans, read: { results.append("\($0) \(JSONValue($1).text())") },
        refuse: { results.append("\($0) \($1)") })
    }
    return results
  }

  @Test func eachLineStandsForItself() throws {
    let text = """
      {"a":1}
      {"a":1} {"b":2}
      {"a":
      2}
      [1,2
      3]
      {"a":"\u{0}"}
      {"b":2}
      7
      {}}
      {"c":3}

      """
    #expect(
      try parse(text) == [
        #"0 {"a":1}"#, "1 invalidStructure", "2 invalidStructure", "3 invalidStructure", "4 invalidStructure",
        "5 invalidStructure", "6 controlCharacter", #"7 {"b":2}"#, "8 7", "9 invalidStructure",
        #"10 {"c":3}"#,
      ])
  }

  @Test func oneUnclosedLineLosesNoOther() throws {
    let deep = String(repeating: "[", count: 100_000)
    let text = "{}\n\(deep)\n{\"a\":\"x\n{}\n\u{FEFF}{}\n{}\n"
    let results = try parse(text)
    #expect(
      results == ["0 {}", "1 invalidStructure", "2 unclosedString", "3 {}", "4 {}", "5 {}"])
  }
}
