import Foundation
import Kit
import Offenders
import Storage

/// All SQL of the county's deliveries. What the lines say lies sealed.
enum DeliveryStore {
  private static let columns: SQL = """
    id, county, number, row_count, sha256, maker, at, answered_at, receiver, taken, revised, known, refused
    """

  static func insert(
    _ delivery: DeliveryRecord, head: [UInt8], _ frontier: Instant, _ records: [OffenderRecord], _ lines: [[UInt8]],
    _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO exchange_delivery (id, county, number, row_count, sha256, head, maker, at, frontier)
      VALUES (\(delivery.id), \(delivery.county), \(delivery.number), \(delivery.lines), \(delivery.sha256),
        \(String(decoding: head, as: UTF8.self)), \(delivery.maker), \(delivery.at), \(frontier))
      """)
    let keys = try tx.keys()
    try tx.insert(
      into: "exchange_delivery_line (delivery, line, record, sealed, state, reasons, words)",
      rows: try zip(records, lines).enumerated().map { index, pair in
        let sealed = try SealedText.seal(pair.1, for: subject(delivery.id), keys, tx.world)
        return [
          .int(delivery.id.value), .int(Int64(index) + 1), .int(pair.0.id.value), sealed.sqlValue,
          DeliveredLine.State.sent.rawValue.sqlValue, "".sqlValue, "".sqlValue,
        ]
      })
    try tx.insert(
      into: "exchange_delivered (record, at)",
      rows: records.map { [.int($0.id.value), .int($0.at.milliseconds)] },
      conflict: " ON CONFLICT (record) DO UPDATE SET at = excluded.at")
    try tx.execute(
      """
      UPDATE exchange_delivery_line SET state = 'resent' WHERE state = 'again'
        AND record IN (SELECT record FROM exchange_delivery_line WHERE delivery = \(delivery.id))
      """)
  }

  private static func subject(_ id: ID<Delivery>) -> String { "delivery:\(id.value)" }

  static func head(of id: ID<Delivery>, _ reader: Reader) throws -> DeliveryFile.Head {
    let text = try reader.first("SELECT head FROM exchange_delivery WHERE id = \(id)") { try $0.text(0) } ?? ""
    return try JSONDecoder().decode(DeliveryFile.Head.self, from: Data(text.utf8))
  }

  /// The lines as they were written, in their order.
  static func contents(of id: ID<Delivery>, _ reader: Reader) throws -> [[UInt8]] {
    let keys = try reader.keys()
    return try reader.query("SELECT sealed FROM exchange_delivery_line WHERE delivery = \(id) ORDER BY line") { row in
      guard let plain = try SealedText.open(try row.text(0), for: subject(id), keys) else {
        throw OffenderRefusal.sealBroken
      }
      return plain
    }
  }

  static func answer(_ id: ID<Delivery>, _ receipt: DeliveryReceipt, sha256: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE exchange_delivery SET answered_at = \(tx.now), receiver = \(receipt.receiver.clipped(to: 80)),
        taken = \(receipt.taken), revised = \(receipt.revised), known = \(receipt.known),
        refused = \(Int64(receipt.refused.count)), receipt = \(sha256) WHERE id = \(id)
      """)
    try tx.execute("UPDATE exchange_delivery_line SET state = 'taken' WHERE delivery = \(id)")
    for row in receipt.refused {
      let reasons = row.reasons.isEmpty ? "没有写理由" : row.reasons.joined(separator: "；").clipped(to: 500)
      try tx.execute(
        """
        UPDATE exchange_delivery_line SET state = 'refused', reasons = \(reasons) WHERE delivery = \(id) AND line = \(row.line)
        """)
    }
  }

  static func receipt(of id: ID<Delivery>, _ reader: Reader) throws -> String? {
    try reader.first("SELECT receipt FROM exchange_delivery WHERE id = \(id)") { try $0.maybeText(0) } ?? nil
  }

  /// False where the line was not refused, or somebody dealt with it.
  static func mend(
    _ line: Int64, of id: ID<Delivery>, _ state: DeliveredLine.State, _ words: String, _ tx: Transaction
  ) throws -> Bool {
    try tx.execute(
      """
      UPDATE exchange_delivery_line SET state = \(state.rawValue), words = \(words)
      WHERE delivery = \(id) AND line = \(line) AND state = 'refused'
      """) > 0
  }

  /// Refused lines that nobody dealt with.
  static func refused(of id: ID<Delivery>, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM exchange_delivery_line WHERE delivery = \(id) AND state = 'refused'")
  }

  static func delivery(_ id: ID<Delivery>, _ reader: Reader) throws -> DeliveryRecord? {
    try reader.first("SELECT \(sql: columns) FROM exchange_delivery WHERE id = \(id)", delivery)
  }

  static func delivery(number: Int64, in county: County, _ reader: Reader) throws -> DeliveryRecord? {
    try reader.first(
      "SELECT \(sql: columns) FROM exchange_delivery WHERE county = \(county) AND number = \(number)", delivery)
  }

  static func last(in county: County, _ reader: Reader) throws -> DeliveryRecord? {
    try reader.first(
      "SELECT \(sql: columns) FROM exchange_delivery WHERE county = \(county) ORDER BY number DESC LIMIT 1", delivery)
  }

  /// The change up to which everything was delivered; nil before the first batch.
  static func frontier(in county: County, _ reader: Reader) throws -> Instant? {
    try reader.first(
      "SELECT frontier FROM exchange_delivery WHERE county = \(county) ORDER BY number DESC LIMIT 1"
    ) { try $0.instant(0) }
  }

  /// The newest first.
  static func list(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> (Int64, [DeliveryRecord]) {
    (
      try reader.number("SELECT COUNT(*) FROM exchange_delivery WHERE " + filter),
      try reader.query(
        "SELECT \(sql: columns) FROM exchange_delivery WHERE " + filter
          + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)", delivery)
    )
  }

  /// Of each record the change that was delivered last.
  static func delivered(_ records: [Int64], _ reader: Reader) throws -> [Int64: Int64] {
    var known: [Int64: Int64] = [:]
    for start in stride(from: 0, to: records.count, by: 500) {
      let some = records[start..<min(start + 500, records.count)]
      for (record, at) in try reader.query(
        "SELECT record, at FROM exchange_delivered WHERE record IN \(sql: .list(Array(some)))",
        { (try $0.int(0), try $0.int(1)) })
      { known[record] = at }
    }
    return known
  }

  /// Refused records that are to go with the next batch.
  static func again(in county: County, _ reader: Reader) throws -> [ID<OffenderRecord>] {
    try reader.query(
      """
      SELECT DISTINCT l.record FROM exchange_delivery_line l JOIN exchange_delivery d ON d.id = l.delivery
      WHERE d.county = \(county) AND l.state = 'again' ORDER BY l.record
      """
    ) { try $0.id(0) }
  }

  /// Lines that were refused, dealt with or not; a page of the batch needs no others.
  static func mended(of id: ID<Delivery>, _ reader: Reader) throws -> [DeliveredLine] {
    try reader.query(
      """
      SELECT line, record, state, reasons, words FROM exchange_delivery_line
      WHERE delivery = \(id) AND reasons <> '' ORDER BY line LIMIT 500
      """
    ) { row in
      DeliveredLine(
        line: try row.int(0), record: try row.id(1), state: DeliveredLine.State(rawValue: try row.text(2)) ?? .sent,
        reasons: try row.text(3), words: try row.text(4))
    }
  }

  private static func delivery(_ row: Row) throws -> DeliveryRecord {
    let answered = try row.maybeInstant(7).map {
      DeliveryRecord.Answered(
        at: $0, receiver: try row.text(8), taken: try row.int(9), revised: try row.int(10), known: try row.int(11),
        refused: try row.int(12))
    }
    return DeliveryRecord(
      id: try row.id(0), county: try row.county(1), number: try row.int(2), lines: try row.int(3),
      sha256: try row.text(4), maker: try row.text(5), at: try row.instant(6), answered: answered)
  }
}

