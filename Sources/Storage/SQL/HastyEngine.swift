import Foundation
import Synchronization

/// Answers before the commit: the mistake that the torture must catch. Reached only from the laboratory.
struct HastyEngine: Engine {
  let inner: any Engine
  var dialect: Dialect { inner.dialect }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await inner.read(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      let answered = Mutex(false)
      Task {
        do {
          try await inner.write { connection in
            let result = try body(connection)
            answered.withLock { $0 = true }
            continuation.resume(returning: result)
            // Long enough that a kill now and then falls between answer and commit.
            Thread.sleep(forTimeInterval: 0.02)
          }
        } catch  where !answered.withLock({ $0 }) {
          continuation.resume(throwing: error)
        } catch {
          // After the answer nobody listens any more: that is the mistake.
        }
      }
    }
  }

  func close() async { await inner.close() }
}
