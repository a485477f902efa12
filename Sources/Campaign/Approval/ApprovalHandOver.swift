internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

extension Approvals {
  /// What waits for somebody's approval goes only to who may give it: he holds the right, and neither wrote the matter nor sent it.
  static func handOver(_ roles: RoleBook) -> HandOver {
    HandOver("待审定的内容") { account, reader in
      try ApprovalStore.waiting(for: account, reader)
    } move: { record, _, to, tx in
      guard let person = try Offices.person(ID(to), tx) else { throw MissingRecord("个账号") }
      guard let last = try ApprovalStore.all(of: record, tx).last, last.decision == nil else {
        throw ApprovalRefusal.nothingAsked
      }
      let holders = try Offices.people(in: tx.county, holding: .campaignApprove, roles: roles, tx)
      let own = try authors(of: record, tx).union([last.asker])
      guard holders.contains(where: { $0.id == person.id }), !own.contains(to) else {
        throw ApprovalRefusal.cannotTake(name: person.name)
      }
      try ApprovalStore.setApprover(person, of: record, number: last.number, tx)
      try Duties.handOver(record, kind: duty, to: person.id, tx)
      tx.tell(record, "审定交给\(person.label)", [Change("审定人", last.approverName, person.label)])
    }
  }

  private static func authors(of record: Ref, _ reader: Reader) throws -> Set<Int64> {
    if record.kind == .briefing {
      return try BriefingStore.find(ID(record.number), reader)?.matter(reader).authors ?? []
    }
    let authors = try ApprovalStore.authors(of: record, reader)
    guard record.kind == .plan else { return authors }
    return try authors.union([PlanStore.receiver(of: ID(record.number), reader)])
  }
}
