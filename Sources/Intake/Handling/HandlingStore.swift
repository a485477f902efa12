import Kit
import Offices
import Storage

/// The steps of a clue. Each statement names the county, so that its index leads.
enum HandlingStore {
  static func accept(
    _ clue: ClueRecord, _ owner: ID<Account>, _ under: Counted, due: CivilDate, provisional: Bool, _ tx: Transaction
  ) throws {
    try TallyStore.move(from: clue.state.rawValue, to: ClueState.accepted.rawValue, of: .clue, tx)
    try tx.execute(
      """
      UPDATE clue SET state = \(ClueState.accepted.rawValue), owner = \(owner), campaign = \(under.campaign),
        task = \(under.task), accepted_at = \(tx.now), due = \(due), due_provisional = \(provisional)
      WHERE county = \(tx.county) AND id = \(clue.id)
      """)
  }

  static func end(_ clue: ClueRecord, _ state: ClueState, answer: String, _ tx: Transaction) throws {
    try TallyStore.move(from: clue.state.rawValue, to: state.rawValue, of: .clue, tx)
    try tx.execute(
      """
      UPDATE clue SET state = \(state.rawValue), answer = \(answer), ended_at = \(tx.now), due = \(ClueStore.noDue),
        due_provisional = 0 WHERE county = \(tx.county) AND id = \(clue.id)
      """)
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    let states = ClueState.allCases.filter(\.isOpen).map(\.rawValue)
    return try reader.query(
      """
      SELECT id FROM clue WHERE owner = \(account) AND state IN \(sql: .list(states))
        AND id NOT IN (SELECT clue FROM clue_concealed) ORDER BY received_at, id
      """
    ) { try $0.int(0) }
  }

  static func setOwner(_ id: ID<Clue>, _ owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE clue SET owner = \(owner) WHERE county = \(tx.county) AND id = \(id)")
  }

  static func setDue(_ id: ID<Clue>, _ due: CivilDate, provisional: Bool, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue SET due = \(due), due_provisional = \(provisional) WHERE county = \(tx.county) AND id = \(id)
      """)
  }

  static func setTask(_ id: ID<Clue>, _ under: Counted, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue SET campaign = \(under.campaign), task = \(under.task) WHERE county = \(tx.county) AND id = \(id)
      """)
  }

  static func setPremises(_ id: ID<Clue>, _ premises: Ref, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue SET premises_kind = \(premises.kind), premises = \(premises.number)
      WHERE county = \(tx.county) AND id = \(id)
      """)
  }
}
