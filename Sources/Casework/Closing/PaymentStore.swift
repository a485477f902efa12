import Kit
import Storage

enum PaymentStore {
  /// Adds to the case's sum as well, by which lists are narrowed and ordered.
  static func insert(_ payment: CasePayment, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_payment (id, county, law_case, date, amount, account)
      VALUES (\(tx.world.newID(CasePayment.self)), \(tx.county), \(id), \(payment.date), \(payment.amount),
        \(tx.actor.number))
      """)
    try tx.execute("UPDATE law_case SET paid = paid + \(payment.amount) WHERE id = \(id)")
    try TallyStore.add(payment.amount.fen, to: CaseTally.paid, of: .lawCase, tx)
  }

  static func payments(of record: CaseRecord, _ reader: Reader) throws -> [CasePayment] {
    try reader.query(
      """
      SELECT date, amount FROM case_payment WHERE county = \(record.county) AND law_case = \(record.id)
      ORDER BY date, id
      """
    ) { CasePayment(date: try $0.date(0), amount: try $0.money(1)) }
  }
}
