import Kit

/// Reads `multipart/form-data` (RFC 7578) piece by piece, in memory that does not grow with the upload.
///
/// Feed it what arrives; it tells what it found. Any input ends in events or in a refusal, never in a trap.
package struct Multipart {
  package enum Event: Equatable, Sendable {
    case begin(name: String, file: String?)
    case bytes([UInt8])
    case end
  }

  private enum State { case preamble, headers, content, finished }

  private let boundary: [UInt8]
  private var state = State.preamble
  private var buffer: [UInt8] = [13, 10]
  private var parts = 0

  private static let headersEnd = Array("\r\n\r\n".utf8)
  private static let mostHeaders = 16_384

  package init?(contentType: String) {
    guard let mark = contentType.firstRange(of: "boundary=") else { return nil }
    var text = contentType[mark.upperBound...].prefix { $0 != ";" }
    if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count >= 2 { text = text.dropFirst().dropLast() }
    guard (1...70).contains(text.utf8.count) else { return nil }
    boundary = Array("\r\n--\(text)".utf8)
  }

  /// The closing boundary was seen. An upload that ends before it was cut off on its way.
  package var isFinished: Bool { state == .finished }

  package mutating func feed(_ bytes: some Sequence<UInt8>, _ found: (Event) throws -> Void) throws {
    buffer += bytes
    while try step(found) {}
  }

  /// Does one thing; false when more bytes are needed.
  private mutating func step(_ found: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .finished:
      buffer.removeAll()
      return false
    case .preamble, .content:
      guard let place = buffer.firstIndex(of: boundary) else {
        try passContent(keeping: boundary.count + 2, found)
        return false
      }
      let after = place + boundary.count
      guard buffer.count >= after + 2 else { return false }
      if state == .content {
        try emit(Array(buffer[..<place]), found)
        try found(.end)
      }
      let isLast = buffer[after] == UInt8(ascii: "-") && buffer[after + 1] == UInt8(ascii: "-")
      buffer.removeFirst(isLast ? buffer.count : after)
      state = isLast ? .finished : .headers
      return true
    case .headers: return try readHeaders(found)
    }
  }

  private mutating func passContent(keeping tail: Int, _ found: (Event) throws -> Void) throws {
    guard buffer.count > tail else { return }
    let ready = buffer.count - tail
    if state == .content { try emit(Array(buffer[..<ready]), found) }
    buffer.removeFirst(ready)
  }

  private func emit(_ bytes: [UInt8], _ found: (Event) throws -> Void) throws {
    if !bytes.isEmpty { try found(.bytes(bytes)) }
  }

  private mutating func readHeaders(_ found: (Event) throws -> Void) throws -> Bool {
    guard let end = buffer.firstIndex(of: Self.headersEnd) else {
      guard buffer.count < Self.mostHeaders + Self.headersEnd.count else { throw UploadRefusal.broken }
      return false
    }
    parts += 1
    // The same bound as above, so that it does not matter in which pieces the headers arrive.
    guard parts <= Form.mostFields, end <= Self.mostHeaders else { throw UploadRefusal.broken }
    let text = String(decoding: buffer[..<end], as: UTF8.self)
    buffer.removeFirst(end + 4)
    guard let disposition = text.split(whereSeparator: \.isNewline).first(where: Self.isDisposition),
      let name = Self.parameter("name", in: disposition)
    else { throw UploadRefusal.broken }
    try found(.begin(name: name, file: Self.parameter("filename", in: disposition)))
    state = .content
    return true
  }

  private static func isDisposition(_ line: Substring) -> Bool {
    line.lowercased().hasPrefix("content-disposition:")
  }

  /// `name="…"`; browsers write `"` inside a value as `%22`.
  private static func parameter(_ name: String, in line: Substring) -> String? {
    guard let start = line.firstRange(of: " \(name)=\"") else { return nil }
    let rest = line[start.upperBound...]
    guard let end = rest.firstRange(of: "\"") else { return nil }
    return String(rest[..<end.lowerBound]).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
  }
}

extension [UInt8] {
  /// Where a run of bytes begins.
  func firstIndex(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var place = 0
    let last = count - pattern.count
    while place <= last {
      guard let next = self[place...last].firstIndex(of: first) else { return nil }
      if self[next..<(next + pattern.count)].elementsEqual(pattern) { return next }
      place = next + 1
    }
    return nil
  }
}

/// What is wrong with an upload.
enum UploadRefusal: Refusal {
  case broken
  case tooLarge(megabytes: Int)
  case fileTooLarge(name: String, megabytes: Int)
  case tooMany(files: Int)

  var code: String {
    switch self {
    case .broken: "upload.broken"
    case .tooLarge, .fileTooLarge: "upload.too-large"
    case .tooMany: "upload.too-many"
    }
  }

  var sentence: String {
    switch self {
    case .broken: "上传的内容不完整或格式不对，没有保存任何内容。"
    case .tooLarge(let megabytes): "上传的内容超过 \(megabytes) MB，没有保存任何内容。"
    case .fileTooLarge(let name, let megabytes): "文件“\(name.clipped(to: 40))”超过 \(megabytes) MB，没有保存任何内容。"
    case .tooMany(let files): "一次最多上传 \(files) 个文件，没有保存任何内容。"
    }
  }

  var next: String? {
    switch self {
    case .broken: "请重新选择文件再提交；网络不稳时先减少文件。"
    case .tooLarge, .fileTooLarge: "请压缩或拆分后再上传。"
    case .tooMany: "请分几次提交。"
    }
  }

  var status: RefusalStatus {
    switch self {
    case .broken: .malformed
    default: .tooLarge
    }
  }
}
