import Kit
import Storage
import TestKit
import Testing

private let kind = RefKind("clinic")

/// The index of a few invented records, asked as people ask.
@Suite struct SearchTests {
  static let items: [SearchItem] = [
    item(1, "柳塘镇安和中医诊所", "桥头街6号", ["PDY10001234511001", "13900001208"]),
    item(2, "石桥镇浴室诊疗点", "集贸市场东街18号"),
    item(3, "东岭安和医院", "人民路1号", ["PDY20009876511001"], county: 8),
    item(4, "清沅县人民医院", "ＡＢ座 Center", ["91350211M000100Y43"]),
    item(5, "镇牙堂", "车站前街2号"),
    item(6, "镇牙堂口腔门诊部", "水塔路9号"),
    item(7, "老镇牙堂", "水塔路10号"),
    item(8, "仁爱妇产医院", "学堂路3号"),
    item(9, "曾庆长诊所", "单家巷4号"),
    item(10, "解放路區醫院", "新河路5號"),
    item(11, "绿叶美容", "乐园路7号"),
    item(12, "清举〔2026〕0001 有人在集市镶牙", "石桥镇，反映人电话尾号 1208"),
  ]

  private static func item(
    _ number: Int64, _ title: String, _ detail: String, _ numbers: [String] = [], county: Int64 = 7
  ) -> SearchItem {
    SearchItem(
      Ref(kind, number), county: County(county), permission: "clinic.see", title: title, detail: detail,
      numbers: numbers)
  }

  /// What is asked → what is found, best first.
  static let questions: [(String, [Int64])] = [
    // By characters.
    ("安和 诊所", [1]), ("浴室", [2]), ("浴", [2]), ("院", [10, 8, 4, 3]), ("和安", []), ("石桥镇", [2, 12]), ("桥头街６号", [1]),
    ("", []), ("%", []), ("'", []), ("牛头不对马嘴", []),
    // The title itself, then titles that begin with it, then the others.
    ("镇牙堂", [5, 6, 7]), ("镇牙堂口腔门诊部", [6]),
    // Letters, capitals, full width.
    ("ab座", [4]), ("CENTER", [4]), ("ｃｅｎｔｅｒ", [4]),
    // Traditional, both ways.
    ("醫院", [10, 8, 4, 3]), ("解放路区医院", [10]), ("門診部", [6]), ("新河路5号", [10]),
    // Ends of numbers.
    ("511001", [3, 1]), ("PDY10001234511001", [1]), ("PDY10001234511002", []), ("00Y43", [4]), ("y43", []),
    ("1208", [1, 12]),
    ("91350211M000100Y43", [4]), ("20001208", []), ("1001", [3, 1]),
    // Pinyin, in one or in pieces, with or without tones.
    ("zhenyatang", [7, 6, 5]), ("zhen ya tang", [7, 6, 5]), ("ZhènYáTáng", [7, 6, 5]), ("renai", [8, 12]),
    ("renai yiyuan", [8]),
    ("lvye", [11]), ("lǜyè", [11]), ("lüye", [11]),
    // Several readings: names of persons and places.
    ("zengqingchang", [9]), ("cengqingzhang", [9]), ("xiefanglu", [10]), ("jiefanglu", [10]), ("zengqing", [9]),
    // Initials, unfinished syllables, mixed.
    ("zyt", [7, 6, 5]), ("zhenyat", [7, 6, 5]), ("zhyt", [7, 6, 5]), ("仁ai", [8]), ("ra妇产", [8]), ("ltz", [1]),
    // One wrong, missing or extra character.
    ("镇芽堂", [7, 6, 5]), ("安合中医", [1]), ("安中医诊所", [1]), ("安和和中医诊所", [1]), ("人民一院", [4]), ("浴事诊疗点", [2]),
    ("仁艾妇产医院", [8]),
    // One wrong, missing or extra letter.
    ("zhenyetang", [7, 6, 5]), ("zenyatang", [7, 6, 5]), ("zhennyatang", [7, 6, 5]), ("qzqqz", []),
    // A name written by ear.
    ("振亚唐", [7, 6, 5]),
  ]

  private func filled<T: Sendable>(_ store: Store, _ body: (Database) async throws -> T) async throws -> T {
    try await TestStore.with(store) { database in
      try await change(database) { try SearchIndex.put(Self.items, $0) }
      return try await body(database)
    }
  }

