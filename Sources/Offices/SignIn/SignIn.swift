import Kit
package import Storage
import Web

extension Deed {
  package static let signIn = Deed("offices.sign-in")
  package static let signOut = Deed("offices.sign-out")
  static let prove = Deed("offices.prove")
}

/// Signing in and the sessions that follow. A session ends 30 minutes after its last use, 12 hours after its beginning,
/// or when its account is withdrawn.
enum SignIn {
  static let idleSeconds: Int64 = 30 * 60
  static let wholeSeconds: Int64 = 12 * 3600
  static let mostFailures: Int64 = 10
  static let failureSeconds: Int64 = 15 * 60

  /// What a right password leads to.
  enum Outcome {
    case session(String)
    /// The account has a code app: the value goes into the form that asks for the code.
    case codeWanted(PendingSignIn)
  }

  /// The same answer, after the same time, for an account that does not exist and for a wrong password.
  static func begin(login: String, password: String, _ database: Database) async throws -> Outcome {
    let tries = Tries(login, database)
    try await tries.refuseTooMany()
    let (person, secrets) = try await database.read { reader in
      let person = try PeopleStore.person(login: login, reader).flatMap { $0.isActive ? $0 : nil }
      return (person, try person.flatMap { try SecretStore.find($0.id, reader) })
    }
    guard await Password.matches(password, secrets?.password), let person else {
      try await tries.fail()
      throw OfficesRefusal.wrongPassword
    }
    guard secrets?.totp != nil else { return .session(try await session(for: person, database)) }
    return .codeWanted(PendingSignIn(person.id, login: login, database))
  }

  /// The second step. Wrong codes count as wrong passwords do.
  static func finish(_ pending: PendingSignIn, code: String, _ database: Database) async throws -> String {
    let tries = Tries(pending.login, database)
    try await tries.refuseTooMany()
    guard try await Codes.use(code, of: pending.account, database) else {
      try await tries.fail()
      throw OfficesRefusal.wrongCode
    }
    guard let person = try await database.read({ try PeopleStore.person(pending.account, $0) }), person.isActive else {
      throw OfficesRefusal.wrongPassword
    }
    return try await session(for: person, database)
  }

  /// Answers the new session's token. The store keeps only its keyed hash.
  private static func session(for person: Person, _ database: Database) async throws -> String {
    let token = database.world.randomBytes(24).hex
    let hash = keyedHash(token, key: database.folder.keys.lookup)
    try await database.change(person.county, by: person.actor, deed: .signIn) { tx in
      try SessionStore.insert(hash, person.id, ends: tx.now.adding(seconds: wholeSeconds), tx)
      tx.tell(Ref(.account, person.id), "登录")
    }
    return token
  }

  /// Notes in the session that the person proved anew who he is, by password or code.
  static func prove(_ typed: String, session: String, _ viewer: Viewer, _ database: Database) async throws {
    let account = ID<Account>(viewer.account)
    let found = try await database.read { (try PeopleStore.person(account, $0), try SecretStore.find(account, $0)) }
    guard let person = found.0, let secrets = found.1 else { throw OfficesRefusal.wrongPassword }
    let tries = Tries(person.login, database)
    try await tries.refuseTooMany()
    var isRight = await Password.matches(typed, secrets.password)
    if !isRight { isRight = try await Codes.use(typed, of: account, database) }
    guard isRight else {
      try await tries.fail()
      throw OfficesRefusal.wrongPassword
    }
    let hash = keyedHash(session, key: database.folder.keys.lookup)
    try await database.change(viewer.county, by: viewer.actor, deed: .prove) { tx in
      try SessionStore.prove(hash, tx)
      tx.tell(Ref(.account, account), "再次确认身份")
    }
  }

  static func end(_ token: String, _ viewer: Viewer, _ database: Database) async throws {
    let hash = keyedHash(token, key: database.folder.keys.lookup)
    try await database.change(viewer.county, by: viewer.actor, deed: .signOut) { tx in
      try SessionStore.end(hash, tx)
      tx.tell(Ref(.account, viewer.account), "退出登录")
    }
  }
}

extension Person {
  var actor: Actor { Actor(kind: .account, number: id.value, title: label) }
}
