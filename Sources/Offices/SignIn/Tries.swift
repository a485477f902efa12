import Kit
import Storage

/// Failed tries of one name within a quarter of an hour: each next one waits longer, and after ten the name waits.
///
/// Counted by the name that was typed, whether or not there is such an account, so that nobody learns which exist.
struct Tries: Sendable {
  private let key: String
  private let database: Database

  init(_ login: String, _ database: Database) {
    key = keyedHash(login, key: database.folder.keys.lookup)
    self.database = database
  }

  private var since: Instant { database.world.now().adding(seconds: -SignIn.failureSeconds) }

  func refuseTooMany() async throws {
    let failures = try await database.read { [key, since] in try SessionStore.failures(of: key, since: since, $0) }
    guard failures < SignIn.mostFailures else { throw OfficesRefusal.tooManyTries }
    if failures > 2 { try await Task.sleep(for: .milliseconds(min(50 << (failures - 3), 400))) }
  }

  func fail() async throws {
    let (key, since, now) = (key, since, database.world.now())
    try await database.scratch { try SessionStore.addFailure(of: key, at: now, before: since, $0) }
  }
}
