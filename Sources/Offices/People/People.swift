package import Kit
package import Storage
package import Web

/// An account (账号) of a person. The name of the kind only; see `Person`.
package enum Account {}
/// Agency (机关): supervision institute, health commission, campaign office …
package enum Agency {}

extension RefKind {
  package static let account = RefKind("account")
  package static let agency = RefKind("agency")
}

extension Permission {
  package static let accountSee = Permission("account.see")
  package static let accountWork = Permission("account.work")
}

extension Deed {
  package static let addAgency = Deed("offices.add-agency")
  package static let addAccount = Deed("offices.add-account")
  package static let withdrawAccount = Deed("offices.withdraw-account")
  package static let restoreAccount = Deed("offices.restore-account")
  package static let resetPassword = Deed("offices.reset-password")
  package static let certify = Deed("offices.certify")
  package static let qualify = Deed("offices.qualify")
}

/// A person who works with the system.
package struct Person: Sendable {
  package let id: ID<Account>
  package let county: County
  package let login: String
  package let name: String
  package let post: String
  package let agency: ID<Agency>
  package let agencyName: String
  /// Root of the jurisdiction in the region tree.
  package let region: Int64
  /// Number of the enforcement certificate (执法证) where one is in force; only holders inspect and investigate.
  package let certificate: String?
  /// Legal qualification (法律职业资格); only holders review penalties for the first time.
  package let qualification: Qualification?
  /// Those that hold today.
  package let roles: [String]
  package let isActive: Bool
  /// As the jurisdiction is called today.
  package let regionName: String

  /// `周予宁（县卫生监督所）`.
  package var label: String { "\(name)（\(agencyName)）" }
}

package struct NewAccount: Sendable {
  package let login: String
  package let name: String
  package let post: String
  package let agency: ID<Agency>
  package let region: Int64
  package let certificate: Certificate?
  package let qualification: Qualification?
  package let roles: [String]
  /// Already derived; see `Password`.
  package let password: String
  /// Whether somebody else chose the password, so that it must be changed at the first sign-in.
  package let mustChange: Bool

  package init(
    login: String, name: String, post: String, agency: ID<Agency>, region: Int64, certificate: Certificate?,
    qualification: Qualification? = nil, roles: [String], password: String, mustChange: Bool = false
  ) {
    self.login = login
    self.name = name
    self.post = post
    self.agency = agency
    self.region = region
    self.certificate = certificate
    self.qualification = qualification
    self.roles = roles
    self.password = password
    self.mustChange = mustChange
  }
}

extension Offices {
  package static func addAgency(_ name: String, _ tx: Transaction) throws -> ID<Agency> {
    let id = tx.world.newID(Agency.self)
    try PeopleStore.insertAgency(id, name, tx)
    tx.tell(Ref(.agency, id), "登记单位\(name)")
    return id
  }

  /// Refuses a name that the county has already.
  static func addNewAgency(_ name: String, _ tx: Transaction) throws -> ID<Agency> {
    guard try !PeopleStore.agencies(in: tx.county, tx).contains(where: { $0.name == name }) else {
      throw FieldRefusal("agency-name", "“\(name)”已经在单位名单里。")
    }
    return try addAgency(name, tx)
  }

  /// Refuses a login that exists, roles that no pack knows, and roles that may not be held together.
  package static func addAccount(_ new: NewAccount, roles: RoleBook, _ tx: Transaction) throws -> ID<Account> {
    guard !new.roles.isEmpty, new.roles.allSatisfy({ roles[$0] != nil }) else { throw OfficesRefusal.unknownRole }
    try roles.refuseMixed(new.roles)
    guard try PeopleStore.person(login: new.login, tx) == nil else { throw OfficesRefusal.loginTaken(new.login) }
    let id = tx.world.newID(Account.self)
    try PeopleStore.insert(new, id, tx)
    for role in new.roles {
      try AppointmentStore.insert(Appointment(role: role, begins: tx.today), of: id, tx)
    }
    let names = new.roles.compactMap { roles[$0]?.name }.joined(separator: "、")
    tx.tell(Ref(.account, id), "为\(new.name)开通账号 \(new.login)，岗位：\(names)", [Change("岗位", nil, names)])
    return id
  }

