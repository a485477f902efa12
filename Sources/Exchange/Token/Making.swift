internal import Kit
package import Storage
package import Web

extension Exchange {
  /// A token for an outer system. Answers the secret, which is shown once: only its keyed hash is kept.
  ///
  /// Refuses a last day that is past or more than a year away, and a token without scope.
  func make(_ new: NewToken, _ tx: Transaction) throws -> (record: TokenRecord, secret: String) {
    guard new.until >= tx.today else { throw TokenFormRefusal.past }
    let latest = tx.today.adding(months: 12)
    guard new.until <= latest else { throw TokenFormRefusal.far(latest) }
    guard !new.scopes.isEmpty else { throw TokenFormRefusal.noScope }
    let id = tx.world.newID(Token.self)
    let secret = tx.world.randomBytes(32).hex
    let record = TokenRecord(
      id: id, county: tx.county, new: new, hash: try Self.hash(secret, of: id, tx), maker: tx.actor.title, at: tx.now,
      revoked: nil, calls: 0, lastCall: nil)
    try TokenStore.insert(record, tx)
    tx.tell(
      record.ref, "为\(record.title)开通，目的：\(new.purpose)",
      [Change("用途", nil, new.scopes.map(\.title).joined(separator: "、")), Change("到期", nil, new.until.iso)])
    return (record, "qyx_\(id)_\(secret)")
  }

  /// It opens nothing from now on. Refuses a second time.
  func revoke(_ id: ID<Token>, because: String, _ tx: Transaction) throws {
    guard let token = try TokenStore.find(id, tx), token.county == tx.county else { throw MissingRecord("个令牌") }
    guard token.revoked == nil else { throw TokenFormRefusal.revokedBefore }
    try TokenStore.revoke(id, TokenRecord.Revoked(at: tx.now, by: tx.actor.title, because: because), tx)
    tx.tell(token.ref, "吊销\(token.title)")
  }

  /// Who holds a token that came with a request; the gate asks. The hashes are compared in the same time whatever they hold, and a
  /// number that nobody has costs the same hash.
  package static func holder(_ token: String, _ reader: Reader) throws -> TokenStanding {
    let parts = token.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "qyx", let id = ID<Token>(text: parts[1]) else { return .unknown }
    let record = try TokenStore.find(id, reader)
    let isRight = sameInConstantTime(
      Array(try hash(String(parts[2]), of: id, reader).utf8), Array((record?.hash ?? "").utf8))
    guard let record, isRight else { return .unknown }
    if record.revoked != nil { return .revoked }
    guard record.new.until >= reader.today else { return .expired }
    return .holder(
      TokenHolder(
        number: id.value, county: record.county, name: record.new.system, scopes: Set(record.new.scopes),
        isBusy: try TokenStore.calls(of: id, since: reader.now.adding(seconds: -60), reader) >= record.new.perMinute))
  }

  /// Bound to the number of the token, so that no hash fits another.
  private static func hash(_ secret: String, of id: ID<Token>, _ reader: Reader) throws -> String {
    keyedHash("exchange-token:\(id):\(secret)", key: try reader.keys().lookup)
  }
}
