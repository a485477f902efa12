import Duties
import Foundation
import Kit
import Offenders
import Offices
import Storage

/// The county's side: a batch is made, taken as often as need be, and answered once.
extension Exchange {
  static let receiptDuty = "exchange.receipt"
  static let mendDuty = "exchange.mend"
  /// What does not go along waits for the next batch.
  static let mostDelivered = 2000
  private static let basis = "内部工作要求（上报省查询系统）"

  /// Records that are new or changed since they were delivered, and those that are to go again; the oldest change first.
  func undelivered(in county: County, _ reader: Reader) throws -> [ID<OffenderRecord>] {
    // A day back: what a slow deed stamped before the last batch was cut is found all the same.
    let since = try DeliveryStore.frontier(in: county, reader).map { $0.adding(seconds: -86_400) }
    let changes = try Offenders.changes(in: county, since: since, reader)
    let delivered = try DeliveryStore.delivered(changes.map(\.record.value), reader)
    let again = try DeliveryStore.again(in: county, reader)
    let fresh = changes.filter { (delivered[$0.record.value] ?? -1) < $0.at.milliseconds }.map(\.record)
    return fresh + again.filter { !fresh.contains($0) }
  }

  /// Makes the next batch, of the oldest changes where they are more than `most`. Refuses where one has no receipt yet, and where
  /// nothing is new.
  func makeDelivery(most: Int = Exchange.mostDelivered, _ tx: Transaction) throws -> DeliveryRecord {
    let last = try DeliveryStore.last(in: tx.county, tx)
    if let last, last.answered == nil { throw DeliveryRefusal.unanswered(last.number) }
    let all = try Offenders.records(try undelivered(in: tx.county, tx), tx)
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let records = all.prefix(most)
    guard let newest = records.last else { throw DeliveryRefusal.nothingNew }
    // Up to where everything was delivered: what did not go along is looked for from the newest that did.
    let frontier = records.count < all.count ? newest.at : tx.now
    let lines = try records.enumerated().map { index, record in
      try JSONCall.write(
        DeliveryFile.Line(
          line: Int64(index) + 1, key: record.id.text, revision: record.at.milliseconds,
          record: SubmittedRecord(record)))
    }
    let head = DeliveryFile.Head(
      schema: DeliveryFile.schema, version: DeliveryFile.version, county: tx.county.number,
      sender: try Offices.countyName(tx.county, tx), batch: (last?.number ?? 0) + 1, previous: last?.sha256 ?? "",
      rows: lines.count, made_on: tx.today.iso)
    let delivery = DeliveryRecord(
      id: tx.world.newID(), county: tx.county, number: head.batch, lines: Int64(lines.count),
      sha256: SHA256.hash(try DeliveryFile.bytes(head, lines)).hex, maker: tx.actor.title, at: tx.now, answered: nil)
    let owner = try deliverer(in: tx.county, tx)
    try DeliveryStore.insert(delivery, head: try JSONCall.write(head), frontier, Array(records), lines, tx)
    try Duties.owe(
      NewDuty(
        kind: Self.receiptDuty, title: "取得\(delivery.title)的回执", subject: delivery.ref, owner: owner,
        due: tx.today.adding(days: 10), basis: Self.basis), tx)
    tx.tell(
      delivery.ref, "做成\(delivery.title)，\(delivery.lines) 条", [Change("文件校验值（SHA-256）", nil, delivery.sha256)])
    return delivery
  }

  /// The file, byte for byte the same each time; the ledger tells who took it.
  func fetch(_ delivery: DeliveryRecord, _ tx: Transaction) throws -> [UInt8] {
    let bytes = try DeliveryFile.bytes(
      try DeliveryStore.head(of: delivery.id, tx), try DeliveryStore.contents(of: delivery.id, tx))
    guard SHA256.hash(bytes).hex == delivery.sha256 else { throw OffenderRefusal.sealBroken }
    tx.tell(delivery.ref, "取走\(delivery.title)的文件")
    return bytes
  }

  /// What the province answered: refused lines are owed. The same receipt again changes nothing; another one is refused.
  func enter(_ receipt: DeliveryReceipt, for delivery: DeliveryRecord, _ tx: Transaction) throws {
    guard receipt.county == delivery.county.number, receipt.batch == delivery.number, receipt.sha256 == delivery.sha256,
      receipt.taken + receipt.revised + receipt.known + Int64(receipt.refused.count) == delivery.lines,
      Set(receipt.refused.map(\.line)).count == receipt.refused.count,
      receipt.refused.allSatisfy({ (1...delivery.lines).contains($0.line) })
    else { throw DeliveryRefusal.otherFile }
    let written = SHA256.hash(try JSONCall.write(receipt)).hex
    if delivery.answered != nil {
      guard try DeliveryStore.receipt(of: delivery.id, tx) == written else { throw DeliveryRefusal.answered }
      return
    }
    try DeliveryStore.answer(delivery.id, receipt, sha256: written, tx)
    try Duties.settle(delivery.ref, kind: Self.receiptDuty, outcome: "已有回执", tx)
    if !receipt.refused.isEmpty {
      try Duties.owe(
        NewDuty(
          kind: Self.mendDuty, title: "处理\(delivery.title)被退回的 \(receipt.refused.count) 条", subject: delivery.ref,
          owner: try deliverer(in: delivery.county, tx), due: tx.today.adding(days: 7), basis: Self.basis), tx)
    }
    tx.tell(
      delivery.ref, "登记\(delivery.title)的回执",
      [
        Change("收下", nil, "\(receipt.taken + receipt.revised + receipt.known) 条"),
        Change("退回", nil, "\(receipt.refused.count) 条"),
      ])
  }

  /// A refused line goes again with the next batch, or stays out; with a reason. The last one ends the duty.
  func mend(_ line: Int64, of delivery: DeliveryRecord, again: Bool, because words: String, _ tx: Transaction) throws {
    guard try DeliveryStore.mend(line, of: delivery.id, again ? .again : .left, words, tx) else {
      throw DeliveryRefusal.strangeLine
    }
    if try DeliveryStore.refused(of: delivery.id, tx) == 0 {
      try Duties.settle(delivery.ref, kind: Self.mendDuty, outcome: "已处理", tx)
    }
    tx.tell(delivery.ref, "\(delivery.title)第 \(line) 行：\(again ? "下一批再报" : "不再报")，\(words)")
  }

  private func deliverer(in county: County, _ reader: Reader) throws -> ID<Account> {
    let people = try Offices.people(in: county, holding: .exchangeDeliver, roles: roles, reader)
    let least = try people.map { (id: $0.id, waiting: try Duties.count(of: $0.id, reader)) }
      .min { ($0.waiting, $0.id) < ($1.waiting, $1.id) }
    guard let least else { throw RequestRefusal.nobodyThere(try Offices.countyName(county, reader)) }
    return least.id
  }
}
