package import Kit

/// One row of an answer, read by position: `row.text(0)`.
///
/// A column of another type than asked is a fault of our own statement, never of a user: it ends as a logged 500.
package struct Row: Sendable {
  package let values: [SQLValue]

  package func value(_ column: Int) throws -> SQLValue {
    guard values.indices.contains(column) else { throw RowFault(column: column, wanted: "any", values: values.count) }
    return values[column]
  }

  package func int(_ column: Int) throws -> Int64 {
    switch try value(column) {
    case .int(let number): return number
    case .real(let number) where number == number.rounded() && abs(number) < 9e15: return Int64(number)
    default: throw RowFault(column: column, wanted: "int", values: values.count)
    }
  }

  package func text(_ column: Int) throws -> String {
    guard case .text(let text) = try value(column) else {
      throw RowFault(column: column, wanted: "text", values: values.count)
    }
    return text
  }

  package func blob(_ column: Int) throws -> [UInt8] {
    guard case .blob(let bytes) = try value(column) else {
      throw RowFault(column: column, wanted: "blob", values: values.count)
    }
    return bytes
  }

  package func isNull(_ column: Int) throws -> Bool { try value(column) == .null }
  package func maybeInt(_ column: Int) throws -> Int64? { try isNull(column) ? nil : int(column) }
  package func maybeText(_ column: Int) throws -> String? { try isNull(column) ? nil : text(column) }

  package func bool(_ column: Int) throws -> Bool { try int(column) != 0 }
  package func id<Kind>(_ column: Int, _: Kind.Type = Kind.self) throws -> ID<Kind> { ID(try int(column)) }
  package func maybeID<Kind>(_ column: Int, _: Kind.Type = Kind.self) throws -> ID<Kind>? {
    try maybeInt(column).map { ID($0) }
  }
  package func county(_ column: Int) throws -> County { County(try int(column)) }
  package func instant(_ column: Int) throws -> Instant { Instant(milliseconds: try int(column)) }
  package func maybeInstant(_ column: Int) throws -> Instant? { try maybeInt(column).map(Instant.init(milliseconds:)) }
  package func money(_ column: Int) throws -> Money { Money(fen: try int(column)) }

  package func date(_ column: Int) throws -> CivilDate {
    guard let date = CivilDate(iso: try text(column)) else {
      throw RowFault(column: column, wanted: "date", values: values.count)
    }
    return date
  }
  package func maybeDate(_ column: Int) throws -> CivilDate? { try isNull(column) ? nil : date(column) }
}

struct RowFault: Error {
  let column: Int
  let wanted: String
  let values: Int
}
