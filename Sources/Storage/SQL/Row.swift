package import Kit

/// One row of an answer, read by position: `row.text(0)`.
///
/// It is where the statement stands, not a copy: only columns that are asked for are read, and it is good only while the
/// closure runs that was given it. A column of another type than asked, and a row that was kept, are faults of our own,
/// never of a user: they end as a logged 500.
package struct Row {
  let source: any RowSource

  package var values: [SQLValue] { (0..<source.width).map(source.value) }

  package func value(_ column: Int) throws -> SQLValue {
    try refuseStrange(column)
    return source.value(column)
  }

  package func int(_ column: Int) throws -> Int64 {
    switch try value(column) {
    case .int(let number): return number
    case .real(let number) where number == number.rounded() && abs(number) < 9e15: return Int64(number)
    default: throw fault(column, "int")
    }
  }

  package func text(_ column: Int) throws -> String {
    guard case .text(let text) = try value(column) else {
      throw fault(column, "text")
    }
    return text
  }

  package func blob(_ column: Int) throws -> [UInt8] {
    guard case .blob(let bytes) = try value(column) else {
      throw fault(column, "blob")
    }
    return bytes
  }

  package func isNull(_ column: Int) throws -> Bool {
    try refuseStrange(column)
    return source.isNull(column)
  }
  package func maybeInt(_ column: Int) throws -> Int64? { try isNull(column) ? nil : int(column) }
  package func maybeText(_ column: Int) throws -> String? { try isNull(column) ? nil : text(column) }

  package func bool(_ column: Int) throws -> Bool { try int(column) != 0 }
  package func id<Kind>(_ column: Int, _: Kind.Type = Kind.self) throws -> ID<Kind> { ID(try int(column)) }
  package func maybeID<Kind>(_ column: Int, _: Kind.Type = Kind.self) throws -> ID<Kind>? {
    try isNull(column) ? nil : ID(int(column))
  }
  package func county(_ column: Int) throws -> County { County(try int(column)) }
  package func instant(_ column: Int) throws -> Instant { Instant(milliseconds: try int(column)) }
  package func maybeInstant(_ column: Int) throws -> Instant? { try maybeInt(column).map(Instant.init(milliseconds:)) }
  package func money(_ column: Int) throws -> Money { Money(fen: try int(column)) }

  package func date(_ column: Int) throws -> CivilDate {
    guard let date = CivilDate(iso: try text(column)) else {
      throw fault(column, "date")
    }
    return date
  }
  package func maybeDate(_ column: Int) throws -> CivilDate? { try isNull(column) ? nil : date(column) }

  private func refuseStrange(_ column: Int) throws {
    guard (0..<source.width).contains(column) else { throw fault(column, "any") }
  }

  private func fault(_ column: Int, _ wanted: String) -> RowFault {
    RowFault(column: column, wanted: wanted, values: source.width)
  }
}

/// Where an engine's statement stands. Without columns once the statement is over.
protocol RowSource: AnyObject {
  var width: Int { get }
  /// `column` is less than `width`.
  func value(_ column: Int) -> SQLValue
  func isNull(_ column: Int) -> Bool
}

struct RowFault: Error {
  let column: Int
  let wanted: String
  let values: Int
}
