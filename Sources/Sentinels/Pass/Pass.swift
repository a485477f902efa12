import Intake
import Kit
package import Storage
package import Web

extension Deed {
  package static let giveCode = Deed("sentinels.give-code")
  package static let tieDevice = Deed("sentinels.tie-device")
  package static let cutDevice = Deed("sentinels.cut-device")
}

/// A one-time code (登录码) that was given out. Of the code itself only a keyed hash is kept.
struct PassRecord: Sendable {
  let id: ID<PassRecord>
  let county: County
  let post: ID<Post>
  let contact: ID<ContactRecord>
  let ends: Instant
}

/// The tie of a telephone to its post (手机登录). Of its token only a keyed hash is kept.
struct TieRecord: Sendable {
  let id: ID<TieRecord>
  let post: ID<Post>
  let contact: ID<ContactRecord>
  let begun: Instant
  let ends: Instant
  let cut: Instant?

  func holds(at now: Instant) -> Bool { cut == nil && now < ends }
}

extension Sentinels {
  /// A code for a contact person, shown once; what he was given before and has not used dies. Refuses a post that is not
  /// in use, and somebody who is not its contact person now. `secret` is at least 16 random bytes as text.
  func giveCode(
    for contact: ID<ContactRecord>, of id: ID<Post>, secret: String, _ keys: Keys, _ tx: Transaction
  ) throws -> QueryCode {
    let post = try Self.standing(id, tx)
    guard post.state == .active else { throw SentinelRefusal.notActive(post.state.title) }
    guard let person = try PostStore.contacts(of: id, tx).first(where: { $0.id == contact && $0.until == nil })
    else { throw SentinelRefusal.noContact }
    let code = QueryCode(secret: "post:\(secret)", key: keys.lookup)
    try PassStore.dropCodes(of: contact, tx)
    let ends = tx.now.adding(seconds: Int64(book.access.codeDays) * 86_400)
    let pass = PassRecord(id: tx.world.newID(), county: tx.county, post: id, contact: contact, ends: ends)
    try PassStore.insert(pass, hash: Self.hash(code, keys), tx)
    tx.tell(post.ref, "给监测哨点“\(post.name)”的\(person.part.title)一个登录码，\(ends.date.iso) 前可以用一次")
    return code
  }

  /// Ties a telephone by a code that works once. Refuses codes that are unknown, used, dropped or over, and a post that is
  /// not in use. `token` is what the telephone keeps.
  func tie(_ pass: PassRecord, token: String, _ keys: Keys, _ tx: Transaction) throws {
    guard try PassStore.use(pass.id, tx) else { throw SentinelRefusal.wrongCode }
    let post = try Self.standing(pass.post, tx)
    guard post.state == .active else { throw SentinelRefusal.notActive(post.state.title) }
    let tie = TieRecord(
      id: tx.world.newID(), post: post.id, contact: pass.contact, begun: tx.now,
      ends: tx.now.adding(seconds: Int64(book.access.deviceDays) * 86_400), cut: nil)
    try PassStore.insert(tie, hash: Self.hash(token: token, keys), tx)
    tx.tell(post.ref, "连上一部手机")
  }

  /// Cuts one tie, or all of a post with its codes: the telephone was lost. What is cut already stays so.
  static func cut(_ tie: ID<TieRecord>?, of id: ID<Post>, _ tx: Transaction) throws {
    guard let post = try PostStore.find(id, tx) else { throw MissingRecord("个哨点") }
    if let tie { try PassStore.cut(tie, of: id, tx) } else { try PassStore.cutAll(of: id, tx) }
    tx.tell(post.ref, tie == nil ? "停用监测哨点“\(post.name)”的全部手机和登录码" : "停用监测哨点“\(post.name)”的一部手机")
  }

  /// The telephone by its token, as the gate asks on every request; nil for a tie that was cut or is over, and for a post
  /// that is not in use.
  package static func device(_ token: String, _ database: Database, _ reader: Reader) throws -> Device? {
    guard let tie = try PassStore.tie(hash: hash(token: token, database.folder.keys), reader),
      tie.holds(at: reader.now), let post = try PostStore.find(tie.post, reader), post.state == .active
    else { return nil }
    return Device(record: post.ref, county: post.county, actor: post.actor, tie: tie.id.value)
  }

  static func hash(_ code: QueryCode, _ keys: Keys) -> String { keyedHash("post-code:\(code.text)", key: keys.lookup) }
  static func hash(token: String, _ keys: Keys) -> String { keyedHash("post-token:\(token)", key: keys.lookup) }
}
