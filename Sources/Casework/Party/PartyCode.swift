package import Intake
package import Kit
package import Storage

/// The code (当事人查询码) with which the party of a case reads its papers and acts, without an account.
///
/// It has the form and the strength of a reporter's query code. The store keeps a secret and the code's keyed hash: with
/// the key, which lies outside of the store, the officers of the case can print the same code with every notice.
extension Casework {
  /// Makes the code, or a new one: the old one dies. For the officers of the case alone; also after closing, when
  /// a code fell into other hands.
  @discardableResult
  package func renewPartyCode(of id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws -> QueryCode {
    let record = try found(id, tx)
    try refuseOthers(record, tx)
    let isNew = try PartyStore.secret(of: id, tx) == nil
    let code = try drawCode(of: id, keys, tx)
    tx.tell(record.ref, isNew ? "生成案件\(record.number)的当事人查询码" : "更换案件\(record.number)的当事人查询码，原来的码作废")
    return code
  }

  /// The code that a case has, else a new one: the first notice to the party brings it into being. Shows it to nobody.
  @discardableResult
  func ownCode(of record: CaseRecord, _ keys: Keys, _ tx: Transaction) throws -> QueryCode {
    if let known = try Self.partyCode(of: record.id, keys, tx) { return known }
    let code = try drawCode(of: record.id, keys, tx)
    tx.tell(record.ref, "生成案件\(record.number)的当事人查询码")
    return code
  }

  private func drawCode(of id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws -> QueryCode {
    let secret = tx.world.randomBytes(16).hex
    let code = Self.code(secret, of: id, keys)
    try PartyStore.keep(secret: secret, hash: code.hash(key: keys.lookup), of: id, tx)
    return code
  }

  /// The code of a case, to be printed on its papers; nil where none was made. The caller has checked the reader's rights.
  package static func partyCode(of id: ID<Case>, _ keys: Keys, _ reader: Reader) throws -> QueryCode? {
    try PartyStore.secret(of: id, reader).map { code($0.text, of: id, keys) }
  }

  /// Bound to its case, so that a secret copied to another row gives another code.
  private static func code(_ secret: String, of id: ID<Case>, _ keys: Keys) -> QueryCode {
    QueryCode(secret: "party:\(id.value):\(secret)", key: keys.lookup)
  }
}