/// All SQL of what was taken in.
enum IntakeStore {
  private static let columns: SQL = "id, county, sender, batch, sha256, row_count, receipt, actor, at"

  static func insert(_ intake: DeliveryIntake, key: String, _ tx: Transaction) throws {
    let receipt = String(decoding: try JSONCall.write(intake.receipt), as: UTF8.self)
    try tx.execute(
      """
      INSERT INTO exchange_intake (id, county, sender_key, sender, batch, sha256, row_count, receipt, actor, at)
      VALUES (\(intake.id), \(intake.county), \(key), \(intake.sender), \(intake.batch), \(intake.sha256),
        \(intake.lines), \(receipt), \(intake.actor), \(intake.at))
      """)
  }

  /// A record of the register is what a key of a sender says in this revision.
  static func put(
    _ line: DeliveryFile.Line, _ record: ID<OffenderRecord>, from sender: String, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO exchange_taken (sender_key, record_key, record, revision)
      VALUES (\(sender), \(line.key), \(record), \(line.revision))
      ON CONFLICT (sender_key, record_key) DO UPDATE SET revision = excluded.revision
      """)
  }

  static func taken(
    from sender: String, keys: [String], _ reader: Reader
  ) throws -> [String: (record: ID<OffenderRecord>, revision: Int64)] {
    var known: [String: (record: ID<OffenderRecord>, revision: Int64)] = [:]
    for start in stride(from: 0, to: keys.count, by: 500) {
      let some = Array(keys[start..<min(start + 500, keys.count)])
      let rows = try reader.query(
        """
        SELECT record_key, record, revision FROM exchange_taken WHERE sender_key = \(sender)
          AND record_key IN \(sql: .list(some))
        """
      ) { (try $0.text(0), try $0.id(1, OffenderRecord.self), try $0.int(2)) }
      for (key, record, revision) in rows { known[key] = (record, revision) }
    }
    return known
  }

  static func intake(_ id: ID<DeliveryIntake>, _ reader: Reader) throws -> DeliveryIntake? {
    try reader.first("SELECT \(sql: columns) FROM exchange_intake WHERE id = \(id)", intake)
  }

  static func intake(of sender: String, batch: Int64, _ reader: Reader) throws -> DeliveryIntake? {
    try reader.first(
      "SELECT \(sql: columns) FROM exchange_intake WHERE sender_key = \(sender) AND batch = \(batch)", intake)
  }

  static func last(of sender: String, _ reader: Reader) throws -> DeliveryIntake? {
    try reader.first(
      "SELECT \(sql: columns) FROM exchange_intake WHERE sender_key = \(sender) ORDER BY batch DESC LIMIT 1", intake)
  }

  /// The newest first.
  static func list(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> (Int64, [DeliveryIntake]) {
    (
      try reader.number("SELECT COUNT(*) FROM exchange_intake WHERE " + filter),
      try reader.query(
        "SELECT \(sql: columns) FROM exchange_intake WHERE " + filter
          + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)", intake)
    )
  }

  private static func intake(_ row: Row) throws -> DeliveryIntake {
    DeliveryIntake(
      id: try row.id(0), county: try row.county(1), sender: try row.text(2), batch: try row.int(3),
      sha256: try row.text(4), lines: try row.int(5), receipt: try DeliveryReceipt.read(Array(try row.text(6).utf8)),
      actor: try row.text(7), at: try row.instant(8))
  }
}
