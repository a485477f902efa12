import Kit
import Matching
import Offenders
import Offices
import Storage

/// A delivery as the province took it in (收到的上报).
struct DeliveryIntake: Sendable {
  let id: ID<DeliveryIntake>
  /// Of whoever took it in.
  let county: County
  let sender: String
  let batch: Int64
  let sha256: String
  let lines: Int64
  /// As it was written when the delivery came in.
  let receipt: DeliveryReceipt
  let actor: String
  let at: Instant

  var ref: Ref { Ref(.intake, id) }
  var title: String { "\(sender)第 \(batch) 批上报" }
}

extension Exchange {
  /// Takes a delivery in: each record that can stand is kept or follows its change, each that cannot comes back in the receipt with
  /// its reasons. The same file again answers the same receipt. Refuses a hole in the numbers, a file that does not follow the one
  /// before, another file under a known number, and the files of this very installation.
  func takeIn(_ file: DeliveryFile, _ tx: Transaction) throws -> DeliveryIntake {
    if let known = try IntakeStore.intake(of: file.head.key, batch: file.head.batch, tx) {
      guard known.sha256 == file.sha256 else { throw DeliveryRefusal.changedBatch(known.batch) }
      tx.tell(known.ref, "同一个文件又来了一次，没有变化")
      return known
    }
    try refuseOutOfOrder(file, tx)
    let rows = try sort(file, tx)
    let (taken, known) = try keep(rows.fresh, of: file, tx)
    let intake = DeliveryIntake(
      id: tx.world.newID(), county: tx.county, sender: file.head.sender, batch: file.head.batch, sha256: file.sha256,
      lines: Int64(file.lines.count),
      receipt: DeliveryReceipt(
        county: file.head.county, batch: file.head.batch, sha256: file.sha256,
        receiver: try Offices.countyName(tx.county, tx), received_on: tx.today.iso, taken: taken,
        revised: rows.revised, known: rows.known + known, refused: rows.refused), actor: tx.actor.title, at: tx.now)
    try IntakeStore.insert(intake, key: file.head.key, tx)
    tx.tell(
      intake.ref, "收下\(intake.title)：新增 \(taken) 条，改 \(rows.revised) 条，退回 \(rows.refused.count) 条",
      [Change("文件校验值（SHA-256）", nil, intake.sha256)])
    return intake
  }

  private func refuseOutOfOrder(_ file: DeliveryFile, _ tx: Transaction) throws {
    if let last = try IntakeStore.last(of: file.head.key, tx) {
      guard file.head.batch == last.batch + 1 else {
        throw DeliveryRefusal.hole(expected: last.batch + 1, got: file.head.batch)
      }
      guard file.head.previous == last.sha256 else { throw DeliveryRefusal.brokenChain }
    } else if file.head.batch != 1 {
      throw DeliveryRefusal.hole(expected: 1, got: file.head.batch)
    }
    let keys = file.lines.prefix(20).compactMap { ID<OffenderRecord>(text: $0.key) }
    let own = Dictionary(try Offenders.records(keys, tx).map { ($0.id.text, $0) }) { first, _ in first }
    let isOwn = file.lines.contains { line in
      own[line.key].map { $0.origin != .otherCounty && $0.said.name == line.record.name } ?? false
    }
    if isOwn {
      throw DeliveryRefusal.ownFile
    }
  }

  private struct SortedRows {
    var fresh: [(line: DeliveryFile.Line, new: NewRecord)] = []
    var revised: Int64 = 0
    var known: Int64 = 0
    var refused: [DeliveryReceipt.Refused] = []
  }

  /// Changes what changed; gathers what is new and what cannot stand.
  private func sort(_ file: DeliveryFile, _ tx: Transaction) throws -> SortedRows {
    var rows = SortedRows()
    let taken = try IntakeStore.taken(from: file.head.key, keys: file.lines.map(\.key), tx)
    for line in file.lines {
      let row = SubmittedRow(line.record, today: tx.today)
      guard row.problems.isEmpty else {
        rows.refused.append(.init(line: line.line, reasons: row.problems.map(\.sentence)))
        continue
      }
      let new = NewRecord(
        .otherCounty, source: "\(file.head.sender)第 \(file.head.batch) 批上报第 \(line.line) 行", said: row.said,
        penalty: row.penalty)
      guard let before = taken[line.key] else {
        rows.fresh.append((line, new))
        continue
      }
      if line.revision > before.revision, try offenders.revise(before.record, by: new, tx) {
        try IntakeStore.put(line, before.record, from: file.head.key, tx)
        rows.revised += 1
      } else {
        rows.known += 1
      }
    }
    return rows
  }

  /// New records in few statements; those that some list brought before are known.
  private func keep(
    _ fresh: [(line: DeliveryFile.Line, new: NewRecord)], of file: DeliveryFile, _ tx: Transaction
  ) throws -> (taken: Int64, known: Int64) {
    let lines = Dictionary(fresh.map { ($0.new.source, $0.line) }) { first, _ in first }
    let kept = try offenders.keepAll(fresh.map(\.new), tx)
    for record in kept {
      if let line = lines[record.source] { try IntakeStore.put(line, record.id, from: file.head.key, tx) }
    }
    return (Int64(kept.count), Int64(fresh.count - kept.count))
  }
}
