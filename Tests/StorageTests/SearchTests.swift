import Kit
import Storage
import TestKit
import Testing

private let kind = RefKind("clinic")

@Suite struct SearchTests {
  private static let items: [(Int64, Int64, String, String, [String])] = [
    (1, 7, "柳塘镇安和中医诊所", "桥头街6号", ["PDY10001234511001"]),
    (2, 7, "石桥镇浴室诊疗点", "集贸市场东街18号", []),
    (3, 8, "东岭安和医院", "人民路1号", ["PDY20009876511001"]),
    (4, 7, "清沅县人民医院", "ＡＢ座 Center", ["91350211M000100Y43"]),
  ]

  private func filled<T: Sendable>(_ store: Store, _ body: (Database) async throws -> T) async throws -> T {
    try await TestStore.with(store) { database in
      try await database.change(County(7), by: .system, deed: Deed("test.index")) { tx in
        try SearchIndex.put(
          Self.items.map { id, county, title, detail, numbers in
            SearchItem(
              Ref(kind, id), county: County(county), permission: "clinic.see", title: title, detail: detail,
              numbers: numbers)
          }, tx)
        tx.tell(Ref(kind, 1), "建索引")
      }
      return try await body(database)
    }
  }

  @Test(arguments: Store.both) func `words find what holds all of them`(store: Store) async throws {
    try await filled(store) { database in
      let cases: [(String, [Int64])] = [
        ("安和", [1, 3]), ("安和 诊所", [1]), ("浴室", [2]), ("浴", [2]), ("院", [3, 4]), ("和安", []), ("511001", [1, 3]),
        ("PDY10001234511001", [1]), ("PDY10001234511002", []), ("ab座", [4]), ("CENTER", [4]), ("00Y43", [4]), ("", []),
        ("%", []), ("桥头街６号", [1]), ("'", []),
      ]
      for (words, expected) in cases {
        let found = try await database.read { try SearchIndex.find(words, allowed: "1 = 1", limit: 10, $0) }
        #expect(Set(found.hits.map(\.ref.number)) == Set(expected), "\(words)")
        #expect(found.total == Int64(expected.count), "\(words)")
      }
    }
  }

  @Test(arguments: Store.both) func `counts know the reader's rights`(store: Store) async throws {
    try await filled(store) { database in
      let found = try await database.read { try SearchIndex.find("安和", allowed: "county = 7", limit: 10, $0) }
      #expect(found.total == 1)
      #expect(found.hits.map(\.ref.number) == [1])
    }
  }

  @Test(arguments: Store.both) func `a record put again replaces itself`(store: Store) async throws {
    try await filled(store) { database in
      try await database.change(County(7), by: .system, deed: Deed("test.index")) { tx in
        try SearchIndex.put(
          [SearchItem(Ref(kind, 1), county: County(7), permission: "clinic.see", title: "柳塘镇百草堂", detail: "")], tx)
        tx.tell(Ref(kind, 1), "改名")
      }
      let (old, new) = try await database.read {
        (try SearchIndex.find("安和中医", allowed: "1 = 1", limit: 10, $0).total,
          try SearchIndex.find("百草", allowed: "1 = 1", limit: 10, $0).total)
      }
      #expect(old == 0)
      #expect(new == 1)
    }
  }
}
