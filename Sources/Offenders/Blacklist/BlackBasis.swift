package import Kit
package import Packs

/// Basis of an entry of the black list (黑名单的依据), as data of `Content/blacklist/`: no entry stands without one.
package struct BlackBasis: Sendable, Hashable {
  let key: String
  let title: String
  /// Penalties that stand, without which nobody may be listed.
  let least: Int
  /// Months that an entry lasts.
  let term: Int
  /// Months after which somebody may ask to be taken off.
  let earliest: Int
  /// Days that the person has to object after he was told.
  let objection: Int
  /// Whether the public may see the list: only where the text of the basis was read.
  let isPublic: Bool
  /// What follows from an entry, in words: nothing follows in the program by itself.
  let effects: [String]
  let provenance: Provenance
  let note: String
}

/// All bases, in the order of the files.
package struct BlackBook: Sendable {
  let all: [BlackBasis]

  package static let none = BlackBook(all: [])

  subscript(key: String) -> BlackBasis? { all.first { $0.key == key } }

  /// Refuses one basis twice, and publication on a basis whose text nobody read.
  package static func load(_ source: any ContentSource) throws(Refusals) -> BlackBook {
    let reader = PackReader(source)
    let all = reader.files(in: "blacklist") { $0.records("bases", BlackBasis.read) }.flatMap { $0 }
    try reader.settle()
    return BlackBook(all: all)
  }
}

extension BlackBasis {
  fileprivate static func read(_ node: PackNode) -> BlackBasis {
    let (key, provenance) = (node.slug("key"), node.provenance())
    node.claim(key, in: "blacklist", key: "key")
    let isPublic = node.flag("publish")
    if isPublic, provenance.confidence != .verified { node.refuse("publish", "没有核对原文的依据不能公布") }
    return BlackBasis(
      key: key, title: node.text("title"), least: node.int("least", in: 1...20), term: node.int("term", in: 1...600),
      earliest: node.int("earliest", in: 0...600), objection: node.int("objection", in: 1...90), isPublic: isPublic,
      effects: node.texts("effects"), provenance: provenance, note: node.text("note"))
  }
}
