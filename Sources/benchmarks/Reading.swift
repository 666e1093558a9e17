import Bytes
import CSimdjson
import Community
import Feeds
import Glibc
import JSONTape

/// Files of a folder that end in `.jsonl`, with their sizes.
func lineFiles(_ folder: String) -> [(path: String, size: Int)] {
  var files: [(String, Int)] = []
  for name in (try? SystemFiles().names(in: folder)) ?? [] {
    var status = stat()
    if name.hasSuffix(".jsonl"), stat("\(folder)/\(name)", &status) == 0 {
      files.append(("\(folder)/\(name)", Int(status.st_size)))
    }
  }
  return files.sorted { $0.0 < $1.0 }
}

/// Seconds that simdjson alone takes for all lines of a folder, without reading them from the files, and how many
/// documents and bytes there were.
func rawParse(_ folder: String) throws -> (seconds: Double, documents: Int, bytes: Int) {
  var seconds = 0.0
  var documents = 0
  var bytes = 0
  let capacity = 64 << 20
  let buffer = OwnedBuffer<UInt8>(repeating: 0, count: capacity + Int(CSIMDJSON_PADDING))
  for (path, size) in lineFiles(folder) {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var offset = 0
    while offset < size {
      var filled = 0
      while filled < capacity {
        let count = pread(
          file, buffer.view.extracting(filled...).baseAddress, capacity - filled, off_t(offset + filled))
        if count <= 0 { break }
        filled += count
      }
      if filled == 0 { break }
      // Cut at the last whole line; the rest begins the next block.
      var end = filled
      if offset + filled < size {
        while end > 0, buffer[end - 1] != 10 { end -= 1 }
      }
      buffer.view.extracting(end..<end + Int(CSIMDJSON_PADDING)).fill(0x20)
      var status: Int32 = 0
      let start = monotonicSeconds()
      documents += csimdjson_count_documents(buffer.view.baseAddress, end, 1 << 20, &status)
      seconds += monotonicSeconds() - start
      guard status == 0 else {
        throw TerminalProcess.Problem(description: "simdjson stops at \(path): \(status)")
      }
      offset += end
    }
    bytes += size
  }
  return (seconds, documents, bytes)
}

/// Times reading against parsing alone, and weighs what a reading holds.
func measureReading(_ folder: String, rounds: Int) throws -> [Measurement] {
  // Weighed first, while nothing else has passed through the allocator.
  let before = anonymousMemory(of: "self")
  var snapshot: Snapshot? = try read(folder: folder, options: ReadingOptions())
  let held = anonymousMemory(of: "self") - before
  let weight = snapshot.map { Weight($0.community) } ?? Weight()
  snapshot = nil

  var raw: [Double] = []
  var reading: [Double] = []
  var ratios: [Double] = []
  var documents = 0
  var bytes = 0
  for _ in 0..<rounds {
    let parsed = try rawParse(folder)
    let start = monotonicSeconds()
    _ = try read(folder: folder, options: ReadingOptions())
    let seconds = monotonicSeconds() - start
    raw.append(parsed.seconds)
    reading.append(seconds)
    ratios.append(seconds / parsed.seconds)
    documents = parsed.documents
    bytes = parsed.bytes
  }
  return [
    Measurement(
      name: "simdjson alone, one thread, tape only", value: median(raw), unit: "s", bound: nil,
      detail:
        "\(documents) records, \(bytes >> 20) MiB, \(decimal(Double(bytes) / median(raw) / 1e9, 2)) GB/s"),
    Measurement(
      name: "read everything", value: median(reading), unit: "s", bound: nil,
      detail: "\(decimal(Double(documents) / median(reading) / 1e6, 1)) million records a second"),
    Measurement(
      name: "read everything ÷ simdjson alone", value: median(ratios), unit: "×", bound: 1.5,
      detail: "median of \(rounds) pairs, \(decimal(ratios.min() ?? 0, 2))–\(decimal(ratios.max() ?? 0, 2))"),
    Measurement(
      name: "anonymous memory after reading", value: Double(held) / Double(1 << 20), unit: "MiB",
      bound: Double(weight.allowance) / Double(1 << 20),
      detail:
        "\(weight.events) events × 64 B + \(weight.members) members × 400 B + \(weight.texts >> 20) MiB of texts"
    ),
  ]
}

/// What a community is made of, for the bound on memory.
struct Weight {
  var events = 0
  var members = 0
  /// Bytes of the texts kept.
  var texts = 0

  var allowance: Int { events * 64 + members * 400 + texts }

  init() {}

  init(_ community: Community) {
    members = community.members.count
    for feed in Feed.events {
      events += community[feed].count
      texts += community[feed].segments.reduce(0) { $0 + $1.byteCount.texts }
    }
    for block in community.members.blocks {
      for column in [
        block.ids, block.names, block.referrers, block.households, block.aliases, block.phones, block.emails,
      ] { texts += column.byteCount }
    }
  }
}
