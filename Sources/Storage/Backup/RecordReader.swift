import Foundation

struct Frame: Sendable {
  let bytes: [UInt8]
  let isLast: Bool
}

/// Gives frames in order; each was proven unchanged before it is given.
protocol FrameSource: AnyObject {
  func next() throws -> Frame
}

/// Reads records out of frames. It trusts no length: what is longer than the copy can hold is damage.
final class RecordReader {
  private let source: any FrameSource
  private var frame: [UInt8] = []
  private var position = 0
  private var isLast = false
  private var whole = SHA256Hasher()

  private static let longest = 512 << 20

  init(_ source: any FrameSource) { self.source = source }

  func mark() throws -> Mark {
    guard let mark = Mark(rawValue: try byte()) else { throw BackupRefusal.damaged("有认不出的内容") }
    return mark
  }

  func json<T: Decodable>(_: T.Type) throws -> T {
    let bytes = try sized()
    do { return try JSONDecoder().decode(T.self, from: Data(bytes)) } catch {
      throw BackupRefusal.damaged("说明部分读不出来")
    }
  }

  func text() throws -> String { String(decoding: try sized(), as: UTF8.self) }

  func sized() throws -> [UInt8] {
    let count = try number()
    guard count <= UInt64(RecordReader.longest) else { throw BackupRefusal.damaged("长度不对") }
    return try bytes(Int(count))
  }

  func number() throws -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while shift < 64 {
      let next = try byte()
      number |= UInt64(next & 127) << shift
      if next < 128 { return number }
      shift += 7
    }
    throw BackupRefusal.damaged("长度不对")
  }

  func value() throws -> SQLValue {
    switch try byte() {
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "i"):
      let number = try number()
      return .int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
    case UInt8(ascii: "r"): return .real(Double(bitPattern: try number()))
    case UInt8(ascii: "t"): return .text(try text())
    case UInt8(ascii: "b"): return .blob(try sized())
    default: throw BackupRefusal.damaged("有认不出的值")
    }
  }

  /// Reads the last record, and whether everything before it was what the writer hashed.
  func end() throws -> CopyEnd {
    let hash = whole.finish().hex
    let end = try json(CopyEnd.self)
    guard end.sha256 == hash else { throw BackupRefusal.damaged("总校验值不符") }
    guard isLast, position == frame.count else { throw BackupRefusal.damaged("结尾之后还有内容") }
    return end
  }

  private func byte() throws -> UInt8 {
    while position >= frame.count { try turn() }
    defer { position += 1 }
    return frame[position]
  }

  private func bytes(_ count: Int) throws -> [UInt8] {
    if position + count <= frame.count {
      defer { position += count }
      return Array(frame[position..<position + count])
    }
    var result: [UInt8] = []
    while result.count < count {
      if position >= frame.count { try turn() }
      let piece = min(count - result.count, frame.count - position)
      result += frame[position..<position + piece]
      position += piece
    }
    return result
  }

  private func turn() throws {
    guard !isLast else { throw BackupRefusal.damaged("内容不完整") }
    whole.update(frame)
    let next = try source.next()
    (frame, position, isLast) = (next.bytes, 0, next.isLast)
  }
}
