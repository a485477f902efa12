package import Kit
package import Packs

/// All crimes of `Content/transfer/`, read once at start.
package struct CrimeBook: Sendable {
  /// In the order of the files.
  package let all: [Crime]

  package subscript(id: String) -> Crime? { all.first { $0.id == id } }

  /// Refuses, with file and key, double names, questions asked twice in one crime, and crimes without article or source.
  package static func load(_ source: any ContentSource) throws(Refusals) -> CrimeBook {
    let reader = PackReader(source)
    let all = reader.files(in: "transfer") { $0.records("crimes", Crime.read) }.flatMap { $0 }
    try reader.settle()
    return CrimeBook(all: all)
  }
}

extension Crime {
  fileprivate static func read(_ node: PackNode) -> Crime {
    let id = node.slug("id")
    node.claim(id, in: "transfer", key: "id")
    func elements(_ key: String) -> [CrimeElement] {
      node.recordsIfAny(key) { element in
        let name = element.slug("key")
        element.claim("\(id) \(name)", in: "transfer/elements", key: "key")
        let ask = element.text("ask")
        return CrimeElement(
          key: name, ask: ask, least: element.has("least") ? element.int("least", in: 1...999) : nil,
          says: element.textIfAny("says") ?? ask, source: element.text("source"))
      }
    }
    return Crime(
      id: id, title: node.text("title"), article: node.text("article"), provenance: node.provenance(),
      note: node.textIfAny("note"), must: elements("must"), any: elements("any"))
  }
}
