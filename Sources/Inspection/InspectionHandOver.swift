import Duties
import Kit
import Offices
import Storage
package import Web

/// Planned visits and open rectifications move with the person.
extension Inspection {
  package var handOvers: [HandOver] { [visitHandOver, rectificationHandOver] }

  private var visitHandOver: HandOver {
    HandOver("没做完的检查") { account, reader in
      try VisitStore.open(of: account, reader).map { Ref(.visit, $0) }
    } move: { record, from, to, tx in
      guard let visit = try VisitStore.find(ID(record.number), tx) else { throw MissingRecord("次检查") }
      let team = try visit.team.replacing(
        from, with: to, holding: .visitWork, roles: roles, parties: [visit.premises], tx)
      try VisitStore.setTeam(visit.id, team, tx)
      if visit.team.first.id.value == from { try Duties.handOver(record, kind: nil, to: ID(to), tx) }
      tx.tell(record, "检查\(visit.number)改由\(team.names)执行", [Change("执法人员", visit.team.labels, team.labels)])
    }
  }

  private var rectificationHandOver: HandOver {
    HandOver("没复查的整改") { account, reader in
      try RectificationStore.open(of: account, reader).map { Ref(.rectification, $0) }
    } move: { record, _, to, tx in
      guard
        let person = try Offices.people(in: tx.county, holding: .visitWork, roles: roles, tx).first(where: {
          $0.id.value == to
        })
      else { throw TeamRefusal.notAnOfficer(field: "to") }
      try RectificationStore.setOwner(ID(record.number), person.id, tx)
      try Duties.handOver(record, kind: nil, to: person.id, tx)
      tx.tell(record, "整改交给\(person.label)复查", [Change("责任人", nil, person.label)])
    }
  }
}
