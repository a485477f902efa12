import Kit
import Storage
import Web

extension Deed {
  static let useCode = Deed("offices.use-code")
  static let bindCode = Deed("offices.bind-code")
  static let unbindCode = Deed("offices.unbind-code")
}

/// The code app of an account and its recovery codes.
enum Codes {
  private static func subject(_ account: ID<Account>) -> String { "account:\(account.text):totp" }

  /// Whether a code of the app, or a recovery code, is right. Each works once.
  static func use(_ typed: String, of account: ID<Account>, _ database: Database) async throws -> Bool {
    let found = try await database.read { (try SecretStore.find(account, $0), try PeopleStore.person(account, $0)) }
    guard let sealed = found.0?.totp, let person = found.1,
      let secret = try SealedText.open(sealed, for: subject(account), database.folder.keys)
    else { return false }
    if let step = TOTP.step(of: typed, secret: secret, at: database.world.now()) {
      return try await change(person, database, "使用动态口令") { try SecretStore.useStep(account, step, $0) }
    }
    let hash = recoveryHash(typed, database)
    return try await change(person, database, "使用一个恢复码") { try SecretStore.useRecovery(account, hash, $0) }
  }

  /// Binds an app whose first code was right. Answers ten recovery codes, which are shown once.
  static func bind(
    _ secret: [UInt8], code: String, _ viewer: Viewer, _ database: Database
  ) async throws -> [String] {
    guard let step = TOTP.step(of: code, secret: secret, at: database.world.now()) else {
      throw OfficesRefusal.wrongCode
    }
    let account = ID<Account>(viewer.account)
    let sealed = try SealedText.seal(secret, for: subject(account), database.folder.keys, database.world)
    let codes = (0..<10).map { _ in recoveryCode(database.world.randomBytes(10)) }
    let hashes = codes.map { recoveryHash($0, database) }
    try await database.change(viewer.county, by: viewer.actor, deed: .bindCode) { tx in
      try SecretStore.setTOTP(account, sealed, step: step, tx)
      try SecretStore.addRecovery(account, hashes, tx)
      tx.tell(Ref(.account, account), "绑定动态口令，生成 10 个恢复码")
    }
    return codes
  }

  static func unbind(_ viewer: Viewer, _ database: Database) async throws {
    let account = ID<Account>(viewer.account)
    try await database.change(viewer.county, by: viewer.actor, deed: .unbindCode) { tx in
      try SecretStore.setTOTP(account, nil, step: 0, tx)
      tx.tell(Ref(.account, account), "解除动态口令")
    }
  }

  /// A deed only where the code was right: a refusal leaves nothing in the ledger.
  private static func change(
    _ person: Person, _ database: Database, _ sentence: String,
    _ use: @escaping @Sendable (Transaction) throws -> Bool
  ) async throws -> Bool {
    try await database.change(person.county, by: person.actor, deed: .useCode) { tx in
      guard try use(tx) else { return false }
      tx.tell(Ref(.account, person.id), sentence)
      return true
    }
  }

  private static func recoveryCode(_ bytes: [UInt8]) -> String {
    let text = TOTP.words(bytes)
    return stride(from: 0, to: 16, by: 4).map { start in
      String(text.unicodeScalars.dropFirst(start).prefix(4).map(Character.init))
    }.joined(separator: "-")
  }

  private static func recoveryHash(_ typed: String, _ database: Database) -> String {
    let plain = typed.uppercased().unicodeScalars.filter { $0 != "-" && !$0.isBlank }.map(String.init).joined()
    return keyedHash("recovery:\(plain)", key: database.folder.keys.lookup)
  }
}
