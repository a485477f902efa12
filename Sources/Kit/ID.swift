/// The identity of one record of kind `Kind`.
///
/// A positive 63-bit number: 42 bits of milliseconds since 2020-01-01, 12 bits of node, 9 bits of counter. Identities
/// made later on one node sort later. Nothing that a citizen is given (query codes, numbers of papers) derives from one.
/// In addresses and JSON it is lower-case base 36, e.g. `ID<Clue>(35)!.text == "z"`.
package struct ID<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }

  /// Reads an identity from an address. Refuses signs, capitals, blanks and anything that is not base 36.
  package init?(text: some StringProtocol) {
    guard (1...13).contains(text.utf8.count), text.utf8.allSatisfy(Self.isDigit),
      let value = Int64(text, radix: 36), value > 0
    else { return nil }
    self.value = value
  }

  package var text: String { String(value, radix: 36) }
  package var description: String { text }
  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}

/// Points at any record: its kind and its number. The ledger, duties, search and papers link through it, so that a
/// lower room can point at a record of an upper room without an import.
package struct Ref: Hashable, Sendable, CustomStringConvertible {
  package let kind: RefKind
  package let number: Int64

  package init(_ kind: RefKind, _ number: Int64) {
    self.kind = kind
    self.number = number
  }

  package init<Kind>(_ kind: RefKind, _ id: ID<Kind>) { self.init(kind, id.value) }

  /// Reads what `description` wrote: `clue:3k9`.
  package init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let number = ID<Ref>(text: parts[1]) else { return nil }
    self.init(RefKind(String(parts[0])), number.value)
  }

  package var description: String { "\(kind.name):\(String(number, radix: 36))" }
}

/// The name of a kind of record, e.g. `clue`. Each room declares its own as static members.
package struct RefKind: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
}
