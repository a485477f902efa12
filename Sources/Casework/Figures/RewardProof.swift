package import Intake
import Kit
import Procedure
import Storage

extension Casework {
  /// What the cases of a clue prove, for the reward of who reported it: numbers and amounts, nothing of the parties.
  package var proof: ProofSource {
    { clue, reader in
      try RewardProofStore.cases(of: clue, reader).compactMap { id -> Proof? in
        guard let record = try CaseStore.find(id, reader) else { return nil }
        let transfer = try above.transfer(id, reader)?.standing
        return Proof(
          number: record.number, amount: record.owed, isPenalised: record.decision != nil,
          isTransferred: transfer == .handed || transfer == .judged)
      }
    }
  }
}
