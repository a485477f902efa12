package import Kit
package import Storage

/// One part of the file of a case (案卷里的一件): what it is called, its day, and the hash of what is kept.
package struct DossierPart: Sendable, Hashable {
  /// Stable within the case: `step:7`, `paper:2`, `evidence:3`, `goods:5`, `file:3eetk6zl9hjq`.
  package let name: String
  /// Id of the group of the index (`Content/evidence/file.yaml`).
  package let group: String
  package let title: String
  package let on: CivilDate
  /// nil: not known before it is printed.
  package let pages: Int64?
  /// Of an attached file as it arrived, else of the stored row with everything that belongs to it.
  package let sha256: String
}

/// The file of a case as it was archived (归档的案卷): its parts in the order of the index, and one hash over them all.
package struct Dossier: Sendable {
  package let parts: [DossierPart]
  package let hash: String
  package let at: Instant

  /// SHA-256 over position, name and hash of each part, one a line.
  static func hash(_ parts: [DossierPart]) -> String {
    SHA256.hex(of: parts.enumerated().map { "\($0 + 1)\t\($1.name)\t\($1.sha256)\n" }.joined())
  }

  /// What is no longer as it was archived; none: the file is untouched. `present` is what stands in the store now.
  package func faults(_ present: [DossierPart]) -> [String] {
    let now = Dictionary(present.map { ($0.name, $0.sha256) }) { first, _ in first }
    let names = Set(parts.map(\.name))
    return (Self.hash(parts) == hash ? [] : ["卷内目录本身被改动"])
      + parts.compactMap { part in
        now[part.name] == part.sha256 ? nil : now[part.name] == nil ? "“\(part.title)”不见了" : "“\(part.title)”被改动"
      } + present.filter { !names.contains($0.name) }.map { "归档以后多出“\($0.title)”" }
  }
}

extension Deed { package static let printDossier = Deed("casework.print-file") }

extension Casework {
  /// With the archive step (归档): fixes what the file holds. Nothing of it can be changed by a deed afterwards, and what is
  /// changed by another hand is seen on the page of the file and by check C72.
  func freeze(_ record: CaseRecord, _ tx: Transaction) throws {
    let parts = try dossierParts(of: record.id, tx.county, tx)
    let dossier = Dossier(parts: parts, hash: Dossier.hash(parts), at: tx.now)
    try DossierStore.insert(dossier, of: record.id, tx)
    tx.tell(
      record.ref, "案件\(record.number)的案卷归档，卷内 \(parts.count) 件",
      [Change("案卷校验值", nil, dossier.hash)])
  }

  /// The file as it was archived; nil: it was not, or by an earlier version that kept no index.
  package static func dossier(of id: ID<Case>, _ reader: Reader) throws -> Dossier? {
    try DossierStore.find(id, reader)
  }
}
