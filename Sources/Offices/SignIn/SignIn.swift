import Kit
package import Storage
package import Web

extension Deed {
  package static let signIn = Deed("offices.sign-in")
  package static let signOut = Deed("offices.sign-out")
}

/// Signing in and the sessions that follow. A session ends 30 minutes after its last use, 12 hours after its beginning,
/// or when its account is withdrawn.
enum SignIn {
  static let idleSeconds: Int64 = 30 * 60
  static let wholeSeconds: Int64 = 12 * 3600
  static let mostFailures: Int64 = 10
  static let failureSeconds: Int64 = 15 * 60

  /// Answers the new session's token. The store keeps only its keyed hash.
  static func begin(login: String, password: String, _ database: Database) async throws -> String {
    let since = database.world.now().adding(seconds: -failureSeconds)
    let key = database.folder.keys.lookup
    let loginKey = keyedHash(login, key: key)
    let (person, kept, failures) = try await database.read { reader in
      let person = try PeopleStore.person(login: login, reader).flatMap { $0.isActive ? $0 : nil }
      return (
        person, try person.flatMap { try PeopleStore.password(of: $0.id, reader) },
        try SessionStore.failures(of: loginKey, since: since, reader)
      )
    }
    guard failures < mostFailures else { throw OfficesRefusal.tooManyTries }
    guard await Password.matches(password, kept), let person else {
      let now = database.world.now()
      try await database.scratch { try SessionStore.addFailure(of: loginKey, at: now, before: since, $0) }
      throw OfficesRefusal.wrongPassword
    }
    let token = database.world.randomBytes(24).hex
    let actor = Actor(kind: .account, number: person.id.value, title: person.label)
    try await database.change(person.county, by: actor, deed: .signIn) { tx in
      try SessionStore.insert(keyedHash(token, key: key), person.id, ends: tx.now.adding(seconds: wholeSeconds), tx)
      tx.tell(Ref(.account, person.id), "登录")
    }
    return token
  }

  static func end(_ token: String, _ viewer: Viewer, _ database: Database) async throws {
    let hash = keyedHash(token, key: database.folder.keys.lookup)
    try await database.change(viewer.county, by: viewer.actor, deed: .signOut) { tx in
      try SessionStore.end(hash, tx)
      tx.tell(Ref(.account, viewer.account), "退出登录")
    }
  }
}

extension Offices {
  /// Who holds a session now, with rights as they are now; nil for none. `isStale` where its last use should be noted:
  /// once in five minutes is exact enough for an idle end, and keeps reading pages free of writes.
  package static func viewer(
    _ token: String, roles: RoleBook, _ database: Database, _ reader: Reader
  ) throws -> (viewer: Viewer, isStale: Bool)? {
    let now = database.world.now()
    guard let session = try SessionStore.find(keyedHash(token, key: database.folder.keys.lookup), reader),
      session.ends > now, session.seen.adding(seconds: SignIn.idleSeconds) > now,
      let person = try PeopleStore.person(session.account, reader), person.isActive
    else { return nil }
    return (try viewer(person, roles: roles, reader), session.seen.adding(seconds: 300) < now)
  }

  /// Notes that a session was used.
  package static func touch(_ token: String, _ database: Database) async throws {
    let (hash, now) = (keyedHash(token, key: database.folder.keys.lookup), database.world.now())
    try await database.scratch { try SessionStore.touch(hash, now, $0) }
  }

  package static func viewer(_ person: Person, roles: RoleBook, _ reader: Reader) throws -> Viewer {
    Viewer(
      account: person.id.value, name: person.name, title: person.label, post: person.post, county: person.county,
      countyName: try RegionStore.region(person.region, reader)?.name ?? "", agency: person.agency.value,
      counties: try jurisdiction(of: person, reader), roles: person.roles,
      grants: roles.grants(of: person.roles))
  }

  /// Most people work for one county, and the tree need not be walked for them.
  private static func jurisdiction(of person: Person, _ reader: Reader) throws -> [County] {
    person.region == person.county.number ? [person.county] : try counties(under: person.region, reader)
  }
}
