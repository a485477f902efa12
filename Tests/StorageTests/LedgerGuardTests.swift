import Kit
import TestKit
import Testing

@testable import Storage

/// The triggers that keep entries as they are, and that their absence is told.
@Suite struct LedgerGuardTests {
  private static let refused: [(statement: SQL, dialects: [Dialect])] = [
    ("UPDATE ledger SET sentence = '换过' WHERE county = 7 AND height = 3", [.sqlite, .postgres]),
    ("DELETE FROM ledger WHERE county = 7 AND height = 3", [.sqlite, .postgres]),
    ("DELETE FROM ledger", [.sqlite, .postgres]),
    ("TRUNCATE ledger", [.postgres]),
    (
      """
      INSERT OR REPLACE INTO ledger SELECT county, height, at, actor_kind, actor, actor_title, deed, object_kind, object,
        '换过', changes, reason, previous, hash FROM ledger WHERE county = 7 AND height = 3
      """, [.sqlite]
    ),
    (
      """
      INSERT INTO ledger SELECT * FROM ledger WHERE county = 7 AND height = 3
      ON CONFLICT (county, height) DO UPDATE SET sentence = '换过'
      """, [.sqlite, .postgres]
    ),
  ]

  @Test(arguments: Store.both) func `the database itself refuses to change an entry`(store: Store) async throws {
    try await LedgerScene.with(store) { scene in
      for (statement, dialects) in Self.refused where dialects.contains(scene.database.dialect) {
        await #expect(throws: (any Error).self, "\(statement.text)") { try await scene.run([statement]) }
      }
      let report = try await scene.database.verifyLedger(scene.checkpoints())
      #expect(report.faults == [] && report.guards == [] && report.entries == 15)
      try await scene.add(13)
    }
  }

  @Test(arguments: Store.both) func `a removed trigger is told, and nothing stops a change any more`(store: Store)
    async throws
  {
    try await LedgerScene.with(store) { scene in
      try await scene.dropGuards()
      let report = try await scene.database.verifyLedger(scene.checkpoints())
      #expect(report.faults == [])
      #expect(report.guards.count == (scene.database.dialect == .sqlite ? 3 : 1))
      #expect(report.guards.allSatisfy { $0.contains("不见了") })
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height = 3"])
    }
  }

  @Test(arguments: Store.both) func `an altered or added trigger is told`(store: Store) async throws {
    try await LedgerScene.with(store) { scene in
      if scene.database.dialect == .sqlite {
        try await scene.run([
          "DROP TRIGGER ledger_keep_words",
          "CREATE TRIGGER ledger_keep_words BEFORE UPDATE ON ledger WHEN NEW.height = 0 BEGIN SELECT 1; END",
          "CREATE TRIGGER quiet AFTER INSERT ON ledger BEGIN SELECT 1; END",
        ])
      } else {
        try await scene.run([
          "CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
          "CREATE TRIGGER quiet BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION quiet()",
          "ALTER TABLE ledger ENABLE TRIGGER ledger_keep",
        ])
      }
      let guards = try await scene.database.verifyLedger([]).guards
      #expect(guards.count == 2)
      #expect(guards.contains { $0.contains("被改过或停用") } && guards.contains { $0.contains("多了一个触发器 quiet") })
    }
  }
}
