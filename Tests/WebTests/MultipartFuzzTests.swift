import Testing
import Web

/// The upload parser alone, on thousands of invented bodies: whole ones, and ones that somebody has spoilt.
@Suite struct MultipartFuzzTests {
  @Test(arguments: 1...8) func `a valid body gives the same parts in any split`(seed: Int) {
    var dice = UploadDice(UInt64(seed))
    for _ in 0..<400 {
      let parts = (0...Int.random(in: 0...5, using: &dice)).map { _ in InventedPart(&dice) }
      let whole = Reading(InventedPart.body(parts))
      #expect(whole.events == parts.flatMap(\.events))
      #expect(whole.end == .finished)
      let split = Reading(InventedPart.body(parts), &dice)
      #expect(split == whole)
    }
  }

  @Test(arguments: 1...8) func `a spoilt body ends in order, alike in any split`(seed: Int) {
    var dice = UploadDice(UInt64(seed) + 100)
    for _ in 0..<1_000 {
      var body = InventedPart.body((0...Int.random(in: 0...3, using: &dice)).map { _ in InventedPart(&dice) })
      for _ in 0...Int.random(in: 0...4, using: &dice) { spoil(&body, &dice) }
      let whole = Reading(body)
      #expect(whole.isOrderly(of: body.count))
      let split = Reading(body, &dice)
      #expect(split == whole)
    }
  }

  @Test(arguments: [16_384, 16_385]) func `headers are bounded alike in any split`(size: Int) {
    var dice = UploadDice(1)
    let line = "Content-Disposition: form-data; name=\"a\"\r\nX: "
    let head = line + String(repeating: "x", count: size - 2 - line.utf8.count)
    let body = Array("--q9x\r\n\(head)\r\n\r\nb\r\n--q9x--\r\n".utf8)
    #expect(Reading(body).end == (size == 16_384 ? .finished : .refused))
    for _ in 0..<20 {
      let split = Reading(body, &dice)
      #expect(split == Reading(body))
    }
  }

  /// The sabotage: what the other tests look for is seen where it is.
  @Test func `disorder is noticed`() {
    let begin = Multipart.Event.begin(name: "a", file: nil)
    let disorders: [[Multipart.Event]] = [
      [.bytes([1])], [.end], [begin, begin], [begin, .end, .bytes([1])],
      [begin, .bytes(Array(repeating: 1, count: 9)), .end],
    ]
    for events in disorders { #expect(!Reading(events: events, end: .cutOff).isOrderly(of: 8)) }
    #expect(Reading(events: [begin, .bytes([1]), .end], end: .cutOff).isOrderly(of: 8))
  }

  private func spoil(_ body: inout [UInt8], _ dice: inout UploadDice) {
    func place() -> Int { Int.random(in: 0...body.count, using: &dice) }
    let (from, to) = (place(), place())
    let range = min(from, to)..<max(from, to)
    switch Int.random(in: 0...6, using: &dice) {
    case 0 where from < body.count: body[from] = UInt8.random(in: 0...255, using: &dice)
    case 1: body.removeSubrange(from...)
    case 2: body.removeSubrange(range)
    case 3: body.insert(contentsOf: Array(body[range].prefix(90)), at: place())
    case 4: body.insert(contentsOf: Array((InventedPart.bits.randomElement(using: &dice) ?? "").utf8), at: from)
    case 5: body.removeAll { $0 == 13 }
    default: body.insert(contentsOf: (0..<40).map { _ in UInt8.random(in: 0...255, using: &dice) }, at: from)
    }
  }
}

/// What the parser told of one body, pieces of one part joined.
private struct Reading: Equatable {
  enum End: Equatable { case finished, cutOff, refused }

  private(set) var events: [Multipart.Event] = []
  private(set) var end = End.cutOff

  init(events: [Multipart.Event], end: End) {
    self.events = events
    self.end = end
  }

  /// All at once.
  init(_ body: [UInt8]) { read([body[...]]) }

  /// In pieces of every size from nothing to more than a boundary.
  init(_ body: [UInt8], _ dice: inout UploadDice) {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = body[...]
    let most = [1, 3, 12, 90, 5_000].randomElement(using: &dice) ?? 1
    while !rest.isEmpty {
      let size = Int.random(in: 0...most, using: &dice)
      pieces.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    read(pieces)
  }

  private mutating func read(_ pieces: [ArraySlice<UInt8>]) {
    guard var parser = Multipart(contentType: "multipart/form-data; boundary=q9x") else { return }
    do {
      for piece in pieces { try parser.feed(piece) { note($0) } }
      end = parser.isFinished ? .finished : .cutOff
    } catch { end = .refused }
    // How much of a last part was passed on before its end came or never came depends on the pieces, rightly.
    if end != .finished, case .bytes? = events.last { events.removeLast() }
  }

  private mutating func note(_ event: Multipart.Event) {
    if case .bytes(let more) = event, case .bytes(let before)? = events.last {
      events[events.count - 1] = .bytes(before + more)
    } else {
      events.append(event)
    }
  }

  /// Parts begin and end in turn, bytes stand inside them, and no more of them than came in.
  func isOrderly(of size: Int) -> Bool {
    var (inside, count) = (false, 0)
    for event in events {
      switch event {
      case .begin:
        guard !inside else { return false }
        inside = true
      case .bytes(let bytes):
        guard inside else { return false }
        count += bytes.count
      case .end:
        guard inside else { return false }
        inside = false
      }
    }
    return count <= size && (end != .finished || !inside)
  }
}

/// A field or file as a browser would send it, with contents that look like boundaries.
private struct InventedPart {
  let name: String
  let file: String?
  let content: [UInt8]

  static let bits = [
    "\r\n", "--", "\r\n--", "\r\n--q9", "--q9x", "\r", "\n", "\r\n\r\n", "照片", "\u{0}", "-", "a=1&b=2", "q9x--",
  ]

  init(_ dice: inout UploadDice) {
    name = ["a", "once", "文本", "x.y[0]", ""].randomElement(using: &dice) ?? ""
    let files: [String?] = [nil, "", "照.png", "../../etc/passwd", "a b;c.txt"]
    file = files[Int.random(in: files.indices, using: &dice)]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &dice) {
      bytes += Array((Self.bits.randomElement(using: &dice) ?? "").utf8)
      if Bool.random(using: &dice) { bytes.append(UInt8.random(in: 0...255, using: &dice)) }
    }
    // The one thing that a content must not hold, at its beginning neither.
    content = Self.holdsBoundary([13, 10] + bytes) ? [] : bytes
  }

  var events: [Multipart.Event] {
    [.begin(name: name, file: file)] + (content.isEmpty ? [] : [.bytes(content)]) + [.end]
  }

  static func body(_ parts: [InventedPart]) -> [UInt8] {
    parts.flatMap { part in
      let file = part.file.map { "; filename=\"\($0)\"\r\nContent-Type: image/png" } ?? ""
      return Array("--q9x\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8) + part.content
        + [13, 10]
    } + Array("--q9x--\r\n".utf8)
  }

  private static func holdsBoundary(_ bytes: [UInt8]) -> Bool {
    let boundary = Array("\r\n--q9x".utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: boundary) }
  }
}

/// SplitMix64: the same bodies on every machine.
private struct UploadDice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
