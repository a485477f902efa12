import Kit
import Storage

/// The SQL of drafts that were sent and of receipts.
enum DraftStore {
  static func insert(_ hash: String, onceHash: String, _ tx: Transaction) throws {
    try tx.execute(
      "INSERT INTO report_draft (hash, county, once_hash) VALUES (\(hash), \(tx.county), \(onceHash))")
  }

  /// Which slip a draft became; nil while it was not sent.
  static func onceHash(of hash: String, _ reader: Reader) throws -> String? {
    try reader.first("SELECT once_hash FROM report_draft WHERE hash = \(hash)") { try $0.text(0) }
  }

  static func insert(_ proof: ReceiptProof, of record: Ref, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO report_receipt (kind, record, county, sha256, files)
      VALUES (\(record.kind), \(record.number), \(tx.county), \(proof.sha256), \(proof.files.joined(separator: ",")))
      """)
  }

  /// Nil for reports from before there were receipts, and for orders that came in a list.
  static func receipt(of record: Ref, _ reader: Reader) throws -> (sha256: String, files: [String])? {
    try reader.first(
      "SELECT sha256, files FROM report_receipt WHERE kind = \(record.kind) AND record = \(record.number)"
    ) { (sha256: try $0.text(0), files: try $0.text(1).commaParts) }
  }
}