  private func change(_ database: Database, _ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
    try await database.change(County(7), by: .system, deed: Deed("test.index")) { tx in
      try body(tx)
      tx.tell(Ref(kind, 1), "建索引")
    }
  }

  private func ask(_ words: String, allowed: SQL = "1 = 1", _ database: Database) async throws -> SearchFound {
    try await database.read { try SearchIndex.look(words, allowed: allowed, limit: 10, $0) }
  }

  @Test(arguments: Store.both) func `every way of asking finds its records, best first`(store: Store) async throws {
    try await filled(store) { database in
      for (words, expected) in Self.questions {
        let found = try await ask(words, database)
        #expect(found.hits.map(\.ref.number) == expected, "\(words)")
        #expect(found.total == Int64(expected.count), "\(words)")
        #expect(found.isExact)
      }
    }
  }

  @Test(arguments: Store.both) func `counts and slips know the reader's rights`(store: Store) async throws {
    try await filled(store) { database in
      for words in ["安和", "anhe", "ah", "安禾医院", "511001", "1001"] {
        let found = try await ask(words, allowed: "county = 8 AND permission = 'clinic.see'", database)
        #expect(found.hits.map(\.ref.number) == [3], "\(words)")
        #expect(found.total == 1, "\(words)")
        let barred = try await ask(words, allowed: "permission = 'case.see'", database)
        #expect(barred.total == 0 && barred.hits.isEmpty, "\(words)")
      }
    }
  }

  @Test(arguments: Store.both) func `a renamed record is found by its new name only`(store: Store) async throws {
    try await filled(store) { database in
      let new = SearchItem(
        Ref(kind, 5), county: County(7), permission: "clinic.see", title: "百草堂", detail: "", numbers: ["PDY5555"])
      try await change(database) { try SearchIndex.put([new], $0) }
      for (words, expected) in [("镇牙堂", [6, 7]), ("zyt", [7, 6]), ("百草堂", [5]), ("baicaotang", [5]), ("5555", [5])] {
        #expect(try await ask(words, database).hits.map(\.ref.number) == expected.map(Int64.init), "\(words)")
      }
    }
  }

  @Test(arguments: Store.both) func `a record that changes hands is found under its new right`(store: Store)
    async throws
  {
    try await filled(store) { database in
      let moved = SearchItem(
        Ref(kind, 5), county: County(8), permission: "clinic.see", agency: 3, title: "镇牙堂", detail: "")
      try await change(database) { try SearchIndex.put([moved], $0) }
      #expect(try await ask("镇牙堂", allowed: "county = 7", database).hits.map(\.ref.number) == [6, 7])
      #expect(try await ask("镇牙堂", allowed: "agency = 3", database).hits.map(\.ref.number) == [5])
      #expect(try await ask("镇牙堂", database).total == 3)
    }
  }

  @Test(arguments: Store.both) func `a record that is taken out leaves no key behind`(store: Store) async throws {
    try await filled(store) { database in
      try await change(database) { try SearchIndex.remove(Self.items.map(\.ref), $0) }
      for (words, _) in Self.questions { #expect(try await ask(words, database).total == 0, "\(words)") }
      let left = try await database.read { try $0.number("SELECT COUNT(*) FROM search_posting") }
      #expect(left == 0)
    }
  }

  /// Sabotage: a record whose keys were not written is not found, so the questions above do ask the index.
  @Test(arguments: Store.both) func `without its keys a record is not found`(store: Store) async throws {
    try await filled(store) { database in
      try await change(database) { try $0.execute("DELETE FROM search_posting") }
      for (words, _) in Self.questions { #expect(try await ask(words, database).total == 0, "\(words)") }
    }
  }

  /// A deed that fails leaves nothing in the index either.
  @Test(arguments: Store.both) func `the index goes with its deed`(store: Store) async throws {
    try await filled(store) { database in
      await #expect(throws: Failure.self) {
        try await change(database) { tx in
          try SearchIndex.put([Self.item(77, "归雁堂", "")], tx)
          throw Failure()
        }
      }
      for words in ["归雁堂", "guiyantang"] {
        let found = try await ask(words, database)
        #expect(found.total == 0, "\(words)")
      }
    }
  }
}

private struct Failure: Error {}
