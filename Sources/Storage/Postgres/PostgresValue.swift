import CPostgres
import Foundation

/// A bound value in the shape that libpq wants: text with a closing zero, or bytes.
struct PostgresValue {
  let bytes: [CChar]?
  let isBinary: Bool

  init(_ value: SQLValue) {
    switch value {
    case .null: (bytes, isBinary) = (nil, false)
    case .int(let number): (bytes, isBinary) = (Array("\(number)".utf8CString), false)
    case .real(let number): (bytes, isBinary) = (Array("\(number)".utf8CString), false)
    // PostgreSQL cannot hold U+0000 in text; it never carries meaning in what people type.
    case .text(let text):
      (bytes, isBinary) = (text.utf8.contains(0) ? Self.withoutZeros(text) : Array(text.utf8CString), false)
    case .blob(let blob): (bytes, isBinary) = (blob.map { CChar(bitPattern: $0) } + [0], true)
    }
  }

  private static func withoutZeros(_ text: String) -> [CChar] {
    text.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
  }

  static func decode(_ bytes: UnsafeMutablePointer<CChar>, count: Int, kind: Oid) -> SQLValue {
    switch kind {
    case 20, 21, 23, 26: return .int(strtoll(bytes, nil, 10))
    case 16: return .int(bytes.pointee == CChar(UInt8(ascii: "t")) ? 1 : 0)
    case 700, 701: return .real(Double(String(cString: bytes)) ?? .nan)
    // SUM of BIGINT is NUMERIC: whole numbers stay whole.
    case 1700:
      let text = String(cString: bytes)
      return Int64(text).map(SQLValue.int) ?? .real(Double(text) ?? .nan)
    case 17: return .blob(unescape(bytes))
    default:
      return .text(
        String(
          decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  private static func unescape(_ bytes: UnsafeMutablePointer<CChar>) -> [UInt8] {
    var count = 0
    return bytes.withMemoryRebound(to: UInt8.self, capacity: strlen(bytes) + 1) { text in
      guard let start = PQunescapeBytea(text, &count) else { return [] }
      defer { PQfreemem(start) }
      return Array(UnsafeBufferPointer(start: start, count: count))
    }
  }
}

extension [PostgresValue] {
  /// Lends all values to a call as the three parallel arrays of libpq.
  func withPointers<T>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
  ) -> T {
    let total = reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    let lengths = map { Int32(Swift.max(($0.bytes?.count ?? 1) - 1, 0)) }
    let formats = map { Int32($0.isBinary ? 1 : 0) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Swift.max(total, 1)) { room in
      var pointers: [UnsafePointer<CChar>?] = []
      pointers.reserveCapacity(count)
      var offset = 0
      for value in self {
        guard let bytes = value.bytes, let base = room.baseAddress else {
          pointers.append(nil)
          continue
        }
        (base + offset).update(from: bytes, count: bytes.count)
        pointers.append(UnsafePointer(base + offset))
        offset += bytes.count
      }
      return body(pointers, lengths, formats)
    }
  }
}
