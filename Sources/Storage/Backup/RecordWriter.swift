import Foundation

/// Takes frames in order: a sealed file, or the other side of a move.
protocol FrameSink: AnyObject {
  func put(_ frame: [UInt8], isLast: Bool) throws
}

/// Lays records into frames, and hashes all of them.
final class RecordWriter {
  private let sink: any FrameSink
  private var frame: [UInt8] = []
  private var whole = SHA256Hasher()

  /// Frames are cut at this size; a record may go on in the next.
  static let frameSize = 256 << 10

  init(_ sink: any FrameSink) {
    self.sink = sink
    frame.reserveCapacity(2 * RecordWriter.frameSize)
  }

  func write(_ mark: Mark) { frame.append(mark.rawValue) }

  func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try write(sized: [UInt8](encoder.encode(value)))
  }

  func write(sized bytes: [UInt8]) throws {
    frame.append(number: UInt64(bytes.count))
    try write(bytes)
  }

  func write(_ bytes: [UInt8]) throws {
    frame += bytes
    if frame.count >= RecordWriter.frameSize { try send(isLast: false) }
  }

  /// Closes the copy. The end begins a frame of its own, so that both sides hash the same bytes before it.
  func finish(_ tables: [TableSum], files: Int64, bytes: Int64) throws {
    if !frame.isEmpty { try send(isLast: false) }
    let end = CopyEnd(tables: tables, files: files, bytes: bytes, sha256: whole.finish().hex)
    write(.end)
    frame += try Self.sized(JSONEncoder().encode(end))
    try sink.put(frame, isLast: true)
  }

  private func send(isLast: Bool) throws {
    whole.update(frame)
    try sink.put(frame, isLast: isLast)
    frame.removeAll(keepingCapacity: true)
  }

  private static func sized(_ data: Data) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: UInt64(data.count))
    return bytes + data
  }
}

extension [UInt8] {
  /// Seven bits a byte, the lowest first: small numbers are most numbers.
  mutating func append(number: UInt64) {
    var rest = number
    while rest >= 128 {
      append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// A letter for the kind, then the value; the same bytes for the same value on both stores.
  mutating func append(value: SQLValue) {
    switch value {
    case .null: append(UInt8(ascii: "n"))
    case .int(let number):
      append(UInt8(ascii: "i"))
      append(number: UInt64(bitPattern: number << 1 ^ number >> 63))
    case .real(let number):
      append(UInt8(ascii: "r"))
      append(number: number.bitPattern)
    case .text(let text):
      append(UInt8(ascii: "t"))
      append(number: UInt64(text.utf8.count))
      append(contentsOf: text.utf8)
    case .blob(let bytes):
      append(UInt8(ascii: "b"))
      append(number: UInt64(bytes.count))
      append(contentsOf: bytes)
    }
  }
}