  /// Ends the account's rights at once, its sessions with it.
  package static func withdraw(_ id: ID<Account>, _ tx: Transaction) throws {
    let person = try active(id, is: true, tx)
    guard Int64(tx.actor.number) != id.value else { throw OfficesRefusal.ownAccount }
    try PeopleStore.setActive(id, false, tx)
    try SessionStore.endAll(of: id, tx)
    tx.tell(Ref(.account, id), "停用账号 \(person.login)", [Change("状态", "在用", "停用")])
  }

  package static func restore(_ id: ID<Account>, _ tx: Transaction) throws {
    let person = try active(id, is: false, tx)
    try PeopleStore.setActive(id, true, tx)
    tx.tell(Ref(.account, id), "恢复账号 \(person.login)", [Change("状态", "停用", "在用")])
  }

  /// A new first password, which the person must change; all sessions end.
  static func resetPassword(of id: ID<Account>, _ password: String, _ tx: Transaction) throws {
    let person = try someoneElse(id, tx)
    try SecretStore.setPassword(id, password, mustChange: true, tx)
    try SessionStore.endAll(of: id, tx)
    tx.tell(Ref(.account, id), "重设账号 \(person.login) 的密码")
  }

  /// For a lost phone without recovery codes.
  static func resetCode(of id: ID<Account>, _ tx: Transaction) throws {
    let person = try someoneElse(id, tx)
    try SecretStore.setTOTP(id, nil, step: 0, tx)
    tx.tell(Ref(.account, id), "解除账号 \(person.login) 的动态口令")
  }

  private static func someoneElse(_ id: ID<Account>, _ tx: Transaction) throws -> Person {
    guard let person = try PeopleStore.person(id, tx), person.county == tx.county else { throw MissingRecord("个账号") }
    guard tx.actor.number != id.value else { throw OfficesRefusal.ownRights }
    return person
  }

  private static func active(_ id: ID<Account>, is wanted: Bool, _ tx: Transaction) throws -> Person {
    guard let person = try PeopleStore.person(id, tx), person.county == tx.county else { throw MissingRecord("个账号") }
    guard person.isActive == wanted else { throw OfficesRefusal.alreadyDone }
    return person
  }

  /// Active people of a county, holding a right by their roles where one is asked for; in the order of their accounts.
  package static func people(
    in county: County, holding permission: Permission?, roles: RoleBook, _ reader: Reader
  ) throws -> [Person] {
    try PeopleStore.active(in: county, roles: permission.map(roles.holding), reader)
  }

  /// Active people whose jurisdiction holds a county, of the county or from above, with how far a right of theirs
  /// reaches there; in the order of their accounts. Who does not hold the right is left out.
  package static func people(
    over county: County, holding permission: Permission, roles: RoleBook, _ reader: Reader
  ) throws -> [(person: Person, reach: Reach)] {
    let regions = try RegionStore.holding(county.number, reader)
    return try PeopleStore.people(of: regions, reader).compactMap { person in
      guard person.isActive, let reach = roles.grants(of: person.roles)[permission] else { return nil }
      return (person, reach)
    }
  }

  package static func person(_ id: ID<Account>, _ reader: Reader) throws -> Person? {
    try PeopleStore.person(id, reader)
  }

  /// Names of people by their account, for lists.
  package static func names(of accounts: [Int64], _ reader: Reader) throws -> [Int64: String] {
    Dictionary(try PeopleStore.names(Array(Set(accounts)), reader)) { first, _ in first }
  }

  /// Whether a store has no people yet: it waits for its set-up.
  package static func isEmpty(_ reader: Reader) throws -> Bool { try PeopleStore.isEmpty(reader) }

  package static func agencies(in county: County, _ reader: Reader) throws -> [(id: ID<Agency>, name: String)] {
    try PeopleStore.agencies(in: county, reader)
  }
}
