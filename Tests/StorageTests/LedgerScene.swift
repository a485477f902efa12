import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

/// Three days of a county's ledger, four entries a day, with a checkpoint every evening; and what an administrator of
/// the database can do behind the program's back.
struct LedgerScene {
  static let county = County(7)
  static let other = County(8)
  static let thing = RefKind("thing")
  let database: Database
  let clock: TestClock

  static func with<T: Sendable>(
    _ store: Store, tallied: Bool = true, _ body: (LedgerScene) async throws -> T
  ) async throws -> T {
    let clock = TestClock()
    return try await TestStore.with(store, tallied: tallied, clock: clock) { database in
      let scene = LedgerScene(database: database, clock: clock)
      for day in 0..<3 {
        for number in 1...4 { try await scene.add(day * 4 + number) }
        try await scene.add(100 + day, to: other)
        try await database.writeCheckpoints()
        clock.advance(days: 1)
      }
      return try await body(scene)
    }
  }

  func add(_ number: Int, to county: County = Self.county, _ what: String = "物品") async throws {
    clock.advance(minutes: 5)
    let reason = number == 3 ? "补登" : nil
    try await database.change(county, by: .system, deed: Deed("test.add"), reason: reason) { tx in
      tx.tell(Ref(Self.thing, Int64(number)), "登记\(what)第 \(number) 号", [Change("名称", nil, "\(what)\(number)")])
    }
  }

  func checkpoints() throws -> [Checkpoint] { try Checkpoint.all(in: database.folder.checkpoints) }

  func firstFault(_ checkpoints: [Checkpoint]) async throws -> LedgerFault? {
    try await database.verifyLedger(checkpoints).faults.first
  }

  // MARK: The administrator

  func run(_ statements: [SQL]) async throws {
    try await database.engine.write { connection in for statement in statements { try connection.execute(statement) } }
  }

  func dropGuards() async throws {
    try await run(
      database.dialect == .sqlite
        ? ["DROP TRIGGER ledger_keep_words", "DROP TRIGGER ledger_keep_rows", "DROP TRIGGER ledger_keep_place"]
        : ["DROP TRIGGER ledger_keep ON ledger"])
  }

  /// Hangs every entry from `height` on anew, so that the chain is without fault, and forges the head.
  func rehash(from height: Int64) async throws {
    let (before, entries) = try await database.read { reader in
      (
        try LedgerStore.hash(before: height, of: Self.county, reader) ?? "",
        try LedgerStore.entries(of: Self.county, from: height, limit: 1000, reader)
      )
    }
    var (previous, statements) = (before, [SQL]())
    for entry in entries {
      let forged = entry.chained(to: previous)
      statements.append(
        """
        UPDATE ledger SET previous = \(forged.previous), hash = \(forged.hash)
        WHERE county = \(Self.county) AND height = \(entry.height)
        """)
      previous = forged.hash
    }
    try await run(statements + [Self.forgedHead])
  }

  static let forgedHead: SQL = """
    UPDATE ledger_head SET height = (SELECT MAX(height) FROM ledger WHERE county = 7),
      hash = (SELECT hash FROM ledger WHERE county = 7 ORDER BY height DESC LIMIT 1) WHERE county = 7
    """

  /// With the key of the folder: all checkpoints away, the present heads signed anew.
  func signAnew() async throws {
    for file in try FileManager.default.contentsOfDirectory(
      at: database.folder.checkpoints, includingPropertiesForKeys: nil)
    {
      try FileManager.default.removeItem(at: file)
    }
    try await database.writeCheckpoints()
  }
}
