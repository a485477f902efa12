import Kit
import Offices
package import Storage
import Web

extension Deed {
  package static let passSealedDuty = Deed("duties.pass-sealed")
}

/// A sealed duty, without what its owner alone reads.
struct SealedDuty: Sendable {
  let id: ID<Duty>
  let title: String
  let subject: Ref
  let owner: ID<Account>
}

/// Keeps every sealed duty (封存的待办) with somebody who may open it. No hand-over takes such a duty along, because whoever
/// hands over would learn of it; so when its owner's account is withdrawn or loses the right, it goes by itself to the next active
/// holder: of the county first, else of those whose jurisdiction holds it. The ledger tells that it moved, and neither what it
/// is about nor to whom. Where nobody holds the right it stays, and check C63 counts it.
struct SealedOwners: Sendable {
  let ladders: Ladders
  let roles: RoleBook

  func run(_ database: Database) async throws {
    for county in try await database.read({ try ClockStore.counties($0) }) {
      guard try await database.read({ try !moves(in: county, $0).isEmpty }) else { continue }
      try await database.change(county, by: .system, deed: .passSealedDuty) { try pass($0) }
    }
  }

  /// Looks again, within the deed.
  private func pass(_ tx: Transaction) throws {
    for (duty, heir) in try moves(in: tx.county, tx) {
      try DutyStore.handOver(duty.id, to: heir, tx)
      tx.tell(duty.subject, "\(duty.title)：责任人已经不能办理，转给有权办理的人")
    }
  }

  private func moves(in county: County, _ reader: Reader) throws -> [(duty: SealedDuty, heir: Person)] {
    try stray(in: county, reader).compactMap { duty, holders in holders.first.map { (duty, $0) } }
  }

  /// Sealed duties whose owner may not open them, with those who may.
  func stray(in county: County, _ reader: Reader) throws -> [(duty: SealedDuty, holders: [Person])] {
    try ladders.sealedLadders.flatMap { ladder -> [(duty: SealedDuty, holders: [Person])] in
      let duties = try DutyStore.sealed(ladder.kinds, in: county, reader)
      guard !duties.isEmpty, let right = ladder.right else { return [] }
      let holders = try holders(of: right, in: county, reader)
      return duties.filter { duty in !holders.contains { $0.id == duty.owner } }.map { ($0, holders) }
    }
  }

  /// Those of the county itself first, each in the order of their accounts.
  private func holders(of right: Permission, in county: County, _ reader: Reader) throws -> [Person] {
    let all = try Offices.people(over: county, holding: right, roles: roles, reader).map(\.person)
    return all.filter { $0.region == county.number } + all.filter { $0.region != county.number }
  }
}
