package import Kit
import Matching
package import Storage

/// A list of people compared with the register at once (批量筛查): the staff of an institution. Its lines are look-ups.
package enum Screening {}

extension RefKind { package static let offenderScreening = RefKind("offender-screening") }
extension Deed { package static let screenOffenders = Deed("offenders.screen") }

struct ScreeningRecord: Sendable {
  let id: ID<Screening>
  let county: County
  let account: Int64
  let title: String
  let purpose: String
  let file: String
  let sha256: String
  let lines: Int64
  let same: Int64
  let possible: Int64
  let at: Instant
}

/// One person of a list that is compared, with the number of his row.
struct AskedLine: Sendable, Hashable {
  let line: Int
  let said: MatchRecord
}

/// What a list or a person is compared for (用途): the usual occasions, put before the words of whoever asks.
enum ScreenedFor: String, CaseIterable {
  case staff, licence, other

  var title: String {
    switch self {
    case .staff: "机构人员"
    case .licence: "许可申请"
    case .other: "其他"
    }
  }

  /// `许可申请：柳塘镇新开诊所的申请人`.
  func purpose(_ words: String) -> String { self == .other ? words : "\(title)：\(words)" }
}

extension Offenders {
  /// More people than any institution has; a deed of more would hold the county up.
  static let mostScreened = 2_000

  /// Compares every row of a list with the register, for one purpose: each is a look-up, and the ledger tells of all with the
  /// hash of the file. Refuses a list with a cell that cannot stand; nothing is compared then.
  package func screen(_ file: StagedFile, for purpose: String, _ tx: Transaction) throws -> ID<Screening> {
    let rows = try OffenderFileReading.rows(file)
    guard let head = rows.first, rows.count > 1 else { throw OffenderImportRefusal.noRows }
    guard rows.count <= Offenders.mostScreened + 1 else { throw OffenderImportRefusal.tooManyScreened }
    let check = OffenderRowCheck(columns: try Offenders.columns(head.cells), today: tx.today)
    var (asked, faults) = ([AskedLine](), [OffenderFault]())
    for row in rows.dropFirst() {
      if let (said, _) = check.row(row.line, row.cells, &faults) { asked.append(AskedLine(line: row.line, said: said)) }
    }
    if let first = faults.first { throw OffenderImportRefusal.badCell(first, more: faults.count - 1) }
    return try screen(asked, named: file.name, sha256: file.sha256, for: purpose, tx)
  }

  /// The same for lines that somebody pasted, one person a line; see `PastedList`.
  package func screen(pasted text: String, for purpose: String, _ tx: Transaction) throws -> ID<Screening> {
    let asked = try PastedList.read(text)
    return try screen(asked, named: "粘贴的名单", sha256: SHA256.hex(of: text), for: purpose, tx)
  }

  private func screen(
    _ asked: [AskedLine], named name: String, sha256: String, for purpose: String, _ tx: Transaction
  ) throws -> ID<Screening> {
    let id: ID<Screening> = tx.world.newID()
    let verdicts = try asked.map { one in
      try kept(one.said, for: purpose, screening: id, line: Int64(one.line), tx).verdict
    }
    let record = ScreeningRecord(
      id: id, county: tx.county, account: tx.actor.number, title: tx.actor.title, purpose: purpose, file: name,
      sha256: sha256, lines: Int64(asked.count), same: Int64(verdicts.count { $0 == .same }),
      possible: Int64(verdicts.count { $0 == .possible }), at: tx.now)
    try ScreeningStore.insert(record, tx)
    tx.tell(
      Ref(.offenderScreening, id), "批量筛查 \(record.lines) 人，用途：\(purpose)",
      [
        Change("同一人", nil, "\(record.same)"), Change("可能", nil, "\(record.possible)"),
        Change("文件校验值（SHA-256）", nil, record.sha256),
      ])
    return id
  }
}
