/// MP4 and MOV: boxes in boxes. Nothing is moved, because the tables of a film point at places in the file: a box that tells of
/// place and device becomes an empty one (`free`) of the same size, and so does a track that is neither picture nor sound, with
/// its samples (places by the second, written by telephones and action cameras).
enum FilmStripping {
  private static let top: Set<String> = [
    "ftyp", "styp", "moov", "moof", "mdat", "sidx", "ssix", "mfra", "pdin", "prft",
  ]
  /// Below `moov` and `moof`.
  private static let told: Set<String> = ["udta", "meta", "uuid", "free", "skip", "wide", "ID32", "Xtra"]
  private static let nested: Set<String> = ["moov", "moof", "trak", "traf", "mdia", "minf", "stbl", "edts", "mvex"]
  private static let stills = ["heic", "heix", "hevc", "mif1", "msf1", "avif", "avis"]

  static func bytes(_ file: [UInt8]) throws(Stripping.Unreadable) -> [UInt8] {
    let pieces = Pieces(bytes: file)
    // A still in a film's clothes keeps its picture in the very boxes that are emptied here.
    guard pieces.says("ftyp", at: 4), !stills.contains(where: { pieces.says($0, at: 8) }) else {
      throw Stripping.Unreadable()
    }
    var result = file
    for box in try pieces.boxes(0, file.count) {
      if !top.contains(box.name) {
        clear(box, &result)
      } else if nested.contains(box.name) {
        try strip(box, pieces, &result, deep: 0)
      }
    }
    return result
  }

  /// No film nests deeper; a forged one must not exhaust the stack.
  private static let deepest = 8

  private static func strip(
    _ box: Box, _ pieces: Pieces, _ result: inout [UInt8], deep: Int
  ) throws(Stripping.Unreadable) {
    guard deep < deepest else { throw Stripping.Unreadable() }
    for inner in try pieces.boxes(box.body, box.end) {
      if told.contains(inner.name) {
        clear(inner, &result)
      } else if inner.name == "trak", try !isPictureOrSound(inner, pieces) {
        for sample in try FilmSamples.places(of: inner, pieces) {
          for place in sample { result[place] = 0 }
        }
        clear(inner, &result)
      } else if nested.contains(inner.name) {
        try strip(inner, pieces, &result, deep: deep + 1)
      }
    }
  }

  private static func isPictureOrSound(_ track: Box, _ pieces: Pieces) throws(Stripping.Unreadable) -> Bool {
    guard let handler = try pieces.box(["mdia", "hdlr"], in: track) else { throw Stripping.Unreadable() }
    return pieces.says("vide", at: handler.body + 8) || pieces.says("soun", at: handler.body + 8)
  }

  private static func clear(_ box: Box, _ result: inout [UInt8]) {
    result.replaceSubrange(box.start + 4..<box.start + 8, with: Array("free".utf8))
    for place in box.body..<box.end { result[place] = 0 }
  }
}

/// A box: where it starts, where what it holds begins, and where it ends.
struct Box {
  let name: String
  let start: Int
  let body: Int
  let end: Int
}

extension Pieces {
  func boxes(_ start: Int, _ end: Int) throws(Stripping.Unreadable) -> [Box] {
    var (found, place): ([Box], Int) = ([], start)
    while place + 8 <= end {
      let (short, isLong) = (try big(place, 4), try big(place, 4) == 1)
      let size = isLong ? try big(place + 8, 8) : short == 0 ? end - place : short
      guard size >= (isLong ? 16 : 8), size <= end - place else { throw Stripping.Unreadable() }
      let name = String(decoding: try slice(place + 4, 4), as: UTF8.self)
      found.append(Box(name: name, start: place, body: place + (isLong ? 16 : 8), end: place + size))
      place += size
    }
    return found
  }

  func box(_ path: [String], in outer: Box) throws(Stripping.Unreadable) -> Box? {
    var box = outer
    for name in path {
      guard let inner = try boxes(box.body, box.end).first(where: { $0.name == name }) else { return nil }
      box = inner
    }
    return box
  }
}

/// Where the samples of a track lie in the file, by its tables.
enum FilmSamples {
  static func places(of track: Box, _ pieces: Pieces) throws(Stripping.Unreadable) -> [Range<Int>] {
    guard let table = try pieces.box(["mdia", "minf", "stbl"], in: track) else { return [] }
    let chunks = try chunks(table, pieces)
    let sizes = try sizes(table, pieces)
    let perChunk = try perChunk(table, pieces, chunks: chunks.count)
    var (places, next, total): ([Range<Int>], Int, Int) = ([], 0, 0)
    for (chunk, count) in zip(chunks, perChunk) {
      var place = chunk
      for _ in 0..<count where next < sizes.count {
        guard place >= 0, sizes[next] <= pieces.bytes.count, place <= pieces.bytes.count - sizes[next] else {
          throw Stripping.Unreadable()
        }
        // Samples that lie on each other are forged, and would be written for ever.
        total += sizes[next]
        guard total <= pieces.bytes.count else { throw Stripping.Unreadable() }
        places.append(place..<place + sizes[next])
        place += sizes[next]
        next += 1
      }
    }
    return places
  }

  private static func chunks(_ table: Box, _ pieces: Pieces) throws(Stripping.Unreadable) -> [Int] {
    if let box = try pieces.box(["stco"], in: table) { return try pieces.numbers(box, from: 8, count: 4, width: 4) }
    if let box = try pieces.box(["co64"], in: table) { return try pieces.numbers(box, from: 8, count: 4, width: 8) }
    return []
  }

  private static func sizes(_ table: Box, _ pieces: Pieces) throws(Stripping.Unreadable) -> [Int] {
    guard let box = try pieces.box(["stsz"], in: table) else { return [] }
    let (same, count) = (try pieces.big(box.body + 4, 4), try pieces.big(box.body + 8, 4))
    guard count <= pieces.bytes.count else { throw Stripping.Unreadable() }
    return same > 0 ? Array(repeating: same, count: count) : try pieces.numbers(box, from: 12, count: 8, width: 4)
  }

  /// How many samples each chunk holds: runs of chunks, each with the first of the next.
  private static func perChunk(_ table: Box, _ pieces: Pieces, chunks: Int) throws(Stripping.Unreadable) -> [Int] {
    guard let box = try pieces.box(["stsc"], in: table) else { return [] }
    let entries = try pieces.numbers(box, from: 8, count: 4, width: 4, per: 3)
    let runs = stride(from: 0, to: entries.count - 2, by: 3).map { (first: entries[$0], count: entries[$0 + 1]) }
    var (counts, run): ([Int], Int) = ([], 0)
    for chunk in 0..<chunks {
      while run + 1 < runs.count, runs[run + 1].first <= chunk + 1 { run += 1 }
      counts.append(runs.isEmpty ? 0 : runs[run].count)
    }
    return counts
  }
}

extension Pieces {
  /// The numbers of a table of a box; `count` is the place of their number, each entry holds `per` of them.
  fileprivate func numbers(
    _ box: Box, from: Int, count: Int, width: Int, per: Int = 1
  ) throws(Stripping.Unreadable) -> [Int] {
    let total = try big(box.body + count, 4)
    guard total <= (box.end - box.body) / width else { throw Stripping.Unreadable() }
    var numbers: [Int] = []
    for index in 0..<total * per { numbers.append(try big(box.body + from + index * width, width)) }
    return numbers
  }
}
