import Kit

/// Brings what the first shape of the index held into the second.
enum SearchMoving {
  static func fill(_ tx: Transaction) throws {
    var last: Int64 = 0
    while true {
      let piece = try tx.query(
        """
        SELECT id, kind, number, county, permission, agency, title, detail, numbers FROM search_item
        WHERE id > \(last) ORDER BY id LIMIT 4096
        """
      ) { row in
        let item = SearchItem(
          Ref(RefKind(try row.text(1)), try row.int(2)), county: try row.county(3), permission: try row.text(4),
          agency: try row.int(5), title: try row.text(6), detail: try row.text(7),
          numbers: try row.text(8).split(separator: " ").map(String.init))
        return (id: try row.int(0), item: item)
      }
      guard let end = piece.last else { return }
      last = end.id
      try SearchIndex.putNew(piece.map(\.item), tx)
    }
  }
}
