import Foundation
import Storage
import Synchronization

/// Makes and drops databases in the private cluster of `script/test`.
enum PostgresServer {
  private static let count = Mutex(0)
  /// All tests begin at once; as many databases at once leave the server no time to answer whoever connects.
  private static let turns = Turns(2)

  static func address(_ name: String) -> String {
    let base = Store.address ?? ""
    guard let slash = base.range(of: "/", options: .backwards) else { return base }
    let rest = base[slash.upperBound...]
    let query = rest.firstIndex(of: "?").map { String(rest[$0...]) } ?? ""
    return base[..<slash.upperBound] + name + query
  }

  /// Empty, or as the other one is; nobody may be connected with that.
  static func makeDatabase(like template: String = "template0") async throws -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let name = "qy_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    try await run("CREATE DATABASE \(name) TEMPLATE \(template)")
    return name
  }

  static func drop(_ name: String) async throws { try await run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }

  private static func run(_ statement: String) async throws {
    let ended = try await turns.through {
      try await Tool.run("/usr/bin/psql", ["-q", "-X", "-d", Store.address ?? "", "-c", statement])
    }
    guard ended.status == 0 else { throw CocoaError(.executableNotLoadable) }
  }
}

/// Lets so many in at a time; the others wait in the order in which they came.
actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ most: Int) { free = most }

  nonisolated func through<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    await take()
    do {
      let result = try await work()
      await give()
      return result
    } catch {
      await give()
      throw error
    }
  }

  private func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
