import Foundation
import Intake
import Kit
import Storage

enum PartyStore {
  // Particulars.

  static func particulars(of record: CaseRecord, _ keys: Keys, _ reader: Reader) throws -> Particulars? {
    let sealed = try reader.first("SELECT sealed FROM case_party WHERE law_case = \(record.id)") { try $0.text(0) }
    guard let sealed else { return nil }
    guard let plain = try SealedText.open(sealed, for: subject(record.id), keys) else {
      throw PartyRefusal.sealBroken(record.number)
    }
    return try JSONDecoder().decode(Particulars.self, from: Data(plain))
  }

  static func keep(_ particulars: Particulars, of id: ID<Case>, confirmed: PartyDays, _ keys: Keys, _ tx: Transaction)
    throws
  {
    let plain = [UInt8](try JSONEncoder().encode(particulars))
    let sealed = try SealedText.seal(plain, for: subject(id), keys, tx.world)
    try tx.execute(
      """
      INSERT INTO case_party (law_case, county, sealed, address_on, electronic_on, at)
      VALUES (\(id), \(tx.county), \(sealed), \(confirmed.address), \(confirmed.electronic), \(tx.now))
      ON CONFLICT (law_case) DO UPDATE SET sealed = excluded.sealed, address_on = excluded.address_on,
        electronic_on = excluded.electronic_on, at = excluded.at
      """)
  }

  /// The days of what the party confirmed: no secret, and asked without the key. Nil: nothing is on file.
  static func days(of id: ID<Case>, _ reader: Reader) throws -> PartyDays? {
    try reader.first("SELECT address_on, electronic_on FROM case_party WHERE law_case = \(id)") {
      PartyDays(address: try $0.maybeDate(0), electronic: try $0.maybeDate(1))
    }
  }

  private static func subject(_ id: ID<Case>) -> String { "case:\(id.value):party" }

  // Codes.

  static func keep(secret: String, hash: String, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_code (law_case, county, secret, code_hash, made_on)
      VALUES (\(id), \(tx.county), \(secret), \(hash), \(tx.today))
      ON CONFLICT (law_case) DO UPDATE SET secret = excluded.secret, code_hash = excluded.code_hash,
        made_on = excluded.made_on
      """)
  }

  static func secret(of id: ID<Case>, _ reader: Reader) throws -> (text: String, madeOn: CivilDate)? {
    try reader.first("SELECT secret, made_on FROM case_code WHERE law_case = \(id)") {
      (try $0.text(0), try $0.date(1))
    }
  }

  /// The one look-up that knows no county: the party has nothing but the code.
  static func lawCase(hash: String, _ reader: Reader) throws -> ID<Case>? {
    try reader.first("SELECT law_case FROM case_code WHERE code_hash = \(hash)") { try $0.id(0) }
  }

  static func county(hash: String, _ reader: Reader) throws -> County? {
    try reader.first("SELECT county FROM case_code WHERE code_hash = \(hash)") { try $0.county(0) }
  }

  // Receipts.

  static func insert(_ receipt: PartyReceipt, once: String, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_receipt (law_case, number, county, act, step, on_date, at, hash, once_hash, files)
      VALUES (\(id), \(receipt.number), \(tx.county), \(receipt.act.rawValue), \(receipt.step), \(receipt.at.date),
        \(receipt.at), \(receipt.hash), \(once), \(receipt.files.joined(separator: ",")))
      """)
  }

  /// The oldest first.
  static func receipts(of id: ID<Case>, _ reader: Reader) throws -> [PartyReceipt] {
    try reader.query("SELECT \(sql: columns) FROM case_receipt WHERE law_case = \(id) ORDER BY at, number", receipt)
  }

  static func receipt(once: String, of id: ID<Case>, _ county: County, _ reader: Reader) throws -> PartyReceipt? {
    try reader.first(
      "SELECT \(sql: columns) FROM case_receipt WHERE county = \(county) AND once_hash = \(once) AND law_case = \(id)",
      receipt)
  }

  static func sent(of id: ID<Case>, on day: CivilDate, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM case_receipt WHERE law_case = \(id) AND on_date = \(day)")
  }

  private static let columns: SQL = "number, act, step, at, hash, files"

  private static func receipt(_ row: Row) throws -> PartyReceipt {
    PartyReceipt(
      number: try row.text(0), act: PartyAct(rawValue: try row.text(1)) ?? .defence, step: try row.maybeInt(2),
      at: try row.instant(3), hash: try row.text(4), files: try row.text(5).commaParts)
  }
}
