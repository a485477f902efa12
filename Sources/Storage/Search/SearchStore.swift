import Kit

/// Records of the index and their shelves (架): all records of one kind, county, right and agency stand on one, so a
/// right is a choice of shelves and costs nothing per record.
enum SearchStore {
  struct Known {
    let number: Int64
    let hit: SearchHit
    let numbers: String

    var text: SearchText { SearchText(title: hit.title, detail: hit.detail, numbers: numbers) }
  }

  private static let columns: SQL = "id, kind, number, county, title, detail, numbers"

  private static func known(_ row: Row) throws -> Known {
    Known(
      number: try row.int(0),
      hit: SearchHit(
        ref: Ref(RefKind(try row.text(1)), try row.int(2)), county: try row.county(3), title: try row.text(4),
        detail: try row.text(5)),
      numbers: try row.text(6))
  }

  static func records(_ numbers: [Int64], _ reader: Reader) throws -> [Known] {
    try numbers.chunks(of: 256).flatMap { piece in
      try reader.query("SELECT \(sql: columns) FROM search_record WHERE id IN \(sql: .even(piece))", known)
    }
  }

  static func records(of refs: [Ref], _ reader: Reader) throws -> [Ref: Known] {
    var found: [Ref: Known] = [:]
    for (kind, group) in Dictionary(grouping: refs, by: \.kind) {
      for numbers in group.map(\.number).chunks(of: 256) {
        let rows = try reader.query(
          "SELECT \(sql: columns) FROM search_record WHERE kind = \(kind) AND number IN \(sql: .even(numbers))", known)
        for row in rows { found[row.hit.ref] = row }
      }
    }
    return found
  }

  /// Several rows may be of one record only by a fault of ours; the unique index refuses it.
  static func insert(_ items: [(number: Int64, item: SearchItem)], _ tx: Transaction) throws {
    try tx.insert(
      into: "search_record (\(sql: columns))",
      rows: items.lazy.map { number, item in
        [
          .int(number), item.ref.kind.sqlValue, .int(item.ref.number), item.county.sqlValue, .text(item.title),
          .text(item.detail), .text(item.joinedNumbers),
        ]
      })
  }

  static func update(_ number: Int64, _ item: SearchItem, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE search_record SET title = \(item.title), detail = \(item.detail), numbers = \(item.joinedNumbers)
      WHERE id = \(number)
      """)
  }

  static func delete(_ numbers: [Int64], _ tx: Transaction) throws {
    for piece in numbers.chunks(of: 256) {
      try tx.execute("DELETE FROM search_record WHERE id IN \(sql: .even(piece))")
    }
  }

  static func shelves(_ allowed: SQL, _ reader: Reader) throws -> Set<Int64> {
    Set(try reader.query("SELECT id FROM search_shelf WHERE used > 0 AND (" + allowed + ")") { try $0.int(0) })
  }

  static func shelf(of item: SearchItem, _ tx: Transaction) throws -> Int64 {
    let find: SQL = """
      SELECT id FROM search_shelf WHERE county = \(item.county) AND kind = \(item.ref.kind)
        AND permission = \(item.permission) AND agency = \(item.agency)
      """
    if let shelf = try tx.first(find, { try $0.int(0) }) { return shelf }
    try tx.execute("UPDATE search_shelves SET made = made + 1")
    let shelf = try tx.number("SELECT made FROM search_shelves")
    try tx.execute(
      """
      INSERT INTO search_shelf (id, kind, county, permission, agency, used)
      VALUES (\(shelf), \(item.ref.kind), \(item.county), \(item.permission), \(item.agency), 0)
      """)
    return shelf
  }

  /// The first of so many new places. The row is held to the end of the deed, so deeds that write to one shelf happen
  /// one after the other.
  static func places(_ count: Int, onShelf shelf: Int64, _ tx: Transaction) throws -> Int64 {
    try tx.execute("UPDATE search_shelf SET used = used + \(count) WHERE id = \(shelf)")
    return try tx.number("SELECT used FROM search_shelf WHERE id = \(shelf)") - Int64(count)
  }
}

extension SearchItem {
  var joinedNumbers: String { numbers.map { $0.filter { $0 != " " } }.joined(separator: " ") }
  var text: SearchText { SearchText(title: title, detail: detail, numbers: joinedNumbers) }
}

extension SQL {
  /// A list for `IN`, its last value repeated up to a power of two: a statement that is asked again with a few values
  /// more or less is then the same statement, and its plan is kept.
  static func even(_ values: some Collection<Int64>) -> SQL {
    guard let last = Array(values).last else { return .list([Int64]()) }
    var size = 1
    while size < values.count { size *= 2 }
    return .list(Array(values) + Array(repeating: last, count: size - values.count))
  }
}

extension Array {
  package func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
