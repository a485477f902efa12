package import Kit
package import Storage
package import Web

/// Who holds a session now, with rights as they are at this moment.
package struct Presence: Sendable {
  package let viewer: Viewer
  /// Its last use should be noted: once in five minutes is exact enough for an idle end, and keeps pages free of writes.
  package let isStale: Bool
  package let provedAt: Instant
  package let mustChange: Bool
}

extension Offices {
  /// Nil for a session that does not exist, has ended, or whose account was withdrawn.
  package static func presence(
    _ token: String, roles: RoleBook, _ database: Database, _ reader: Reader
  ) throws -> Presence? {
    let now = reader.now
    guard let session = try SessionStore.find(keyedHash(token, key: database.folder.keys.lookup), reader),
      session.ends > now, session.seen.adding(seconds: SignIn.idleSeconds) > now,
      let person = try PeopleStore.person(session.account, reader), person.isActive
    else { return nil }
    return Presence(
      viewer: try viewer(person, session, roles: roles, reader), isStale: session.seen.adding(seconds: 300) < now,
      provedAt: session.proved, mustChange: session.mustChange)
  }

  /// Notes that a session was used.
  package static func touch(_ token: String, _ database: Database) async throws {
    let (hash, now) = (keyedHash(token, key: database.folder.keys.lookup), database.world.now())
    try await database.scratch { try SessionStore.touch(hash, now, $0) }
  }

  /// Own rights and those of whom the person stands in for today. An administrator's rights are never lent.
  private static func viewer(
    _ person: Person, _ session: SessionStore.Session, roles: RoleBook, _ reader: Reader
  ) throws -> Viewer {
    let givers = session.mayStandIn ? try givers(to: person, roles, reader) : []
    let held = person.roles + givers.flatMap(\.roles)
    return Viewer(
      account: person.id.value, name: person.name, title: title(person, givers), post: person.post,
      county: person.county, countyName: person.regionName,
      agency: person.agency.value, counties: try jurisdiction(of: person, reader), roles: held,
      grants: roles.grants(of: held), standsInFor: givers.map { ($0.id.value, $0.agency.value) },
      recusals: session.mayBeRecused ? try RecusalStore.records(of: person.id, reader) : [])
  }

  private static func givers(to person: Person, _ roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try DelegationStore.givers(to: person.id, reader).compactMap { try PeopleStore.person($0, reader) }
      .filter { $0.isActive && $0.county == person.county && !roles.hasAlone($0.roles) }
  }

  /// `周予宁（县卫生监督所，代贺远）`: the ledger shows in whose place somebody acted.
  private static func title(_ person: Person, _ givers: [Person]) -> String {
    guard !givers.isEmpty else { return person.label }
    return "\(person.name)（\(person.agencyName)，代\(givers.map(\.name).joined(separator: "、"))）"
  }

  /// Most people work for one county, and the tree need not be walked for them.
  private static func jurisdiction(of person: Person, _ reader: Reader) throws -> [County] {
    person.region == person.county.number ? [person.county] : try counties(under: person.region, reader)
  }
}
