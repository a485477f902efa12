import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

/// Twelve kinds of tampering, each as somebody with the password of the database and the files would do it; and the
/// height that must be named.
@Suite struct LedgerTamperingTests {
  struct Tampering: Sendable, CustomTestStringConvertible {
    let name: String
    let first: Int64
    /// Whether the folder alone shows it, or only checkpoints that were kept elsewhere.
    var needsCopy = false
    let act: @Sendable (LedgerScene) async throws -> Void
    var testDescription: String { name }

    init(
      _ name: String, first: Int64, needsCopy: Bool = false,
      _ act: @escaping @Sendable (LedgerScene) async throws -> Void
    ) {
      (self.name, self.first, self.needsCopy, self.act) = (name, first, needsCopy, act)
    }

    /// Nothing but statements.
    init(_ name: String, first: Int64, _ statements: [SQL]) {
      self.init(name, first: first) { try await $0.run(statements) }
    }
  }

  private static let closeGap: [SQL] = [
    "UPDATE ledger SET height = 4 - height WHERE county = 7 AND height > 8",
    "UPDATE ledger SET height = -height WHERE county = 7 AND height < 0",
  ]

  static let all: [Tampering] = [
    Tampering("edit the sentence", first: 3, ["UPDATE ledger SET sentence = '什么也没做' WHERE county = 7 AND height = 3"]),
    Tampering(
      "edit an empty reason into none", first: 3, ["UPDATE ledger SET reason = '' WHERE county = 7 AND height = 3"]),
    Tampering(
      "edit the kind of actor", first: 6, ["UPDATE ledger SET actor_kind = 'robot' WHERE county = 7 AND height = 6"]),
    Tampering("delete", first: 5, ["DELETE FROM ledger WHERE county = 7 AND height = 5"]),
    Tampering(
      "insert", first: 4,
      [
        "UPDATE ledger SET height = -height WHERE county = 7 AND height >= 4",
        "UPDATE ledger SET height = 1 - height WHERE county = 7 AND height < 0",
        """
        INSERT INTO ledger SELECT county, 4, at, actor_kind, actor, actor_title, deed, object_kind, object, sentence,
          changes, reason, previous, hash FROM ledger WHERE county = 7 AND height = 3
        """,
      ]),
    Tampering(
      "swap", first: 2,
      [
        "UPDATE ledger SET height = -2 WHERE county = 7 AND height = 2",
        "UPDATE ledger SET height = 2 WHERE county = 7 AND height = 3",
        "UPDATE ledger SET height = 3 WHERE county = 7 AND height = -2",
      ]),
    Tampering("re-date", first: 2, ["UPDATE ledger SET at = at + 1 WHERE county = 7 AND height = 2"]),
    Tampering("re-hash one entry", first: 7) { scene in
      try await scene.run(["UPDATE ledger SET sentence = '换过' WHERE county = 7 AND height = 6"])
      let entry = try await scene.database.read {
        try LedgerStore.entries(of: LedgerScene.county, from: 6, limit: 1, $0)
      }
      let hash = try #require(entry.first).computedHash()
      try await scene.run(["UPDATE ledger SET hash = \(hash) WHERE county = 7 AND height = 6"])
    },
    Tampering("re-hash forward", first: 8) { scene in
      try await scene.run(["UPDATE ledger SET sentence = '换过' WHERE county = 7 AND height = 6"])
      try await scene.rehash(from: 6)
    },
    Tampering("cut the tail", first: 11, ["DELETE FROM ledger WHERE county = 7 AND height > 10"]),
    Tampering(
      "cut the tail and forge the head", first: 11,
      ["DELETE FROM ledger WHERE county = 7 AND height > 10", LedgerScene.forgedHead]),
    Tampering("cut the tail with its checkpoints", first: 11, needsCopy: true) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height > 10", LedgerScene.forgedHead])
      try await scene.signAnew()
    },
    Tampering("rewrite all with the key", first: 4, needsCopy: true) { scene in
      try await scene.run(["UPDATE ledger SET sentence = '换过' WHERE county = 7 AND height = 1"])
      try await scene.rehash(from: 1)
      try await scene.signAnew()
    },
    Tampering("drop a day", first: 5, ["DELETE FROM ledger WHERE county = 7 AND height BETWEEN 5 AND 8"]),
    Tampering("drop a day and close the gap", first: 8) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height BETWEEN 5 AND 8"] + closeGap)
      try await scene.rehash(from: 5)
    },
    Tampering("drop a day, close the gap, sign anew", first: 8, needsCopy: true) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height BETWEEN 5 AND 8"] + closeGap)
      try await scene.rehash(from: 5)
      try await scene.signAnew()
    },
    Tampering("old store put back", first: 9) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height > 8", LedgerScene.forgedHead])
    },
    Tampering("old store and old checkpoints put back", first: 9, needsCopy: true) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height > 8", LedgerScene.forgedHead])
      try await scene.signAnew()
    },
    Tampering("old store put back, and work goes on", first: 12, needsCopy: true) { scene in
      try await scene.run(["DELETE FROM ledger WHERE county = 7 AND height > 8", LedgerScene.forgedHead])
      for number in 9...14 { try await scene.add(number, "别的") }
      try await scene.signAnew()
    },
    Tampering("clock back", first: 13) { scene in
      scene.clock.advance(days: -2)
      try await scene.add(13)
      scene.clock.advance(days: 2)
      try await scene.add(14)
    },
    Tampering("clock back to before the last checkpoint", first: 13) { scene in
      scene.clock.advance(days: -1, minutes: -9)
      try await scene.add(13)
    },
  ]

  @Test(arguments: Store.both, all) func `it is found and the first bad entry named`(store: Store, what: Tampering)
    async throws
  {
    try await LedgerScene.with(store) { scene in
      let kept = try scene.checkpoints()
      try await scene.dropGuards()
      try await what.act(scene)
      let own = try scene.checkpoints()
      let seen = try await scene.firstFault(own)
      if what.needsCopy {
        #expect(seen == nil, "the folder alone should not show it")
      } else {
        #expect(seen?.county == LedgerScene.county && seen?.height == what.first, "\(String(describing: seen))")
      }
      let found = try await scene.firstFault(Array(Set(own + kept)))
      #expect(found?.county == LedgerScene.county && found?.height == what.first, "\(String(describing: found))")
      #expect(found?.sentence.contains("\(what.first)") == true)
    }
  }

  @Test(arguments: Store.both) func `an honest ledger has no fault, also after small steps of the clock`(store: Store)
    async throws
  {
    try await LedgerScene.with(store) { scene in
      scene.clock.advance(days: -1, minutes: -6)
      try await scene.add(13)
      scene.clock.advance(minutes: -6)
      try await scene.add(14)
      let report = try await scene.database.verifyLedger(scene.checkpoints())
      #expect(report.faults == [] && report.guards == [])
      #expect(report.entries == 17 && report.uncovered == 2)
      let times = try await scene.database.read {
        try LedgerStore.entries(of: LedgerScene.county, from: 12, limit: 3, $0).map(\.at)
      }
      #expect(times == times.sorted())
    }
  }

  @Test func `a restart is no fault`() async throws {
    try await LedgerScene.with(.sqlite, tallied: false) { scene in
      let world = scene.clock.world()
      let again = try await Database.open(
        DataFolder(scene.database.folder.url), Database.Options(world: world), rooms: [])
      let next = LedgerScene(database: again, clock: scene.clock)
      try await next.add(13)
      try await again.writeCheckpoints()
      let report = try await again.verifyLedger(next.checkpoints())
      #expect(report.faults == [] && report.guards == [] && report.uncovered == 0)
      await again.close()
    }
  }

  @Test(arguments: Store.both) func `a checkpoint under another key proves nothing`(store: Store) async throws {
    try await LedgerScene.with(store) { scene in
      let report = try await scene.database.verifyLedger(scene.checkpoints(), publicKey: Array(repeating: 9, count: 32))
      #expect(report.faults.first?.height == 4 || report.faults.first?.height == 1)
      #expect(report.faults.allSatisfy { $0.sentence.contains("签名不对") })
      #expect(report.uncovered == 15)
    }
  }
}
