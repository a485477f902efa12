import Kit
import Storage
import Web

/// Draft (草稿): a form whose text a browser keeps until the server has acknowledged it. The script `draft.js` draws its
/// token, 16 random bytes that nobody else knows, and sends it along each time that it tries.
///
/// One token is one report, however often it arrives: the same words answer the same receipt and the same query code,
/// other words are refused. The code follows from token and words together, so that neither alone brings it out.
enum Draft {
  /// Nil where the form came without the script.
  static func token(_ form: Form) -> String? {
    form.value("draft").flatMap { [UInt8](hex: $0)?.count == 16 ? $0 : nil }
  }

  static func hash(_ token: String, _ database: Database) -> String {
    keyedHash("draft:\(token)", key: database.folder.keys.lookup)
  }
}

extension Intake {
  /// Notes that a draft was sent. Refuses a draft that was sent before with other words; the first stays as it is.
  func refuseSpent(_ slip: Slip, _ tx: Transaction) throws {
    guard let draft = slip.draftHash, let known = try DraftStore.onceHash(of: draft, tx) else { return }
    guard known == slip.onceHash else { throw IntakeRefusal.draftSpent }
  }

  /// Keeps what the reporter is told of the arrival: the hash, and which draft it was.
  func acknowledge(_ record: Ref, _ proof: ReceiptProof, _ slip: Slip, _ tx: Transaction) throws {
    try DraftStore.insert(proof, of: record, tx)
    if let draft = slip.draftHash { try DraftStore.insert(draft, onceHash: slip.onceHash, tx) }
  }

  /// What is told a second time: the files are those of the first.
  func proof(of record: Ref, _ new: NewClue, _ evidence: Evidence, _ reader: Reader) throws -> ReceiptProof {
    let kept = try DraftStore.receipt(of: record, reader)?.files
    return ReceiptProof(new, files: kept ?? evidence.files.map(\.sha256))
  }
}
