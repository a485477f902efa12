import Dispatch
import Kit

/// PostgreSQL through a small pool. libpq blocks, so its calls run on threads of their own, never on those that answer
/// requests.
final class PostgresEngine: Engine {
  private let pool: PostgresPool
  private let queue = DispatchQueue(label: "qingyuan.postgres", attributes: .concurrent)
  var dialect: Dialect { .postgres }

  init(address: String, durable: Bool, connections: Int) {
    pool = PostgresPool(address: address, durable: durable, most: connections)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction("BEGIN", body)
  }

  func close() async { await pool.close() }

  private func transaction<T: Sendable>(
    _ begin: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let lease = try await pool.take(on: queue)
    let outcome: Result<T, any Error> = await onThread { Self.run(lease.connection, begin, body) }
    var broken = false
    if case .failure(let error as PostgresError) = outcome { broken = error.isBroken }
    await pool.giveBack(lease, broken: broken)
    return try outcome.get()
  }

  private static func run<T>(
    _ connection: PostgresConnection, _ begin: String, _ body: (any Connection) throws -> T
  ) -> Result<T, any Error> {
    do {
      try connection.run(begin)
      let result = try body(connection)
      try connection.run("COMMIT")
      return .success(result)
    } catch {
      do { try connection.run("ROLLBACK") } catch let lost { return .failure(lost is PostgresError ? lost : error) }
      return .failure(error)
    }
  }

  private func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: work()) } }
  }
}

/// A connection is used by one lease at a time, which is why it may cross threads.
struct Lease: @unchecked Sendable {
  let connection: PostgresConnection
}

/// Lends connections, makes them when needed and waits when all are out.
actor PostgresPool {
  private let address: String
  private let durable: Bool
  private let most: Int
  private var idle: [Lease] = []
  private var out = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(address: String, durable: Bool, most: Int) {
    self.address = address
    self.durable = durable
    self.most = most
  }

  func take(on queue: DispatchQueue) async throws -> Lease {
    while out >= most { await withCheckedContinuation { waiting.append($0) } }
    out += 1
    if let lease = idle.popLast() { return lease }
    let (address, durable) = (address, durable)
    let made: Result<Lease, any Error> = await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(
          returning: Result { Lease(connection: try PostgresConnection(address, durable: durable)) })
      }
    }
    if case .failure = made { release() }
    return try made.get()
  }

  func giveBack(_ lease: Lease, broken: Bool) {
    if broken {
      lease.connection.close()
      // The server went away: its other connections are dead too, and are made anew when it is back.
      idle.forEach { $0.connection.close() }
      idle = []
    } else {
      idle.append(lease)
    }
    release()
  }

  func close() {
    idle.forEach { $0.connection.close() }
    idle = []
  }

  private func release() {
    out -= 1
    if !waiting.isEmpty { waiting.removeFirst().resume() }
  }
}
