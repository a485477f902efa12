package import Kit
package import Storage
import Web

/// Appointment (任职): a role from a day on, perhaps to a last day. Rights follow it by themselves; nobody need remember
/// to take them away.
package struct Appointment: Sendable, Hashable {
  package let role: String
  package let begins: CivilDate
  /// The last day on which it holds.
  package let ends: CivilDate?
  /// The paper that appointed: `清卫发〔2026〕3号`.
  package let basis: String

  package init(role: String, begins: CivilDate, ends: CivilDate? = nil, basis: String = "") {
    self.role = role
    self.begins = begins
    self.ends = ends
    self.basis = basis
  }

  func holds(on day: CivilDate) -> Bool { begins <= day && ends.map { $0 >= day } ?? true }
  func isOver(on day: CivilDate) -> Bool { ends.map { $0 < day } ?? false }
}

extension Deed {
  package static let appoint = Deed("offices.appoint")
  package static let dismiss = Deed("offices.dismiss")
}

extension Offices {
  /// Gives a role. Refuses the security administrator's own account, a role that does not go with the others at any
  /// time (三员分立: who administers holds no other role), and a last day before the first.
  package static func appoint(
    _ account: ID<Account>, _ new: Appointment, roles: RoleBook, _ tx: Transaction
  ) throws {
    let person = try other(account, tx)
    guard let role = roles[new.role] else { throw OfficesRefusal.unknownRole }
    if let ends = new.ends, ends < new.begins { throw OfficesRefusal.endsBeforeBegins }
    let held = try AppointmentStore.all(of: account, tx).filter { !$0.isOver(on: tx.today) }.map(\.role)
    try roles.refuseMixed(held + [new.role])
    try AppointmentStore.insert(new, of: account, tx)
    let term = "自 \(new.begins.iso) 起\(new.ends.map { "至 \($0.iso)" } ?? "")"
    tx.tell(
      Ref(.account, account), "任命\(person.label)为\(role.name)，\(term)", [Change("岗位", nil, "\(role.name)，\(term)")])
  }

  /// Takes a role away with the end of yesterday, so that it acts at once.
  package static func dismiss(
    _ account: ID<Account>, role: String, roles: RoleBook, _ tx: Transaction
  ) throws {
    let person = try other(account, tx)
    let held = try AppointmentStore.all(of: account, tx).filter { $0.role == role && !$0.isOver(on: tx.today) }
    guard !held.isEmpty else { throw OfficesRefusal.alreadyDone }
    for appointment in held { try AppointmentStore.end(appointment, of: account, on: tx.today.adding(days: -1), tx) }
    let name = roles[role]?.name ?? role
    tx.tell(Ref(.account, account), "免去\(person.label)的\(name)岗位", [Change("岗位", name, nil)])
  }

  /// Records a certificate of enforcement (行政执法证) with its term, or takes it away.
  package static func certify(_ account: ID<Account>, _ certificate: Certificate?, _ tx: Transaction) throws {
    let person = try other(account, tx)
    if let from = certificate?.from, let to = certificate?.to, to < from { throw OfficesRefusal.endsBeforeBegins }
    try PeopleStore.setCertificate(account, certificate, tx)
    tx.tell(
      Ref(.account, account), "登记\(person.label)的执法证：\(certificate?.words ?? "没有")",
      [Change("执法证", person.certificate, certificate?.words)])
  }

  /// An account of this county that is not the actor's own: nobody gives rights to himself.
  static func other(_ account: ID<Account>, _ tx: Transaction) throws -> Person {
    guard let person = try PeopleStore.person(account, tx), person.county == tx.county else {
      throw MissingRecord("个账号")
    }
    guard tx.actor.number != account.value else { throw OfficesRefusal.ownRights }
    return person
  }
}

/// A certificate of enforcement (行政执法证) with its term; the day of a visit decides.
package struct Certificate: Sendable, Hashable {
  package let number: String
  package let from: CivilDate?
  package let to: CivilDate?

  package init(_ number: String, from: CivilDate? = nil, to: CivilDate? = nil) {
    self.number = number
    self.from = from
    self.to = to
  }

  var words: String { "\(number)\(to.map { "，有效期至 \($0.iso)" } ?? "")" }
}
