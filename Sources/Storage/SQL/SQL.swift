package import Kit

/// A statement with its values. Written as an interpolated string: every hole becomes a bound value, so text that a
/// person typed can never become part of the statement.
///
/// There is no way to make one from a `String` at run time; fragments are joined with `\(sql:)` and `+`.
/// Example: `"SELECT title FROM clue WHERE county = \(county) AND id = \(id)"`.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// With `?` for each value; drivers turn that into their own form.
  package private(set) var text: String
  package private(set) var values: [SQLValue]

  /// Called by the compiler for literals; `script/doors` refuses it by name elsewhere.
  package init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  package init(stringInterpolation parts: Interpolation) {
    text = parts.text
    values = parts.values
  }

  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.text += right.text
    sum.values += right.values
    return sum
  }

  package static func join(_ parts: [SQL], _ separator: SQL) -> SQL {
    guard var sum = parts.first else { return "" }
    for part in parts.dropFirst() {
      sum.text += separator.text + part.text
      sum.values += separator.values + part.values
    }
    return sum
  }

  /// `(1, 2, 3)` for `IN`; an empty list matches nothing.
  package static func list(_ values: some Sequence<some SQLBindable>) -> SQL {
    let values = values.map { $0.sqlValue }
    return values.isEmpty ? "(NULL)" : holes(lines: 1, width: values.count).with(values)
  }

  /// `(?, ?), (?, ?)`, to be filled `with` values laid flat.
  static func holes(lines: Int, width: Int) -> SQL {
    let line = "(?" + String(repeating: ", ?", count: max(width - 1, 0)) + ")"
    return SQL(stringLiteral: line + String(repeating: ", " + line, count: max(lines - 1, 0)))
  }

  /// A name that the store's own catalogue gave. Refuses whatever is not small letters, digits and underscores, so that
  /// no name can become part of a statement.
  static func name(_ name: String) throws -> SQL {
    let isPlain = name.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard isPlain, !name.isEmpty else { throw StrangeName(name: name) }
    return SQL(stringLiteral: "\"\(name)\"")
  }

  func with(_ values: [SQLValue]) -> SQL {
    var filled = self
    filled.values = values
    return filled
  }

  package struct Interpolation: StringInterpolationProtocol {
    var text = ""
    var values: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 2)
    }
    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      text += "?"
      values.append(value.sqlValue)
    }
    /// Of its own, so that the compiler knows that an absent value is meant to be `NULL`.
    package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
      text += "?"
      values.append(value.sqlValue)
    }
    package mutating func appendInterpolation(sql: SQL) {
      text += sql.text
      values += sql.values
    }
  }
}

/// A table or column of the store has a name that no schema change gives.
struct StrangeName: Error {
  let name: String
}

/// What a column can hold in both stores. Instants are milliseconds, dates ISO text, booleans 0 and 1.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

package protocol SQLBindable {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable { package var sqlValue: SQLValue { self } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .int(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .int(self ? 1 : 0) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .blob(self) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .int(milliseconds) } }
extension CivilDate: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension Money: SQLBindable { package var sqlValue: SQLValue { .int(fen) } }
extension County: SQLBindable { package var sqlValue: SQLValue { .int(number) } }
extension ID: SQLBindable { package var sqlValue: SQLValue { .int(value) } }
extension RefKind: SQLBindable { package var sqlValue: SQLValue { .text(name) } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// The engine, for the few words that differ: `WITHOUT ROWID`, `FOR UPDATE`, `BLOB`.
package enum Dialect: String, Sendable {
  case sqlite, postgres
}
