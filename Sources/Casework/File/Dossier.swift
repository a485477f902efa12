package import Kit
internal import Procedure
package import Storage

/// One part of the file of a case (案卷里的一件): what it is called, its day, and the hash of what is kept.
package struct DossierPart: Sendable, Hashable {
  /// Stable within the case: `step:7`, `paper:2`, `evidence:3`, `goods:5`, `redress:9`, `file:3eetk6zl9hjq`.
  package let name: String
  /// Id of the group of the index (`Content/evidence/file.yaml`).
  package let group: String
  package let title: String
  package let on: CivilDate
  /// nil: not known before it is printed.
  package let pages: Int64?
  /// Of an attached file as it arrived, else of the stored row with everything that belongs to it.
  package let sha256: String
  /// How an earlier version counted the hash of what is there now; nil: as today. Never kept.
  var former: String? = nil

  /// Whether what is there now is what was kept, by this version or an earlier one.
  func isUnchanged(since kept: DossierPart) -> Bool { kept.sha256 == sha256 || kept.sha256 == former }

  /// Things and evidence go from hand to hand while a case is open.
  var moves: Bool { name.hasPrefix("evidence:") || name.hasPrefix("goods:") || name.hasPrefix("redress:") }
}

/// The file of a case as it was archived (归档的案卷): its parts in the order of the index, and one hash over them all.
package struct Dossier: Sendable {
  package let parts: [DossierPart]
  package let hash: String
  package let at: Instant
  /// What came to the file afterwards (补充卷), each with its own index and hash; the file itself stays as it was.
  package var supplements: [Dossier] = []

  /// SHA-256 over position, name and hash of each part, one a line; of a supplement the hash before it stands on a first
  /// line of its own, so that none can be left out or exchanged.
  static func hash(_ parts: [DossierPart], after previous: String? = nil) -> String {
    let first = previous.map { "0\t\($0)\n" } ?? ""
    return SHA256.hex(
      of: first + parts.enumerated().map { "\($0 + 1)\t\($1.name)\t\($1.sha256)\n" }.joined())
  }

  /// The parts as they were kept last, by name.
  var latest: [String: DossierPart] {
    Dictionary((parts + supplements.flatMap(\.parts)).map { ($0.name, $0) }) { $1 }
  }

  private var indexFaults: [String] {
    let previous = [hash] + supplements.map(\.hash)
    let later = zip(supplements, previous).enumerated().compactMap { index, pair in
      Self.hash(pair.0.parts, after: pair.1) == pair.0.hash ? nil : "第 \(index + 1) 次补充的目录本身被改动"
    }
    return (Self.hash(parts) == hash ? [] : ["卷内目录本身被改动"]) + later
  }

  /// What is no longer as it was archived; none: the file is untouched. `present` is what stands in the store now. Of a case
  /// that is decided anew (`isOpen`) the file grows until the next archive: evidence and things move on, and more comes.
  package func faults(_ present: [DossierPart], isOpen: Bool = false) -> [String] {
    let now = Dictionary(present.map { ($0.name, $0) }) { first, _ in first }
    let latest = latest
    let kept = (parts + supplements.flatMap(\.parts)).filter { latest[$0.name] == $0 }
    let changed = kept.compactMap { part -> String? in
      guard let there = now[part.name] else { return "“\(part.title)”不见了" }
      return there.isUnchanged(since: part) || isOpen && part.moves ? nil : "“\(part.title)”被改动"
    }
    let more = isOpen ? [] : present.filter { latest[$0.name] == nil }.map { "归档以后多出“\($0.title)”" }
    return indexFaults + changed + more
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

  /// What has come to an archived file or changed in it by lawful deeds since (复议、诉讼及其结果、退还、赔付；重新作出决定以后再次归档):
  /// a supplement with its own index and hash. Nothing where the file is not archived, or nothing came.
  func supplement(_ id: ID<Case>, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.stage == .archived, let kept = try DossierStore.find(id, tx) else { return }
    let latest = kept.latest
    let parts = try dossierParts(of: id, tx.county, tx).filter { part in
      latest[part.name].map { !part.isUnchanged(since: $0) } ?? true
    }
    guard !parts.isEmpty else { return }
    let (number, previous) = (kept.supplements.count + 1, kept.supplements.last?.hash ?? kept.hash)
    let more = Dossier(parts: parts, hash: Dossier.hash(parts, after: previous), at: tx.now)
    try DossierStore.insert(more, supplement: number, of: id, tx)
    tx.tell(
      record.ref, "案件\(record.number)的案卷第 \(number) 次补充，\(parts.count) 件",
      [Change("补充卷校验值", nil, more.hash)])
  }

  /// The file as it was archived; nil: it was not, or by an earlier version that kept no index.
  package static func dossier(of id: ID<Case>, _ reader: Reader) throws -> Dossier? {
    try DossierStore.find(id, reader)
  }
}
