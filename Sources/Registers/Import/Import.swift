package import Kit
package import Storage

/// An import of the institution register (机构底册导入): staged, looked at, applied whole or not at all.
package enum InstitutionImport {}

extension RefKind { package static let institutionImport = RefKind("institution-import") }
extension Deed { package static let importInstitutions = Deed("registers.import") }

/// What a staged or applied file comes to. `added`, `changed`, `same` and `bad` are records of the file and add up to
/// `lines`; `absent` are institutions on file that the file does not name: they stay as they are.
struct ImportCounts: Sendable, Hashable {
  var lines: Int64 = 0
  var added: Int64 = 0
  var changed: Int64 = 0
  var same: Int64 = 0
  var absent: Int64 = 0
  /// Records with at least one bad cell, and bad cells altogether.
  var bad: Int64 = 0
  var faults: Int64 = 0
}

/// A staged file: what it would do to the register as it stood.
struct StagedImport: Sendable {
  let id: ID<InstitutionImport>
  let county: County
  /// Of whoever brought it; 0 for none. Its way of naming and ordering columns is kept.
  let agency: Int64
  let at: Instant
  let fileName: String
  let sha256: String
  /// How the file was read; empty where that goes without saying.
  let remark: String
  /// Of the register when the file was compared with it.
  let revision: Int64
  let counts: ImportCounts
}

/// An applied file.
struct AppliedImport: Sendable {
  let id: ID<InstitutionImport>
  let county: County
  let at: Instant
  let actor: String
  let fileName: String
  let sha256: String
  let counts: ImportCounts
}

extension Registers {
  /// Applies a staged file: new institutions are added, changed ones replaced (their old values are kept as versions),
  /// in one deed with one ledger entry that holds the file's hash.
  ///
  /// Refuses a file with any bad cell, a file without news, a second time, and a register that has changed since the
  /// file was staged. Staged files are forgotten after three days; they are then missing.
  package static func apply(_ batch: ID<InstitutionImport>, _ tx: Transaction) throws {
    guard try ImportStore.applied(batch, tx) == nil else { throw ImportRefusal.alreadyApplied }
    guard let staged = try ImportStore.staged(batch, tx), staged.county == tx.county else {
      throw MissingRecord("次导入")
    }
    let counts = staged.counts
    guard counts.bad == 0 else { throw ImportRefusal.hasFaults(counts.bad) }
    guard counts.added + counts.changed > 0 else { throw ImportRefusal.nothingNew }
    guard try ImportStore.revision(of: tx.county, tx) == staged.revision else { throw ImportRefusal.baseChanged }
    try ImportStore.apply(staged, tx)
    try LayoutStore.keep(staged, tx)
    try index(staged, tx)
    tell(staged, tx)
  }

  /// In pieces: the index of a large file must not stand in memory at once.
  private static func index(_ staged: StagedImport, _ tx: Transaction) throws {
    for kind in [ImportKind.added, .changed] {
      var line: Int64 = 0
      while let piece = try ImportStore.searchPiece(staged, kind, after: line, limit: 5000, tx), let last = piece.last {
        line = last.line
        let items = piece.map(\.item)
        if kind == .added { try SearchIndex.putNew(items, tx) } else { try SearchIndex.put(items, tx) }
      }
    }
  }

  private static func tell(_ staged: StagedImport, _ tx: Transaction) {
    let counts = staged.counts
    let before = counts.changed + counts.same + counts.absent
    tx.tell(
      Ref(.institutionImport, staged.id),
      "导入机构底册“\(staged.fileName)”，新增 \(counts.added) 户，变更 \(counts.changed) 户，不变 \(counts.same) 户",
      [
        Change("底册户数", "\(before)", "\(before + counts.added)"),
        Change("文件校验值（SHA-256）", nil, staged.sha256),
      ])
  }
}

/// What a record of the file does to the register.
enum ImportKind: String, Sendable {
  case added, changed
}
