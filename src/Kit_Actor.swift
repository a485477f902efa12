/// Who does a deed. It is written into the ledger as it was at that moment, so a later change of name or post does not
/// rewrite history.
package struct Actor: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case account, citizen, system
  }

  package let kind: Kind
  /// The account, 0 for citizens and the system.
  package let number: Int64
  /// `周予宁（县卫生监督所）`, `群众`, `系统`.
  package let title: String

  package init(kind: Kind, number: Int64, title: String) {
    self.kind = kind
    self.number = number
    self.title = title
  }

  package static let citizen = Actor(kind: .citizen, number: 0, title: "群众")
  package static let system = Actor(kind: .system, number: 0, title: "系统")
}

/// A county (县级辖区) by its stable number. Codes of regions change with reorganisations, this number never does;
/// every row of every room carries it, and deeds of one county happen one after the other.
package struct County: Hashable, Sendable, Comparable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// Where deeds are chained that belong to no county: accounts of the platform, schema, settings.
  package static let platform = County(0)
}
