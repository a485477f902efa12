import Kit
import Storage
import TestKit
import Testing

private let kind = RefKind("clinic")

/// More records than are compared one by one, on more than one block of the index.
@Suite struct SearchManyTests {
  private static let count: Int64 = 9000

  private func filled<T: Sendable>(_ store: Store, _ body: (Database) async throws -> T) async throws -> T {
    try await TestStore.with(store) { database in
      try await database.change(County(7), by: .system, deed: Deed("test.index")) { tx in
        for piece in Array(1...Self.count).chunks(of: 3000) {
          try SearchIndex.putNew(
            piece.map { number in
              SearchItem(
                Ref(kind, number), county: County(7), permission: "clinic.see", title: "柳塘第\(number)诊所",
                detail: number % 3 == 0 ? "人民路" : "民人路", numbers: ["PDY-\(100_000 + number)"])
            }, tx)
        }
        tx.tell(Ref(kind, 1), "建索引")
      }
      return try await body(database)
    }
  }

  @Test(arguments: Store.both) func `many are counted, and the newest shown page by page`(store: Store) async throws {
    try await filled(store) { database in
      let cases: [(words: String, total: Int64, offset: Int, first: Int64)] = [
        ("诊所", 9000, 0, 9000), ("诊所", 9000, 40, 8960), ("人民", 3000, 0, 9000), ("人民", 3000, 20, 8940),
        ("zhensuo", 9000, 0, 9000), ("第8999", 1, 0, 8999), ("105000", 1, 0, 5000), ("柳塘 人民路", 3000, 0, 9000),
      ]
      for (words, total, offset, first) in cases {
        let found = try await database.read {
          try SearchIndex.look(words, allowed: "1 = 1", limit: 20, offset: offset, $0)
        }
        #expect(found.total == total, "\(words)")
        #expect(found.hits.first?.ref.number == first, "\(words)")
        #expect(found.hits.count == min(20, Int(total)), "\(words)")
      }
    }
  }

  @Test(arguments: Store.both) func `a number that may be off by a few says so`(store: Store) async throws {
    try await filled(store) { database in
      let (pair, triple) = try await database.read {
        (
          try SearchIndex.look("诊所", allowed: "1 = 1", limit: 20, $0),
          try SearchIndex.look("柳塘第", allowed: "1 = 1", limit: 20, $0)
        )
      }
      #expect(pair.isExact)
      #expect(triple.total == 9000 && !triple.isExact)
    }
  }
}
