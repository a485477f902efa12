import Kit
import TestKit
import Testing

@testable import Storage

private let schema = [
  SchemaChange("row-1") { dialect in
    [
      """
      CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT, bits \(sql: dialect.blob), share DOUBLE PRECISION, day TEXT)
      """
    ]
  }
]

@Suite struct RowTests {
  private func add(_ id: Int64, _ name: String?, _ bits: [UInt8]?, _ database: Database) async throws {
    try await database.change(County(7), by: .system, deed: Deed("test.add")) { tx in
      try tx.execute(
        "INSERT INTO thing (id, name, bits, share, day) VALUES (\(id), \(name), \(bits), \(0.25), \(CivilDate(2026, 11, 22)))"
      )
      tx.tell(Ref(RefKind("thing"), id), "登记")
    }
  }

  /// PostgreSQL keeps what it prepared for a line; the first in a look goes out behind its BEGIN.
  @Test(arguments: Store.both) func `more statements than a line keeps prepared, and those from before again`(
    store: Store
  ) async throws {
    try await TestStore.with(store, schema: schema) { database in
      for id in 1...5 { try await add(Int64(id), nil, nil, database) }
      for widths in [1...450, 1...30] {
        let counts = try await database.read { reader in
          try widths.map { width in
            try reader.number("SELECT COUNT(*) FROM thing WHERE id IN \(sql: .list((1...width).map { Int64($0) }))")
          }
        }
        #expect(counts == widths.map { Int64(min($0, 5)) })
      }
      try await add(6, nil, nil, database)
      let again = try await database.read {
        try $0.number("SELECT COUNT(*) FROM thing WHERE id IN \(sql: .list([Int64(6)]))")
      }
      #expect(again == 1)
    }
  }

  @Test(arguments: Store.both) func `every kind of value comes back as it went in`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      try await add(-9_007_199_254_740_993, "镶牙\u{301}", [0, 255, 39, 0], database)
      try await add(2, nil, nil, database)
      try await add(3, "", [], database)
      let rows = try await database.read { reader in
        try reader.query("SELECT id, name, bits, share, day FROM thing ORDER BY id") { row in
          (
            try row.int(0), try row.maybeText(1), try row.isNull(2) ? nil : row.blob(2), try row.value(3),
            try row.date(4).iso
          )
        }
      }
      #expect(rows.map(\.0) == [-9_007_199_254_740_993, 2, 3])
      #expect(rows.map(\.1) == ["镶牙\u{301}", nil, ""])
      #expect(rows.map(\.2) == [[0, 255, 39, 0], nil, []])
      #expect(rows.allSatisfy { $0.3 == .real(0.25) && $0.4 == "2026-11-22" })
    }
  }

  @Test(arguments: Store.both) func `a row that was kept shows nothing`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      try await add(1, "一", nil, database)
      try await database.read { reader in
        let kept = try #require(try reader.query("SELECT id, name FROM thing") { $0 }.first)
        #expect(throws: RowFault.self) { try kept.int(0) }
        #expect(throws: RowFault.self) { try kept.isNull(1) }
        #expect(kept.values.isEmpty)
      }
    }
  }

  @Test(arguments: Store.both) func `a column that is not there, or of another kind, is a fault`(store: Store)
    async throws
  {
    try await TestStore.with(store, schema: schema) { database in
      try await add(1, "一", nil, database)
      for wrong in [
        { try $0.text(0) }, { try $0.int(1) }, { try $0.value(2) }, { try $0.value(-1) }, { try $0.date(1) },
      ]
        as [@Sendable (Row) throws -> Any]
      {
        await #expect(throws: RowFault.self) {
          try await database.read { reader in _ = try reader.query("SELECT id, name FROM thing") { _ = try wrong($0) } }
        }
      }
      // The reader is good for the next look.
      let count = try await database.read { try $0.number("SELECT COUNT(*) FROM thing") }
      #expect(count == 1)
    }
  }

  @Test func `a look cannot write, also not by SQL`() async throws {
    try await TestStore.with(.sqlite, tallied: false, schema: schema) { database in
      await #expect(throws: (any Error).self) {
        try await database.engine.read { try $0.execute("INSERT INTO thing (id) VALUES (1)") }
      }
      let count = try await database.read { try $0.number("SELECT COUNT(*) FROM thing") }
      #expect(count == 0)
    }
  }

  @Test func `more statements than a reader keeps`() async throws {
    try await TestStore.with(.sqlite, tallied: false) { database in
      let sums = try await database.read { reader in
        try (1...900).map { count in
          // Each text is another one; the outer statement is in use while those before it are thrown away.
          try reader.query("SELECT \(1) AS one") { row in
            try reader.number("SELECT " + SQL.join(Array(repeating: "1", count: count), " + ")) + row.int(0)
          }.first
        }
      }
      #expect(sums == (1...900).map { Int64($0) + 1 })
    }
  }
}

@Suite struct BitsTests {
  @Test(arguments: [0, 1, 40, 255, 256, 257, 3000, 4096]) func `bits come back as they were stored`(count: Int) {
    var bits = Bits()
    let places = (0..<count).map { $0 * 2909 % Bits.room }
    for place in places { bits.insert(place) }
    let stored = bits.stored
    #expect(stored.count == min(count * 2, Bits.room / 8))
    var again = Bits()
    again.insert(stored)
    #expect(again.places == Set(places).sorted(by: >))
    // By hand: bit n of 4,096 is bit n % 8 of byte n / 8.
    if stored.count == Bits.room / 8 {
      #expect(places.allSatisfy { stored[$0 / 8] & (1 << UInt8($0 % 8)) != 0 })
    }
  }

  @Test(arguments: Store.both) func `a look asks once, a deed each time`(store: Store) async throws {
    try await TestStore.with(store, schema: schema) { database in
      let look = try await database.read { reader -> [Int] in
        var asked = 0
        for key in ["a", "b", "a", "b", "a"] { reader.once(key) { asked += 1 } }
        return [asked, reader.once("number") { 7 }, reader.once("number") { 8 }]
      }
      #expect(look == [2, 7, 7])
      let missing = try await database.read { reader -> [Int?] in
        let (asked, known) = (reader.once("x") { 1 as Int? }, reader.once("x") { nil as Int? })
        let (none, still) = (reader.once("y") { nil as Int? }, reader.once("y") { 2 as Int? })
        return [asked, known, none, still]
      }
      #expect(missing == [1, 1, nil, nil])
      let deed = try await database.change(County(7), by: .system, deed: Deed("test.add")) { tx -> [Int64] in
        func count() throws -> Int64 { try tx.once("count") { try tx.number("SELECT COUNT(*) FROM thing") } }
        let before = try count()
        try tx.execute("INSERT INTO thing (id, name, bits, share, day) VALUES (1, NULL, NULL, NULL, NULL)")
        tx.tell(Ref(RefKind("thing"), 1), "登记")
        return [before, try count()]
      }
      #expect(deed == [0, 1])
    }
  }
}
