import Duties
import Inspection
import Kit
import Procedure
import Storage
package import Web

/// Cases whose file is not archived move with their officer: a closed one still owes its archive (归档).
extension Casework {
  package var handOvers: [HandOver] {
    [
      HandOver("没归档的案件") { account, reader in
        try CaseStore.unarchived(of: account, reader).map { Ref(.lawCase, $0) }
      } move: { record, from, to, tx in
        let found = try Self.anyCase(ID(record.number), tx)
        let steps = try CaseStepStore.steps(of: found.id, tx)
        guard procedure.mayJoin(to, try file(of: found, steps, tx)) else {
          throw CaseRefusal.judgedBefore(found.number)
        }
        let team = try found.team.replacing(
          from, with: to, holding: .caseWork, roles: roles, parties: [found.premises].compactMap { $0 }, tx)
        try CaseStore.setTeam(found.id, team, tx)
        try teamChanged(found, from: from, to: to, tx)
        tx.tell(
          record, "案件\(found.number)改由\(team.names)承办", [Change("执法人员", found.team.labels, team.labels)])
      }
    ]
  }

  /// What an officer owns of a case goes to whoever comes for him, when his work is handed over and when he is recused: its
  /// terms, those of its requests to other counties, and what the rooms above keep.
  func teamChanged(_ record: CaseRecord, from: Int64, to: Int64, _ tx: Transaction) throws {
    let requests = try AssistanceStore.ofCase(record.id, in: record.county, tx).map(\.ref)
    for ref in [record.ref] + requests { try Duties.handOver(ref, from: from, to: ID(to), tx) }
    try above.onTeamChange(record.id, from, to, tx)
  }
}
