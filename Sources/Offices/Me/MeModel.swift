import Kit
import Storage
import Web

/// What the page of one's own account shows.
struct MeModel: Sendable {
  let person: Person
  let viewer: Viewer
  let today: CivilDate
  let appointments: [Appointment]
  let sessions: [(begun: Instant, seen: Instant)]
  let hasCode: Bool
  let recoveryLeft: Int64
  let delegations: [Delegation]
  let recusals: [(recusal: Recusal, title: String)]
  /// Who could stand in.
  let colleagues: [Person]
  /// By account.
  let names: [Int64: String]
  let roles: RoleBook

  init(_ viewer: Viewer, _ records: Records, _ roles: RoleBook, _ reader: Reader) throws {
    let account = ID<Account>(viewer.account)
    guard let person = try PeopleStore.person(account, reader) else { throw MissingRecord("个账号") }
    (self.person, self.viewer, self.roles, today) = (person, viewer, roles, reader.today)
    appointments = try AppointmentStore.all(of: account, reader)
    sessions = try SessionStore.open(of: account, reader)
    hasCode = try SecretStore.find(account, reader)?.totp != nil
    recoveryLeft = try SecretStore.recoveryLeft(account, reader)
    delegations = try DelegationStore.all(of: account, reader)
    recusals = try RecusalStore.all(of: account, reader).map { recusal in
      (recusal, try records[recusal.record.kind]?.face(recusal.record.number, reader)?.title ?? "已不在的记录")
    }
    colleagues = try PeopleStore.people(in: [viewer.county], reader).filter {
      $0.isActive && $0.id != account && !roles.hasAlone($0.roles)
    }
    names = try Offices.names(of: delegations.flatMap { [$0.giver, $0.taker] }, reader)
  }

  var mayDelegate: Bool { !roles.hasAlone(person.roles) }
}
