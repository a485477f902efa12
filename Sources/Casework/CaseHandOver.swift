import Duties
import Inspection
import Kit
import Procedure
import Storage
package import Web

/// Cases that are not closed move with their officer.
extension Casework {
  package var handOvers: [HandOver] {
    [
      HandOver("没结案的案件") { account, reader in
        try CaseStore.open(of: account, reader).map { Ref(.lawCase, $0) }
      } move: { record, from, to, tx in
        let found = try found(ID(record.number), tx)
        let steps = try CaseStepStore.steps(of: found.id, tx)
        guard procedure.mayJoin(to, try file(of: found, steps, tx)) else {
          throw CaseRefusal.judgedBefore(found.number)
        }
        let team = try found.team.replacing(
          from, with: to, holding: .caseWork, roles: roles, parties: [found.premises].compactMap { $0 }, tx)
        try CaseStore.setTeam(found.id, team, tx)
        if found.team.first.id.value == from { try Duties.handOver(record, kind: nil, to: ID(to), tx) }
        tx.tell(
          record, "案件\(found.number)改由\(team.names)承办", [Change("执法人员", found.team.labels, team.labels)])
      }
    ]
  }
}
