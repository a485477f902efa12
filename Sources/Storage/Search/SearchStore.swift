import Kit

enum SearchStore {
  /// Neighbours of one call share a block: names and addresses of one county repeat the same pairs, so a block of 64
  /// has a third of the rows that its items would have alone.
  private static let blockSize = 64

  static func insert(_ items: [SearchItem], _ tx: Transaction) throws {
    var grams: [(gram: Int64, block: Int64)] = []
    for part in items.chunks(of: blockSize) {
      let block = tx.world.newID(SearchItem.self).value
      try insert(part, block, tx)
      grams += part.reduce(into: Set()) { $0.formUnion(stored($1)) }.map { (gram: $0, block: block) }
    }
    // In the order of the key: neighbouring rows go to one page.
    grams.sort { ($0.gram, $0.block) < ($1.gram, $1.block) }
    try tx.insert(into: "search_gram (gram, block)", rows: grams.lazy.map { [.int($0.gram), .int($0.block)] })
  }

  private static func insert(_ items: ArraySlice<SearchItem>, _ block: Int64, _ tx: Transaction) throws {
    try tx.insert(
      into: "search_item (id, kind, number, county, permission, agency, title, detail, numbers, folded, block)",
      rows: items.lazy.map { item in
        [
          tx.world.newID(SearchItem.self).sqlValue, item.ref.kind.sqlValue, .int(item.ref.number),
          item.county.sqlValue, .text(item.permission), .int(item.agency), .text(item.title), .text(item.detail),
          .text(item.numbers.joined(separator: " ")), .text(foldedText(item)), .int(block),
        ]
      })
  }

  private static func stored(_ item: SearchItem) -> Set<Int64> {
    Grams.stored(title: item.title, detail: item.detail, numbers: item.numbers)
  }

  static func remove(_ refs: [Ref], _ tx: Transaction) throws {
    for (kind, group) in Dictionary(grouping: refs, by: \.kind) {
      for numbers in group.map(\.number).chunks(of: 200) {
        try remove("kind = \(kind) AND number IN \(sql: .list(numbers))", tx)
      }
    }
  }

  /// The pairs of a block go with its last item. Pairs of an item that left before stay: they lead to no item, because
  /// the folded text decides.
  private static func remove(_ condition: SQL, _ tx: Transaction) throws {
    let known = try tx.query("SELECT block, title, detail, numbers FROM search_item WHERE " + condition) { row in
      (block: try row.int(0),
        grams: Grams.stored(
          title: try row.text(1), detail: try row.text(2),
          numbers: try row.text(3).split(separator: " ").map(String.init)))
    }
    guard !known.isEmpty else { return }
    try tx.execute("DELETE FROM search_item WHERE " + condition)
    let blocks = Set(known.map(\.block))
    let left = try Set(
      tx.query("SELECT DISTINCT block FROM search_item WHERE block IN \(sql: .list(blocks))") { try $0.int(0) })
    for item in known where !left.contains(item.block) {
      try tx.execute("DELETE FROM search_gram WHERE block = \(item.block) AND gram IN \(sql: .list(item.grams))")
    }
  }

  static func find(
    _ words: [[Unicode.Scalar]], allowed: SQL, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, hits: [SearchHit]) {
    let matching = SQL.join(words.map(condition), " AND ") + " AND (" + allowed + ")"
    let total = try reader.number("SELECT COUNT(*) FROM search_item WHERE " + matching)
    let hits = try reader.query(
      "SELECT kind, number, county, title, detail FROM search_item WHERE " + matching
        + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)"
    ) { row in
      SearchHit(
        ref: Ref(RefKind(try row.text(0)), try row.int(1)), county: try row.county(2), title: try row.text(3),
        detail: try row.text(4))
    }
    return (total, hits)
  }

  /// The pairs narrow to blocks, the stored folded text decides.
  private static func condition(_ word: [Unicode.Scalar]) -> SQL {
    let text = String(String.UnicodeScalarView(word))
    return "block IN (\(sql: blocks(word))) AND folded LIKE \("%\(text)%")"
  }

  private static func blocks(_ word: [Unicode.Scalar]) -> SQL {
    if word.count == 1, let only = word.first {
      let range = Grams.beginning(with: only)
      return "SELECT block FROM search_gram WHERE gram >= \(range.lowerBound) AND gram < \(range.upperBound)"
    }
    return .join(
      Grams.asked(word).sorted().filter { $0 & 0x1F_FFFF != 0 }
        .map { "SELECT block FROM search_gram WHERE gram = \($0)" }, " INTERSECT ")
  }

  private static func foldedText(_ item: SearchItem) -> String {
    ([item.title, item.detail] + item.numbers).map { String(String.UnicodeScalarView(folded($0))) }
      .joined(separator: " ")
  }
}

extension Array {
  package func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
