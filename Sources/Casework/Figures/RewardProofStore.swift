import Intake
import Kit
import Storage

enum RewardProofStore {
  static func cases(of clue: ID<Clue>, _ reader: Reader) throws -> [ID<Case>] {
    try reader.query("SELECT id FROM law_case WHERE clue = \(clue) ORDER BY id") { try $0.id(0) }
  }
}
