import Kit
import TestKit
import Testing

@testable import Storage

/// A store that was made with the first shape of the index.
@Suite struct SearchMovingTests {
  @Test(arguments: Store.both) func `records of the first index are found in the second`(store: Store) async throws {
    try await TestStore.with(store) { database in
      try await database.change(County(7), by: .system, deed: Deed("test.index")) { tx in
        for statement in SearchSchema.changes[0].statements(tx.dialect) { try tx.execute(statement) }
        for (number, title) in [(1, "镇牙堂"), (2, "仁爱妇产医院")] {
          try tx.execute(
            """
            INSERT INTO search_item (id, kind, number, county, permission, agency, title, detail, numbers, folded, block)
            VALUES (\(number), 'clinic', \(number), 7, 'clinic.see', 3, \(title), '桥头街6号', 'PDY1001 13900001208', '', 1)
            """)
        }
        try SearchMoving.fill(tx)
        tx.tell(Ref(RefKind("clinic"), 1), "迁移索引")
      }
      for (words, expected) in [("zyt", [1]), ("醫院", [2]), ("1208", [2, 1]), ("桥头街", [2, 1])] as [(String, [Int64])] {
        let found = try await database.read { try SearchIndex.look(words, allowed: "agency = 3", limit: 10, $0) }
        #expect(found.hits.map(\.ref.number) == expected, "\(words)")
      }
    }
  }
}
