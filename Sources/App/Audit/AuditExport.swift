import Foundation
import Kit
import Storage
import Web

/// What the form of the export asks for.
struct AuditWish: Sendable {
  let county: County
  let query: AuditQuery
  let purpose: String

  init(_ form: Form, _ counties: [County]) throws {
    let reader = FormReader(form)
    purpose = reader.text("purpose", "用途")
    let chosen = counties.count == 1 ? counties.first : counties.first { form.value("county") == "\($0.number)" }
    if chosen == nil { reader.refuse("county", "“哪个县”还没有选。") }
    county = chosen ?? .platform
    query = AuditQuery([county]) { form.value($0) }
    for problem in query.problems { reader.refuse(problem.field ?? "", problem.sentence) }
    try reader.done()
  }
}

/// A file of ledger entries with all that is needed to compute every hash of it again: one JSON value per line, first
/// what it is, then a whole stretch of the chain, then the checkpoints on it. `docs/ledger.md` has the format.
struct AuditExport: Sendable {
  static let most: Int64 = 20_000
  private static let piece = 2000

  let name: String
  let bytes: [UInt8]

  /// Tells the ledger first and makes the file then: there is no file without its trace. Refuses what chooses nothing
  /// and a stretch of more than `most` entries.
  static func make(_ wish: AuditWish, by actor: Actor, _ database: Database) async throws -> AuditExport {
    let all = try Checkpoint.all(in: database.folder.checkpoints).filter { $0.county == wish.county.number }
    let selection = try await database.read { try choose(wish, $0) }
    let last = end(of: selection, all)
    let conditions = wish.query.words.map { "，条件：\($0)" } ?? ""
    let at = try await database.change(wish.county, by: actor, deed: .exportLedger, reason: wish.purpose) { tx in
      tx.tell(
        Ref(.ledger, wish.county.number),
        "导出台账第 \(selection.first) 至 \(last) 条，其中选中 \(selection.heights.count) 条\(conditions)")
      return tx.now
    }
    let checkpoints = all.filter { (selection.first - 1...last).contains($0.height) }
    let head = ExportHead(
      county: wish.county.number, from: selection.first, to: last, before: selection.before,
      chosen: selection.heights.count, conditions: wish.query.words, purpose: wish.purpose, by: actor.title,
      at: at.milliseconds, publicKey: database.checkpointKey)
    let bytes = try await database.read { try file(head, selection, to: last, checkpoints, $0) }
    return AuditExport(name: "台账-\(at.date.iso)-第\(selection.first)至\(last)条.jsonl", bytes: bytes)
  }

  private static func choose(_ wish: AuditWish, _ reader: Reader) throws -> LedgerSelection {
    let found = try LedgerReading.selection(wish.query.filter, in: wish.county, most: Int(most), reader)
    guard let found else { throw FieldRefusal("from", "没有符合条件的台账，没有导出。放宽日期或换一个词。") }
    guard found.heights.count <= most, found.last - found.first < most else {
      throw FieldRefusal("from", "从第一条选中的到最后一条选中的超过 \(most) 条，一个文件放不下。把日期缩短，分几次导出。")
    }
    return found
  }

  /// Up to the checkpoint that covers the last chosen entry, where there is room: then the whole file is under a
  /// signature.
  private static func end(of selection: LedgerSelection, _ checkpoints: [Checkpoint]) -> Int64 {
    let cover = checkpoints.map(\.height).filter { $0 >= selection.last }.min() ?? selection.last
    return cover - selection.first < most ? cover : selection.last
  }

  private static func file(
    _ head: ExportHead, _ selection: LedgerSelection, to last: Int64, _ checkpoints: [Checkpoint], _ reader: Reader
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = []
    func add(_ line: some Encodable) throws { bytes += try encoder.encode(line) + [10] }
    try add(head)
    var next = selection.first
    while next <= last {
      let limit = min(piece, Int(last - next) + 1)
      let entries = try LedgerReading.entries(of: selection.county, from: next, limit: limit, reader)
      for entry in entries where entry.height <= last {
        try add(ExportLine(entry, isChosen: selection.heights.contains(entry.height)))
      }
      guard let reached = entries.last?.height, entries.count == limit else { break }
      next = reached + 1
    }
    for checkpoint in checkpoints { try add(checkpoint) }
    return bytes
  }
}
