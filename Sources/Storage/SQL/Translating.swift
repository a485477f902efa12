import GRDB

/// Turns an engine's own error into a refusal that a person can read. Refusals of rooms pass through untouched.
func translating<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch let error as DatabaseError {
    throw refusal(for: error)
  } catch let error as PostgresError {
    throw error.refusal
  }
}

private func refusal(for error: DatabaseError) -> any Error {
  switch error.resultCode {
  case .SQLITE_CONSTRAINT
  where ![.SQLITE_CONSTRAINT_NOTNULL, .SQLITE_CONSTRAINT_TRIGGER].contains(error.extendedResultCode):
    StoreRefusal.duplicate(error.message ?? "")
  case .SQLITE_FULL: StoreRefusal.diskFull(detail: error.description)
  case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_NOMEM:
    StoreRefusal.unavailable(detail: error.description)
  default: error
  }
}
