import Kit

enum SearchStore {
  static func insert(_ items: [(number: Int64, item: SearchItem)], _ tx: Transaction) throws {
    try tx.insert(
      into: "search_item (id, kind, number, county, permission, agency, title, detail, numbers, folded)",
      rows: items.lazy.map { number, item in
        [
          .int(number), item.ref.kind.sqlValue, .int(item.ref.number), item.county.sqlValue, .text(item.permission),
          .int(item.agency), .text(item.title), .text(item.detail),
          .text(item.numbers.joined(separator: " ")), .text(foldedText(item)),
        ]
      })
    // In the order of the key: neighbouring rows go to one page.
    let grams = items.flatMap { number, item in Grams.stored(title: item.title, detail: item.detail, numbers: item.numbers).map { (gram: $0, item: number) } }
      .sorted { ($0.gram, $0.item) < ($1.gram, $1.item) }
    try tx.insert(
      into: "search_gram (gram, item)", rows: grams.lazy.map { [.int($0.gram), .int($0.item)] })
  }

  static func remove(_ refs: [Ref], _ tx: Transaction) throws {
    for (kind, group) in Dictionary(grouping: refs, by: \.kind) {
      for numbers in group.map(\.number).chunks(of: 200) {
        let known = try tx.query(
          """
          SELECT id, title, detail, numbers FROM search_item WHERE kind = \(kind) AND number IN \(sql: .list(numbers))
          """
        ) { row in
          (id: try row.int(0),
            grams: Grams.stored(
              title: try row.text(1), detail: try row.text(2),
              numbers: try row.text(3).split(separator: " ").map(String.init)))
        }
        for item in known {
          try tx.execute("DELETE FROM search_gram WHERE item = \(item.id) AND gram IN \(sql: .list(item.grams))")
        }
        if !known.isEmpty { try tx.execute("DELETE FROM search_item WHERE id IN \(sql: .list(known.map(\.id)))") }
      }
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

  /// The pairs narrow, the stored folded text decides.
  private static func condition(_ word: [Unicode.Scalar]) -> SQL {
    let text = String(String.UnicodeScalarView(word))
    if word.count == 1, let only = word.first {
      let range = Grams.beginning(with: only)
      return "id IN (SELECT item FROM search_gram WHERE gram >= \(range.lowerBound) AND gram < \(range.upperBound))"
    }
    let each = Grams.asked(word).sorted().filter { $0 & 0x1F_FFFF != 0 }
      .map { SQL("SELECT item FROM search_gram WHERE gram = \($0)") }
    return "id IN (\(sql: .join(each, " INTERSECT "))) AND folded LIKE \("%\(text)%")"
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
