import Kit
package import Storage
import Web

/// Delegation (代理): for some days one person stands in for another, with his rights and his duties, and acts in his own
/// name. It ends by itself.
package struct Delegation: Sendable {
  let id: ID<Delegation>
  let giver: Int64
  let taker: Int64
  let begins: CivilDate
  let ends: CivilDate
  let reason: String
  let isRevoked: Bool

  func holds(on day: CivilDate) -> Bool { !isRevoked && begins <= day && ends >= day }
  func isOver(on day: CivilDate) -> Bool { isRevoked || ends < day }
}

struct NewDelegation: Sendable {
  let taker: ID<Account>
  let begins: CivilDate
  let ends: CivilDate
  let reason: String
}

extension Deed {
  package static let delegate = Deed("offices.delegate")
  package static let revokeDelegation = Deed("offices.revoke-delegation")
}

extension RefKind { static let delegation = RefKind("delegation") }

extension Offices {
  static let longestDelegation = 90

  /// The actor lets another person of his county stand in for him. Refuses administrators on either side (their rights are
  /// kept apart, not lent), people of other counties, and more than ninety days.
  static func delegate(_ new: NewDelegation, roles: RoleBook, _ tx: Transaction) throws -> ID<Delegation> {
    guard let giver = try PeopleStore.person(ID(tx.actor.number), tx), let taker = try PeopleStore.person(new.taker, tx)
    else { throw MissingRecord("个账号") }
    try refuse(taker, for: giver, roles)
    guard new.begins <= new.ends, new.ends >= tx.today else { throw OfficesRefusal.endsBeforeBegins }
    guard new.ends.dayNumber - new.begins.dayNumber < longestDelegation else { throw OfficesRefusal.delegationTooLong }
    let id = tx.world.newID(Delegation.self)
    try DelegationStore.insert(id, giver: giver.id, new, tx)
    tx.tell(
      Ref(.account, giver.id), "委托\(taker.label)代理，自 \(new.begins.iso) 至 \(new.ends.iso)，事由：\(new.reason)",
      [Change("代理人", nil, taker.label)])
    return id
  }

  static func revoke(_ id: ID<Delegation>, _ tx: Transaction) throws {
    guard let delegation = try DelegationStore.find(id, tx), delegation.giver == tx.actor.number else {
      throw MissingRecord("项委托")
    }
    guard !delegation.isOver(on: tx.today) else { throw OfficesRefusal.alreadyDone }
    try DelegationStore.revoke(id, tx)
    let taker = try PeopleStore.person(ID(delegation.taker), tx)?.label ?? "已停用的账号"
    tx.tell(Ref(.account, delegation.giver), "收回给\(taker)的委托", [Change("代理人", taker, nil)])
  }

  private static func refuse(_ taker: Person, for giver: Person, _ roles: RoleBook) throws {
    if taker.id == giver.id { throw OfficesRefusal.notADelegate("不能委托给自己") }
    if taker.county != giver.county || !taker.isActive { throw OfficesRefusal.notADelegate("他不是本县在用的账号") }
    if roles.hasAlone(giver.roles) { throw OfficesRefusal.notADelegate("管理员的权限不能委托") }
    if roles.hasAlone(taker.roles) { throw OfficesRefusal.notADelegate("管理员不能代理业务") }
  }
}
