import Foundation
package import Kit
import Matching
package import Storage

/// An import of a list of offenders (名单导入): staged, looked at, applied whole or not at all.
package enum OffenderImport {}

extension RefKind { package static let offenderImport = RefKind("offender-import") }
extension Deed { package static let importOffenders = Deed("offenders.import") }

struct StagedList: Sendable {
  let id: ID<OffenderImport>
  let county: County
  let file: String
  let sha256: String
  let origin: RecordOrigin
  let lines: Int64
  /// Rows with at least one bad cell.
  let bad: Int64
}

struct AppliedList: Sendable {
  let id: ID<OffenderImport>
  let county: County
  let at: Instant
  let actor: String
  let file: String
  let sha256: String
  let origin: RecordOrigin
  let lines: Int64
  let added: Int64
}

/// One good row, as it waits sealed.
struct StagedOffender: Codable, Sendable {
  let said: [String]
  let decision: [String]
  let days: [String]
  let kinds: [String]
  let standing: String
  let qualification: String

  init(_ said: MatchRecord, _ penalty: PenaltyFacts) {
    self.said = MatchRecord.columns.map { said[keyPath: $0.field] }
    decision = [penalty.decisionNumber, penalty.authority, penalty.violationName]
    days = [penalty.decidedOn, penalty.servedOn, penalty.remedyEnd, penalty.transferredOn].map { $0?.iso ?? "" }
    kinds = penalty.kinds.map(\.rawValue)
    (standing, qualification) = (penalty.standing.rawValue, penalty.qualification.rawValue)
  }

  var record: (said: MatchRecord, penalty: PenaltyFacts) {
    var (record, penalty) = (MatchRecord(), PenaltyFacts())
    for (column, text) in zip(MatchRecord.columns, said) { record[keyPath: column.field] = text }
    (penalty.decisionNumber, penalty.authority, penalty.violationName) = (decision[0], decision[1], decision[2])
    let dates = days.map { CivilDate(iso: $0) }
    (penalty.decidedOn, penalty.servedOn, penalty.remedyEnd, penalty.transferredOn) = (
      dates[0], dates[1], dates[2], dates[3]
    )
    penalty.kinds = kinds.compactMap { PenaltyKind(rawValue: $0) }
    penalty.standing = DecisionStanding(rawValue: standing) ?? .stands
    penalty.qualification = Qualification(rawValue: qualification) ?? .unknown
    return (record, penalty)
  }
}

extension Offenders {
  /// Reads a list and checks every cell. Nothing of the register changes; the result is looked at and then applied. Refuses as a
  /// whole what is no table and what has columns that nobody knows.
  package func stage(
    _ file: StagedFile, as origin: RecordOrigin, county: County, _ database: Database
  ) async throws -> ID<OffenderImport> {
    let rows = try OffenderFileReading.rows(file)
    guard let head = rows.first, rows.count > 1 else { throw OffenderImportRefusal.noRows }
    let columns = try Offenders.columns(head.cells)
    let check = OffenderRowCheck(columns: columns, today: database.world.today)
    var (good, faults, bad) = ([(line: Int, row: StagedOffender)](), [OffenderFault](), Set<Int>())
    for row in rows.dropFirst() {
      if let (said, penalty) = check.row(row.line, row.cells, &faults) {
        good.append((row.line, StagedOffender(said, penalty)))
      } else {
        bad.insert(row.line)
      }
    }
    let staged = StagedList(
      id: database.world.newID(), county: county, file: file.name, sha256: file.sha256, origin: origin,
      lines: Int64(rows.count - 1), bad: Int64(bad.count))
    let (kept, world, keys) = (good, database.world, database.folder.keys)
    let shown = Array(faults.prefix(5_000))
    try await database.scratch { scratch in
      try OffenderImportStore.put(staged, kept, shown, at: world.now(), keys, world, scratch)
    }
    return staged.id
  }

  static func columns(_ titles: [String]) throws -> [OffenderColumn?] {
    let columns = titles.map { $0.trimmed.isEmpty ? nil : OffenderColumn.named($0) }
    let strange = zip(titles, columns).filter { !$0.trimmed.isEmpty && $1 == nil }.map { $0.0.clipped(to: 20) }
    guard strange.isEmpty else { throw OffenderImportRefusal.unknownColumns(strange) }
    guard columns.contains(.name) else { throw OffenderImportRefusal.noName }
    return columns
  }

  /// Applies a staged list in one deed, with one ledger entry that holds the file's hash. Rows that are in the register already add
  /// nothing. Refuses a list with any bad cell, and a second time.
  package func apply(_ id: ID<OffenderImport>, _ tx: Transaction) throws {
    guard try OffenderImportStore.applied(id, tx) == nil else { throw OffenderImportRefusal.alreadyApplied }
    guard let staged = try OffenderImportStore.staged(id, tx), staged.county == tx.county else {
      throw MissingRecord("次导入")
    }
    guard staged.bad == 0 else { throw OffenderImportRefusal.hasFaults(staged.bad) }
    let news = try OffenderImportStore.rows(of: id, tx).map { line, row in
      let (said, penalty) = row.record
      return NewRecord(
        staged.origin, source: "“\(staged.file)”第 \(line) 行", batch: id.value, said: said, penalty: penalty)
    }
    let added = Int64(try keepAll(news, tx).count)
    try OffenderImportStore.insert(staged, added: added, tx)
    tx.tell(
      Ref(.offenderImport, id), "导入违法人员名单“\(staged.file)”，\(staged.lines) 行，新增 \(added) 条记录",
      [Change("文件校验值（SHA-256）", nil, staged.sha256)])
  }
}
