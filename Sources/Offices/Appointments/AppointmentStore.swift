import Kit
import Storage

enum AppointmentStore {
  static func insert(_ new: Appointment, of account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO appointment (account, county, role, begins, ends, basis)
      VALUES (\(account), \(tx.county), \(new.role), \(new.begins), \(new.ends), \(new.basis))
      ON CONFLICT (account, role, begins) DO UPDATE SET ends = excluded.ends, basis = excluded.basis
      """)
  }

  static func end(_ appointment: Appointment, of account: ID<Account>, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE appointment SET ends = \(day)
      WHERE account = \(account) AND role = \(appointment.role) AND begins = \(appointment.begins)
      """)
  }

  /// All of an account, also past and coming ones, by date.
  static func all(of account: ID<Account>, _ reader: Reader) throws -> [Appointment] {
    try reader.query(
      "SELECT role, begins, ends, basis FROM appointment WHERE account = \(account) ORDER BY begins, role"
    ) { row in
      Appointment(role: try row.text(0), begins: try row.date(1), ends: try row.maybeDate(2), basis: try row.text(3))
    }
  }
}
