internal import Kit
package import Packs

/// A kind of shared problem (共性问题类别). Data in `Content/mechanisms/`; it sorts the list and decides nothing.
struct MechanismKind: Sendable, Hashable {
  let key: String
  let title: String
  let provenance: Provenance
}

/// All kinds of shared problems, in the order of the file.
package struct MechanismKinds: Sendable {
  let all: [MechanismKind]

  subscript(key: String) -> MechanismKind? { all.first { $0.key == key } }

  /// A kind that the list no longer has is shown by its key.
  func title(_ key: String) -> String { self[key]?.title ?? key }

  /// Reads `mechanisms/`. Refuses one kind twice, and a folder without any: nothing could be listed.
  package static func load(_ source: any ContentSource) throws -> MechanismKinds {
    let reader = PackReader(source)
    let all = reader.files(in: "mechanisms") { $0.records("mechanisms", MechanismKind.read) }.flatMap { $0 }
    if all.isEmpty { reader.refuse("mechanisms", "缺少共性问题的类别") }
    try reader.settle()
    return MechanismKinds(all: all)
  }
}

extension MechanismKind {
  fileprivate static func read(_ node: PackNode) -> MechanismKind {
    let key = node.slug("key")
    node.claim(key, in: "mechanisms", key: "key")
    _ = node.text("why")
    return MechanismKind(key: key, title: node.text("title"), provenance: node.provenance())
  }
}
