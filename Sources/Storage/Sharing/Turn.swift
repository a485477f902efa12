import Kit

/// Turn (轮次): one process's leave to run a job that the store needs once.
///
/// Of all processes on a store one gets it, when the job is due. It keeps the turn by telling the store again and again
/// that it lives; where it falls silent (killed, cut off), another gets the turn after `seconds`. A process that was
/// stopped for longer and wakes up again may still be at a job that another has begun; therefore a job must be able to
/// run twice.
package struct Turn: Sendable {
  let job: Job
  let database: Database
  let seconds: Int64

  /// How long a silent process keeps a turn.
  package static let usual: Int64 = 90

  /// Runs the job and ends the turn, however it goes: the next is due after the job's time. Throws what the job throws,
  /// and where the turn was lost meanwhile.
  package func run() async throws {
    guard job.per == .store else { return try await job.run(database) }
    let began = try await database.read { try SharingStore.clock($0) }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
    // A job that was stopped with its server is due at once, for the next one. Told outside of what was cancelled.
    let due = Task.isCancelled ? began : began.adding(seconds: Int64(job.seconds))
    try await Task { [job, database, holder] in
      try await database.scratch { try SharingStore.end(job.name, holder, due: due, $0) }
    }.value
    try outcome.get()
  }

  private var holder: String { database.holder }

  private func work() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await job.run(database) }
      group.addTask { try await keep() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func keep() async throws {
    while true {
      try await Task.sleep(for: .milliseconds(seconds * 1000 / 3))
      let isMine = try await database.scratch { [job, holder, seconds] scratch in
        let until = try SharingStore.clock(scratch).adding(seconds: seconds)
        return try SharingStore.keepTurn(job.name, holder, until: until, scratch)
      }
      guard isMine else { throw SharingRefusal.lostTurn(job: job.name) }
    }
  }
}

extension Database {
  /// Leave to run a job now; nil where it is not due, or another process is at it. A job of every process is always
  /// given leave: its own runner keeps its time.
  package func turn(at job: Job, seconds: Int64 = Turn.usual) async throws -> Turn? {
    let turn = Turn(job: job, database: self, seconds: seconds)
    guard job.per == .store else { return turn }
    guard try await read({ try SharingStore.isDue(job.name, at: SharingStore.clock($0), $0) }) else { return nil }
    let holder = holder
    let isMine = try await scratch { scratch in
      let now = try SharingStore.clock(scratch)
      return try SharingStore.begin(job.name, holder, at: now, until: now.adding(seconds: seconds), scratch)
    }
    return isMine ? turn : nil
  }
}
