import Kit
import Storage

/// What an account proves itself with. None of it leaves this room.
struct Secrets: Sendable {
  let password: String
  let mustChange: Bool
  /// The sealed secret of the code app; nil where none is bound.
  let totp: String?
  let step: Int64
}

enum SecretStore {
  static func find(_ id: ID<Account>, _ reader: Reader) throws -> Secrets? {
    try reader.first("SELECT password, must_change, totp, totp_step FROM account WHERE id = \(id)") { row in
      Secrets(
        password: try row.text(0), mustChange: try row.bool(1), totp: try row.maybeText(2), step: try row.int(3))
    }
  }

  static func setPassword(_ id: ID<Account>, _ password: String, mustChange: Bool, _ tx: Transaction) throws {
    try tx.execute("UPDATE account SET password = \(password), must_change = \(mustChange) WHERE id = \(id)")
  }

  static func setTOTP(_ id: ID<Account>, _ sealed: String?, step: Int64, _ tx: Transaction) throws {
    try tx.execute("UPDATE account SET totp = \(sealed), totp_step = \(step) WHERE id = \(id)")
    try tx.execute("DELETE FROM recovery_code WHERE account = \(id)")
  }

  /// Answers false where the step, or a later one, was used before: a code that was read over a shoulder is worth nothing.
  static func useStep(_ id: ID<Account>, _ step: Int64, _ tx: Transaction) throws -> Bool {
    try tx.execute("UPDATE account SET totp_step = \(step) WHERE id = \(id) AND totp_step < \(step)") == 1
  }

  static func addRecovery(_ id: ID<Account>, _ hashes: [String], _ tx: Transaction) throws {
    try tx.insert(into: "recovery_code (account, hash)", rows: hashes.map { [id.sqlValue, $0.sqlValue] })
  }

  /// Answers whether there was such a code; it is gone then.
  static func useRecovery(_ id: ID<Account>, _ hash: String, _ tx: Transaction) throws -> Bool {
    try tx.execute("DELETE FROM recovery_code WHERE account = \(id) AND hash = \(hash)") == 1
  }

  static func recoveryLeft(_ id: ID<Account>, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM recovery_code WHERE account = \(id)")
  }
}
